"""Gathers the texts into ``i18n/*.ts`` and compiles them into ``copernicus_plugin/i18n/*.qm``.

The texts of all modules and JSON files are written as one module of ``translate`` calls, which Qt's own
``pylupdate5`` merges into the ``.ts`` files (translations are kept, plurals get their forms) and ``lrelease``
compiles.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))
from texts import LANGUAGES, PACKAGE, ROOT, Text, all_texts

CONTEXT = "CopernicusDataAccess"
LRELEASE = next(
    (path for path in ("/usr/lib/qt5/bin/lrelease", "/usr/bin/lrelease") if Path(path).exists()), "lrelease"
)


def gathered_module(texts: list[Text]) -> str:
    lines = ["from PyQt5.QtCore import QCoreApplication"]
    for text in texts:
        plural = ", None, 1" if text.plural else ""
        lines.append(f'QCoreApplication.translate("{CONTEXT}", {quoted(text.source)}{plural})')
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def update(ts: Path, texts: list[Text], language: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder) / "texts.py"
        module.write_text("# -*- coding: utf-8 -*-\n" + gathered_module(texts), "utf-8")
        if not ts.exists():
            ts.write_text(
                f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS><TS version="2.0" language="{language}"></TS>\n'
            )
        subprocess.run(["pylupdate5", "-noobsolete", str(module), "-ts", str(ts)], check=True, capture_output=True)
    tree = etree.parse(str(ts))
    for location in tree.iter("location"):
        location.getparent().remove(location)
    if language == "en":
        fill_english(tree)
    text = etree.tostring(tree, encoding="unicode")
    text = re.sub(r"<message([^>]*)>\s*", r"<message\1>\n        ", text)
    ts.write_text('<?xml version="1.0" encoding="utf-8"?>\n' + text.strip() + "\n", "utf-8")


def fill_english(tree: etree._ElementTree) -> None:
    """English is its own translation; its plurals are written ``%n product(s)`` in the source."""
    for message in tree.iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        if not forms:
            translation.text = source
        for form, ending in zip(forms, ("", "s")):
            form.text = source.replace("(s)", ending)


def main() -> int:
    texts, bad = all_texts()
    for call in bad:
        print(f"{call.place}: {call.reason}", file=sys.stderr)
    target = PACKAGE / "i18n"
    target.mkdir(exist_ok=True)
    for language in LANGUAGES:
        ts = ROOT / "i18n" / f"copernicus_plugin_{language}.ts"
        before = ts.read_bytes() if ts.exists() else b""
        update(ts, texts, language)
        qm = target / f"copernicus_plugin_{language}.qm"
        subprocess.run([LRELEASE, "-silent", "-removeidentical", str(ts), "-qm", str(qm)], check=True)
        changed = " (changed)" if ts.read_bytes() != before else ""
        open_ones = len(etree.parse(str(ts)).findall(".//translation[@type='unfinished']"))
        print(f"{ts.relative_to(ROOT)}: {len(texts)} texts, {open_ones} to translate{changed}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
