"""Reading imports out of source text, and judging them by the arrows of the house."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "gainboard"

# Who may import which part of the program. errors and places are for everyone who is listed.
ARROWS = {
    "domain": {"domain", "errors"},
    "store": {"store", "domain", "errors", "places"},
    "intake": {"intake", "domain", "errors", "places"},
    "exports": {"exports", "domain", "errors", "places"},
    "services": {"services", "store", "intake", "exports", "domain", "errors", "places"},
    "gui": {"gui", "services", "domain", "logs", "errors", "places"},
    "cli": {"cli", "services", "domain", "logs", "errors", "places"},
    "logs": {"logs", "errors", "places"},
    "errors": set[str](),
    "places": {"errors"},
    "__init__": set[str](),
    "__main__": {"app", "intake"},
}

# Who alone may import which library.
OWNERS = {
    ("PySide6", "shiboken6"): {"gui", "app"},
    ("sqlite3", "sqlite_utils"): {"store"},
    ("openpyxl", "docx", "docxtpl"): {"intake", "exports"},
    ("python_calamine", "mammoth", "pypdfium2", "pdfplumber", "striprtf", "olefile"): {"intake"},
}
NETWORK = (
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "websockets",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import: the dotted module it names, and the line it is on."""

    module: str
    line: int


def offences(file: str, source: str) -> list[str]:
    """Return a sentence for each import that `file` (gainboard/store/open.py) may not have."""
    part = Path(file).parts[1].removesuffix(".py")
    return [
        f"{file}:{found.line} imports {found.module}: {reason}"
        for found in imports(file, source)
        if (reason := _reason(part, found.module))
    ]


def imports(file: str, source: str) -> Iterator[Import]:
    """Yield every import of the source, those inside functions and type checks as well."""
    package = ".".join(Path(file).parts[:-1])
    for node in ast.walk(ast.parse(source)):
        for module in _modules(node, package):
            yield Import(module=module, line=getattr(node, "lineno", 0))


def _modules(node: ast.AST, package: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        source = _absolute(node, package)
        return [f"{source}.{alias.name}" for alias in node.names]
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
        words = [word.value for word in node.args[:1] if isinstance(word, ast.Constant)]
        return [word for word in words if isinstance(word, str)]
    return []


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parents = package.split(".")
    above = parents[: len(parents) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


def _reason(part: str, module: str) -> str:
    if _is_in(module, NETWORK):
        return "the program opens no socket"
    for libraries, owners in OWNERS.items():
        if _is_in(module, libraries) and part not in owners:
            return f"only {' and '.join(sorted(owners))} may"
    names = module.split(".")
    if names[0] != PACKAGE or part == "app":
        return ""
    wanted = names[1] if len(names) > 1 else "__init__"
    if wanted in ARROWS.get(part, set()) or wanted in ("__init__", "__version__"):
        return ""
    return "nobody may import app" if wanted == "app" else f"{part} may not know {wanted}"


def _is_in(module: str, libraries: tuple[str, ...]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in libraries)
