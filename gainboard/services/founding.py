"""Making a new register: the force, its board, its lists."""

from pathlib import Path

from gainboard.domain.directory import Body, BodyAlias, Choice, Setting
from gainboard.domain.retention import RetentionClass
from gainboard.domain.words import clean_name
from gainboard.services.beside import built_beside
from gainboard.services.lookup import required
from gainboard.services.retention import USUAL
from gainboard.store.journal import Clock
from gainboard.store.register import Register, create_register, now

LISTS: dict[str, tuple[str, ...]] = {
    "source kind": (
        "inspection",
        "joint inspection",
        "internal audit",
        "external audit",
        "IOPC learning",
        "prevention-of-future-deaths report",
        "super-complaint",
        "inquiry",
        "peer review",
        "other",
    ),
    "inspectorate status": (
        "awaiting review",
        "being progressed",
        "complete",
        "no further action needed",
    ),
    "PAF area": (
        "Preventing crime",
        "Investigating crime",
        "Responding to the public",
        "Protecting vulnerable people",
        "Managing offenders and suspects",
        "Supporting victims",
        "Leadership and force management",
    ),
}
# What reports call a territorial force when they mean ours among the others.
OWN_ALIASES = (
    "police forces",
    "police force",
    "forces",
    "force",
    "police",
    "chief constables",
    "chief constable",
    "constabularies",
)
DEFAULTS = {
    "marking": "OFFICIAL-SENSITIVE",
    "handling": "for the Board and those it names",
    "stale_days": "60",
    "month_rule": "last_day",
    "internal_target_days": "30",
    "quorum": "",
}


def found(
    path: Path,
    *,
    force: str,
    board: str = "GAIN Board",
    clock: Clock = now,
    by: str = "Secretariat",
) -> None:
    """Make an empty register for a force at `path`; nothing is left behind if it cannot be done.

    Raises GainboardError (E-EXISTS, E-NOT-FOUND, E-NO-PERMISSION, E-MISSING …).
    """
    name = required(clean_name(force), "The name of the force")
    with (
        built_beside(path) as unfinished,
        create_register(unfinished, clock=clock, by=by) as register,
    ):
        _lay_out(register, name, board.strip() or "GAIN Board")


def _lay_out(register: Register, force: str, board: str) -> None:
    tables = register.tables
    with register.journal.operation(f"Open the register of {force}", kind="founding"):
        for key, value in {"force": force, "board": board, **DEFAULTS}.items():
            tables.settings.add(Setting(key=key, value=value))
        for name, values in LISTS.items():
            for position, value in enumerate(values, 1):
                tables.choices.add(Choice(list=name, value=value, position=position))
        for name, years in USUAL.items():
            tables.retention_classes.add(RetentionClass(name=name, keep_years=years))
        own = tables.bodies.add(Body(name=force, is_own=True))
        for alias in OWN_ALIASES:
            tables.body_aliases.add(BodyAlias(body_id=own.id, name=alias))
