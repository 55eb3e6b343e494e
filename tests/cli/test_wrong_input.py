"""Wrong input to each command: one sentence, exit 1, nothing changed."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import answer, run, script

READERS = ["list", "history", "undo", "check"]
ONE_SENTENCE = re.compile(r"[^\n]+\(E-[A-Z-]+\)\n")


@pytest.fixture
def wrong(tmp_path: Path) -> dict[str, Path]:
    """Return files that are no registers, by what they are."""
    folder, empty, text, foreign = (
        tmp_path / f"{name}.gainboard" for name in ("folder", "empty", "text", "foreign")
    )
    folder.mkdir()
    empty.touch()
    text.write_text("Minutes of a meeting, " * 20, "utf-8")
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE recommendation (id INTEGER)")
    missing = tmp_path / "missing.gainboard"
    return {"missing": missing, "folder": folder, "empty": empty, "text": text, "foreign": foreign}


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "text", "foreign"])
@pytest.mark.parametrize("command", READERS)
def test_what_is_no_register_is_refused_and_left_as_it_was(
    command: str, kind: str, wrong: dict[str, Path]
) -> None:
    path = wrong[kind]
    before = path.read_bytes() if path.is_file() else None
    result = run(command, path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert ONE_SENTENCE.fullmatch(result.stderr)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "text", "foreign"])
def test_exports_scripts_and_intake_refuse_what_is_no_register(
    kind: str, wrong: dict[str, Path], report: Path, tmp_path: Path
) -> None:
    lines, out = tmp_path / "script.jsonl", tmp_path / "out.xlsx"
    lines.write_text('{"do": "undo"}', "utf-8")
    for words in (
        ["export", "tracker", wrong[kind], out],
        ["export", "minutes", wrong[kind], "GAIN 2026/01", out],
        ["script", wrong[kind], lines],
        ["intake", wrong[kind], report],
    ):
        result = run(*words)
        assert (result.exit_code, bool(ONE_SENTENCE.fullmatch(result.stderr))) == (1, True)
    assert not out.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
@pytest.mark.parametrize("words", [["list"], ["check"], ["undo"], ["extract"], ["script"]])
def test_a_pipe_nobody_writes_to_keeps_nobody_waiting(
    words: list[str], register: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.gainboard"
    os.mkfifo(pipe)
    result = run(*words, *([register] if words == ["script"] else []), pipe)
    assert (result.exit_code, bool(ONE_SENTENCE.fullmatch(result.stderr))) == (1, True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_evidence_is_not_awaited_from_a_pipe(register: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    offer = {"do": "evidence", "ref": "MP26-1", "clauses": ["a"], "text": "A log.", "file": "pipe"}
    assert "E-NOT-A-DOCUMENT" in script(register, offer).stdout


def test_what_can_be_no_name_of_a_file_is_refused(register: Path) -> None:
    offer = {"do": "evidence", "ref": "MP26-1", "clauses": ["a"], "text": "A log.", "file": "a\0b"}
    assert "E-NOT-FOUND" in script(register, offer).stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_anchors_are_not_awaited_from_a_pipe(register: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    result = run("check", register, "--anchors", tmp_path / "pipe")
    assert (result.exit_code, "E-BAD-ANCHORS" in result.stderr) == (1, True)


def test_new_refuses_to_overwrite(register: Path) -> None:
    before = register.read_bytes()
    result = run("new", register, "--force", "Southmoor Police")
    assert (result.exit_code, "E-EXISTS" in result.stderr) == (1, True)
    assert register.read_bytes() == before


def test_new_leaves_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    link = tmp_path / "link.gainboard"
    link.symlink_to(link.name)
    result = run("new", link, "--force", "Northmoor Police")
    assert (result.exit_code, "E-EXISTS" in result.stderr, link.is_symlink()) == (1, True, True)


def test_new_leaves_nothing_where_its_folder_is_missing(tmp_path: Path) -> None:
    result = run("new", tmp_path / "nowhere" / "board.gainboard", "--force", "Northmoor Police")
    assert (result.exit_code, "E-NOT-FOUND" in result.stderr) == (1, True)
    assert list(tmp_path.glob("*nowhere*")) == []


def test_new_wants_a_force_with_a_name(tmp_path: Path) -> None:
    path = tmp_path / "board.gainboard"
    assert run("new", path, "--force", "  ").exit_code == 1
    assert run("new", path).exit_code == 2
    assert not path.exists()


@pytest.mark.parametrize("name", ["missing.txt", "folder", "empty.txt", "picture.txt"])
def test_a_document_that_cannot_be_read_changes_nothing(
    name: str, register: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    for words in (["extract", tmp_path / name], ["intake", register, tmp_path / name]):
        result = run(*words)
        assert (result.exit_code, bool(ONE_SENTENCE.fullmatch(result.stderr))) == (1, True)
    assert len(answer("history", register)["entries"]) == 2


def test_a_document_without_recommendations_is_not_taken_in(register: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Dear colleague, thank you for your letter of 3 May. Yours, A. Clerk", "utf-8"
    )
    result = run("intake", register, letter)
    assert (result.exit_code, "E-NOTHING-FOUND" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        (["history", "--ref", "MP26-99"], "E-UNKNOWN-REFERENCE"),
        (["list", "--query", "colour:red"], "E-BAD-QUERY"),
        (["check", "--anchors", "no such file"], "E-BAD-ANCHORS"),
    ],
)
def test_what_a_register_does_not_hold_is_said(words: list[str], id_: str, register: Path) -> None:
    result = run(words[0], register, *words[1:])
    assert (result.exit_code, id_ in result.stderr) == (1, True)


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-13", "soon", "20260304", "04/02/2026", "", "2026-W01-1"]
)
def test_a_bad_date_is_said(day: str, register: Path, report: Path) -> None:
    for words in (["extract", report], ["intake", register, report]):
        result = run(*words, "--published", day)
        assert (result.exit_code, "E-BAD-DATE" in result.stderr) == (1, True)
    assert len(answer("history", register)["entries"]) == 2


def test_minutes_of_no_meeting_are_not_written(register: Path, tmp_path: Path) -> None:
    out = tmp_path / "minutes.xlsx"
    result = run("export", "minutes", register, "GAIN 1999/01", out)
    assert (result.exit_code, "E-UNKNOWN-REFERENCE" in result.stderr) == (1, True)
    assert not out.exists()


@pytest.mark.parametrize("out", ["nowhere/tracker.xlsx", "tracker.pdf", "folder"])
def test_a_paper_that_cannot_be_written_is_said(out: str, register: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    result = run("export", "tracker", register, tmp_path / out)
    assert (result.exit_code, bool(ONE_SENTENCE.fullmatch(result.stderr))) == (1, True)


@pytest.mark.parametrize("inside", ["", "x"])
def test_pictures_are_not_put_into_a_file(inside: str, register: Path, report: Path) -> None:
    result = run("screenshots", register, report / inside)
    assert (result.exit_code, "E-NOT-A-FOLDER" in result.stderr) == (1, True)


def test_an_old_marking_is_never_written(register: Path, tmp_path: Path) -> None:
    out = tmp_path / "tracker.xlsx"
    result = run("export", "tracker", register, out, "--marking", "Not Protectively Marked")
    assert (result.exit_code, "E-BAD-MARKING" in result.stderr, out.exists()) == (1, True, False)


def test_a_fault_is_a_json_document_too_where_json_is_asked_for(tmp_path: Path) -> None:
    told = answer("list", tmp_path / "missing.gainboard")
    assert (told["ok"], told["id"]) == (False, "E-NOT-FOUND")


def test_a_command_mistyped_is_wrong_usage() -> None:
    assert run("lst").exit_code == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("command", [*READERS, "extract"])
def test_a_file_without_permission_is_said(command: str, register: Path) -> None:
    register.chmod(0)
    result = run(command, register)
    assert (result.exit_code, "E-NO-PERMISSION" in result.stderr) == (1, True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_said(register: Path) -> None:
    register.parent.chmod(0o500)
    result = run("undo", register)
    register.parent.chmod(0o700)
    assert (result.exit_code, "E-NO-PERMISSION" in result.stderr) == (1, True)


@pytest.mark.skipif(sys.platform != "linux", reason="only here can a screen be missing")
def test_a_window_without_a_screen_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    result = run()
    assert (result.exit_code, "E-NO-SCREEN" in result.stderr) == (1, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
def test_an_answer_that_finds_no_room_is_said(register: Path) -> None:
    command = [sys.executable, "-m", "gainboard", "list", str(register)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, "E-DISK-FULL" in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "triage", "list", "backup", "undo"])
def test_no_name_at_all_is_said_to_be_none(command: str) -> None:
    result = run(command, "")
    assert (result.exit_code, "E-BAD-NAME" in result.stderr) == (1, True)
