"""What happened to a recommendation since the board last met, in a few words."""

from datetime import date

from gainboard.domain.states import ActionStatus, ExtensionVerdict
from gainboard.domain.views import Detail


def since_last_board(detail: Detail, last: date | None, today: date) -> str:
    """Say what changed after the last board and before this one, held `today`.

    `last` is None where there was none.
    """
    if last is None:
        return "first board that considers it"
    found = [
        _counted(
            _extended(detail, last, today), "due date extended once", "due date extended {} times"
        ),
        _counted(_done(detail, last), "1 action done", "{} actions done"),
        _counted(_updates(detail, last), "1 update", "{} updates"),
        _counted(_offered(detail, last), "1 piece of evidence", "{} pieces of evidence"),
    ]
    return "; ".join(words for words in found if words) or "nothing has changed"


def _extended(detail: Detail, last: date, today: date) -> int:
    """Count the extensions granted between the boards; a first date that was set is none."""
    return sum(
        extension.verdict is ExtensionVerdict.GRANTED
        and extension.former_date is not None
        and extension.decided_on is not None
        and last < extension.decided_on < today
        for extension in detail.extensions
    )


def _done(detail: Detail, last: date) -> int:
    return sum(
        view.action.status is ActionStatus.COMPLETE
        and view.action.completed_on is not None
        and view.action.completed_on > last
        for view in detail.actions
    )


def _updates(detail: Detail, last: date) -> int:
    return sum(view.update.made_on > last for view in detail.updates)


def _offered(detail: Detail, last: date) -> int:
    return sum(view.evidence.added_on > last for view in detail.evidence)


def _counted(count: int, one: str, many: str) -> str:
    if not count:
        return ""
    return one if count == 1 else many.format(count)
