"""The real desktop, used by clicks, as pictures in ``build/screenshots``; beside each mockup where ``../shared`` is.

Every picture is made in light, in Night Mapping (QGIS's dark theme), in Blend of Gray and in French; every tab at 320,
380 and 1 100 pixels.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]
OUT = ROOT / "build" / "screenshots"
MOCKUPS = ROOT.parent / "shared" / "mockups"

from tests.desktop.desktop import Desktop  # noqa: E402
from tests.sandbox import Sandbox  # noqa: E402
from tests.sandbox.content.accounts import ANALYST  # noqa: E402

LOOKS = {
    "light": ("default", "en_US"),
    "dark": ("Night Mapping", "en_US"),
    "grey": ("Blend of Gray", "en_US"),
    "french": ("default", "fr_FR"),
}
PAIRS = {
    "search_380": ("search.png",),
    "search_320": ("search_320.png",),
    "completer_380": ("search_completer.png",),
    "results_380": ("results_narrow.png",),
    "results_320": ("results_320.png",),
    "results_1100": ("results_wide.png",),
    "whole": ("whole.png",),
    "downloads_380": ("downloads.png",),
    "access_points_380": ("access_points.png",),
    "trouble_380": ("states.png",),
    "no_match_380": ("states.png",),
    "empty_380": ("states.png",),
}
DARK_PAIRS = {"search_380": ("search_night_mapping.png", "search_dark.png"), "results_380": ("results_dark.png",)}
FRENCH_PAIRS = {"search_380": ("search_fr.png",)}
PAIRS_OF_LOOK = {"light": PAIRS, "dark": PAIRS | DARK_PAIRS, "grey": PAIRS, "french": PAIRS | FRENCH_PAIRS}


def side_by_side(paths: list[Path], target: Path) -> None:
    """Pictures with their tops aligned, ours at the left."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtGui import QImage, QPainter

    images = [QImage(str(path)) for path in paths]
    width = sum(image.width() + 16 for image in images) + 16
    picture = QImage(width, max(image.height() for image in images) + 32, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGray)
    painter = QPainter(picture)
    left = 16
    for image in images:
        painter.drawImage(left, 16, image)
        left += image.width() + 16
    painter.end()
    picture.save(str(target))


def compare(look: str, folder: Path) -> int:
    made = 0
    for name, mockups in PAIRS_OF_LOOK[look].items():
        ours = folder / f"{name}.png"
        there = [MOCKUPS / mockup for mockup in mockups if (MOCKUPS / mockup).exists()]
        if ours.exists() and there:
            side_by_side([ours, *there], folder / f"{name}_beside_mockup.png")
            made += 1
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("looks", nargs="*", default=list(LOOKS), help=f"some of {', '.join(LOOKS)}")
    looks = parser.parse_args().looks
    faults = 0
    with Sandbox.start() as sandbox:
        for look in looks:
            theme, locale = LOOKS[look]
            folder = OUT / look
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            sandbox.clear_faults()
            report = Desktop(
                proxy=sandbox.proxy, ca=sandbox.ca_pem, shots=folder, theme=theme, locale=locale,
                environment={
                    "CDA_CONTROL": str(sandbox.control_port), "CDA_USER": ANALYST.username,
                    "CDA_WORD": ANALYST.password,
                },
            ).run("pictures", timeout=240)  # fmt: skip
            made = sorted(path.name for path in folder.glob("*.png"))
            beside = compare(look, folder)
            print(f"{look}: {len(made)} pictures, {beside} beside their mockups, in {folder}")
            if not report.ok or report.faults:
                faults += 1
                print(report.error, *report.faults, report.log[-2000:], sep="\n", file=sys.stderr)
    if not MOCKUPS.exists():
        print("no ../shared/mockups here: nothing to compare with")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
