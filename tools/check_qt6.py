"""What of our Qt code would fail on Qt 6, told from PyQt6's own classes: run with a Python that has PyQt6.

Found are enumeration members without their enumeration, names that PyQt6 does not have, methods that are gone, and
imports that go around ``qgis.PyQt``. QGIS's own classes are not checked: PyQt6 knows nothing of them.

    python tools/check_qt6.py [FOLDER...]
"""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("copernicus_plugin", "tests", "tools", "benchmarks")

MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSql", "QtSvg", "QtTest", "QtWidgets", "QtXml")

BACK_IN_WIDGETS = {
    "QAction",
    "QActionGroup",
    "QShortcut",
    "QUndoCommand",
    "QUndoGroup",
    "QUndoStack",
    "QFileSystemModel",
}
"""Qt 6 moved them to QtGui; ``qgis.PyQt.QtWidgets`` offers them with both."""

ALSO_IN_QGIS = {"QtCore": {"QVariant", "NULL"}, "QtSvg": {"QSvgWidget", "QGraphicsSvgItem"}}
"""What ``qgis.PyQt`` adds to PyQt6's modules of these names."""

GONE = {
    "exec_": "exec",
    "print_": "print",
    "qApp": "QApplication.instance()",
    "QRegExp": "QRegularExpression",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QDesktopWidget": "QScreen",
    "toTimeSpec": "toTimeZone",
}
"""Names that Qt 6 has nowhere, and what is there instead."""

_NOTHING = object()


def qt_modules() -> dict[str, Any]:
    return {name: importlib.import_module(f"PyQt6.{name}") for name in MODULES}


class Checker(ast.NodeVisitor):
    """One file; ``faults`` are (line, text)."""

    def __init__(self, modules: dict[str, Any]) -> None:
        self._modules = modules
        self._known: dict[str, Any] = {}
        self._bases: list[Any] = []
        self.faults: list[tuple[int, str]] = []

    def _fault(self, node: ast.AST, text: str) -> None:
        self.faults.append((getattr(node, "lineno", 0), text))

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            if alias.name.partition(".")[0] in {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}:
                self._fault(node, f"import {alias.name}: Qt comes from qgis.PyQt")

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        source = node.module or ""
        if source.partition(".")[0] in {"PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}:
            self._fault(node, f"from {source} import: Qt comes from qgis.PyQt")
        if source == "qgis.PyQt":
            for alias in node.names:
                self._known[alias.asname or alias.name] = self._modules.get(alias.name, _NOTHING)
        if source.startswith("qgis.PyQt."):
            for alias in node.names:
                self._import(node, source.rpartition(".")[2], alias)

    def _import(self, node: ast.AST, module: str, alias: ast.alias) -> None:
        place = self._modules.get(module)
        if place is None or alias.name in ALSO_IN_QGIS.get(module, ()):
            return
        if module == "QtWidgets" and alias.name in BACK_IN_WIDGETS:
            place = self._modules["QtGui"]
        elif alias.name in BACK_IN_WIDGETS:
            self._fault(node, f"{alias.name} comes from qgis.PyQt.QtWidgets, whichever Qt it is")
        if not hasattr(place, alias.name):
            self._fault(node, f"{module} has no {alias.name} {_instead(alias.name)}".rstrip())
            return
        self._known[alias.asname or alias.name] = getattr(place, alias.name)

    def visit_Assign(self, node: ast.Assign) -> None:
        """``_Error = QNetworkReply.NetworkError``: another name for a class."""
        self.generic_visit(node)
        value = self._value(node.value)
        for target in node.targets:
            if isinstance(target, ast.Name) and inspect.isclass(value):
                self._known[target.id] = value

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.generic_visit(node)
        owner = self._value(node.value)
        if node.attr in GONE:
            self._fault(node, f"{node.attr} {_instead(node.attr)}")
        elif owner is not _NOTHING and not hasattr(owner, node.attr):
            self._fault(node, _missing(owner, node.attr))
        elif isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}:
            self._inherited(node)

    def visit_Name(self, node: ast.Name) -> None:
        if node.id == "qApp":
            self._fault(node, f"qApp {_instead('qApp')}")

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer = self._bases
        self._bases = [base for base in map(self._value, node.bases) if inspect.isclass(base)]
        self.generic_visit(node)
        self._bases = outer

    def _inherited(self, node: ast.Attribute) -> None:
        """``self.Accepted`` in a dialog of ours. Our own names are not known: only enumerations are looked for."""
        for base in self._bases:
            found = _enumeration_of(base, node.attr)
            if found and not hasattr(base, node.attr):
                self._fault(node, f"self.{node.attr} needs its enumeration: {found}.{node.attr}")

    def _value(self, node: ast.AST) -> Any:
        """The class, module or enumeration of PyQt6 that an expression names."""
        if isinstance(node, ast.Name):
            return self._known.get(node.id, _NOTHING)
        if isinstance(node, ast.Attribute):
            owner = self._value(node.value)
            found = getattr(owner, node.attr, _NOTHING) if owner is not _NOTHING else _NOTHING
            return found if inspect.isclass(found) or inspect.ismodule(found) else _NOTHING
        return _NOTHING


def _instead(name: str) -> str:
    return f"is gone: {GONE[name]}" if name in GONE else ""


def _enumeration_of(owner: Any, member: str) -> str:
    for kind in getattr(owner, "__mro__", ()):
        for name, value in vars(kind).items():
            if inspect.isclass(value) and issubclass(value, enum.Enum) and member in value.__members__:
                return f"{kind.__name__}.{name}"
    return ""


def _missing(owner: Any, name: str) -> str:
    found = _enumeration_of(owner, name)
    title = getattr(owner, "__qualname__", getattr(owner, "__name__", str(owner)))
    return f"{title}.{name} needs its enumeration: {found}.{name}" if found else f"{title} has no {name}"


def faults_of(path: Path, modules: dict[str, Any]) -> list[tuple[int, str]]:
    checker = Checker(modules)
    checker.visit(ast.parse(path.read_text("utf-8")))
    return sorted(set(checker.faults))


def files(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.rglob("*.py"))


def main(arguments: list[str]) -> int:
    modules = qt_modules()
    folders = [Path(one).resolve() for one in arguments] or [ROOT / name for name in FOLDERS]
    found, checked = [], 0
    for path in files(folders):
        checked += 1
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        found += [f"{name}:{line}: {text}" for line, text in faults_of(path, modules)]
    version = modules["QtCore"].PYQT_VERSION_STR
    print("\n".join([*found, f"Qt 6 (PyQt {version}): {checked} files, {len(found)} findings"]))
    return 1 if found or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
