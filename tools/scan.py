"""What plugins.qgis.org checks at every upload, on the staged plugin. Any finding is an error.

The rules are those of qgis/QGIS-Plugins-Website (validator.py and data/bandit_rules.json): all bandit tests but
B109, B404, B410 and B411, at any severity; detect-secrets on all files but metadata.txt; flake8; the structure.
"""

from __future__ import annotations

import configparser
import json
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
LARGEST = 25 * 1024 * 1024
REQUIRED = (
    "name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository",
    "homepage",
)  # fmt: skip
REFUSED_SUFFIXES = {".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc"}


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def bandit(stage: Path) -> list[str]:
    # B109 and B111 no longer exist in this bandit; naming an unknown test is an error.
    done = run(str(BIN / "bandit"), "-q", "-r", ".", "-f", "json", "--skip", "B404,B410,B411", cwd=stage)
    report = json.loads(done.stdout)
    faults = [f"{error['filename']}: {error['reason']}" for error in report["errors"]]
    return faults + [
        f"{found['filename']}:{found['line_number']}: {found['test_id']} {found['issue_text']}"
        for found in report["results"]
    ]


def detect_secrets(stage: Path) -> list[str]:
    done = run(
        str(BIN / "detect-secrets"), "scan", "--all-files", "--exclude-files", r"metadata\.txt", ".", cwd=stage
    )  # fmt: skip
    results = json.loads(done.stdout)["results"]
    return [f"{name}:{item['line_number']}: {item['type']}" for name, items in results.items() for item in items]


def flake8(stage: Path) -> list[str]:
    # E203 and W503 contradict the formatter (PEP 8 itself says so of W503).
    done = run(str(BIN / "flake8"), "--max-line-length=120", "--extend-ignore=E203,W503", ".", cwd=stage)
    return done.stdout.splitlines()


def structure(stage: Path) -> list[str]:
    folders = [path for path in stage.iterdir() if path.is_dir()]
    if len(folders) != 1:
        return [f"one top folder expected, found {[folder.name for folder in folders]}"]
    plugin = folders[0]
    faults = [
        f"{name} is missing" for name in ("__init__.py", "metadata.txt", "LICENSE") if not (plugin / name).is_file()
    ]
    if not plugin.name.isidentifier():
        faults.append(f"{plugin.name} is not a Python identifier")
    size = 0
    for path in plugin.rglob("*"):
        size += path.stat().st_size if path.is_file() else 0
        if path.suffix in REFUSED_SUFFIXES or path.name.startswith(".") or path.name == "__pycache__":
            faults.append(f"{path} does not belong in a plugin")
        if path.suffix == ".py" and path.stat().st_mode & 0o111:
            faults.append(f"{path} is executable")
        if path.suffix in {".py", ".json"} and any(len(line) > 500 for line in path.read_text("utf-8").splitlines()):
            faults.append(f"{path} has lines above 500 characters")
    if size > LARGEST:
        faults.append(f"{size} bytes, more than {LARGEST}")
    return faults + metadata(plugin / "metadata.txt")


def metadata(path: Path) -> list[str]:
    if not path.is_file():
        return []
    parser = configparser.ConfigParser()
    parser.read(path, encoding="utf-8")
    general = parser["general"]
    faults = [f"metadata.txt: {key} is missing" for key in REQUIRED if not general.get(key, "").strip()]
    if "supportsqt6" in general:
        faults.append("metadata.txt: supportsQt6 is deprecated")
    if "/" in general.get("author", ""):
        faults.append("metadata.txt: author must not hold a slash")
    addresses = ("homepage", "tracker", "repository")
    faults += [f"metadata.txt: {key} is not an address" for key in addresses if "://" not in general.get(key, "")]
    if general.get("icon") and not (path.parent / general["icon"]).is_file():
        faults.append(f"metadata.txt: icon {general['icon']} is missing")
    return faults


def main(stage: Path) -> int:
    found = 0
    for check in (structure, bandit, detect_secrets, flake8):
        faults = check(stage)
        found += len(faults)
        print(f"{check.__name__}: {len(faults)} finding{'' if len(faults) == 1 else 's'}")
        for fault in faults:
            print(f"  {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
