"""Write the zip for the plugin site: one folder, fixed times and modes, so that the same tree gives the same bytes."""

from __future__ import annotations

import configparser
import sys
import zipfile
from pathlib import Path

EPOCH = (2020, 1, 1, 0, 0, 0)


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def main(stage: Path, target: Path) -> Path:
    metadata = configparser.ConfigParser()
    metadata.read(stage / "metadata.txt", encoding="utf-8")
    archive = target / f"{stage.name}-{metadata['general']['version']}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for path in entries(stage):
            info = zipfile.ZipInfo(path.relative_to(stage.parent).as_posix(), EPOCH)
            info.external_attr = 0o100644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, path.read_bytes())
    print(f"{archive} ({archive.stat().st_size / 1e6:.2f} MB, {len(entries(stage))} files)")
    return archive


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
