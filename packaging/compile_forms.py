"""Compile ui/*.ui into gainboard/gui/forms/ui_*.py; a build hook, and a command.

Each compiled file begins with the hash of what it was made from, so that only the forms that
changed are compiled again, whatever a clone or a copy did to the times of the files.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent


class CompileForms(BuildHookInterface[Any]):
    """Compile the forms before a wheel or an editable install is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        compile_forms(Path(self.root))


def compile_forms(root: Path) -> list[Path]:
    """Bring the compiled forms up to date; return those that were compiled."""
    sources = sorted((root / "ui").glob("*.ui"))
    folder = root / "gainboard" / "gui" / "forms"
    folder.mkdir(parents=True, exist_ok=True)
    targets = {folder / f"ui_{source.stem}.py": source for source in sources}
    for orphan in set(folder.glob("ui_*.py")) - set(targets):
        orphan.unlink()
    return [target for target, source in targets.items() if _compile(source, target)]


def _compile(source: Path, target: Path) -> bool:
    """Compile one form unless the target was made from the same words by the same Qt."""
    mark = _mark(source)
    if target.exists() and target.read_text(encoding="utf-8").startswith(mark):
        return False
    done = subprocess.run(
        [_uic(), "-g", "python", str(source)], capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0 or not done.stdout:
        raise SystemExit(f"The form {source.name} could not be compiled: {done.stderr.strip()}")
    # Renamed into place: several test runs may compile at the same time.
    fresh = target.with_suffix(".new")
    fresh.write_text(mark + done.stdout, encoding="utf-8", newline="\n")
    fresh.replace(target)
    return True


def _mark(source: Path) -> str:
    text = source.read_bytes().replace(b"\r\n", b"\n")
    qt = importlib.metadata.version("PySide6_Essentials")
    return f"# {source.name} {hashlib.sha256(text).hexdigest()} Qt {qt}\n"


def _uic() -> str:
    """Return the path of Qt's form compiler, without loading Qt."""
    spec = importlib.util.find_spec("PySide6")
    places = list(spec.submodule_search_locations or []) if spec else []
    for place in map(Path, places):
        for tool in (place / "Qt" / "libexec" / "uic", place / "uic.exe", place / "uic"):
            if tool.is_file():
                return str(tool)
    raise SystemExit("Qt's form compiler (uic) was not found: install PySide6-Essentials first.")


if __name__ == "__main__":
    for made in compile_forms(ROOT):
        print(f"compiled {made.relative_to(ROOT)}", file=sys.stderr)
