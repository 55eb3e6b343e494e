"""Words that were typed and not recorded: where, said in words, and what was typed there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from gainboard.gui.intake_kept import read_review
from gainboard.gui.tracker_study import read_kept
from gainboard.gui.workspace import Workspace
from gainboard.services.left_words import Draft, Spot, left_words, spot_of
from gainboard.services.registers import now

# What was typed to find a line is of no use later.
_NOT_KEPT = "GoToForm"
_FORMS = {
    "UpdateForm": "an update on {}",
    "EvidenceForm": "evidence for {}",
    "JudgementForm": "a judgement of the evidence for {}",
    "JudgeForm": "a judgement of the evidence for {}",
    "WaiverForm": "a waiver on {}",
    "WaiveForm": "a waiver on {}",
    "ActionForm": "an action on {}",
    "DoneForm": "an action done on {}",
    "CompleteForm": "an action done on {}",
    "ApplicabilityForm": "the applicability of {}",
    "CompletionForm": "another’s completion of {}",
    "AllocateForm": "the allocation of {}",
    "ExtendForm": "an extension of {}",
    "CloseForm": "the closing of {}",
    "ReturnForm": "the return of {}",
    "NoteForm": "a note on {}",
    "DeferForm": "the deferral of {}",
    "OtherForm": "a decision on {}",
    "RewordForm": "another sentence for a decision on {}",
    "AttendForm": "an attendance, at {}",
    "FinishForm": "the end of the meeting, at {}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftWords:
    """What one form or field was left with. `kind` is the first part of its places.

    `ref` is what it is about, `form` the form's name, `item` the line of an agenda.
    """

    places: tuple[str, ...]
    title: str
    words: str
    kept_at: datetime
    kind: str
    ref: str = ""
    form: str = ""
    item: int = 0
    spot: Spot | None = field(default=None)

    @property
    def can_be_opened(self) -> bool:
        """Tell whether the place they were typed at is still there to be opened."""
        if self.kind in ("form", "discussion"):
            return self.spot is not None and self.spot.in_session
        return self.kind in ("record", "intake", "tracker", "plan", "line", "retention")


def found_words(workspace: Workspace) -> list[LeftWords]:
    """Return what was left, the newest first; the fields of one form are one."""
    waiting = workspace.words
    # What waits to be written is newer than what is there, and may be that it is to be forgotten.
    kept = [
        draft
        for draft in workspace.ask(left_words)
        if draft.place not in waiting.stuck and waiting.read(draft.place) is not None
    ]
    return _found(workspace, _drafts(waiting.stuck) + kept)


def title_of_form(form: str, about: str) -> str:
    """Name what a form of this name is for."""
    return _FORMS.get(form, "a form about {}").format(about)


def titles_of(workspace: Workspace, words: Mapping[str, str]) -> list[str]:
    """Name the forms and fields that words belong to which are not in the register yet."""
    return [one.title for one in _found(workspace, _drafts(words))]


def _drafts(words: Mapping[str, str]) -> list[Draft]:
    at = now()
    return [Draft(place=place, words=typed, saved_at=at) for place, typed in words.items()]


def _found(workspace: Workspace, kept: list[Draft]) -> list[LeftWords]:
    by_form: dict[str, list[Draft]] = {}
    for draft in kept:
        if not draft.place.endswith(f"/{_NOT_KEPT}"):
            by_form.setdefault(_form_of(draft.place), []).append(draft)
    return [_told(workspace, form, drafts) for form, drafts in by_form.items()]


def _form_of(place: str) -> str:
    """Return the part of a place that names the form; a reference may hold a slash itself."""
    in_fields = place.startswith(("record/", "plan/", "line/", "retention/"))
    return place.rpartition("/")[0] if in_fields else place


def _told(workspace: Workspace, form: str, drafts: list[Draft]) -> LeftWords:
    kind, _, rest = form.partition("/")
    made = {
        "record": _record,
        "form": _decision,
        "discussion": _discussion,
        "intake": _review,
        "tracker": _tracker,
    }
    tell = made.get(kind, _other)
    return tell(workspace, kind, rest, drafts)


def _record(workspace: Workspace, kind: str, rest: str, drafts: list[Draft]) -> LeftWords:  # noqa: ARG001
    form, _, ref = rest.partition("/")
    title = title_of_form(form, ref)
    return _left(kind, drafts, title, _joined(drafts), ref=ref, form=form)


def _decision(workspace: Workspace, kind: str, rest: str, drafts: list[Draft]) -> LeftWords:
    item, _, form = rest.partition("/")
    spot = _spot(workspace, item)
    title = title_of_form(form, _about(spot))
    words = _typed(drafts[0].words)
    return _left(kind, drafts, title, words, form=form, item=_number(item), spot=spot)


def _discussion(workspace: Workspace, kind: str, rest: str, drafts: list[Draft]) -> LeftWords:
    spot = _spot(workspace, rest)
    title = f"the discussion of {_about(spot)}"
    return _left(kind, drafts, title, drafts[0].words, item=_number(rest), spot=spot)


def _review(workspace: Workspace, kind: str, rest: str, drafts: list[Draft]) -> LeftWords:  # noqa: ARG001
    review = read_review(drafts[0].words)
    words = f"{review.counted}\n\n{review.report.title or ''}" if review else ""
    return _left(kind, drafts, f"the review of {rest}", words.strip())


def _tracker(workspace: Workspace, kind: str, rest: str, drafts: list[Draft]) -> LeftWords:  # noqa: ARG001
    kept = read_kept(drafts[0].words)
    return _left(kind, drafts, f"the mapping of the tracker {rest}", kept.told if kept else "")


def _other(workspace: Workspace, kind: str, rest: str, drafts: list[Draft]) -> LeftWords:  # noqa: ARG001
    titles = {
        "plan": "a meeting being planned",
        "line": f"a line for the agenda of {rest}",
        "retention": f"the reason for a hold on {rest}",
    }
    title = titles.get(kind, "words typed elsewhere")
    return _left(kind, drafts, title, _joined(drafts), ref=rest)


def _left(
    kind: str,
    drafts: list[Draft],
    title: str,
    words: str,
    *,
    ref: str = "",
    form: str = "",
    item: int = 0,
    spot: Spot | None = None,
) -> LeftWords:
    return LeftWords(
        places=tuple(draft.place for draft in drafts),
        title=title,
        words=words,
        kept_at=max(draft.saved_at for draft in drafts),
        kind=kind,
        ref=ref,
        form=form,
        item=item,
        spot=spot,
    )


def _joined(drafts: list[Draft]) -> str:
    return "\n".join(draft.words for draft in drafts)


def _typed(kept: str) -> str:
    """Return the words of a decision's form, which are kept together."""
    try:
        fields = json.loads(kept)
    except ValueError:
        return kept
    return "\n".join(str(words) for words in fields.values() if str(words).strip())


def _spot(workspace: Workspace, item: str) -> Spot | None:
    return workspace.ask(spot_of, _number(item))


def _about(spot: Spot | None) -> str:
    if spot is None:
        return "a line that is no longer on an agenda"
    return f"{spot.ref or spot.title}, {spot.meeting_ref}"


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else 0
