"""How much is generated, and the count of what was."""

from dataclasses import dataclass, field

from gainboard.errors import GainboardError


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many reports, recommendations, updates and meetings a register gets, and how often."""

    reports: int
    recommendations: int
    updates: int
    meetings: int
    months_between: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a register was filled with; `entries` are the journal's, `seconds` what it took."""

    reports: int
    recommendations: int
    updates: int
    meetings: int
    entries: int
    seconds: float = field(compare=False)

    def __str__(self) -> str:
        return (
            f"{self.reports:,} reports, {self.recommendations:,} recommendations, "
            f"{self.updates:,} updates and {self.meetings:,} meetings "
            f"in {self.entries:,} journal entries, in {self.seconds:.1f} seconds"
        )


SIZES = {
    "small": Size(reports=3, recommendations=60, updates=300, meetings=3, months_between=4),
    "year": Size(reports=25, recommendations=500, updates=5_000, meetings=12),
    "twenty-years": Size(reports=500, recommendations=10_000, updates=100_000, meetings=240),
}


def size_of(name: str) -> Size:
    """Return the size of this name; raises GainboardError E-UNKNOWN-SIZE."""
    if name not in SIZES:
        raise GainboardError(
            "E-UNKNOWN-SIZE", f"There is no size {name}; choose {', '.join(SIZES)}."
        )
    return SIZES[name]
