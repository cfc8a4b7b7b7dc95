"""The zip: what the plugin site accepts, and what QGIS installs."""

from __future__ import annotations

import configparser
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from tests.desktop.conftest import seen
from tests.desktop.desktop import ROOT, STAGE


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    target = tmp_path_factory.mktemp("package")
    subprocess.run([sys.executable, str(ROOT / "tools" / "package.py"), str(STAGE), str(target)], check=True)
    return next(target.glob("*.zip"))


def test_the_zip_is_what_the_site_accepts(archive):
    with zipfile.ZipFile(archive) as package:
        names = package.namelist()
        assert package.testzip() is None
        metadata = configparser.ConfigParser()
        metadata.read_string(package.read("copernicus_plugin/metadata.txt").decode())
    assert archive.stat().st_size <= 25 * 1024 * 1024
    assert {name.split("/")[0] for name in names} == {"copernicus_plugin"}
    assert {"copernicus_plugin/__init__.py", "copernicus_plugin/LICENSE"} <= set(names)
    refused = (".pyc", ".so", ".dll", ".sh", ".exe", ".bat")
    assert not [name for name in names if "__pycache__" in name or "/." in name or name.endswith(refused)]
    assert metadata["general"]["icon"].strip()
    assert f"copernicus_plugin/{metadata['general']['icon']}" in names
    assert metadata["general"]["qgisMinimumVersion"] == "3.22"


def test_the_same_tree_gives_the_same_zip(archive, tmp_path):
    subprocess.run([sys.executable, str(ROOT / "tools" / "package.py"), str(STAGE), str(tmp_path)], check=True)
    assert next(tmp_path.glob("*.zip")).read_bytes() == archive.read_bytes()


def test_qgis_installs_it_from_the_zip(desktop, archive):
    version = archive.stem.rpartition("-")[2]
    report = replace(desktop, with_plugin=False, environment={"CDA_ZIP": str(archive)}).run("install_from_zip")
    assert seen(report) == {"version": version, "search button": True}
