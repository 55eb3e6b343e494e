"""The lock: one holder, who says what it is, and who is asked to come to the front."""

import threading
from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.store.lock import Lock, holder, knock, lock_file, was_left


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "north.gainboard"


def test_a_second_holder_is_told_of_the_first(path: Path) -> None:
    with Lock(path, "window"), pytest.raises(GainboardError) as told:
        Lock(path).take()
    assert told.value.id == "E-LOCKED"
    assert "a window of the program" in told.value.says
    assert "process" in told.value.says


def test_a_released_lock_leaves_nothing_behind(path: Path) -> None:
    with Lock(path):
        assert lock_file(path).exists()
    assert not lock_file(path).exists()
    assert holder(path) is None


def test_looking_for_a_holder_makes_no_file(path: Path) -> None:
    assert holder(path) is None
    assert not was_left(path)
    assert not lock_file(path).exists()


def test_a_lock_left_with_its_note_tells_of_an_unclean_end(path: Path) -> None:
    lock_file(path).write_bytes(b"\0a window of the program (process 1)")
    assert was_left(path)
    assert holder(path) is None
    with Lock(path) as lock:
        assert lock.found_ended


def test_an_empty_lock_file_tells_of_nothing(path: Path) -> None:
    lock_file(path).touch()
    with Lock(path) as lock:
        assert not lock.found_ended


def test_a_window_hears_the_knock(path: Path) -> None:
    with Lock(path, "window"):
        before = lock_file(path).stat().st_mtime_ns
        assert knock(path)
        assert lock_file(path).stat().st_mtime_ns > before


@pytest.mark.parametrize("held", [True, False])
def test_nobody_but_a_window_answers_a_knock(path: Path, held: bool) -> None:
    if not held:
        assert not knock(path)
        return
    with Lock(path, "command"):
        assert not knock(path)


def test_a_holder_that_has_not_said_yet_who_it_is_is_asked_again(path: Path) -> None:
    with Lock(path, "window") as first:
        note = lock_file(path).read_bytes()
        lock_file(path).write_bytes(b"")
        late = threading.Timer(0.05, lock_file(path).write_bytes, [note])
        late.start()
        with pytest.raises(GainboardError, match="a window of the program"):
            Lock(path).take()
        late.join()
    assert not first.found_ended
