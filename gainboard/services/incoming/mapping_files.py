"""A mapping as a JSON file, for the command line and for another register."""

import json
from pathlib import Path

from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.mapping_json import from_json, to_json
from gainboard.errors import GainboardError
from gainboard.intake.documents import read_content

_LARGEST = 5_000_000


def load_mapping(path: Path) -> Mapping:
    """Read a mapping; raises GainboardError E-BAD-MAPPING, or as `read_content` does."""
    content = read_content(path)
    try:
        if len(content) > _LARGEST:
            raise ValueError("too large for a mapping")
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise GainboardError(
            "E-BAD-MAPPING",
            f"“{path.name}” is no JSON document, and so no mapping; nothing was taken in. "
            "Save one with --save-mapping, and correct that.",
        ) from None
    return from_json(document)


def save_mapping(mapping: Mapping, path: Path) -> None:
    """Write a mapping to a .json file; an existing file is replaced whole."""
    from gainboard.exports.saving import check_target, put_in_place

    check_target(path, ".json")
    text = json.dumps(to_json(mapping), ensure_ascii=False, indent=2)
    put_in_place(path, f"{text}\n".encode())
