"""An account in a real QGIS: how it is set, what it opens, and that its secrets are nowhere."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, quote

import pytest

from tests.desktop.conftest import seen
from tests.sandbox.content.accounts import CAREFUL

WRONG = "not-the-horse"


@pytest.fixture
def home(tmp_path):
    """QGIS's home, kept so that everything written can be read afterwards."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_the_account_on_the_way_to_the_product_and_its_secrets_nowhere(desktop, sandbox, home):
    desktop.environment = {
        "CDA_USER": CAREFUL.username,
        "CDA_WRONG": WRONG,
        "CDA_WORD": CAREFUL.password,
        "CDA_ONCE": CAREFUL.code,
    }
    report = desktop.run("account", timeout=180, home=home)
    job = seen(report)
    assert job["closed"]
    assert len(job["rows"]) == 1
    assert "tile 29UNU" in job["rows"][0]
    assert "/vsizip/" in job["downloaded"]
    streamed = [text for text in map(what_gdal_opens, job["sources"]) if "vsicurl" in text]
    assert len(streamed) == 1
    assert "header_file=" in streamed[0]
    secrets = secrets_sent(sandbox)
    assert len(secrets) >= 5, "passwords, code, access and refresh tokens were sent"
    for name in ("CDA_WRONG", "CDA_WORD", "CDA_ONCE"):
        # How this test tells its scenario what to type.
        job["environment"].pop(name)
    job["process environment"] = re.sub(r"CDA_(WRONG|WORD|ONCE)=[^\0]*", "", job["process environment"])
    for place, text in everything_written(report, job, home):
        for secret in secrets:
            assert secret not in text, f"a secret stands in {place}"


def what_gdal_opens(source: str) -> str:
    """A layer's source, or the small file that it is."""
    return Path(source).read_text("utf-8") if source.endswith(".vrt") and Path(source).exists() else source


def secrets_sent(sandbox) -> set[str]:
    """Every password and token that went over the wire, also as parts and percent-encoded."""
    found = {CAREFUL.password, CAREFUL.code, WRONG}
    for request in sandbox.requests():
        for name, value in request.headers:
            if name.lower() == "authorization":
                found.add(value.rpartition(" ")[2])
        if request.host.startswith("identity."):
            for name, values in parse_qs(bytes(request.body).decode("latin-1")).items():
                if name in ("password", "refresh_token", "totp"):
                    found.update(values)
    tokens = {part for secret in found if secret.count(".") == 2 for part in secret.split(".")[1:]}
    return {one for one in found | tokens | {quote(secret, safe="") for secret in found} if one}


def everything_written(report, job, home: Path):
    """Everything that QGIS and the plugin wrote, and what QGIS holds in memory for all to see."""
    yield "what the scenario saw", json.dumps(job)
    yield "QGIS's output", report.log
    for path in sorted(home.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.name != "report.json":
            yield str(path), path.read_bytes().decode("latin-1")
            if zipfile.is_zipfile(path) and path.suffix == ".qgz":
                with zipfile.ZipFile(path) as archive:
                    for name in archive.namelist():
                        yield f"{path}/{name}", archive.read(name).decode("latin-1")
