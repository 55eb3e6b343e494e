"""What of a draft the register has already."""

from dataclasses import replace

from gainboard.domain.twins import find_twins
from gainboard.services.already_in import known_texts, reports_met
from gainboard.store.register import Register
from tests.builders import a_draft, an_item


def met(register: Register, *items: str, title: str) -> list[tuple[str, int, bool]]:
    draft = a_draft(*(an_item(str(n), text) for n, text in enumerate(items, 1)), title=title)
    twins = find_twins(items, known_texts(register))
    found = reports_met(register, draft, twins)
    return [(one.code, one.same, one.titled_alike) for one in found]


def texts() -> list[str]:
    return [item.text for item in a_draft().items]


def test_a_report_taken_in_again_is_met_with_all_its_items(register: Register) -> None:
    title = a_draft().report.title or ""
    assert met(register, *texts(), title=title.upper()) == [("CCP25", 6, True)]


def test_half_of_the_items_are_enough_under_another_title(register: Register) -> None:
    items = [*texts()[:2], "Publish what the review has cost.", "Appoint a custody lead."]
    assert met(register, *items, title="The state's response") == [("CCP25", 2, False)]


def test_a_report_that_repeats_one_item_is_another(register: Register) -> None:
    items = [texts()[0], "Publish what the review has cost.", "Appoint a custody lead."]
    assert met(register, *items, title="Custody, one year on") == []


def test_a_draft_without_title_or_items_meets_nothing(register: Register) -> None:
    draft = a_draft()
    bare = replace(draft, items=(), report=replace(draft.report, title=None))
    assert reports_met(register, bare, {}) == ()
