"""What the control words of rich text stand for: characters, code pages, groups to leave out."""

SIGNS = {
    "tab": "\t",
    "line": "\n",
    "page": "\f",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
SYMBOLS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
SILENT = frozenset(
    "colortbl info header headerl headerr headerf footer footerl footerr footerf pict objdata"
    " annotation atnid atnauthor atndate atnref atntime atnparent atrfstart atrfend sp shprslt"
    " nonesttables listtable listoverridetable rsidtbl revtbl filetbl themedata datastore"
    " colorschememapping latentstyles xe tc rxe private template bkmkstart bkmkend ftnsep ftnsepc"
    " aftnsep aftnsepc generator userprops pgdsctbl xmlnstbl mmathPr wgrffmtfilter falt panose"
    " fontemb fontfile listname nextfile fchars lchars".split()
)
SHOWN_THOUGH_OPTIONAL = frozenset(
    "shpinst shptxt nesttableprops formfield fldinst do dptxbxtext ffl ffdeftext listtext"
    " pntext".split()
)
_CHARACTER_SETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_CODE_PAGES: dict[int, str] = {65001: "utf-8", 10000: "mac_roman", 936: "gbk", 950: "big5"} | {
    page: f"cp{page}" for page in (437, 850, 852, 858, 874, 932, 949, *range(1250, 1259))
}


def code_page(number: int) -> str:
    """Give the codec of a code page, Western Europe's where it is not known."""
    return _CODE_PAGES.get(number, "cp1252")


def character_set(number: int) -> str:
    """Give the codec of a font's character set, "" where the document's own holds."""
    return _CHARACTER_SETS.get(number, "")
