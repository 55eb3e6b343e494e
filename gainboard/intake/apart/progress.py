"""How far the reading of a document has come, for whoever listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
_listening: ContextVar[Listener | None] = ContextVar("listening", default=None)


def pages_read(done: int, of: int) -> None:
    """Tell that so many pages (or rows, or parts) of so many are read; cheap where none listens."""
    listener = _listening.get()
    if listener is not None:
        listener(done, of)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Let a listener hear what `pages_read` tells inside."""
    token = _listening.set(listener)
    try:
        yield
    finally:
        _listening.reset(token)
