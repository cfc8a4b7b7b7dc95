"""The plugin may import only what every QGIS ships; shapely in one file, for it is not everywhere."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = {"requests", "urllib3", "owslib", "lxml", "numpy", "qgis", "osgeo", "copernicus_plugin"}
ONLY_IN = {"shapely": {"copernicus_plugin/model/geometry.py", "copernicus_plugin/model/geometry_shapely.py"}}
LATE = {"owslib", "shapely"}
"""Optional or changing: imported inside the function that needs them. That nothing slow is imported while QGIS
starts is measured by a test (``tests/qgis/test_start.py``)."""


def modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module]
    return []


def checked_later(tree: ast.Module) -> set[ast.AST]:
    """Nodes inside functions, and under ``if TYPE_CHECKING``."""
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        typing_only = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        if typing_only or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inside.update(ast.walk(node))
    return inside


def faults_of(path: Path) -> list[str]:
    name = path.relative_to(ROOT).as_posix()
    tree = ast.parse(path.read_text("utf-8"))
    later = checked_later(tree)
    faults = []
    for node in ast.walk(tree):
        for module in modules(node):
            top = module.partition(".")[0]
            if top in sys.stdlib_module_names:
                continue
            allowed = top in ALLOWED or name in ONLY_IN.get(top, set())
            if not allowed:
                faults.append(f"{name}:{node.lineno}: {module} is not in every QGIS")
            elif top in LATE and node not in later:
                faults.append(f"{name}:{node.lineno}: {module} is imported at start; move it into the function")
    return faults


def main() -> int:
    faults = [fault for path in sorted((ROOT / "copernicus_plugin").rglob("*.py")) for fault in faults_of(path)]
    print("\n".join([*faults, f"run-time imports: {len(faults)} findings"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
