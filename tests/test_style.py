"""The sizes and names the house keeps to, so that a newcomer can read any file at a sitting."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE_LINES = 400
FUNCTION_LINES = 50
MAIN_WINDOW_LINES = 250
EMPTY_WORDS = {
    "base",
    "common",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "util",
    "utils",
}
# Put together here, or this file would be found by its own test.
MARKER = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")


def sources(root: Path, *folders: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of every Python file that people wrote."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            if not (path.parent.name == "forms" and path.name.startswith("ui_")):
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def long_functions(source: str) -> list[str]:
    """Name the functions of the source that are longer than a screen."""
    return [
        f"{node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno >= FUNCTION_LINES
    ]


def empty_words(file: str) -> set[str]:
    """Return the words of a path that do not say what is in it."""
    return set(re.split(r"[/_.]", file)) & EMPTY_WORDS


def holds_the_main_window(source: str) -> bool:
    """Tell whether a class of the source is a QMainWindow."""
    return any(
        isinstance(node, ast.ClassDef)
        and any(ast.unparse(parent).endswith("QMainWindow") for parent in node.bases)
        for node in ast.walk(ast.parse(source))
    )


def test_no_file_is_longer_than_can_be_read_at_a_sitting(root: Path) -> None:
    lengths = {
        file: len(text.splitlines()) for file, text in sources(root, "gainboard", "packaging")
    }
    assert {file: n for file, n in lengths.items() if n > FILE_LINES} == {}


def test_no_function_is_longer_than_a_screen(root: Path) -> None:
    found = {f: long_functions(text) for f, text in sources(root, "gainboard", "packaging")}
    assert {file: names for file, names in found.items() if names} == {}


def test_the_main_window_stays_small(root: Path) -> None:
    windows = {f: t for f, t in sources(root, "gainboard/gui") if holds_the_main_window(t)}
    lengths = {file: len(text.splitlines()) for file, text in windows.items()}
    assert {file: n for file, n in lengths.items() if n > MAIN_WINDOW_LINES} == {}


def test_every_module_is_named_by_what_it_holds(root: Path) -> None:
    named = {file: empty_words(file) for file, _ in sources(root, "gainboard", "tests")}
    assert {file: words for file, words in named.items() if words} == {}


def test_nothing_is_left_for_later_in_the_code(root: Path) -> None:
    left = [
        f"{file}:{number}"
        for file, text in sources(root, "gainboard", "packaging", "tests")
        for number, line in enumerate(text.splitlines(), start=1)
        if MARKER.search(line)
    ]
    assert left == []


def test_packaging_never_hides_the_library_of_its_name(root: Path) -> None:
    assert not (root / "packaging" / "__init__.py").exists()


def test_a_long_function_is_named() -> None:
    body = "    x = 1\n" * FUNCTION_LINES
    assert long_functions(f"def weigh():\n{body}") == [f"weigh has {FUNCTION_LINES + 1} lines"]
    assert long_functions("def weigh():\n" + body[10:]) == []


@pytest.mark.parametrize("file", ["gainboard/utils.py", "gainboard/gui/page_manager.py"])
def test_a_name_that_says_nothing_is_caught(file: str) -> None:
    assert empty_words(file)


def test_a_main_window_is_found_by_its_parent() -> None:
    assert holds_the_main_window("class Desk(QtWidgets.QMainWindow): ...")
    assert not holds_the_main_window("class Desk(QWidget): ...")
