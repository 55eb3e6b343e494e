"""The two sample reports, taken in as if they had come out in the last months."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from gainboard.domain.report import Report
from gainboard.intake.documents import read_document
from gainboard.intake.extract import extract
from gainboard.places import resource
from gainboard.services import taking_in
from gainboard.services.sample.cast import ASSURANCE
from gainboard.services.sittings import operation
from gainboard.store.register import Register

CUSTODY = "custody-healthcare.txt"
RECORDING = "crime-recording.txt"
SAMPLE_REPORT = resource("sample", CUSTODY)

# The months the two documents are written for: the custody report came out in May.
_WRITTEN_FOR = date(2026, 10, 1)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH_AND_YEAR = re.compile(rf"\b({'|'.join(_MONTHS)}) (20\d\d)\b")


GoTo = Callable[[date], None]


@dataclass(frozen=True, slots=True)
class Refs:
    """The references of the two sample reports' recommendations."""

    custody: str
    recording: str

    def of_custody(self, number: int | str) -> str:
        """Return e.g. HPC26-2."""
        return f"{self.custody}-{number}"

    def of_recording(self, number: int | str) -> str:
        """Return e.g. CRF26-AFI1."""
        return f"{self.recording}-{number}"


def take_in_reports(register: Register, today: date, go_to: GoTo) -> Refs:
    """Take in the sample reports, those that the register does not have yet."""
    recording = _known(register, RECORDING) or _take_in(register, RECORDING, today, go_to)
    custody = _known(register, CUSTODY) or _take_in(register, CUSTODY, today, go_to)
    return Refs(custody=custody.code, recording=recording.code)


def _known(register: Register, name: str) -> Report | None:
    document = register.tables.report_documents.first("name = ?", name, order="id DESC")
    return register.tables.reports.get(document.report_id) if document else None


def _take_in(register: Register, name: str, today: date, go_to: GoTo) -> Report:
    """Take in a sample document, its dates moved so that the story ends today."""
    words = _moved(read_document(resource("sample", name)).text, today)
    draft = extract(words)
    published = draft.report.published or today
    go_to(published + timedelta(days=4))
    done = taking_in.take_in(register, draft, document_name=name)
    (key,) = done.touched("report")
    report = register.tables.reports.get(key)
    go_to(published + timedelta(days=9))
    with operation(register, f"Record the plenary on {report.code}"):
        register.tables.reports.change(
            report,
            plenary_on=published + timedelta(days=9),
            plenary_facilitator=ASSURANCE,
            plenary_note="Leads from each department and the partners named in the report took "
            "part; the improvement activity agreed is in the PAF improvement plan.",
        )
    return report


def _moved(words: str, today: date) -> str:
    """Move every month named with its year by as many months as today lies from the original."""
    by = (today.year - _WRITTEN_FOR.year) * 12 + today.month - _WRITTEN_FOR.month

    def move(found: re.Match[str]) -> str:
        months = int(found[2]) * 12 + _MONTHS.index(found[1]) + by
        return f"{_MONTHS[months % 12]} {months // 12}"

    return _MONTH_AND_YEAR.sub(move, words)
