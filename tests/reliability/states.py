"""Ask `triage` about every state a file may be in: the right id each, and nothing changed.

python -m tests.reliability.states
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from tests.reliability.commands import Told, run, run_here
from tests.reliability.file_states import STATES, State
from tests.reliability.footprint import differences, footprint
from tests.reliability.material import a_sitting

HOLD = """
import sys
from pathlib import Path
from gainboard.store.register import open_register
with open_register(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
# Root may read what nobody may: without this capability it is a user like any other.
NO_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What triage said of one state, and what is wrong with that."""

    state: str
    id: str | None
    code: int
    wrong: str


def look(state: State, model: Path, folder: Path, *, inside: bool = False) -> Seen:
    """Make one state in a folder of its own, ask triage, and compare."""
    shutil.copytree(model.parent, folder)
    path = state.make(folder / model.name) or folder / model.name
    try:
        with _held(path) if state.held else _free():
            before = footprint(folder)
            told = _ask(state, path, inside=inside)
            changed = differences(before, footprint(folder))
    finally:
        folder.chmod(0o755)
    said, wrong = told.document.get("id"), _wrong(state, told, changed)
    return Seen(state=state.name, id=said, code=told.code, wrong=wrong)


def can_ask(state: State) -> bool:
    """Tell whether this machine can show the state: some need a user without root's rights."""
    return not state.without_rights or os.getuid() != 0 or shutil.which("setpriv") is not None


def _ask(state: State, path: Path, *, inside: bool) -> Told:
    if state.without_rights:
        return run("triage", path, "--json", before=NO_RIGHTS if os.getuid() == 0 else ())
    return (run_here if inside else run)("triage", path, "--json")


def _wrong(state: State, told: Told, changed: list[str]) -> str:
    document = told.document
    if told.crashed:
        return f"crashed: {told.err[-200:]}"
    if "id" not in document:
        return f"no document: {told.out[:80]} {told.err[:80]}"
    if changed:
        return "changed " + ", ".join(changed)
    if document["id"] not in state.ids:
        return f"says {document['id']}, wanted {' or '.join(map(str, state.ids))}"
    if told.code not in state.codes:
        return f"exit {told.code}, wanted {state.codes}"
    return _contradiction(document, told)


def _contradiction(document: dict[str, object], told: Told) -> str:
    """Say where the answer contradicts itself: its flag, its id, its code, its sentence."""
    if document["ok"] is not (document["id"] is None) or (told.code == 0) is not document["ok"]:
        return f"ok is {document['ok']} with id {document['id']} and exit {told.code}"
    if not document.get("state") or not str(document.get("says", "")).endswith("."):
        return "no state or no sentence"
    if document["id"] and f"({document['id']})" not in told.err:
        return "the sentence on standard error does not end in its id"
    return ""


@contextmanager
def _free() -> Iterator[None]:
    yield


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Let another process hold the register meanwhile."""
    line = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        yield
        holder.communicate()


@click.command()
def main() -> None:
    """Show every state with what triage said; exit 1 if any answer is wrong."""
    with tempfile.TemporaryDirectory() as scratch:
        model = a_sitting(Path(scratch) / "model")
        asked = [state for state in STATES if can_ask(state)]
        seen = [look(state, model, Path(scratch) / f"{n}") for n, state in enumerate(asked)]
    for one in seen:
        verdict = one.wrong or "right"
        click.echo(f"{one.state:32} {one.id or 'sound':24} exit {one.code}  {verdict}")
    wrong = [one for one in seen if one.wrong]
    click.echo(f"{len(seen)} states, {len(wrong)} wrong, {len(STATES) - len(seen)} not asked")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
