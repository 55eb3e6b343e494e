"""Cells of an .xlsx that hold an error ("#REF!"), which their reader leaves empty."""

import re
import zipfile
from html import unescape
from io import BytesIO

Fault = tuple[int, int, str]

_FAULTY = re.compile(rb'<c\b(?=[^<>]*\st="e")[^<>]*\sr="([A-Z]{1,3})(\d{1,7})"[^<>]*>')
_VALUE = re.compile(rb"<v>([^<]{1,40})</v>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^<>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"<>]*)"')
_MOST = 2_000
_LARGEST_PART = 200_000_000


def faults_by_sheet(content: bytes) -> dict[str, list[Fault]]:
    """Return the cells with errors by sheet, rows and columns from 0; none for other kinds."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            return {name: _faults(parts, part) for name, part in _sheet_parts(parts).items()}
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, ValueError):
        return {}  # whether the file can be read at all is for its reader to say


def _sheet_parts(parts: zipfile.ZipFile) -> dict[str, str]:
    if "xl/workbook.xml" not in parts.namelist():
        return {}
    book = parts.read("xl/workbook.xml").decode("utf-8", "replace")
    links = parts.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {
        one["Id"]: one["Target"]
        for one in (dict(_ATTRIBUTE.findall(link)) for link in _RELATION.findall(links))
        if "Id" in one and "Target" in one
    }
    found = {}
    for one in (dict(_ATTRIBUTE.findall(sheet)) for sheet in _SHEET.findall(book)):
        target = targets.get(one.get("r:id", ""), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if target and part in parts.namelist():
            found[unescape(one.get("name", ""))] = part
    return found


def _faults(parts: zipfile.ZipFile, part: str) -> list[Fault]:
    if parts.getinfo(part).file_size > _LARGEST_PART:
        return []
    sheet = parts.read(part)
    found = []
    for cell in _FAULTY.finditer(sheet):
        end = sheet.find(b"</c>", cell.end(), cell.end() + 20_000)
        value = _VALUE.search(sheet, cell.end(), end if end > 0 else cell.end())
        words = unescape(value[1].decode("utf-8", "replace")) if value else "an error"
        found.append((int(cell[2]) - 1, _column(cell[1].decode()), words))
        if len(found) == _MOST:
            break
    return found


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
