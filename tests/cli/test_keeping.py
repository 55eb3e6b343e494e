"""`gainboard retention` and `gainboard dispose`."""

from pathlib import Path

from tests.cli.running import answer, run

MINUTES = "Board minutes"
REPORTS = "Inspection report and response"
WORD = "supervisor"


def files_holding(folder: Path, word: str) -> list[str]:
    files = [one for one in folder.glob("northmoor.*/**/*") if one.is_file()]
    files += [one for one in folder.glob("northmoor.*") if one.is_file()]
    return [one.name for one in files if word.encode() in one.read_bytes()]


def test_without_a_reference_every_report_and_meeting_is_listed(register: Path) -> None:
    (one,) = answer("retention", register)["retention"]
    assert (one["ref"], one["class"], one["review_on"], one["hold"]) == ("MP26", "", None, False)
    assert "no review date" in run("retention", register).stdout


def test_class_review_date_and_hold_are_settled_by_options(register: Path) -> None:
    run("retention", register, "MP26", "--class", REPORTS, "--hold", "An inquiry")
    (one,) = answer("retention", register, "mp26")["retention"]
    assert (one["class"], one["review_on"]) == (REPORTS, "2036-02-04")
    assert (one["hold"], one["hold_reason"]) == (True, "An inquiry")
    run("retention", register, "MP26", "--release", "--review", "2030-01-01")
    (one,) = answer("retention", register)["retention"]
    assert (one["class"], one["review_on"], one["hold"]) == (REPORTS, "2030-01-01", False)


def test_the_years_of_a_class_can_be_changed(register: Path) -> None:
    run("retention", register, "MP26", "--class", REPORTS, "--years", "3")
    (one,) = answer("retention", register)["retention"]
    assert one["review_on"] == "2029-02-04"


def test_a_disposal_says_what_it_erased_and_leaves_no_word(register: Path) -> None:
    assert files_holding(register.parent, WORD)
    done = run("dispose", register, "MP26")
    assert done.exit_code == 0
    assert "3 recommendations" in done.stdout
    assert files_holding(register.parent, WORD) == []
    assert run("check", register).exit_code == 0


def test_older_backups_are_replaced_by_a_fresh_one(register: Path) -> None:
    run("backup", register)
    (older,) = (register.parent / "northmoor.gainboard-backups").glob("*.zip")
    told = answer("dispose", register, "MP26")
    (newer,) = older.parent.glob("*.zip")
    assert older != newer
    assert newer.name in told["says"]


def test_a_refused_disposal_leaves_everything(register: Path) -> None:
    run("retention", register, "MP26", "--hold", "An inquiry")
    refused = run("dispose", register, "MP26")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "E-ON-HOLD" in refused.stderr
    assert len(answer("list", register)["items"]) == 3


def test_undo_stops_at_a_disposal(register: Path) -> None:
    run("dispose", register, "MP26", "--reason", "Taken in by mistake")
    refused = run("undo", register)
    assert refused.exit_code == 1
    assert "E-DISPOSED" in refused.stderr


def test_a_second_place_that_cannot_be_renewed_is_told(register: Path, tmp_path: Path) -> None:
    run("backup", register)
    done = run("dispose", register, "MP26", "--second", tmp_path / "not there")
    assert done.exit_code == 1
    assert "second place" in done.stdout
