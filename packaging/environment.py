"""The environment in .venv: made once, reused while what it was made from stays the same."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from machine import Stop, check_disk, check_venv

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
STAMP = VENV / "gainboard.json"

# What pip says when it is the network that fails, in the words of its versions since 22.
_NETWORK_WORDS = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "NameResolutionError",
    "ProxyError",
    "SSLError",
    "Failed to establish a new connection",
    "Connection aborted",
    "Network is unreachable",
    "Temporary failure in name resolution",
)
_DISK_WORDS = ("No space left on device", "not enough space on the disk")


def python(windows: bool = sys.platform == "win32") -> Path:
    """Return the environment's Python."""
    return VENV / "Scripts" / "python.exe" if windows else VENV / "bin" / "python"


def prepare(*, tests: bool) -> None:
    """Make .venv ready for running, or for testing too; say what takes time."""
    wanted = fingerprint()
    if not is_current(_read_stamp(), wanted, tests=tests) or not _works():
        _install(wanted, tests=tests)
    compile_forms()


def fingerprint() -> str:
    """Return a hash of all that the environment is made from."""
    import tomllib  # not at the top: an old Python has to get far enough to be told so

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    # How the linters are set changes nothing that is installed.
    built = [project["build-system"], project["project"], project["tool"]["hatch"]]
    digest = hashlib.sha256(json.dumps(built).encode())
    digest.update(CONSTRAINTS.read_bytes().replace(b"\r\n", b"\n"))
    # An environment cannot be moved, nor used by another Python.
    digest.update(f"{ROOT} {sys.version_info[0]}.{sys.version_info[1]}".encode())
    return digest.hexdigest()


def is_current(stamp: dict[str, object], wanted: str, *, tests: bool) -> bool:
    """Tell whether an environment with this stamp can be used as it is."""
    return stamp.get("made_from") == wanted and (bool(stamp.get("tests")) or not tests)


def why_pip_failed(output: str) -> str:
    """Say in a sentence or two why an installation failed, from what pip printed."""
    if any(words in output for words in _DISK_WORDS):
        return "The disk is full. What was installed so far is kept. Make room and try again."
    if any(words in output for words in _NETWORK_WORDS):
        return (
            "The package registry could not be reached. What was installed so far is kept. "
            "Check the network, or the proxy and index set for pip, and try again."
        )
    return (
        "Installing failed; what pip said is above. What was installed so far is kept. "
        "If trying again does not help, delete the folder .venv and start over."
    )


def compile_forms() -> None:
    """Bring the compiled forms up to date with ui/; at once when nothing changed."""
    compiler = ROOT / "packaging" / "compile_forms.py"
    if subprocess.run([str(python()), str(compiler)], cwd=str(ROOT), check=False).returncode:
        raise Stop("The forms in ui/ could not be compiled; the reason is above. Nothing was run.")


def _install(wanted: str, *, tests: bool) -> None:
    check_venv()
    started = time.monotonic()
    tests = tests or bool(_read_stamp().get("tests"))
    if not _works():
        check_disk(ROOT)
        _say("1 of 3: making a Python environment in .venv")
        _make()
    STAMP.unlink(missing_ok=True)
    _say("2 of 3: fetching Qt and the build tools (about 90 MB the first time; a few minutes)")
    _pip("hatchling", "PySide6-Essentials")
    _say("3 of 3: installing GAIN Board" + (" and the tools that test it" if tests else ""))
    _pip("--no-build-isolation", "-e", ".[test]" if tests else ".")
    STAMP.write_text(json.dumps({"made_from": wanted, "tests": tests}), encoding="utf-8")
    _say(f"ready after {time.monotonic() - started:.0f} seconds")


def _make() -> None:
    # --clear: what is there does not work, so nothing of it is worth keeping.
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        print(done.stdout.decode(errors="replace"))
        raise Stop("The environment in .venv could not be made; the reason is above.")


def _works() -> bool:
    """Tell whether .venv has a Python of this version that runs, with pip."""
    code = "import pip, sys; print(*sys.version_info[:2])"
    try:
        done = subprocess.run(
            [str(python()), "-c", code],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return False
    return done.stdout.decode().split() == [str(part) for part in sys.version_info[:2]]


def _pip(*arguments: str) -> None:
    """Install quietly; show what pip said only if it failed."""
    pip = [str(python()), "-m", "pip", "install", "--quiet", "--no-input"]
    options = ["--disable-pip-version-check", "--constraint", str(CONSTRAINTS)]
    # PIP_USER and a foreign PYTHONPATH would put things outside the environment.
    kept = {k: v for k, v in os.environ.items() if k not in ("PIP_USER", "PYTHONPATH")}
    done = subprocess.run(
        [*pip, *options, *arguments],
        cwd=str(ROOT),
        env=kept,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        output = done.stdout.decode(errors="replace")
        print(output)
        raise Stop(why_pip_failed(output))


def _read_stamp() -> dict[str, object]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _say(words: str) -> None:
    print(f"bootstrap: {words}", flush=True)
