"""The kinds of value commands take."""

import os
import re
from datetime import date
from pathlib import Path

import click

from gainboard.errors import GainboardError


class File(click.Path):
    """A path; whether it may be read is for the commands to say, in a sentence with an id."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path; raises E-BAD-NAME for no name at all."""
        if value == "":
            raise GainboardError("E-BAD-NAME", "No file was named; nothing was changed. Name one.")
        return super().convert(value, param, ctx)


FILE = File()


class IsoDate(click.ParamType[date]):
    """A date as 2026-03-12; anything else is E-BAD-DATE."""

    name = "date"

    def convert(
        self,
        value: str | date,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> date:
        """Return the date; raises GainboardError."""
        from gainboard.services.script import iso_date  # most commands are given no date

        return value if isinstance(value, date) else iso_date(value)


class Published(click.ParamType[date | str]):
    """A publication date, or only its year or month (2022, 2022-11), which gives no day."""

    name = "date"

    def convert(
        self,
        value: str | date,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date | str:
        """Return the date, or the year or month as given; raises GainboardError."""
        if isinstance(value, str) and _NO_DAY.fullmatch(value):
            return value
        return DATE.convert(value, param, ctx)


def the_day(published: date | str | None) -> date | None:
    """Return a publication date that has a day; where it has none say so and guess nothing."""
    if not isinstance(published, str):
        return published
    click.echo(
        f"Only “{published}” is known of the publication, not the day; "
        "deadlines counted from it stay open.",
        err=True,
    )
    return None


class Anchor(click.ParamType[tuple[int, str]]):
    """A printed anchor, entry number and the first 12 hex digits of its hash or more."""

    name = "SEQ:HASH"

    def convert(
        self,
        value: str | tuple[int, str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[int, str]:
        """Return number and digits."""
        if isinstance(value, tuple):
            return value
        read = _ANCHOR.fullmatch(value.strip())
        if read is None:
            self.fail(f"{value!r} is no anchor; write it as 41:0a1b2c3d4e5f.", param, ctx)
        return int(read[1]), read[2]


_ANCHOR = re.compile(r"([0-9]{1,18}):([0-9A-Fa-f]{12,})")
_NO_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
DATE = IsoDate()
PUBLISHED = Published()
ANCHOR = Anchor()
