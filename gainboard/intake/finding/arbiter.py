"""Of all that was found, what is kept: each item once, in its fullest form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from gainboard.domain.draft import Kind
from gainboard.intake.finding.saying import is_phrase
from gainboard.intake.signs.duty import holds_duty, says_recommend
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.growth import asks
from gainboard.intake.wording.addressees import read_addressees

_WORD = re.compile(r"[^\W_]+")
_SERIES = re.compile(r"[#*\s]*(?P<series>\w{3,20})\s+recommendation\b", re.IGNORECASE)
_ASIDE = re.compile(r"\blearning\s+(?:point|opportunity)|\bdirection\b", re.IGNORECASE)
_LESSON = re.compile(r"[#*\s]*learning\s+(?:point|opportunity)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?:to|in\s+order\s+to|for)\s+[^.;:]{0,60}?\b(?:the\s+above|this|the)\s+recommendation\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "the a an and or of to in on for by with that this is are be should must shall will it its"
    " their they as at from has have which".split()
)
_FEW = 2
_MANY_RUNNING = 4
_OPENING = 120  # letters
_MANY_WORDS = 7
_MOST_COMPARED = 20
_REMEMBERED = 4096
_OPENING_WORDS = 600  # letters, in which an item's first words stand
_MOST_SUMMARISED = 300
_ASKING = (Kind.RECOMMENDATION, Kind.LEARNING)


def choose(found: Sequence[Found]) -> tuple[RawItem, ...]:
    """Keep each item once, in reading order, with a doubt where the document leaves one."""
    kept = _without_weaker_forms(_without_promises(_joined_to_findings(found)))
    kept = _without_answers(_joined_to_concerns(kept))
    kept = _without_summaries(_without_lessons(_without_weaknesses(kept)))
    return tuple(_without_repeats(kept))


def _without_promises(found: Sequence[Found]) -> list[Found]:
    """Let what will be done be the items only where nothing else is printed as asked for."""
    promised = sum(one.promised for one in found)
    asked = any(
        one.item.kind in _ASKING and one.form > Form.REFERENCED and not one.promised
        for one in found
    )
    if promised < _FEW or asked:
        return [one for one in found if not one.promised]
    return [replace(one, asked=one.asked or one.promised) for one in found]


def _joined_to_findings(found: Sequence[Found]) -> list[Found]:
    """Let a recommendation under a finding take its number and rating, and stand for it."""
    kept: list[Found] = []
    for one in found:
        above = kept[-1] if kept else None
        if one.form is Form.LABELLED and one.item.kind in _ASKING and one.item.number is None:
            number, rating = one.last_number, ""
            if above is not None and above.item.kind is Kind.AUDIT_FINDING:
                number, rating = above.item.number, above.item.rating
                kept.pop()
            item = replace(one.item, number=number, rating=one.item.rating or rating)
            one = replace(one, item=item)
        elif (
            above is not None
            and above.item.kind is Kind.AUDIT_FINDING
            and above.form is Form.LABELLED
            and one.item.kind is Kind.RECOMMENDATION
        ):
            kept.pop()
        kept.append(one)
    return kept


def _joined_to_concerns(found: Sequence[Found]) -> list[Found]:
    """Let a cause of concern be the heading of its recommendations: it is a finding, they ask."""
    kept: list[Found] = []
    concern: RawItem | None = None
    for one in found:
        if (
            kept
            and kept[-1].item.kind is Kind.CAUSE_OF_CONCERN
            and _is_under_concern(one, kept[-1])
        ):
            if kept[-1].item is not concern and not kept[-1].under_concern:
                concern = kept.pop().item
            if concern is not None:
                item = replace(one.item, kind=Kind.CAUSE_OF_CONCERN, heading=concern.words)
                one = replace(one, item=item)
        kept.append(one)
    return kept


def _is_under_concern(one: Found, above: Found) -> bool:
    """Say whether a recommendation is a concern's: the first below one that asks for nothing."""
    labelled = one.form is Form.LABELLED and one.item.kind is Kind.RECOMMENDATION
    first = above.form is Form.LABELLED and not asks(above.item.words)
    return one.under_concern or (labelled and (one.item.number is None or first))


def _without_weaker_forms(found: Sequence[Found]) -> list[Found]:
    """Drop what was found in running text where the document lists its items elsewhere."""
    asking = [one for one in found if one.item.kind in _ASKING and not _stands_aside(one.item)]
    surest = max((one.form for one in asking), default=Form.RUNNING)
    if _is_small_list(found):
        return list(found)
    named = {one.item.number for one in found if one.form > Form.REFERENCED}
    return [
        one
        for one in found
        if one.form > Form.REFERENCED
        or (one.form is Form.REFERENCED and one.item.number not in named)
        or surest is Form.RUNNING
    ]


def _is_small_list(found: Sequence[Found]) -> bool:
    """Say whether far more is recommended in running text than the only list holds."""
    listed = sum(one.form > Form.REFERENCED and one.item.kind in _ASKING for one in found)
    running = [one for one in found if one.form is Form.RUNNING]
    sure = sum(not one.replying and says_recommend(one.item.words[:_OPENING]) for one in running)
    return 0 < listed <= _FEW and sure >= max(_MANY_RUNNING, _FEW * listed) and sure == len(running)


def _stands_aside(item: RawItem) -> bool:
    """Say whether a label tells of something beside the recommendations: a learning point."""
    return _ASIDE.search(item.heading or "") is not None


def _without_answers(found: Sequence[Found]) -> list[Found]:
    """Drop what says nothing is to be done, where somebody answers; else doubt it."""
    kept: list[Found] = []
    for one in found:
        told = one.asked or asks(one.item.words) or any(asks(b.text) for b in one.item.blocks[1:])
        if one.item.kind is Kind.RECOMMENDATION and not told:
            if one.replying:
                continue
            doubt = "no word such as “should” says that anything is to be done"
            one = _doubted(one, doubt)
        kept.append(one)
    return kept


def _without_summaries(found: Sequence[Found]) -> list[Found]:
    """Drop a list without labels that says shortly what labelled items say in full."""
    full = {
        (one.item.kind, one.item.number): _content(one.item.words)
        for one in found
        if one.form is Form.LABELLED and one.item.number and not one.replying
    }
    every = list(full.values())[:_MOST_SUMMARISED] if len(full) > 1 else []
    return [one for one in found if not _summarises(one, full, every)]


def _without_weaknesses(found: Sequence[Found]) -> list[Found]:
    """Drop areas that only say what is weak, where the document lists recommendations."""
    listed = sum(
        one.item.kind is Kind.RECOMMENDATION and one.form > Form.REFERENCED for one in found
    )
    return [one for one in found if listed < _FEW or not _is_weakness(one)]


def _is_weakness(one: Found) -> bool:
    item = one.item
    area = item.kind is Kind.AREA_FOR_IMPROVEMENT and one.form is Form.LISTED
    return area and not item.number and not asks(item.words) and not is_phrase(item.words)


def _without_lessons(found: Sequence[Found]) -> list[Found]:
    """Drop numbered learning points where the document recommends what they lead to."""
    listed = any(
        one.item.kind is Kind.RECOMMENDATION and one.form is Form.LISTED and one.item.number
        for one in found
    )
    return [one for one in found if not (listed and _is_lesson(one))]


def _is_lesson(one: Found) -> bool:
    said = _LESSON.match(one.item.heading or "") is not None
    return one.item.kind is Kind.LEARNING and one.form is Form.LABELLED and said


def _summarises(
    one: Found,
    full: Mapping[tuple[Kind, str], frozenset[str]],
    every: Sequence[frozenset[str]],
) -> bool:
    if one.form is not Form.LISTED or one.item.kind not in _ASKING:
        return False
    own = _content(one.item.words)
    if one.item.number is None:
        return any(len(own & words) * 10 >= len(own) * 7 for words in every)
    words = full.get((one.item.kind, one.item.number))
    return words is not None and len(own & words) * 5 >= len(own) * 2


def _without_repeats(found: Sequence[Found]) -> list[RawItem]:
    """Keep the fuller of two that say the same; a list at the end repeats what the body said."""
    kept: list[Found | None] = []
    by_number: dict[tuple[Kind, str], list[int]] = {}
    by_opening: dict[tuple[str, ...], list[int]] = {}
    for one in found:
        opening = tuple(_words(one.item.words[:_OPENING_WORDS])[:6])
        number = one.item.number
        near = [*by_opening.get(opening, ())]
        if number is not None:
            near += by_number.get((_family(one), number), ())
        twin = next((place for place in near[:_MOST_COMPARED] if _same(kept[place], one)), None)
        if twin is not None:
            kept[twin] = _fuller(kept[twin], one)
            continue
        numbered = by_number.get((_family(one), number or ""), ())
        alike = [kept[at] for at in numbered if _series(one.item) == _series_at(kept[at])]
        if number is not None and alike:
            answered = one.replying and not says_recommend(one.item.words)
            if answered or not holds_duty(one.item.words):
                continue
            one = _doubted(one, f"number {number} is printed more than once")
        place = len(kept)
        kept.append(one)
        by_opening.setdefault(opening, []).append(place)
        if number is not None:
            by_number.setdefault((_family(one), number), []).append(place)
    return [one.item for one in kept if one is not None]


def _family(one: Found) -> Kind:
    """Give the kind by which printings are compared: a summary does not repeat the concern."""
    kind = one.item.kind
    return Kind.RECOMMENDATION if kind is Kind.CAUSE_OF_CONCERN else kind


def _series(item: RawItem) -> str:
    """Give what tells two rows of numbers apart: "strategic", "operational" recommendations."""
    named = _SERIES.match(item.heading or "")
    return named["series"].lower() if named else ""


def _series_at(kept: Found | None) -> str | None:
    return _series(kept.item) if kept is not None else None


def _same(kept: Found | None, one: Found) -> bool:
    if kept is None:
        return False
    first, second = kept.item, one.item
    if _family(kept) is not _family(one):
        return False
    ours, theirs = _content(first.words), _content(second.words)
    if first.number and second.number and first.number != second.number:
        nearly = len(ours ^ theirs) <= max(len(ours), len(theirs)) // 10
        if kept.form is not one.form and len(ours) > _MANY_WORDS and nearly:
            return True
        return f"({first.number}" in second.words and len(ours - theirs) <= len(ours) // 10
    if first.number and first.number == second.number and _beyond(first, second):
        return True
    shared, less = len(ours & theirs), min(len(ours), len(theirs))
    if first.number and first.number == second.number and _series(first) != _series(second):
        return shared * 20 >= max(len(ours), len(theirs)) * 19
    if first.number and first.number == second.number:
        most = max(len(ours), len(theirs))
        return shared * 10 >= less * 8 and (shared * 10 >= most * 6 or kept.form is not one.form)
    return shared * 10 >= less * 9 and max(len(ours), len(theirs)) <= less * 2 + 4


def _beyond(first: RawItem, second: RawItem) -> str:
    """Give the words with which one goes on where it begins with all the words of the other."""
    less, more = sorted((first.words, second.words), key=len)
    return more[len(less) :].strip() if more.startswith(less) else ""


def _fuller(kept: Found | None, one: Found) -> Found:
    if kept is None:
        return one
    if one.replying and not kept.replying:
        return kept
    numbers = {kept.item.number, one.item.number}
    if None not in numbers and len(numbers) == 2 and kept.form is not one.form:
        return max(kept, one, key=lambda found: found.form)
    if kept.item.number and f"({kept.item.number}" in one.item.words:
        return one
    if _BESIDE.match(_beyond(kept.item, one.item)):
        return min(kept, one, key=lambda found: len(found.item.words))
    longer = len(one.item.words) > len(kept.item.words) * 1.02
    better = one.item.number is not None and kept.item.number is None
    fuller = one if (longer and (one.item.number or not kept.item.number)) or better else kept
    other = kept if fuller is one else one
    concern = next((f.item for f in (kept, one) if f.item.kind is Kind.CAUSE_OF_CONCERN), None)
    item = replace(
        fuller.item,
        kind=concern.kind if concern is not None else fuller.item.kind,
        heading=concern.heading if concern is not None else fuller.item.heading,
        addressee=fuller.item.addressee or _named_beside(other.item, fuller.item),
        due_words=fuller.item.due_words or other.item.due_words,
        rating=fuller.item.rating or other.item.rating,
    )
    return replace(fuller, item=item)


def _named_beside(other: RawItem, item: RawItem) -> str | None:
    """Give whom another printing names outside its words, where this one's words name nobody."""
    return None if read_addressees(item.words) else other.addressee


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


@lru_cache(maxsize=_REMEMBERED)  # each item is compared with many
def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _words(text) if word not in _SMALL)


def _doubted(one: Found, doubt: str) -> Found:
    return replace(one, item=replace(one.item, doubts=(*one.item.doubts, doubt)))
