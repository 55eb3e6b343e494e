"""A published report, its findings, its document and the statutory response to it."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """A report the board received. Scope boxes are None where the tick is not known."""

    code: str
    title: str
    source_kind: str
    published: date | None = None
    received: date | None = None
    force_specific: bool | None = None
    national: bool | None = None
    follow_up: bool | None = None
    thematic: bool | None = None
    partner: bool | None = None
    force_quoted: bool | None = None
    link: str = ""
    summary: str = ""
    key_findings: str = ""
    plenary_on: date | None = None
    plenary_facilitator: str = ""
    plenary_note: str = ""
    attachment_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument(Record):
    """The report's words as read; the spans of its recommendations count in `text`."""

    report_id: int
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBody(Record):
    """A body that made a report."""

    report_id: int
    body_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """A cause of concern, or an accelerated one, above its recommendations."""

    report_id: int
    kind: str
    number: str = ""
    text: str
    closed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file held by the register under the SHA-256 of its content, in hex."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Record):
    """The statutory response to a report (Police Act 1996 s.55)."""

    report_id: int
    comments_due: date | None = None
    comments_on: date | None = None
    force_response: str = ""
    commissioner_comment: str = ""
    published_on: date | None = None
    copied_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseLine(Record):
    """What the response says of one recommendation: the action, or why none (s.55(5B))."""

    response_id: int
    recommendation_id: int
    action: str = ""
    reason_for_none: str = ""
