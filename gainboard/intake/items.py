"""From a document's pieces to its items: the walk, the second looks, and what is kept of both."""

from collections.abc import Sequence

from gainboard.intake.finding.arbiter import choose
from gainboard.intake.finding.keyed import with_keys
from gainboard.intake.finding.run_in import part_run_in
from gainboard.intake.finding.run_on import part_run_on
from gainboard.intake.finding.walk import walk
from gainboard.intake.layout.block import Block
from gainboard.intake.second_look.coded import with_coded
from gainboard.intake.second_look.counted import with_counted
from gainboard.intake.second_look.led_numbers import with_led
from gainboard.intake.second_look.quoted import with_quoted
from gainboard.intake.second_look.registers import with_registers
from gainboard.intake.second_look.runs import with_runs
from gainboard.intake.second_look.told_by_words import told_by_words
from gainboard.intake.second_look.unheaded import with_unheaded
from gainboard.intake.second_look.unnumbered import with_unnumbered
from gainboard.intake.structure.found import RawItem
from gainboard.intake.structure.outline import Outline


def find_items(source: str, blocks: Sequence[Block]) -> tuple[RawItem, ...]:
    """Find every item in reading order, each once."""
    outline = Outline(source, part_run_on(source, part_run_in(source, blocks)))
    found = with_unnumbered(outline, with_runs(outline, walk(outline)))
    found = with_quoted(outline, with_led(outline, found))
    found = with_keys(outline, with_coded(outline, with_registers(outline, found)))
    found = with_unheaded(outline, with_counted(outline, found))
    return choose(told_by_words(outline, found))
