"""Lints the texts: nothing but literals inside ``tr()``, French complete, placeholders kept by translations."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))
from texts import ROOT, all_texts

PLACEHOLDER = re.compile(r"\{[a-z_]*(?::[^}]*)?\}|%n")


def translation_faults(ts: Path, sources: set[str]) -> list[str]:
    faults = []
    known = set()
    for message in etree.parse(str(ts)).iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        known.add(source)
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(forms):
            faults.append(f"{ts.name}: not translated: {source!r}")
        wanted = set(PLACEHOLDER.findall(source)) - {"%n"}
        faults += [
            f"{ts.name}: placeholders differ: {source!r} / {form!r}"
            for form in forms
            if form and set(PLACEHOLDER.findall(form)) - {"%n"} != wanted
        ]
    faults += [f"{ts.name}: missing (run make i18n): {source!r}" for source in sorted(sources - known)]
    return faults


def main() -> int:
    texts, bad = all_texts()
    faults = [f"{call.place}: {call.reason}" for call in bad]
    sources = {text.source for text in texts}
    for language in ("en", "fr"):
        faults += translation_faults(ROOT / "i18n" / f"copernicus_plugin_{language}.ts", sources)
    for fault in faults:
        print(fault)
    print(f"{len(texts)} texts, {len(faults)} findings")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
