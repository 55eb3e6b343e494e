"""The kinds of value commands take."""

from datetime import date
from pathlib import Path

import click

from gainboard.services.script import iso_date

FILE = click.Path(path_type=Path)


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
        return value if isinstance(value, date) else iso_date(value)


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
        seq, _, digits = value.strip().partition(":")
        hexadecimal = set(digits.lower()) <= set("0123456789abcdef")
        if not seq.isdigit() or len(digits) < 12 or not hexadecimal:
            self.fail(f"{value!r} is no anchor; write it as 41:0a1b2c3d4e5f.", param, ctx)
        return int(seq), digits


DATE = IsoDate()
ANCHOR = Anchor()
