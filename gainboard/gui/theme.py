"""The look in one place: colours by theme, fonts by role, and the style sheet made from them."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QDir, QLocale, QSettings, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from gainboard.domain.states import Rag
from gainboard.places import resource

BODY_POINTS = 10.0
TEXT_SCALES = (100, 125, 150, 175, 200)


class Scheme(StrEnum):
    """Which of the palettes is shown; SYSTEM asks the system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one theme, `#RRGGBB`; contrast as computed for WCAG 2.2."""

    name: str
    window: str
    surface: str
    text: str
    muted: str
    border: str
    line: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    warning: str
    on_warning: str


LIGHT = Colours(
    name="light",
    window="#F4F6F8",
    surface="#FFFFFF",
    text="#1A1F26",
    muted="#525C68",
    border="#7E8894",
    line="#D9DEE4",
    accent="#1F4E8C",
    on_accent="#FFFFFF",
    selection="#DCE8F8",
    hover="#E9EDF2",
    warning="#FFEDC7",
    on_warning="#5C3700",
)
DARK = Colours(
    name="dark",
    window="#14171B",
    surface="#1D2126",
    text="#E8ECF0",
    muted="#AAB4BF",
    border="#7A8592",
    line="#343B44",
    accent="#86B7F3",
    on_accent="#0B1420",
    selection="#21395A",
    hover="#272D34",
    warning="#42300A",
    on_warning="#FFD27A",
)

# Text on tint, light and dark; all at least 6.7:1.
RAG_COLOURS: dict[str, dict[Rag, tuple[str, str]]] = {
    "light": {
        Rag.BLUE: ("#0B4A8F", "#DCEBFB"),
        Rag.GREEN: ("#0F5A2D", "#DBF2E3"),
        Rag.AMBER: ("#744500", "#FFEDC7"),
        Rag.RED: ("#9E1019", "#FCE1E1"),
        Rag.GREY: ("#47505A", "#E6EAEE"),
    },
    "dark": {
        Rag.BLUE: ("#A9CFFB", "#12304F"),
        Rag.GREEN: ("#9BE0B4", "#123A22"),
        Rag.AMBER: ("#FFD27A", "#42300A"),
        Rag.RED: ("#FFB3B0", "#4A1719"),
        Rag.GREY: ("#C3CBD4", "#2C333B"),
    },
}


def name_application(app: QApplication) -> None:
    """Say who we are before any path or setting is asked for, and speak British English."""
    app.setOrganizationName("GAIN Board")
    app.setApplicationName("GAIN Board")
    app.setApplicationDisplayName("GAIN Board")
    QLocale.setDefault(QLocale("en_GB"))
    QDir.setSearchPaths("icons", [str(resource("icons"))])


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: int = 100) -> None:
    """Dress the program; a high-contrast system keeps its own palette untouched."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(_body_font(scale))
    if is_high_contrast():
        sheets = ("structure.qss", "contrast.qss")
        app.setStyleSheet("\n".join(_sheet(name, LIGHT, scale) for name in sheets))
        return
    colours = _choose(scheme)
    app.setPalette(_palette(colours))
    sheets = ("structure.qss", "colours.qss")
    app.setStyleSheet("\n".join(_sheet(name, colours, scale) for name in sheets))


def restore_theme(app: QApplication) -> None:
    """Dress the program as the user last chose."""
    apply_theme(app, kept_scheme(), kept_scale())


def kept_scheme() -> Scheme:
    """Return the scheme last chosen; the system's where the setting makes no sense."""
    kept = str(QSettings().value("view/scheme", ""))
    return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM


def kept_scale() -> int:
    """Return the text size last chosen, in hundredths."""
    kept = str(QSettings().value("view/text_scale", ""))
    return int(kept) if kept in {str(scale) for scale in TEXT_SCALES} else 100


def is_high_contrast() -> bool:
    """Tell whether the system asks for high contrast."""
    hints = QGuiApplication.styleHints()
    # Held by a name: PySide lets go of the inner object with the outer one.
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def colours() -> Colours:
    """Return the colours in use, by the application's palette; drawn widgets ask each time."""
    palette = QGuiApplication.palette()
    known = DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
    return _from_palette(palette, known.name) if is_high_contrast() else known


def rag_colours(rag: Rag) -> tuple[QColor, QColor]:
    """Return text and tint of a RAG chip in the theme in use."""
    shown = colours()
    if is_high_contrast():
        return QColor(shown.text), QColor(shown.surface)
    text, tint = RAG_COLOURS[shown.name][rag]
    return QColor(text), QColor(tint)


def sized(points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the body font at another size; `points` are those of 100 % text."""
    font = QFont(QApplication.font())
    font.setPointSizeF(points * QApplication.font().pointSizeF() / BODY_POINTS)
    font.setWeight(weight)
    return font


def _choose(scheme: Scheme) -> Colours:
    if scheme is Scheme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def _body_font(scale: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if family := _shipped_family():
        font.setFamily(family)
    font.setPointSizeF(BODY_POINTS * scale / 100)
    return font


@cache
def _shipped_family() -> str:
    """Load the shipped font where the system has none meant for windows; its family, or ""."""
    if QGuiApplication.platformName() in ("windows", "cocoa"):
        return ""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number)
    return "Open Sans" if "Open Sans" in families else ""


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.window),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_accent),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.text),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.line),
        (role.Mid, colours.border),
        (role.Dark, colours.border),
        (role.Shadow, colours.border),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return palette


def _from_palette(palette: QPalette, name: str) -> Colours:
    role = QPalette.ColorRole
    text, base = palette.color(role.Text).name(), palette.color(role.Base).name()
    return Colours(
        name=name,
        window=palette.color(role.Window).name(),
        surface=base,
        text=text,
        muted=text,
        border=text,
        line=text,
        accent=palette.color(role.Highlight).name(),
        on_accent=palette.color(role.HighlightedText).name(),
        selection=palette.color(role.Highlight).name(),
        hover=base,
        warning=base,
        on_warning=text,
    )


def _sheet(name: str, colours: Colours, scale: int) -> str:
    text = resource("style", name).read_text(encoding="utf-8")
    points = {f"pt_{size}": f"{size * scale / 100:.1f}pt" for size in (9, 10, 12, 14, 16, 22, 28)}
    points["pt_dense"] = f"{9.5 * scale / 100:.1f}pt"
    return Template(text).substitute({**asdict(colours), **points})
