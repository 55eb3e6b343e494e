"""The way in: what a bare machine is told, and when the environment is made again."""

from pathlib import Path

import bootstrap
import environment
import machine
import pytest


def test_a_missing_library_is_named_with_the_line_that_brings_it() -> None:
    sentence = machine.libraries_sentence(["libGL.so.1", "libEGL.so.1"], ["libgl1", "libegl1"])
    assert "libGL.so.1, libEGL.so.1" in sentence
    assert sentence.endswith("    sudo apt-get install libgl1 libegl1")


@pytest.mark.skipif("not sys.platform.startswith('linux')")
def test_a_library_nobody_has_is_missing_and_one_everybody_has_is_not() -> None:
    assert machine.missing_libraries(["libc.so.6", "libnorthmoor.so.9"]) == ["libnorthmoor.so.9"]


@pytest.mark.skipif("not sys.platform.startswith('linux')")
def test_qt_is_not_reached_while_a_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(machine.QT_LIBRARIES, "libnorthmoor.so.9", "libnorthmoor9")
    with pytest.raises(machine.Stop, match="sudo apt-get install libnorthmoor9"):
        machine.check_libraries(window=False)


@pytest.mark.parametrize(
    ("surroundings", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", True),
    ],
)
def test_a_window_is_opened_only_where_it_is_seen(
    surroundings: dict[str, str], platform: str, seen: bool
) -> None:
    assert machine.has_screen(surroundings, platform) is seen


def test_only_a_real_x_screen_asks_for_the_x_libraries() -> None:
    here = {"DISPLAY": ":0"}
    assert "libxcb-cursor.so.0" in machine.libraries_needed(here, window=True)
    assert "libxcb-cursor.so.0" not in machine.libraries_needed(here, window=False)
    assert "libxcb-cursor.so.0" not in machine.libraries_needed({}, window=True)


def test_an_old_python_is_told_so_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == "python3.12" else None)
    with pytest.raises(machine.Stop, match=r"Python 3\.9\.2 is too old.*type python3\.12 "):
        machine.check_python((3, 9, 2))


def test_this_python_is_new_enough() -> None:
    machine.check_python()


def test_a_disk_without_room_is_told_in_numbers(tmp_path: Path) -> None:
    with pytest.raises(machine.Stop, match="999000000 MB are needed"):
        machine.check_disk(tmp_path, needed=999_000_000)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("WARNING: Retrying … NewConnectionError: … ERROR: No matching …", "could not be reached"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: something else", "what pip said is above"),
    ],
)
def test_a_failed_installation_is_explained(said: str, told: str) -> None:
    assert told in environment.why_pip_failed(said)


def test_the_environment_is_kept_while_nothing_it_is_made_from_changed() -> None:
    stamp: dict[str, object] = {"made_from": "abc", "tests": False}
    assert environment.is_current(stamp, "abc", tests=False)
    assert not environment.is_current(stamp, "abd", tests=False)
    assert not environment.is_current(stamp, "abc", tests=True)
    assert environment.is_current({**stamp, "tests": True}, "abc", tests=False)
    assert not environment.is_current({}, "abc", tests=False)


def test_a_new_pin_changes_the_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = environment.fingerprint()
    pins = tmp_path / "constraints.txt"
    pins.write_bytes(environment.CONSTRAINTS.read_bytes() + b"another==1.0\n")
    monkeypatch.setattr(environment, "CONSTRAINTS", pins)
    assert environment.fingerprint() != before


def test_line_endings_do_not_change_the_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = environment.fingerprint()
    pins = tmp_path / "constraints.txt"
    pins.write_bytes(environment.CONSTRAINTS.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.setattr(environment, "CONSTRAINTS", pins)
    assert environment.fingerprint() == before


def test_what_follows_the_dashes_is_for_pytest() -> None:
    assert bootstrap.split_arguments(["test", "--", "-k", "x"]) == (["test"], ["-k", "x"])
    assert bootstrap.split_arguments(["run"]) == (["run"], [])


def test_no_word_or_a_wrong_one_is_answered_with_the_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert bootstrap.main([]) == 2
    assert bootstrap.main(["dance"]) == 2
    assert capsys.readouterr().err.count(bootstrap.USAGE) == 2


def test_every_pin_is_a_name_and_a_version_and_nothing_else() -> None:
    lines = environment.CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(len(pin.split("==")) == 2 and "/" not in pin and "@" not in pin for pin in pins)
