"""The sentences for documents that cannot be read, each with the way out."""

from gainboard.errors import GainboardError
from gainboard.intake.checks.zip_checks import damaged, macros

__all__ = ["damaged", "locked", "macros", "old_word", "too_deep", "wordless"]


def too_deep(name: str) -> GainboardError:
    """Refuse what is nested as no person nests it."""
    says = (
        f"“{name}” has tables, boxes or lists nested too deep to be read; nothing was changed."
        " Save it as plain text (.txt) in the program it belongs to, and take that in."
    )
    return GainboardError("E-DAMAGED-DOCUMENT", says)


def locked(name: str) -> GainboardError:
    """Refuse what is encrypted: no password is ever asked for."""
    says = (
        f"“{name}” is protected by a password; nothing was changed."
        " Open it with its password, save a copy without one, and take that in."
    )
    return GainboardError("E-PASSWORD", says)


def wordless(name: str) -> GainboardError:
    """Refuse what holds nothing to read, be it only pictures."""
    says = (
        f"“{name}” holds no words. If it shows pictures of pages,"
        " ask for the original or have it recognised (OCR) first."
    )
    return GainboardError("E-EMPTY", says)


def old_word(name: str) -> GainboardError:
    """Refuse the forms of Word that only Word itself still reads."""
    says = (
        f"“{name}” is in a form of old Word that cannot be read here; nothing was changed."
        " Open it in Word, save it as .docx, and take that in."
    )
    return GainboardError("E-OLD-WORD", says)
