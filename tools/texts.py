"""Finds every text that a user can read: literals in ``tr``/``tr_n`` calls, and texts of the JSON files."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "copernicus_plugin"
LANGUAGES = ("en", "fr")
TRANSLATED_KEYS = {"title", "description", "rights", "group", "unit_title", "operator"}
"""Keys of access point and collection files whose texts are shown to users."""


@dataclass(frozen=True)
class Text:
    source: str
    plural: bool
    place: str


@dataclass(frozen=True)
class BadCall:
    place: str
    reason: str


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def python_texts(path: Path) -> tuple[list[Text], list[BadCall]]:
    """Texts of one module, and the calls that could never match at run time."""
    texts, bad = [], []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or _name(node.func) not in {"tr", "tr_n"}:
            continue
        place = f"{path.relative_to(ROOT)}:{node.lineno}"
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            texts.append(Text(first.value, _name(node.func) == "tr_n", place))
        elif path.name != "translation.py":
            kind = "an f-string" if isinstance(first, ast.JoinedStr) else "not a plain literal"
            bad.append(BadCall(place, f"{kind} inside {_name(node.func)}()"))
    return texts, bad


def _json_strings(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            if name == "classes" and isinstance(item, list):
                yield from (entry[2] for entry in item if isinstance(entry, list) and len(entry) == 3)
            yield from _json_strings(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _json_strings(item, key)
    elif isinstance(value, str) and value and key in TRANSLATED_KEYS:
        yield value


def json_texts(path: Path) -> list[Text]:
    """Texts of one access point or collection file; dialects and names of the servers are none."""
    data = json.loads(path.read_text("utf-8"))
    if isinstance(data, dict):
        data = {key: value for key, value in data.items() if key not in {"endpoints", "account", "limits"}}
    return [Text(string, False, str(path.relative_to(ROOT))) for string in _json_strings(data)]


def protocol_texts(path: Path) -> list[Text]:
    """What people call the protocols: the values of ``PROTOCOLS``."""
    found = []
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.AnnAssign) and _name(node.target) == "PROTOCOLS" and isinstance(node.value, ast.Dict):
            values = [value for value in node.value.values if isinstance(value, ast.Constant)]
            found += [Text(str(one.value), False, f"{path.relative_to(ROOT)}:{one.lineno}") for one in values]
    return found


def all_texts() -> tuple[list[Text], list[BadCall]]:
    texts: dict[tuple[str, bool], Text] = {}
    bad: list[BadCall] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        found, faults = python_texts(path)
        bad += faults
        for text in found:
            texts.setdefault((text.source, text.plural), text)
    for text in protocol_texts(PACKAGE / "access_points" / "protocols.py"):
        texts.setdefault((text.source, text.plural), text)
    for path in sorted((PACKAGE / "access_points").glob("*.json")):
        for text in json_texts(path):
            texts.setdefault((text.source, text.plural), text)
    return sorted(texts.values(), key=lambda text: text.source), bad
