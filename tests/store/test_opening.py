"""Opening: every file that is no sound register of ours is told by its id and left as it is."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.services.backups import read_backup
from gainboard.store.lock import lock_file
from gainboard.store.migrations import SCHEMA
from gainboard.store.register import create_register, open_register
from gainboard.store.triage import triage
from tests.builders import a_register
from tests.store.old_registers import schema_1, schema_2

HOLD = """
import sys
from pathlib import Path
from gainboard.store.register import open_register
with open_register(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    a_register(tmp_path).close()
    return tmp_path / "north.gainboard"


def refused(path: Path) -> str:
    with pytest.raises(GainboardError) as told:
        open_register(path)
    assert told.value.says.endswith(".")
    return told.value.id


def patched(path: Path, at: int, value: bytes) -> None:
    """Write bytes into a file in place."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(value)


def test_a_register_opens_with_what_it_held(path: Path) -> None:
    with open_register(path) as register:
        assert register.tables.settings.first("key = 'force'") is not None


def test_opening_and_closing_changes_no_byte(path: Path) -> None:
    before = path.read_bytes()
    open_register(path).close()
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.gainboard") == "E-NOT-FOUND"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path) == "E-FOLDER"


def test_a_name_no_disk_takes_is_said_to_be_none(tmp_path: Path) -> None:
    assert refused(tmp_path / ("x" * 300)) == "E-BAD-NAME"


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (b"", "E-EMPTY"),
        (b"Minutes of the board, as typed.\n" * 10, "E-NOT-A-REGISTER"),
        (b"SQLite format 3\0", "E-TRUNCATED"),
        (b"SQLite format 3\0" + b"\0" * 4080, "E-NOT-A-REGISTER"),
        (b"PK\x03\x04" + b"\0" * 500, "E-NOT-A-REGISTER"),
    ],
)
def test_what_is_no_register_is_left_as_it_is(tmp_path: Path, content: bytes, id: str) -> None:
    path = tmp_path / "north.gainboard"
    path.write_bytes(content)
    assert refused(path) == id
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "north.gainboard"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE photo (id)")
    db.close()
    before = path.read_bytes()
    assert (refused(path), path.read_bytes()) == ("E-NOT-A-REGISTER", before)


def test_a_newer_register_is_left_as_it_is(path: Path) -> None:
    patched(path, 60, (99).to_bytes(4, "big"))
    before = path.read_bytes()
    assert (refused(path), path.read_bytes()) == ("E-NEWER-REGISTER", before)


def test_a_register_that_was_never_finished_is_said_to_be_so(path: Path) -> None:
    path.unlink()
    create_register(path).close()
    patched(path, 60, bytes(4))
    before = path.read_bytes()
    assert (refused(path), path.read_bytes()) == ("E-UNFINISHED-REGISTER", before)


@pytest.mark.parametrize("left", [100, 4096, 4097, -1])
def test_a_register_cut_short_is_left_as_it_is(path: Path, left: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    assert refused(path) == "E-TRUNCATED"
    assert path.read_bytes() == whole[:left]


def test_a_register_with_a_hurt_page_is_left_as_it_is(path: Path) -> None:
    patched(path, 4096, b"\xff" * 4096)
    before = path.read_bytes()
    assert (refused(path), path.read_bytes()) == ("E-DAMAGED", before)


def test_a_register_held_by_another_process_is_left_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    holding = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(holding, stdin=-1, stdout=-1, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert refused(path) == "E-LOCKED"
        holder.communicate("")
    assert path.read_bytes() == before
    open_register(path).close()


def test_a_register_held_here_is_refused(path: Path) -> None:
    with open_register(path):
        assert refused(path) == "E-LOCKED"


def test_the_lock_of_a_killed_process_is_gone_with_it(path: Path) -> None:
    holding = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(holding, stdin=-1, stdout=-1, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.kill()
    open_register(path).close()


def test_a_register_that_may_not_be_written_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    # Root may write anything, so the system's answer is given here.
    monkeypatch.setattr("os.access", lambda *_: False)
    assert (refused(path), path.read_bytes()) == ("E-NO-PERMISSION", before)


def test_nothing_is_made_over_a_file_that_is_there(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(GainboardError, match="E-EXISTS"):
        create_register(path)
    assert path.read_bytes() == before


def test_nothing_is_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GainboardError, match="E-NOT-FOUND"):
        create_register(tmp_path / "nowhere" / "north.gainboard")


def test_an_older_register_is_backed_up_and_brought_up_to_date(tmp_path: Path) -> None:
    old = schema_1(tmp_path)
    with open_register(old) as register:
        assert register.journal.head()[0] == 508
        assert register.tables.retentions.all() == []
    [kept] = tmp_path.glob("old.gainboard-backups/*.zip")
    assert read_backup(kept).schema == 1


def test_a_register_of_the_second_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    old = schema_2(tmp_path)
    with open_register(old) as register:
        assert register.tables.recommendations.all() != []
        assert register.db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
    [kept] = tmp_path.glob("old.gainboard-backups/*.zip")
    assert read_backup(kept).schema == 2


def test_an_older_register_that_cannot_be_backed_up_stays_as_it_is(tmp_path: Path) -> None:
    old = schema_1(tmp_path)
    (tmp_path / "old.gainboard-backups").write_bytes(b"in the way")
    before = old.read_bytes()
    with pytest.raises(GainboardError):
        open_register(old)
    assert old.read_bytes() == before


def test_what_cannot_be_tidied_away_is_no_fault(path: Path) -> None:
    with open_register(path):
        lock_file(path).unlink()
        lock_file(path).mkdir()
    lock_file(path).rmdir()
    open_register(path).close()


def test_a_register_opened_by_a_link_is_the_one_behind_it(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.gainboard"
    link.symlink_to(path)
    with open_register(link) as register:
        assert register.path == path
        assert refused(path) == "E-LOCKED"
        assert triage(link).id == "E-LOCKED"
    assert list(link.parent.iterdir()) == [link]


def test_a_refusal_is_never_its_own_cause(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("ALTER TABLE theme RENAME COLUMN name TO named")
    db.close()
    with pytest.raises(GainboardError) as told:
        open_register(path)
    assert told.value.__cause__ is not told.value
