"""How dates, lateness and kinds are said on every screen."""

from datetime import date, datetime
from html import escape

from gainboard.domain.views import Summary


def day(on: date | None) -> str:
    """Write a date as 31 Jul 2026; empty for none."""
    return f"{on.day} {on:%b %Y}" if on else ""


def moment(at: str) -> str:
    """Write a journal's UTC time as 31 Jul 2026, 14:02, by the clock on the wall here."""
    here = datetime.fromisoformat(at).astimezone()
    return f"{day(here.date())}, {here:%H:%M}"


def days_late(days: int) -> str:
    """Say lateness in words; empty when nothing is late."""
    if days <= 0:
        return ""
    return "1 day late" if days == 1 else f"{days:,} days late"


def due_line(one: Summary) -> str:
    """Say what stands beside the date: how late, or why there is none."""
    if one.days_late:
        return days_late(one.days_late)
    if one.is_projected:
        return "projected"
    if one.current_date is None:
        return "no date"
    if one.extensions:
        return "extended" if one.extensions == 1 else f"extended {one.extensions} times"
    return ""


def leads(one: Summary) -> str:
    """Name who leads: the chief officer, then who delivers."""
    return " / ".join(name for name in (one.chief_officer, one.delivery_lead) if name)


def kind(word: str) -> str:
    """Write a kind's own spelling as words: area_for_improvement."""
    return word.replace("_", " ")


def sentence_case(words: str) -> str:
    """Begin words with a capital."""
    return words[:1].upper() + words[1:]


def html(text: str) -> str:
    """Return the register's words safe inside a page, with their line breaks."""
    return escape(text).replace("\n", "<br>")


def count(number: int, one: str, many: str) -> str:
    """Say a number of things."""
    return f"{number:,} {one if number == 1 else many}"
