"""Copy what belongs in the released plugin into one folder: the package, metadata, licence, icon, translations."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "schema", ".*")


def main(target: Path) -> None:
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(ROOT / "copernicus_plugin", target, ignore=LEFT_OUT)
    for name in ("metadata.txt", "LICENSE"):
        shutil.copyfile(ROOT / name, target / name)
    for path in target.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
