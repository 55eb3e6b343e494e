"""What a column of a tracker can mean to this register."""

from enum import StrEnum


class Field(StrEnum):
    """Name what a column holds; its words become this of the recommendation, or of its report."""

    REF = "ref"
    REPORT = "report"
    PUBLISHED = "published"
    SOURCE_KIND = "source_kind"
    BODY = "body"
    NUMBER = "number"
    TEXT = "text"
    KIND = "kind"
    RATING = "rating"
    ADDRESSEE = "addressee"
    APPLICABILITY = "applicability"
    THEME = "theme"
    PAF_AREA = "paf_area"
    CHIEF_OFFICER = "chief_officer"
    DELIVERY_LEAD = "delivery_lead"
    GROUP = "group"
    DEADLINE_WORDS = "deadline_words"
    DUE = "due"
    CURRENT_DATE = "current_date"
    STATUS = "status"
    CLOSED_ON = "closed_on"
    INSPECTORATE_STATUS = "inspectorate_status"
    RAG = "rag"
    FORECAST = "forecast"
    UPDATE = "update"
    UPDATED_ON = "updated_on"
    NOTE = "note"
    LEAVE = "leave"

    @property
    def words(self) -> str:
        """Name the field as the board says it."""
        return _WORDS[self]

    @property
    def may_repeat(self) -> bool:
        """Tell whether several columns may hold it; their words then come one after another."""
        return self in _MANY


_WORDS = {
    Field.REF: "Their reference",
    Field.REPORT: "Report",
    Field.PUBLISHED: "Published",
    Field.SOURCE_KIND: "Kind of report",
    Field.BODY: "Body that made the report",
    Field.NUMBER: "Recommendation number",
    Field.TEXT: "Recommendation",
    Field.KIND: "Kind of recommendation",
    Field.RATING: "Rating or priority",
    Field.ADDRESSEE: "Addressee",
    Field.APPLICABILITY: "Applicability",
    Field.THEME: "Theme",
    Field.PAF_AREA: "PAF area",
    Field.CHIEF_OFFICER: "Chief officer lead",
    Field.DELIVERY_LEAD: "Delivery lead",
    Field.GROUP: "Delivery group",
    Field.DEADLINE_WORDS: "Deadline as written",
    Field.DUE: "Deadline date",
    Field.CURRENT_DATE: "Current date",
    Field.STATUS: "Force status",
    Field.CLOSED_ON: "Date closed",
    Field.INSPECTORATE_STATUS: "Inspectorate status",
    Field.RAG: "RAG",
    Field.FORECAST: "Forecast RAG",
    Field.UPDATE: "Update",
    Field.UPDATED_ON: "Date of the update",
    Field.NOTE: "Keep as a note",
    Field.LEAVE: "Leave out",
}
_MANY = frozenset({Field.ADDRESSEE, Field.THEME, Field.UPDATE, Field.NOTE, Field.LEAVE})

DATES = frozenset(
    {Field.PUBLISHED, Field.DUE, Field.CURRENT_DATE, Field.CLOSED_ON, Field.UPDATED_ON}
)
# Their words have to become some of ours; those of the others are kept as they are.
CHOSEN = (Field.STATUS, Field.RAG, Field.FORECAST, Field.KIND, Field.APPLICABILITY)
