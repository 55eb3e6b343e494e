"""From the words people type to the records they mean; names come into being when first used."""

from gainboard.domain.directory import Body, DeliveryGroup, Person
from gainboard.domain.meeting import Meeting
from gainboard.domain.own_names import plain_name
from gainboard.domain.recommendation import Action, Clause, Recommendation
from gainboard.domain.references import split_clause_ref
from gainboard.domain.report import Report
from gainboard.domain.words import clean_name
from gainboard.errors import GainboardError, Refused
from gainboard.store.register import Register


def recommendation(register: Register, ref: str) -> Recommendation:
    """Return the recommendation of this reference in any case; raises E-UNKNOWN-REFERENCE."""
    found = register.tables.recommendations.first("ref = ?", ref.strip())
    if found is None:
        raise unknown(ref, "recommendation")
    return found


def clauses(register: Register, of: Recommendation, labels: tuple[str, ...]) -> list[Clause]:
    """Return the clauses with these labels; all where none is named. Raises E-UNKNOWN-REFERENCE."""
    every = register.tables.clauses.where("recommendation_id = ?", of.id, order="position")
    wanted = [label.strip(" ()").lower() for label in labels if label.strip(" ()")]
    for label in wanted:
        if label not in {clause.label.lower() for clause in every}:
            raise unknown(f"{of.ref}({label})", "clause")
    return [clause for clause in every if not wanted or clause.label.lower() in wanted]


def clause(register: Register, clause_ref: str) -> tuple[Recommendation, Clause]:
    """Return the one clause `JCB25-5(c)` names; a reference without a part where there are parts
    is refused."""
    ref, label = split_clause_ref(clause_ref)
    parent = recommendation(register, ref)
    found = clauses(register, parent, (label,))
    if len(found) != 1:
        raise Refused(
            "E-WHICH-CLAUSE",
            f"{parent.ref} has {len(found)} clauses; nothing was changed. "
            f"Name one, for example {parent.ref}({found[0].label}).",
        )
    return parent, found[0]


def meeting(register: Register, ref: str) -> Meeting:
    """Return the meeting of this reference; raises E-UNKNOWN-REFERENCE."""
    found = register.tables.meetings.first("ref = ?", ref.strip())
    if found is None:
        raise unknown(ref, "meeting")
    return found


def action(register: Register, ref: str) -> Action:
    """Return the action of this reference; raises E-UNKNOWN-REFERENCE."""
    found = register.tables.actions.first("ref = ?", ref.strip())
    if found is None:
        raise unknown(ref, "action")
    return found


def report(register: Register, code: str) -> Report:
    """Return the report of this code; raises E-UNKNOWN-REFERENCE."""
    found = register.tables.reports.first("code = ?", code.strip())
    if found is None:
        raise unknown(code, "report")
    return found


def person(register: Register, name: str) -> Person:
    """Return the person of this name, making one inside the running operation if need be."""
    tidy = _named(name, "person")
    people = register.tables.people
    return people.first("name = ?", tidy) or people.add(Person(name=tidy))


def person_id(register: Register, name: str) -> int | None:
    """Return the id of a named person, or None where no name is given."""
    return person(register, name).id if clean_name(name) else None


def body(register: Register, name: str) -> Body:
    """Return the body of this name or alias, making one if need be."""
    tidy = _named(name, "body")
    tables = register.tables
    aliases = tables.body_aliases
    alias = aliases.first("name = ?", tidy) or aliases.first("name = ?", plain_name(tidy))
    if alias is not None:
        return tables.bodies.get(alias.body_id)
    return tables.bodies.first("name = ?", tidy) or tables.bodies.add(Body(name=tidy))


def group(register: Register, name: str) -> DeliveryGroup:
    """Return the delivery group of this name, making one if need be."""
    tidy = _named(name, "delivery group")
    groups = register.tables.groups
    return groups.first("name = ?", tidy) or groups.add(DeliveryGroup(name=tidy))


def required(words: str, what: str) -> str:
    """Return words that may not be empty; raises E-MISSING naming what is asked for."""
    if not words.strip():
        raise Refused("E-MISSING", f"{what} is missing; nothing was changed. Give it, then go on.")
    return words.strip()


def unknown(ref: str, what: str) -> GainboardError:
    """Return the error for a reference nothing answers to."""
    return GainboardError(
        "E-UNKNOWN-REFERENCE",
        f"There is no {what} {clean_name(ref) or '(no reference given)'} in this register; "
        "nothing was changed. Check the reference in the list.",
    )


def _named(name: str, what: str) -> str:
    return required(clean_name(name), f"The name of the {what}")
