"""The sentences for documents that cannot be read, each with the way out."""

from gainboard.errors import GainboardError


def damaged(name: str) -> GainboardError:
    """Refuse what its own library cannot make sense of."""
    says = (
        f"“{name}” is damaged, or is not what its name says; nothing was changed."
        " Open it in the program it belongs to, save it again, and take that in."
    )
    return GainboardError("E-DAMAGED-DOCUMENT", says)


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


def macros(name: str) -> GainboardError:
    """Refuse what carries a program of its own."""
    says = (
        f"“{name}” holds macros, which are programs and are not let in; nothing was changed."
        " Save it in Word as a Word document without macros (.docx), and take that in."
    )
    return GainboardError("E-MACROS", says)


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
