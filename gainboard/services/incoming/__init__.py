"""Taking in the tracker a force kept before this register: read, map, plan, take, account."""

from gainboard.domain.incoming.proposing import propose_mapping, with_choices_of, with_sheet_read
from gainboard.domain.incoming.proposing import with_values_of as refresh
from gainboard.intake.apart.parent import Reading
from gainboard.services.imprints import imprint
from gainboard.services.incoming.account import save_account, write_account
from gainboard.services.incoming.drafted import draft_of_plan
from gainboard.services.incoming.kept import keep_mapping, kept_mappings, propose, propose_with
from gainboard.services.incoming.known import ground_of, nothing_known
from gainboard.services.incoming.mapping_files import load_mapping, save_mapping
from gainboard.services.incoming.planning import Given, plan_on, plan_tracker
from gainboard.services.incoming.reading import read_tracker
from gainboard.services.incoming.taking import take_in_tracker
from gainboard.services.incoming.whole import take_in_file

__all__ = [
    "Given",
    "Reading",
    "draft_of_plan",
    "ground_of",
    "imprint",
    "keep_mapping",
    "kept_mappings",
    "load_mapping",
    "nothing_known",
    "plan_on",
    "plan_tracker",
    "propose",
    "propose_mapping",
    "propose_with",
    "read_tracker",
    "refresh",
    "save_account",
    "save_mapping",
    "take_in_file",
    "take_in_tracker",
    "with_choices_of",
    "with_sheet_read",
    "write_account",
]
