"""Bodies, people and delivery groups: who the board speaks of."""

from dataclasses import dataclass

from gainboard.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Record):
    """An organisation: the force, a CPS Area, the commissioner's office, a national board."""

    name: str
    is_own: bool = False
    is_partner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyAlias(Record):
    """Another name reports use for a body; "police forces" for the force itself."""

    body_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody named in the register; needs no account."""

    name: str
    post: str = ""
    body_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryGroup(Record):
    """A group that tracks recommendations between boards."""

    name: str
    chair_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMember(Record):
    """A body that sits on a delivery group."""

    delivery_group_id: int
    body_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Record):
    """One setting that belongs to the board, not to the screen."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Record):
    """One entry of an editable list: source kinds, PAF areas, inspectorate statuses."""

    list: str
    value: str
    position: int
