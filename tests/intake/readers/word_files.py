"""Small Word documents, made of the XML that Word writes."""

import io
import zipfile

_SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, **others: str) -> bytes:
    """Give a .docx of a body and of other parts by their kind: styles, numbering, footnotes."""
    whole = {"word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"}
    for kind, inside in others.items():
        whole[f"word/{kind}.xml"] = f"<w:{kind} {_SPACES}>{inside}</w:{kind}>"
    whole["_rels/.rels"] = _relations({"officeDocument": "word/document.xml"})
    whole["word/_rels/document.xml.rels"] = _relations({k: f"{k}.xml" for k in others})
    return zipped(whole)


def zipped(parts: dict[str, str]) -> bytes:
    """Give a zip of the parts by their paths."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for path, text in parts.items():
            made.writestr(path, text)
    return held.getvalue()


def p(text: str, properties: str = "") -> str:
    """Give a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Give a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(text: str, style: str, more: str = "") -> str:
    """Give a paragraph in a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>{more}')


def listed(text: str, list_id: int, level: int = 0) -> str:
    """Give a paragraph of an automatic list."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    return p(text, f"<w:numPr>{place}</w:numPr>")


def table(*rows: tuple[str, ...]) -> str:
    """Give a table of cells; what holds no XML becomes a paragraph."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in rows) + "</w:tbl>"


def tc(content: str, properties: str = "") -> str:
    """Give a table cell."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def abstract(name: int, *levels: tuple[str, str], more: str = "") -> str:
    """Give a list definition: each level by its number format and text."""
    inside = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{inside}</w:abstractNum>'


def num(list_id: int, name: int, more: str = "") -> str:
    """Give a list that follows a definition."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{name}"/>{more}</w:num>'


def _relations(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'
