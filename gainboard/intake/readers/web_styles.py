"""What an element's attributes say of its words: hidden, a mark, a heading, in which font."""

import re
from collections.abc import Mapping

Attributes = Mapping[str, str]

_MSO_LEVEL = re.compile(r"\blevel([1-9])\b")
_COOKIES = re.compile(r"\bcookie-?_?(?:banner|bar|consent|message|notice)|cookie-message")
_HIDING_CLASSES = frozenset(
    "visually-hidden visuallyhidden govuk-visually-hidden sr-only screen-reader-text".split()
)
_HIDING_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog".split())
_HIDDEN_PARTS = frozenset("comment comment-list header footer".split())
_SHOWN_WHEN_FOUND = "until-found"
_PAGE_EDGES = frozenset(("header", "footer"))  # as LibreOffice names them
_NOTE_CLASSES = frozenset("sdfootnoteanc sdendnoteanc sdfootnotesym sdendnotesym".split())
_NOTE_LINK = re.compile(r"#(?:_ftn|_edn|fn:?\d|fnref:?\d|footnote-?\d|_?note-?\d)")
_NOTES_CLASSES = frozenset("footnotes endnotes".split())


def declared(attributes: Attributes) -> dict[str, str]:
    """Give the declarations of a style attribute by name, in small letters."""
    pairs = (pair.partition(":") for pair in attributes.get("style", "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value}


def hides(attributes: Attributes, style: Mapping[str, str]) -> bool:
    """Say whether an element is not shown, or only serves to find one's way about a site."""
    classes = attributes.get("class", "").lower()
    return (
        attributes.get("hidden", _SHOWN_WHEN_FOUND) != _SHOWN_WHEN_FOUND
        or style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
        or style.get("mso-element") in _HIDDEN_PARTS
        or attributes.get("role", "").lower() in _HIDING_ROLES
        or attributes.get("title") in _PAGE_EDGES
        or not _HIDING_CLASSES.isdisjoint(classes.split())
        or _COOKIES.search(f"{classes} {attributes.get('id', '').lower()}") is not None
    )


def leads_to_note(attributes: Attributes) -> bool:
    """Say whether a link leads to a note or from it: its words are the note's mark."""
    named = _NOTE_CLASSES.isdisjoint(attributes.get("class", "").split())
    return not named or _NOTE_LINK.match(attributes.get("href", "")) is not None


def holds_notes(attributes: Attributes, style: Mapping[str, str]) -> bool:
    """Say whether an element is the list of notes at a text's end."""
    return (
        style.get("mso-element") in ("footnote-list", "endnote-list")
        or attributes.get("role") in ("doc-endnotes", "doc-footnotes")
        or attributes.get("id") in ("sdfootnote1", "sdendnote1")
        or not _NOTES_CLASSES.isdisjoint(attributes.get("class", "").lower().split())
    )


def heading_of(tag: str, attributes: Attributes, style: Mapping[str, str]) -> int:
    """Give the level of a heading that an element is, 0 for none."""
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return int(tag[1])
    outline = style.get("mso-outline-level", "")
    if outline in tuple("123456789"):
        return int(outline)
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level", "2")
        return int(level) if level in tuple("123456") else 2
    return 1 if attributes.get("class") == "MsoTitle" else 0


def font_of(tag: str, attributes: Attributes, style: Mapping[str, str]) -> str | None:
    """Give the font an element sets for its words, None where it sets none."""
    families = style.get("font-family") or (attributes.get("face") if tag == "font" else None)
    return None if families is None else families.partition(",")[0].strip(" \"'").lower()


def list_level(style: Mapping[str, str]) -> int | None:
    """Give how deep Word says a paragraph is in a list, from 0; None where it is in none."""
    found = _MSO_LEVEL.search(style.get("mso-list", ""))
    return None if found is None else int(found[1]) - 1
