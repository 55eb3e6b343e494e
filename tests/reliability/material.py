"""Registers in the middle of their work, and scripts of small operations against them."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gainboard.services.evidence import offer
from gainboard.services.meetings import take_up
from tests.builders import a_year, allocated, in_meeting, proven

REF = "CCP25-1"
REFS = ("CCP25-1", "CCP25-4", "CCP25-5")
_WORDS = (
    "custody records dip sample appropriate adult asked came month inspector training "
    "handover form court prisoner day audit board evidence café naïve £ – “so” partner"
).split()


def a_sitting(folder: Path) -> Path:
    """Make a register whose board sits on an item, with leads, evidence, a file and a draft."""
    folder.mkdir(parents=True, exist_ok=True)
    paper = folder / "sample.txt"
    paper.write_text("212 records, 181 complete\n" * 40, "utf-8")
    with a_year(folder) as register:
        for ref in REFS:
            allocated(register, ref)
        proven(register, REF, "a")
        offer(register, "CCP25-5", text="The sample itself", file=paper)
        in_meeting(register)
        take_up(register, REF)
        register.drafts.keep("discussion/1", "words half typ")
        made = register.path
    paper.unlink()
    return made


def operations(count: int, seed: float) -> Iterator[dict[str, Any]]:
    """Yield small operations a sitting board makes, the same for the same seed."""
    dice = random.Random(seed)
    for nth in range(count):
        yield _one(dice, nth)


def _one(dice: random.Random, nth: int) -> dict[str, Any]:
    words = " ".join(dice.choices(_WORDS, k=dice.randint(3, 60)))
    ref = dice.choice(REFS)
    kind = dice.choice(("update", "update", "update", "set_rag", "note", "action", "evidence"))
    if nth % 23 == 22:
        return {"do": "undo"}
    choice: dict[str, dict[str, Any]] = {
        "update": {"do": "update", "ref": ref, "text": words, "by": "Ch Insp Custody"},
        "set_rag": {"do": "set_rag", "ref": ref, "rag": dice.choice(("green", "amber", "red"))},
        "note": {"do": "note", "text": words[:80]},
        "action": {"do": "action", "ref": ref, "text": words, "owner": "ACC Justice"},
        "evidence": {"do": "evidence", "ref": ref, "clauses": [], "text": words},
    }
    return choice[kind]
