"""The hash chain over the journal: salted commitments to what changed, linked entry to entry."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from gainboard.domain.changes import RowChange
from gainboard.errors import Damaged

GENESIS = "0" * 64
FIELDS = ("seq", "at", "by", "meeting", "label", "kind", "target", "commitment", "previous")

_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def new_salt() -> str:
    """Return 128 random bits as hex; with the salt erased a commitment tells nothing."""
    return secrets.token_hex(16)


def canonical(value: Any) -> str:
    """Return the one JSON text of a value: keys sorted, no spaces, no escapes but JSON's own."""
    return _CANONICAL.encode(value)


def commit_to(salt: str, changes: str) -> str:
    """Return the commitment to the changes, SHA-256 over salt and JSON."""
    return _digest(salt + changes)


def hash_entry(entry: Mapping[str, Any]) -> str:
    """Return the hash of an entry over all its fields, the previous hash among them."""
    return _digest(canonical([entry[name] for name in FIELDS]))


def link(entry: Mapping[str, Any], packed: str, salt: str, previous: str) -> dict[str, Any]:
    """Return an entry as it is kept: tied by its hash to its changes and to the one before."""
    whole = {**entry, "commitment": commit_to(salt, packed), "previous": previous}
    return {**whole, "hash": hash_entry(whole)}


def _digest(text: str) -> str:
    """Hash text, and what is no text as well: a check reads whatever bytes are there."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def pack(changes: Iterable[RowChange]) -> str:
    """Return changes as the JSON the payload keeps."""
    return canonical(
        [
            {"table": row.table, "id": row.id, "before": row.before, "after": row.after}
            for row in changes
        ]
    )


def unpack(text: str) -> tuple[RowChange, ...]:
    """Return the changes a payload keeps; raises Damaged where it keeps none."""
    try:
        return tuple(RowChange(**row) for row in json.loads(text))
    except (ValueError, TypeError) as fault:
        raise Damaged(
            "E-DAMAGED",
            "The history is damaged: what an entry changed cannot be read. Nothing was changed; "
            "restore a backup.",
        ) from fault
