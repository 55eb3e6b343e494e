"""The commands backup and restore, as a person at a terminal would call them."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import answer, run


def test_a_backup_is_made_beside_the_register(register: Path) -> None:
    result = run("backup", register)
    [made] = register.with_name(f"{register.stem}.gainboard-backups").iterdir()
    assert result.exit_code == 0
    assert str(made) in result.stdout
    assert "up to entry 2" in result.stdout


def test_a_backup_is_told_as_json(register: Path) -> None:
    told = answer("backup", register)
    newest = answer("history", register)["entries"][-1]
    assert (told["ok"], told["seq"], told["hash"]) == (True, newest["seq"], newest["hash"])
    assert Path(told["backup"]).stat().st_size == told["size"]


def test_what_is_restored_is_what_was_backed_up(register: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    assert run("backup", register, "--to", out).exit_code == 0
    run("undo", register)
    result = run("restore", out, register)
    assert result.exit_code == 0
    assert "1 change made since is not in it" in result.stdout
    assert "kept in" in result.stdout
    assert answer("check", register)["journal"]["entries"] == 2


def test_a_restore_is_told_as_json(register: Path) -> None:
    made = answer("backup", register)
    run("undo", register)
    told = answer("restore", made["backup"], register)
    assert (told["ok"], told["seq"], told["hash"], told["lost"]) == (True, 2, made["hash"], 1)
    assert (Path(told["replaced"]) / register.name).exists()


def test_a_restore_to_a_new_place_puts_nothing_aside(register: Path, tmp_path: Path) -> None:
    made = answer("backup", register)
    told = answer("restore", made["backup"], tmp_path / "new.gainboard")
    assert (told["replaced"], told["lost"]) == (None, 0)
    assert run("check", tmp_path / "new.gainboard").exit_code == 0


def test_a_damaged_register_is_refused_and_its_backups_stay(register: Path) -> None:
    made = Path(answer("backup", register)["backup"])
    with sqlite3.connect(register) as behind:
        behind.execute("UPDATE recommendation SET rag = 'green' WHERE ref = 'MP26-1'")
    behind.close()
    result = run("backup", register)
    assert (result.exit_code, "E-DAMAGED" in result.stderr) == (3, True)
    assert list(made.parent.iterdir()) == [made]


@pytest.fixture
def kept(register: Path, tmp_path: Path) -> Path:
    """Return where the register keeps a file that was offered as evidence."""
    (tmp_path / "sample.txt").write_text("dip sample")
    offer = {"do": "evidence", "ref": "MP26-1", "text": "Sample", "file": "sample.txt"}
    (tmp_path / "offer.jsonl").write_text(json.dumps(offer))
    run("script", register, tmp_path / "offer.jsonl")
    [file] = register.with_name(f"{register.stem}.gainboard-attachments").glob("*/*")
    return file


def test_a_lost_attachment_is_told_beside_the_backup(register: Path, kept: Path) -> None:
    kept.unlink()
    result = run("backup", register)
    assert result.exit_code == 3
    assert kept.name[:12] in result.stdout


def test_an_attachment_found_nowhere_is_told_of_a_restore(
    register: Path, kept: Path, tmp_path: Path
) -> None:
    made = Path(answer("backup", register)["backup"])
    alone = made.rename(tmp_path / "alone.backup.zip")
    (tmp_path / "new").mkdir()
    result = run("restore", alone, tmp_path / "new" / "new.gainboard")
    assert result.exit_code == 3
    assert f"Attachment {kept.name[:12]} was found nowhere" in result.stdout
    assert answer("list", tmp_path / "new" / "new.gainboard")["items"]


@pytest.mark.parametrize("content", [b"", b"Dear board", b"PK\x03\x04 and no more"])
def test_what_is_no_backup_is_refused(register: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter").write_bytes(content)
    before = register.read_bytes()
    told = run("restore", tmp_path / "letter", register)
    assert (told.exit_code, "E-NOT-A-BACKUP" in told.stderr) == (1, True)
    assert register.read_bytes() == before


def test_a_pipe_is_not_replaced_by_a_backup(register: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert run("backup", register, "--to", pipe).stderr.endswith("(E-NOT-A-FILE)\n")
    assert pipe.is_fifo()


def test_a_register_another_program_holds_is_not_restored_over(
    register: Path, tmp_path: Path
) -> None:
    out = tmp_path / "kept.zip"
    run("backup", register, "--to", out)
    before = register.read_bytes()
    other = sqlite3.connect(register)
    other.execute("BEGIN EXCLUSIVE")
    result = run("restore", out, register)
    other.close()
    assert (result.exit_code, "E-LOCKED" in result.stderr) == (1, True)
    assert register.read_bytes() == before
