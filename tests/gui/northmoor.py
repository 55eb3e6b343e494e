"""A small board of a fictional force, for the tests of the meeting."""

from datetime import date

from gainboard.domain.deadlines import find_deadlines
from gainboard.domain.draft import Draft, DraftClause, DraftItem, DraftReport, Kind
from gainboard.domain.states import Applicability, Rag, Verdict
from gainboard.gui.workspace import Workspace
from gainboard.services.allocation import allocate
from gainboard.services.evidence import judge, offer
from gainboard.services.meetings import open_meeting
from gainboard.services.progress import record_update
from gainboard.services.taking_in import take_in

PUBLISHED = date(2026, 1, 15)
HELD = date(2026, 3, 12)
MEETING = "GAIN 2026/01"
LEAD = "Supt Custody"
GROUP = "Custody Delivery Group"

_ITEMS = (
    (
        "By the end of June 2026, Northmoor Police should make sure that every detainee is "
        "offered a rest period, and that the record shows when and by whom it was offered.",
        ("the offer is made at each review", "the custody record shows the offer"),
    ),
    ("By July 2026, Northmoor Police should publish how long detainees wait for a decision.", ()),
    ("Within six months, Northmoor Police should review its use of the holding rooms.", ()),
)


def sample_draft() -> Draft:
    """Return what reading a short fictional report would find."""
    source, items = "Custody in Northmoor\n\n", []
    for number, (text, parts) in enumerate(_ITEMS, 1):
        source += f"Recommendation {number}\n"
        start = len(source)
        source += text + "\n\n"
        items.append(_item(str(number), text, parts, (start, start + len(text))))
    report = DraftReport(
        title="Custody in Northmoor", published=PUBLISHED, bodies=("Custody Inspectorate",)
    )
    return Draft(report=report, items=tuple(items), warnings=(), source=source)


def _item(number: str, text: str, parts: tuple[str, ...], span: tuple[int, int]) -> DraftItem:
    return DraftItem(
        number=number,
        kind=Kind.RECOMMENDATION,
        text=text,
        clauses=tuple(
            DraftClause(label=label, text=part) for label, part in zip("ab", parts, strict=False)
        ),
        deadlines=find_deadlines(text, PUBLISHED),
        addressees=("Northmoor Police",),
        span=span,
    )


def take_in_sample(workspace: Workspace) -> None:
    """Take the sample report into the register as CIN26, all for the force."""
    choices = dict.fromkeys(range(len(_ITEMS)), Applicability.FOR_FORCE)
    done = workspace.do(
        take_in, sample_draft(), document_name="custody.txt", code="CIN26", applicability=choices
    )
    assert done is not None


def begin_board(workspace: Workspace) -> None:
    """Take in the sample, allocate and evidence CIN26-1, and open the first meeting."""
    take_in_sample(workspace)
    workspace.do(allocate, "CIN26-1", chief_officer="ACC Custody", delivery_lead=LEAD, group=GROUP)
    workspace.do(
        record_update, "CIN26-1", text="Briefings given to all teams.", by=LEAD, rag=Rag.AMBER
    )
    workspace.do(offer, "CIN26-1", clauses=["a"], text="Dip sample of forty custody records")
    workspace.do(
        judge, "CIN26-1", clauses=["a"], verdict=Verdict.SUFFICIENT, by="Head of Assurance"
    )
    workspace.do(open_meeting, MEETING, on=HELD, chair="Deputy Chief Constable")
