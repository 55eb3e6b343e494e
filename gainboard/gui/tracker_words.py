"""The sentences of the page that takes a tracker in."""

from gainboard.domain.incoming.entry import Outcome
from gainboard.domain.incoming.plan import Plan
from gainboard.gui.tracker_study import Kept, Study
from gainboard.gui.wording import count, sentence_case

STEPS = {
    "columnsPage": "Step 1 of 3: columns",
    "valuesPage": "Step 2 of 3: words",
    "previewPage": "Step 3 of 3: preview",
}
NO_TEXT = (
    "No column holds the recommendations yet, so that nothing could be made. Choose the column "
    "that holds their words, and let it hold “Recommendation”."
)
NO_TRACKER = (
    "Nothing in “{}” looks like a tracker: no column holds the words of recommendations. Choose "
    "the column or the sheet that does, or take in another workbook; nothing was changed."
)


def verb(plan: Plan) -> str:
    """Name what the last step does, for its button."""
    return f"&Take in {count(len(plan.items), 'recommendation', 'recommendations')}"


def headline(plan: Plan) -> str:
    """Say in a sentence or two what will be made, and that the rest is named."""
    is_whole = not plan.remarks and len(plan.items) == len(plan.rows)
    return plan.headline if is_whole else f"{plan.headline} Each is named below."


def taken_words(plan: Plan) -> str:
    """Say what is in the register now, and where what was not understood is found."""
    made = count(len(plan.items), "recommendation is", "recommendations are")
    of = count(len({one.code for one in plan.items}), "report", "reports")
    told = f"{made} in the register now, of {of}, from “{plan.name}”."
    left = plan.count(Outcome.NOT_MADE)
    rows = [f"{count(left, 'row was', 'rows were')} not taken in"] if left else []
    cells = [count(len(plan.remarks), "cell is", "cells are")] if plan.remarks else []
    named = cells and [f"{cells[0]} named with a problem"]
    if not rows and not named:
        return told
    where = "Exchange, Take in an existing tracker, shows them again and saves their list"
    return f"{told} {sentence_case(' and '.join([*rows, *named]))}: {where}."


def kept_words(kept: Kept) -> str:
    """Say that a tracker was begun with before, and how much was chosen."""
    columns, words = len(kept.choices.columns), len(kept.choices.values)
    told = [count(columns, "column", "columns")] if columns else []
    told += [count(words, "word", "words")] if words else []
    chosen = " and ".join(told) or "its sheets"
    return f"You began with this tracker before, and chose {chosen}. Your choices are shown here."


def read_words(study: Study) -> str:
    """Say what is being taken in: the file, its sheets, the rows to read."""
    sheets = count(len(study.book.sheets), "sheet", "sheets")
    return f"{study.book.name}: {sheets}, {count(study.rows, 'row', 'rows')} to read"


def last_words(plan: Plan) -> str:
    """Say what was taken in last."""
    return f"Taken in last: “{plan.name}”. {plan.headline}"
