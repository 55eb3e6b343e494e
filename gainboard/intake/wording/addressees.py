"""Who an item is addressed to: the body that its duties are laid on."""

import re
from collections.abc import Sequence

from gainboard.intake.signs.body_names import names_body, split_names
from gainboard.intake.wording.names_outside import is_owned, is_to, read_named
from gainboard.intake.wording.subjects import (
    CLAUSE,
    LONGEST,
    MODALS,
    PASSIVE,
    PRONOUN,
    acts_at_once,
    first_name,
    leading_name,
    stated_subject,
    subjects_of,
    without_openings,
)

__all__ = ["addressees_of", "read_addressees", "split_names"]

_SENTENCE = re.compile(
    r"(?<!\bU\.S\.)(?<!\bU\.K\.)(?<!\bSt\.)(?<!\bDr\.)(?<!\bNo\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bvs\.)"
    r"(?<=[.!?:;])[”’\"')\]]{0,2}\d{0,3}\s+(?=[A-Z“‘\"(\[])"
)
_AGENT = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:\w+(?:ed|en|wn|ade|eld|un|one|iven|et)(?:\s+(?:and|or)\s+\w+)?)\s+"
    r"(?:\w+ly\s+)?(?:jointly\s+)?by\s+(?P<who>(?:the|all|each|every)\s+[^,.;:]{2,120}|(?-i:[A-Z])[^,.;:]{2,120})",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"(?:[A-Z]\.)?\(?\d{1,3}(?:\.\w{1,3}){0,3}\.?\)?\s+|[A-Z](?:\.\d{1,3}){1,3}\.?\s+|\(?[a-z]{1,4}\)\s*"
    r"|[ivx]{1,4}\.?\s+(?=[A-Z])|(?:recommendations?|actions?)\s+(?=(?-i:The|All|Every|Each)\s)|(?:recommendation|action)\s*[\w.]{0,6}\s*[:–-]\s*",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"^[a-z]\.\s")
_AMENDED = re.compile(r"\bbe\s+(?:\w+ly\s+)?\w+(?:ed|en|ade)\b")
_BRACKET_AT_END = re.compile(
    r"[(\[](?:(?:for|to|lead)\b:?\s)?(?P<who>(?:the\s|all\s)?[A-Z][^()\[\]]{3,120})[)\]]\W*$",
    re.IGNORECASE,
)
_LONGEST_BRACKET = 140
_STATES = re.compile(
    r"\s(?:have|has|are|is|do|does|were|was|had|did|can|could)(?:n[o’']t)?\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:^|[\[(\n.;]\s*)(?:action|owner|responsib\w+(?:\s+(?:officer|owner|person|manager|body))?"
    r"|lead(?:\s+(?:officer|body))?|for\s+action|action\s+(?:by|for|owner)|addressed\s+to|addressee"
    r"|who)\s*:\s*(?P<who>[A-Z][^\n.;\])]{2,120})",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\W*To:?\s+(?P<who>(?:the\s+|all\s+|each\s+|every\s+|(?=[A-Z]))[^.:;]{2,120}):"
)
_ALONE = re.compile(r"(?P<who>(?:The|All|Each|Every)\s[A-Z][^.:;,]{2,100}):")
_WEAK = re.compile(r"(?:management|managers?|leaders?|staff|leadership|we)$", re.IGNORECASE)
_WHILE = re.compile(
    r"(?:as|if|when|where|once|while|before|after)\s+(?P<who>(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*"
    r"|\s+of(?:\s+the)?\s+(?-i:[A-Z])[\w’'-]*){0,6})[\s,]",
    re.IGNORECASE,
)
_AND_THAT = re.compile(
    r"(?:[;,]|\sand)\s+(?:and\s+)?that\s+(?=(?:the|all|every|each)\s|[A-Z])"
    r"|(?:,\s+and|;(?:\s+and)?)\s+(?=[^,;.]{2,80}\s(?:should|must|shall)\b)"
    r"|\sand\s+(?=the\s[^,;.]{2,60}\s(?:should|must|shall)\b)"
)
_RECOMMENDS = re.compile(r"\brecommends?\b[^.;:]{0,130}?\bthat\b", re.IGNORECASE)
_AND_A_NAME = re.compile(r"\sand\s+(?:that\s+)?(?=the\s+[A-Z])")
_ANYBODY = re.compile(
    r"(?:officers?|staff|supervisors?|managers?|employees|workers|members|teachers?|nurses?|sergeants?"
    r"|inspectors?|leaders?|teams?|personnel|people|users?|victims?|children|detainees|prisoners?|patients"
    r"|pupils|witnesses|management|practitioners|professionals|drivers|pilots|crews?|doctors?|clinicians)$",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(
    r"(?:[Tt]his|[Tt]hese|[Tt]hose|[Ee]very|[Ee]ach|[Aa]n?|[Tt]he)\s+"
    r"(?:[a-z-]+\s+){0,3}[a-z-]*[a-rt-z]\s"
)
_LEADS = re.compile(r"(?::|\brecommends?\s+that)\s*$", re.IGNORECASE)
_FURTHER_SENTENCES = 6
_MOST_SENTENCES = 40
_LONGEST_SENTENCE = 1_200
_LONGEST_LEAD = 12_000


def addressees_of(lead: str, outside: str | None, clauses: Sequence[str] = ()) -> tuple[str, ...]:
    """Give whom an item names, or else whom the words outside it name.

    An owner of the item's own goes before whom its sentence names, and so does a heading where
    only a later part of the sentence names anybody. "Management should" names nobody in
    particular, and "The Trust should" below a trust's whole name means that trust. `clauses` are
    read where their lead-in, "We recommend that:", names nobody.
    """
    named, main = _read(lead)
    if not named and not outside:
        return _of_clauses(lead, clauses) or _at_end(clauses[-1] if clauses else lead)
    if outside:
        told = read_named(outside)
        if whole := _in_full(named, told):
            return whole
        if is_owned(outside) and told and not _same(told, named):
            return told
        told_first = not main and is_to(outside)
        if not named or told_first or all(_is_anybody(name) for name in named):
            return told or named
    return named


def _is_anybody(name: str) -> bool:
    """Say whether a name means people of whatever body it is: "staff", "custody officers"."""
    return _WEAK.fullmatch(name) is not None or (
        name.lower() == name[:1].lower() + name[1:] and _ANYBODY.search(name) is not None
    )


def _same(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Say whether names differ only in number: "Chief constables" and "chief constable"."""
    return {name.lower().rstrip("s") for name in names} == {
        name.lower().rstrip("s") for name in others
    }


def _in_full(named: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
    """Give the names told that end, or begin, as those named: "Trust" for "Eastquay NHS Trust"."""
    whole = [next((one for one in told if _shortens(name, one)), None) for name in named]
    return tuple(dict.fromkeys(one for one in whole if one)) if None not in whole else ()


def _shortens(name: str, whole: str) -> bool:
    """Say whether a name is the end of another, or the whole of it before its first "of"."""
    short, full = name.lower(), whole.lower()
    return full.endswith(f" {short}") or full.startswith((f"{short} of ", f"{short} for "))


def _at_end(words: str) -> tuple[str, ...]:
    """Read whom a bracket at an item's end names: "Publish the list. (Harbour Agency)"."""
    bracket = _BRACKET_AT_END.search(words[-_LONGEST_BRACKET:])
    names = split_names(bracket["who"]) if bracket else ()
    return names if names and all(" " in name and names_body(name) for name in names) else ()


def _of_clauses(lead: str, clauses: Sequence[str]) -> tuple[str, ...]:
    if not _LEADS.search(lead[-40:]) or MODALS.search(lead) or _AMENDED.search(lead):
        return ()
    names: list[str] = []
    said = ""
    for clause in clauses[:_MOST_SENTENCES]:
        words = _LETTERED.sub("", " ".join(clause[:_LONGEST_SENTENCE].split()), count=1)
        further = _further(_SENTENCE.split(_NUMBERING.sub("", words, count=1))[0])
        names += (name for name in further if f" a {name} " not in said)
        said += f"{words} "
    return tuple(dict.fromkeys(names))


def read_addressees(lead: str) -> tuple[str, ...]:
    """List whom the words before the clauses address; empty where they name nobody."""
    return _read(lead)[0]


def _read(lead: str) -> tuple[tuple[str, ...], bool]:
    """Give whom words address, and whether it is their main clause that does."""
    lead = lead[:_LONGEST_LEAD]
    running = " ".join(lead.split()).lstrip('“"‘')
    for _ in range(3):
        numbering = _NUMBERING.match(running)
        running = running[numbering.end() :] if numbering else running
    label = _LABEL.search(lead)
    if label and names_body(label["who"]):
        return split_names(label["who"]), True
    alone = _ALONE.fullmatch(running)
    if alone and names_body(alone["who"]) and (named := split_names(alone["who"])):
        return named, True
    parts = [part[:_LONGEST_SENTENCE] for part in _SENTENCE.split(running)[:_MOST_SENTENCES]]
    headed = _HEADED.match(parts[0]) if parts else None
    if headed and names_body(first_name(headed["who"])):
        return split_names(headed["who"]), True
    for place, sentence in enumerate(parts):
        names, main = _of_sentence(parts, place, running)
        if names:
            later = parts[place + 1 :]
            if _is_passive(sentence) and (doers := _with_others((), running, "", later)):
                return doers, False
            asked = any(MODALS.search(part) for part in parts[:place])
            return _with_others(names, running, sentence, later), main and not asked
    agents = (agent for sentence in parts if (agent := _AGENT.search(sentence)))
    done_by = (split_names(one["who"]) for one in agents if names_body(first_name(one["who"])))
    if names := next(done_by, ()):
        return names, False
    return split_names(stated_subject(parts[0])) if parts else (), False


def _of_sentence(parts: list[str], place: int, running: str) -> tuple[tuple[str, ...], bool]:
    for number, who in enumerate(subjects_of(parts[place])):
        names = () if PRONOUN.match(who) else split_names(who)
        if PRONOUN.match(who):
            while_ = _WHILE.match(parts[place])
            held = split_names(while_["who"]) if while_ and names_body(while_["who"]) else ()
            names = held or _antecedent(parts[max(0, place - 1)]) or _antecedent(running)
        if names:
            return names, number == 0 and not _is_passive(parts[place])
    return (), False


def _is_passive(sentence: str) -> bool:
    modal = MODALS.search(sentence)
    return modal is not None and PASSIVE.match(sentence, modal.end()) is not None


def _with_others(
    names: tuple[str, ...], running: str, sentence: str, later: list[str]
) -> tuple[str, ...]:
    """Add whom the clauses and sentences after the first lay a duty on: never the same again."""
    told = list(names)
    further = [(0, one) for one in _AND_THAT.split(sentence)[1:]]
    further += enumerate(later[:_FURTHER_SENTENCES], start=1)
    if _RECOMMENDS.search(sentence) and MODALS.search(sentence) is None:
        further += [(0, one) for one in _AND_A_NAME.split(sentence)[1:4]]
    for number, one in further:
        if number and _ONE_OF_THEM.match(one):
            continue
        recommended = not number or _RECOMMENDS.search(one) is not None
        for name in _further(one, states=recommended):
            shortened = any(set(name.lower().split()) <= set(had.lower().split()) for had in told)
            if not shortened and f"({name})" not in running:
                told.append(name)
    return tuple(told)


def _further(words: str, *, states: bool = False) -> tuple[str, ...]:
    """Read a further subject, where it is surely one: "…, and that the Board review it".

    `states` is whether the words are recommended, so that "the Board reviews it" is one too.
    """
    rest = without_openings(words)[0]
    modal = MODALS.search(rest)
    if now := stated_subject(rest) if states else "":
        return split_names(now)
    if modal is not None:
        who = rest[: modal.start()].strip(" ,")
        if PASSIVE.match(rest, modal.end()):
            return ()
    else:
        who = leading_name(rest)
        if not acts_at_once(rest, who):
            return ()
    first = first_name(who)
    if len(who) > LONGEST or not names_body(first) or _ANYBODY.search(first):
        return ()
    return () if CLAUSE.search(first) else split_names(who)


def _antecedent(running: str) -> tuple[str, ...]:
    """Read "Leaders have … They should": the subject of the sentence before."""
    states = _STATES.search(running)
    who = without_openings(running[: states.start()] + " ")[0].strip() if states else ""
    if not who or PRONOUN.match(who) or len(who) > 80 or not names_body(first_name(who)):
        return ()
    return split_names(who)
