"""Where in its sentence a phrase stands: whether it governs a duty or only describes a thing."""

import re

_SENTENCE_END = re.compile(r"[.!?;:]\s|\n")
_LIST_MARK = re.compile(r"\s*(?:[^\w\s(‘“\"']|\(?\w{1,4}[.)])\s+")
_MODAL = r"(?:should|must|shall|will|needs?\s+to|ought\s+to|(?:is|are)\s+(?:required\s+)?to)"
_MODAL_BEFORE = re.compile(rf"\b{_MODAL}(?:\s+(?:also|then|each|all))?,?\s*$", re.IGNORECASE)
_ONLY_LINKS = re.compile(
    r"(?:(?:and|or|but|then|also|subsequently|further|in\s+addition|finally|first|secondly)"
    r"[,\s]+){0,3}",
    re.IGNORECASE,
)
_MODAL_BE = re.compile(rf"\b{_MODAL}\s+(?:also\s+)?be\b", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"\b(?:\w{2,20}ed|made|held|taken|given|begun|sent|born)\s*$", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|if|unless|is|are|be|been|being|was|were"
    r"|ensure|ensures|ensuring|make\s+sure)\b",
    re.IGNORECASE,
)


def _before(text: str, start: int) -> tuple[str, bool]:
    """Give the sentence's words before `start`, without list mark, and whether it had one."""
    floor = max(0, start - 600)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, floor, start)]
    opening = ends[-1] if ends else floor
    mark = _LIST_MARK.match(text, opening, start)
    return text[mark.end() if mark else opening : start], mark is not None


def opens_a_sentence(text: str, start: int) -> bool:
    """Say whether a phrase stands first in its sentence, but for words such as "and then"."""
    return _ONLY_LINKS.fullmatch(_before(text, start)[0].lstrip()) is not None


def follows_modal(text: str, start: int) -> bool:
    """Say whether a phrase stands right behind "should" or its like."""
    return _MODAL_BEFORE.search(_before(text, start)[0]) is not None


def opens_a_duty(text: str, start: int) -> bool:
    """Say whether a phrase governs the duty: it opens it, follows "should", or ends it plainly."""
    before, in_list = _before(text, start)
    if opens_a_sentence(text, start) or _MODAL_BEFORE.search(before):
        return True
    if in_list:
        return False
    return _SUBORDINATE.search(_MODAL_BE.sub(" ", before)) is None


def dates_a_thing(text: str, start: int) -> bool:
    """Say whether "before …" tells when something was done: "offences committed before"."""
    before = _before(text, start)[0]
    return _PARTICIPLE.search(before) is not None and _MODAL_BE.search(before) is None
