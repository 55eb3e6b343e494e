"""From a bare machine to a running or a tested GAIN Board, in one command.

    python3 packaging/bootstrap.py run      open the program on a sample board
    python3 packaging/bootstrap.py test     check format, lint and types, and run the tests
    python3 packaging/bootstrap.py setup    only make .venv ready for both

On Windows type `py` for `python3`. What follows `--` after `test` is given to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys

import environment
import machine

USAGE = "Say what to do: run, test or setup, as in: python3 packaging/bootstrap.py run"
CHECKS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("tests", ("pytest", "-n", "auto")),
)


def main(arguments: list[str]) -> int:
    """Do what the first word says; return the exit code."""
    words, extra = split_arguments(arguments)
    try:
        machine.check_python()
        if words == ["run"] and not extra:
            return run()
        if words == ["test"]:
            return test(extra)
        if words == ["setup"] and not extra:
            return setup()
        print(USAGE, file=sys.stderr)
        return 2
    except machine.Stop as stop:
        print(f"bootstrap: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("bootstrap: stopped. What was installed so far is kept.", file=sys.stderr)
        return 130


def split_arguments(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Return what is ours and what follows the `--`."""
    if "--" not in arguments:
        return arguments, []
    cut = arguments.index("--")
    return arguments[:cut], arguments[cut + 1 :]


def setup() -> int:
    """Make .venv ready for running and testing."""
    machine.check_libraries(window=False)
    environment.prepare(tests=True)
    return 0


def run() -> int:
    """Open the window on a sample board, or without a screen run the demonstration."""
    window = machine.has_screen(os.environ)
    machine.check_libraries(window=window)
    environment.prepare(tests=False)
    return _python("gainboard", "--sample") if window else _demonstrate()


def test(extra: list[str]) -> int:
    """Run every check, to the end; name those that failed."""
    machine.check_libraries(window=False)
    environment.prepare(tests=True)
    failed = [name for name, command in CHECKS if not _passes(name, command, extra)]
    if failed:
        print(f"bootstrap: failed: {', '.join(failed)}", flush=True)
        return 1
    print(f"bootstrap: all passed: {', '.join(name for name, _ in CHECKS)}", flush=True)
    return 0


def _demonstrate() -> int:
    output = environment.ROOT / "demo-output"
    print("bootstrap: there is no screen here, so the demonstration is run instead", flush=True)
    code = _python("gainboard", "demo", str(output))
    if code == 0:
        print(f"bootstrap: the demonstration's files are in {output}", flush=True)
    return code


def _passes(name: str, command: tuple[str, ...], extra: list[str]) -> bool:
    print(f"bootstrap: {name}: {' '.join(command)}", flush=True)
    return _python(*command, *(extra if name == "tests" else [])) == 0


def _python(*arguments: str) -> int:
    """Run a module in the environment; windows stay unseen where there is no screen."""
    surroundings = dict(os.environ)
    if arguments[-1] != "--sample":
        surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [str(environment.python()), "-m", *arguments]
    return subprocess.run(
        command, cwd=str(environment.ROOT), env=surroundings, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
