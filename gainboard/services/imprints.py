"""What every paper says of itself: marking, time, and the journal entry it was made from."""

from gainboard.domain.paper import Imprint, Marking
from gainboard.services.settings import board_settings
from gainboard.store.register import Register


def imprint(register: Register, marking: Marking | None = None) -> Imprint:
    """Return the imprint of a paper made now."""
    settings = board_settings(register)
    seq, digest = register.journal.head()
    return Imprint(
        force=settings.force,
        board=settings.board,
        marking=marking or settings.marking,
        made_at=register.clock().astimezone(),
        anchor_seq=seq,
        anchor_hash=digest[:12],
    )
