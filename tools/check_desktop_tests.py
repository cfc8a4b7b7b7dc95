"""Desktop tests use the plugin as a person does: events on visible widgets, never our own methods.

In ``tests/desktop/scenarios`` no module of the plugin may be imported, and the only names that may be called on
widgets are Qt's and QGIS's own.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "desktop" / "scenarios"


def own_methods() -> set[str]:
    """Public names that our classes define and Qt does not."""
    names: set[str] = set()
    for path in (ROOT / "copernicus_plugin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                names |= {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
    return {name for name in names if "_" in name.strip("_") and not name.startswith("__")}


def main() -> int:
    own = own_methods()
    faults = []
    for path in sorted(FOLDER.glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        local = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            place = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("copernicus_plugin"):
                faults.append(f"{place}: imports the plugin")
            if isinstance(node, ast.Import) and any(a.name.startswith("copernicus_plugin") for a in node.names):
                faults.append(f"{place}: imports the plugin")
            called = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
            if called in own - local:
                faults.append(f"{place}: calls our own method {called}()")
    print("\n".join([*faults, f"desktop tests: {len(faults)} findings"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
