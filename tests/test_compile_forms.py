"""The forms drawn in Qt Designer become Python that imports, and only when they changed."""

import importlib.util
from pathlib import Path

import pytest
from compile_forms import compile_forms

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>NotePage</class>
 <widget class="QWidget" name="NotePage">
  <layout class="QVBoxLayout" name="rows">
   <item><widget class="QLabel" name="heading">
    <property name="text"><string>Café</string></property></widget></item>
  </layout>
 </widget>
</ui>
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a folder with one form in its ui/."""
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "note_page.ui").write_text(FORM, encoding="utf-8")
    return tmp_path


def test_a_form_is_compiled_into_a_module_with_its_class(house: Path) -> None:
    [made] = compile_forms(house)
    spec = importlib.util.spec_from_file_location("ui_note_page", made)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert hasattr(module, "Ui_NotePage")


def test_an_unchanged_form_is_not_compiled_again(house: Path) -> None:
    compile_forms(house)
    assert compile_forms(house) == []


def test_a_changed_form_is_compiled_again(house: Path) -> None:
    [made] = compile_forms(house)
    changed = FORM.replace("Café", "Minutes")
    (house / "ui" / "note_page.ui").write_text(changed, encoding="utf-8")
    assert compile_forms(house) == [made]
    assert "Minutes" in made.read_text(encoding="utf-8")


def test_what_was_compiled_from_a_deleted_form_goes_too(house: Path) -> None:
    [made] = compile_forms(house)
    (house / "ui" / "note_page.ui").unlink()
    assert compile_forms(house) == []
    assert not made.exists()


def test_a_broken_form_is_named(house: Path) -> None:
    (house / "ui" / "torn_page.ui").write_text("<ui", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"torn_page\.ui could not be compiled"):
        compile_forms(house)


def test_a_house_without_forms_is_no_fault(tmp_path: Path) -> None:
    assert compile_forms(tmp_path) == []
