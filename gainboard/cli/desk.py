"""What only a window can do, handed in by the composition root; commands import no window."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gainboard.services.running import Outcome

RunScript = Callable[[Path, str, Path], Iterable["Outcome"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The window's doors: open it, take pictures of it, run a script through its widgets."""

    open_window: Callable[[Path | None, bool], int]
    take_pictures: Callable[[Path, Path], list[Path]]
    run_script: RunScript
