"""The names by which reports speak of the force: a setting of the board."""

from collections.abc import Iterable

from gainboard.domain.changes import Changes
from gainboard.domain.directory import Body, BodyAlias
from gainboard.domain.own_names import plain_name
from gainboard.domain.words import clean_name
from gainboard.errors import Refused
from gainboard.services.sittings import operation
from gainboard.store.register import Register


def own_names(register: Register) -> tuple[str, ...]:
    """Return the force's own name, then the others that reports call it by, as they were typed."""
    tables = register.tables
    own = tables.bodies.where("is_own = 1")
    ids = {body.id for body in own}
    aliases = [alias.name for alias in tables.body_aliases.all() if alias.body_id in ids]
    return (*(body.name for body in own), *aliases)


def own_plain_names(register: Register) -> frozenset[str]:
    """Return the names as an addressee is compared with them."""
    return frozenset(plain_name(name) for name in own_names(register))


def set_own_names(register: Register, names: Iterable[str]) -> Changes:
    """Have the force known by exactly these names besides its own; undo brings the former back.

    Raises Refused E-NAME-TAKEN for a name that is another body's.
    """
    wanted = {name.casefold(): name for name in map(clean_name, names) if name}
    aliases = register.tables.body_aliases
    with operation(register, "Set the names of the force") as change:
        own = register.tables.bodies.where("is_own = 1")[0]
        wanted.pop(own.name.casefold(), None)
        _refuse_taken(register, own, wanted.values())
        for alias in aliases.where("body_id = ?", own.id):
            if wanted.pop(alias.name.casefold(), None) is None:
                aliases.remove(alias)
        for name in wanted.values():
            aliases.add(BodyAlias(body_id=own.id, name=name))
    return change.done


def _refuse_taken(register: Register, own: Body, wanted: Iterable[str]) -> None:
    tables = register.tables
    others = {body.name.casefold(): body for body in tables.bodies.where("id <> ?", own.id)}
    by_id = {body.id: body for body in others.values()}
    taken = {
        alias.name.casefold(): by_id[alias.body_id]
        for alias in tables.body_aliases.where("body_id <> ?", own.id)
    }
    for name in wanted:
        key = name.casefold()
        if holder := taken.get(key) or _kept_apart(others.get(key)):
            raise Refused(
                "E-NAME-TAKEN",
                f"“{name}” is a name of {holder.name} already; nothing was changed. "
                "Leave it out, or take it from there first.",
            )


def _kept_apart(body: Body | None) -> Body | None:
    """Give the body where it is one we send to; those that only reports named are no matter."""
    return body if body is not None and body.is_partner else None
