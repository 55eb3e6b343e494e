"""The tables of the register, each under its noun."""

import sqlite3
from dataclasses import fields

from sqlite_utils import Database

from gainboard.domain import directory, dispatch, meeting, recommendation, report, retention
from gainboard.domain.record import Record
from gainboard.store import chain
from gainboard.store.table import Table

RECORDS: dict[str, type[Record]] = {
    "setting": directory.Setting,
    "choice": directory.Choice,
    "body": directory.Body,
    "body_alias": directory.BodyAlias,
    "person": directory.Person,
    "delivery_group": directory.DeliveryGroup,
    "group_member": directory.GroupMember,
    "attachment": report.Attachment,
    "report": report.Report,
    "report_document": report.ReportDocument,
    "report_body": report.ReportBody,
    "response": report.Response,
    "response_line": report.ResponseLine,
    "finding": report.Finding,
    "recommendation": recommendation.Recommendation,
    "clause": recommendation.Clause,
    "deadline": recommendation.Deadline,
    "addressee": recommendation.Addressee,
    "theme": recommendation.Theme,
    "status_entry": recommendation.StatusEntry,
    "action": recommendation.Action,
    "progress_update": recommendation.Update,
    "evidence": recommendation.Evidence,
    "evidence_clause": recommendation.EvidenceClause,
    "extension": recommendation.Extension,
    "meeting": meeting.Meeting,
    "attendance": meeting.Attendance,
    "agenda_item": meeting.AgendaItem,
    "decision": meeting.Decision,
    "addendum": meeting.Addendum,
    "approved_minutes": meeting.ApprovedMinutes,
    "dispatch": dispatch.Dispatch,
    "dispatch_row": dispatch.DispatchRow,
    "retention_class": retention.RetentionClass,
    "retention": retention.Retention,
    "erasure": retention.Erasure,
}

JOURNAL = {
    "journal_entry": (*chain.FIELDS, "hash"),
    "journal_payload": ("seq", "salt", "changes"),
}
# The register's own tables, which the journal tells nothing of.
_OWN = {"draft": ("id", "place", "words", "saved_at"), "left_to_erase": ("id", "what")}


def misfit(conn: sqlite3.Connection) -> str:
    """Name the first table whose columns are not those the program knows; empty where none is."""
    wanted = {name: set(columns) for name, columns in {**JOURNAL, **_OWN}.items()}
    wanted |= {name: {field.name for field in fields(kind)} for name, kind in RECORDS.items()}
    for table, columns in wanted.items():
        found = conn.execute(f"PRAGMA table_info({table})").fetchall()
        if {str(row[1]) for row in found} != columns:
            return table
    return ""


class Tables:
    """Every journaled table of one open register."""

    def __init__(self, db: Database) -> None:
        self.settings = Table(db, directory.Setting, "setting")
        self.choices = Table(db, directory.Choice, "choice")
        self.bodies = Table(db, directory.Body, "body")
        self.body_aliases = Table(db, directory.BodyAlias, "body_alias")
        self.people = Table(db, directory.Person, "person")
        self.groups = Table(db, directory.DeliveryGroup, "delivery_group")
        self.group_members = Table(db, directory.GroupMember, "group_member")
        self.attachments = Table(db, report.Attachment, "attachment")
        self.reports = Table(db, report.Report, "report")
        self.report_documents = Table(db, report.ReportDocument, "report_document")
        self.report_bodies = Table(db, report.ReportBody, "report_body")
        self.responses = Table(db, report.Response, "response")
        self.response_lines = Table(db, report.ResponseLine, "response_line")
        self.findings = Table(db, report.Finding, "finding")
        self.recommendations = Table(db, recommendation.Recommendation, "recommendation")
        self.clauses = Table(db, recommendation.Clause, "clause")
        self.deadlines = Table(db, recommendation.Deadline, "deadline")
        self.addressees = Table(db, recommendation.Addressee, "addressee")
        self.themes = Table(db, recommendation.Theme, "theme")
        self.status_entries = Table(db, recommendation.StatusEntry, "status_entry")
        self.actions = Table(db, recommendation.Action, "action")
        self.updates = Table(db, recommendation.Update, "progress_update")
        self.evidence = Table(db, recommendation.Evidence, "evidence")
        self.evidence_clauses = Table(db, recommendation.EvidenceClause, "evidence_clause")
        self.extensions = Table(db, recommendation.Extension, "extension")
        self.meetings = Table(db, meeting.Meeting, "meeting")
        self.attendance = Table(db, meeting.Attendance, "attendance")
        self.agenda = Table(db, meeting.AgendaItem, "agenda_item")
        self.decisions = Table(db, meeting.Decision, "decision")
        self.addenda = Table(db, meeting.Addendum, "addendum")
        self.approved_minutes = Table(db, meeting.ApprovedMinutes, "approved_minutes")
        self.dispatches = Table(db, dispatch.Dispatch, "dispatch")
        self.dispatch_rows = Table(db, dispatch.DispatchRow, "dispatch_row")
        self.retention_classes = Table(db, retention.RetentionClass, "retention_class")
        self.retentions = Table(db, retention.Retention, "retention")
        self.erasures = Table(db, retention.Erasure, "erasure")
