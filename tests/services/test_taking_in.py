"""Taking a report in."""

from datetime import date

import pytest

from gainboard.domain.draft import Kind
from gainboard.domain.states import Applicability, ForceStatus
from gainboard.errors import Refused
from gainboard.services.history import undo
from gainboard.services.taking_in import suggest_code, take_in
from gainboard.services.views import detail, document, report, summaries
from gainboard.store.register import Register
from tests.builders import PUBLISHED, a_draft, after, an_item, dump


def refs(register: Register, code: str) -> list[str]:
    return [one.ref for one in summaries(register, f"ref:{code}" if "-" in code else code)]


def test_every_item_gets_its_reference(register: Register) -> None:
    found = [one.ref for one in summaries(register)]
    assert found == ["CCP25-1", "CCP25-2", "CCP25-3", "CCP25-4", "CCP25-CI1", "CCP25-5"]


def test_the_words_are_verbatim(register: Register) -> None:
    assert detail(register, "CCP25-1").recommendation.text == a_draft().items[0].text


def test_an_item_without_parts_is_its_own_clause(register: Register) -> None:
    [clause] = detail(register, "CCP25-5").clauses
    assert (clause.ref, clause.clause.text) == ("CCP25-5", a_draft().items[5].text)


def test_parts_become_clauses(register: Register) -> None:
    found = [clause.ref for clause in detail(register, "CCP25-1").clauses]
    assert found == ["CCP25-1(a)", "CCP25-1(b)", "CCP25-1(c)"]


def test_a_compliance_issue_is_not_lost(register: Register) -> None:
    one = detail(register, "CCP25-CI1").summary
    assert one.applicability is Applicability.UNDECIDED
    assert one.force_status is ForceStatus.AWAITING_ALLOCATION


def test_the_report_is_kept_with_its_words(register: Register) -> None:
    view = report(register, "ccp25")
    assert (view.report.source_kind, view.report.published) == ("joint inspection", PUBLISHED)
    assert view.bodies == ("Inspectorate of Cells", "Inspectorate of Courts")
    assert document(register, "CCP25") == a_draft().source


def test_the_statutory_clock_runs_from_publication(register: Register) -> None:
    last_days = [clock.last_day for clock in report(register, "CCP25").clocks]
    assert last_days == [date(2025, 9, 3), date(2025, 8, 9)]


def test_dependences_are_joined_up(register: Register) -> None:
    assert detail(register, "CCP25-3").depends_on == ("CCP25-2",)
    assert detail(register, "CCP25-2").depended_on_by == ("CCP25-3",)


def test_a_dependence_on_nothing_known_is_kept_in_words(register: Register) -> None:
    draft = a_draft(an_item("1", "Use it.", deadlines=(after("9", 3),)), title="Use of forms")
    take_in(register, draft, document_name="forms.txt", code="UF25")
    one = detail(register, "UF25-1")
    assert (one.depends_on, one.summary.current_date) == ((), None)
    assert one.summary.deadlines[0].words.endswith("recommendation 9")


def test_it_is_one_step_to_take_back(register: Register) -> None:
    before = dump(register)
    draft = a_draft(an_item("1", "Use it."), title="Use of forms")
    take_in(register, draft, document_name="forms.txt")
    undo(register)
    assert dump(register) == before


def test_a_choice_at_review_overrides_the_proposal(register: Register) -> None:
    draft = a_draft(an_item("1", "Use it."), title="Use of forms")
    chosen = {0: Applicability.WATCH}
    take_in(register, draft, document_name="forms.txt", code="UF25", applicability=chosen)
    one = detail(register, "UF25-1").recommendation
    assert (one.force_status, one.applicability_reason) == (
        ForceStatus.WATCH,
        "decided at intake review",
    )


def test_a_number_printed_twice_gets_a_second_part(register: Register) -> None:
    items = (an_item("1", "Use it."), an_item("1", "Use it again."))
    take_in(register, a_draft(*items), document_name="forms.txt", code="UF25")
    assert refs(register, "UF25") == ["UF25-1", "UF25-1.2"]


def test_recommendations_under_one_cause_of_concern_share_its_finding(register: Register) -> None:
    cause, says = Kind.CAUSE_OF_CONCERN, "Calls are not answered."
    items = [an_item(None, one, kind=cause, heading=says) for one in ("Answer.", "Log calls.")]
    take_in(register, a_draft(*items), document_name="calls.txt", code="CA25")
    [finding] = [one for one in register.tables.findings.all() if one.text == says]
    over = {detail(register, ref).recommendation.finding_id for ref in refs(register, "CA25")}
    assert over == {finding.id}


def test_a_reference_another_report_has_is_not_given_again(register: Register) -> None:
    take_in(register, a_draft(an_item("1-2", "Use it.")), document_name="a", code="UF")
    take_in(register, a_draft(an_item("2", "Use it.")), document_name="b", code="UF-1")
    assert detail(register, "UF-1-2.2").report.code == "UF-1"


def test_a_document_without_recommendations_is_not_taken_in(register: Register) -> None:
    from dataclasses import replace

    with pytest.raises(Refused, match="E-NOTHING-FOUND"):
        take_in(register, replace(a_draft(), items=()), document_name="menu.txt")


def test_a_code_is_taken_once(register: Register) -> None:
    with pytest.raises(Refused, match="E-CODE-TAKEN"):
        take_in(register, a_draft(), document_name="care.txt", code="ccp25")


@pytest.mark.parametrize("code", ["(x)", "A B", "x" * 21, "A/1", "A\u0301("])
def test_a_code_is_letters_digits_and_hyphens(register: Register, code: str) -> None:
    with pytest.raises(Refused, match="E-BAD-CODE"):
        take_in(register, a_draft(), document_name="care.txt", code=code)


def test_a_code_that_is_taken_is_not_suggested(register: Register) -> None:
    assert suggest_code(register, "Care in custody and prisons", PUBLISHED) == "CCP25B"


def test_a_title_of_nothing_is_called_by_its_document(register: Register) -> None:
    draft = a_draft(an_item("1", "Use it."), title="\u202e")
    take_in(register, draft, document_name="forms.txt", code="UF25")
    assert report(register, "UF25").report.title == "forms.txt"


def test_an_unnumbered_kind_is_called_by_its_letters(register: Register) -> None:
    items = [an_item(None, "Improve.", kind=Kind.AREA_FOR_IMPROVEMENT) for _ in range(2)]
    take_in(register, a_draft(*items), document_name="afi.txt", code="UF25")
    assert refs(register, "UF25") == ["UF25-AFI1", "UF25-AFI2"]
