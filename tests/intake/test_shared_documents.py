"""The real documents, where they lie beside the repository; skipped where they do not."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gainboard.intake.extract import extract_document

SHARED = Path(__file__).resolve().parents[3] / "shared" / "intake"
SLUGS = sorted(path.stem for path in SHARED.glob("labels/*.json"))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def published(label: dict[str, Any]) -> date | None:
    return date.fromisoformat(label["published"]) if len(label["published"]) == 10 else None


@pytest.mark.skipif(not SLUGS, reason="the shared documents are not here")
@pytest.mark.parametrize("slug", SLUGS or ["none"])
def test_every_labelled_item_is_found_with_its_number_and_clauses(slug: str) -> None:
    label = json.loads((SHARED / "labels" / f"{slug}.json").read_text(encoding="utf-8"))
    draft = extract_document(SHARED / "documents" / f"{slug}.txt", published(label))
    found = draft.items[: len(label["items"])]
    assert [item.number for item in found] == [item["number"] for item in label["items"]]
    assert [len(item.clauses) for item in found] == [item["clauses"] for item in label["items"]]
    for item, wanted in zip(found, label["items"], strict=True):
        assert squeezed(wanted["text_end"]) in squeezed(item.text)
