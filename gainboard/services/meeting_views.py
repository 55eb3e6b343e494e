"""A meeting as its screen shows it."""

from gainboard.domain.meeting import AgendaItem, Decision
from gainboard.domain.rag import shown
from gainboard.domain.states import Presence, Rag
from gainboard.domain.views import AgendaLine, AttendanceView, MeetingView
from gainboard.services import lookup
from gainboard.services.agendas import on_agenda
from gainboard.services.dating import Dating
from gainboard.services.minutes import numbered
from gainboard.store.register import Register


def meeting(register: Register, ref: str) -> MeetingView:
    """Return a meeting with its agenda, attendance and decisions; raises E-UNKNOWN-REFERENCE."""
    one = lookup.meeting(register, ref)
    agenda = on_agenda(register, one)
    decisions = register.tables.decisions.where("meeting_id = ?", one.id)
    lines = tuple(_line(register, item, number, decisions) for number, item in numbered(agenda))
    attendance = _attendance(register, one.id)
    return MeetingView(
        meeting=one,
        lines=lines,
        attendance=attendance,
        current=next((line for line in lines if line.item.state == "current"), None),
        quorum=_quorum(attendance, one.quorum),
    )


def _line(
    register: Register, item: AgendaItem, number: str, decisions: list[Decision]
) -> AgendaLine:
    ref, rag = _recommendation(register, item.recommendation_id)
    return AgendaLine(
        item=item,
        number=number,
        ref=ref,
        rag=rag,
        decisions=tuple(one for one in decisions if one.agenda_item_id == item.id),
    )


def _recommendation(register: Register, key: int | None) -> tuple[str, Rag | None]:
    if key is None:
        return "", None
    one = register.tables.recommendations.get(key)
    current = Dating(register, [one]).current(one)
    counted = None if current.is_projected else current.on
    return one.ref, shown(one.force_status, one.rag, counted, register.clock().date())


def _attendance(register: Register, meeting_id: int) -> tuple[AttendanceView, ...]:
    tables = register.tables
    found = []
    for line in tables.attendance.where("meeting_id = ?", meeting_id):
        person = tables.people.get(line.person_id)
        found.append(AttendanceView(attendance=line, name=person.name, post=person.post))
    return tuple(found)


def _quorum(attendance: tuple[AttendanceView, ...], needed: int | None) -> str:
    if needed is None:
        return ""
    there = sum(1 for line in attendance if line.attendance.presence is not Presence.APOLOGIES)
    return f"{there} present, quorum {needed}" + ("" if there >= needed else ": not quorate")
