"""Streaming from a host that only an authority of the user's own vouches for, as behind a company's proxy."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsAuthCertUtils
from qgis.PyQt.QtNetwork import QSslCertificate

from copernicus_plugin.host.services import Services
from copernicus_plugin.model.errors import ErrorKind, Reason

from .test_streaming_from_sandbox import colours_seen, ear, engine, find, network, stream  # noqa: F401

pytest_plugins = ("tests.sandbox.pytest_plugin",)

OPTION = "SSL_CERT_FILE"


@pytest.fixture
def unaided(network, monkeypatch):  # noqa: F811
    """Neither the environment nor GDAL's options name a certificate."""
    for name in ("SSL_CERT_FILE", "CURL_CA_BUNDLE", "GDAL_CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    gdal.SetConfigOption(OPTION, None)
    gdal.VSICurlClearCache()
    manager = QgsApplication.authManager()
    for left in manager.databaseCAs():
        # A run that died cannot clean the profile of the tests.
        manager.removeCertAuthority(left)
    _read_again(manager)
    return network


@pytest.fixture
def authority(unaided):
    """The sandbox's authority in QGIS's own store, as the user's options put it there."""
    manager = QgsApplication.authManager()
    (certificate,) = QSslCertificate.fromPath(str(unaided.ca_pem))
    assert manager.storeCertAuthority(certificate)
    assert manager.storeCertTrustPolicy(certificate, QgsAuthCertUtils.CertTrustPolicy.Trusted)
    _read_again(manager)
    yield certificate
    manager.removeCertAuthority(certificate)
    manager.removeCertTrustPolicy(certificate)
    _read_again(manager)


def _read_again(manager):
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()


@pytest.fixture
def services(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr("copernicus_plugin.host.services.profile_folder", lambda: tmp_path / "profile")
    made = Services()
    yield made
    made.close()


def files(services):
    return sorted(services.folder.glob("*.pem"))


def test_gdal_trusts_the_users_own_authority_and_forgets_it(authority, services, engine, ear):  # noqa: F811
    product = find(engine, "earth_search", "sentinel-2-l2a")
    stream(ear, engine, product, "true_colour")
    error = ear.failed[0][1]
    assert (error.kind, error.reason) == (ErrorKind.NETWORK_FAULT, Reason.CERTIFICATE)
    services.prepare_streaming()
    (file,) = files(services)
    assert gdal.GetConfigOption(OPTION) == str(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert authority.toPem().data().strip() in file.read_bytes()
    ear.failed.clear()
    stream(ear, engine, product, "true_colour")
    assert not ear.failed, ear.failed
    assert len(colours_seen(ear.loaded[0].layer)) > 3, "an image, not one plain colour"
    services.prepare_streaming()
    assert files(services) == [file], "nothing has changed"
    services.close()
    assert gdal.GetConfigOption(OPTION) is None
    assert not files(services)


def test_an_authority_taken_out_of_qgis_is_not_trusted_any_more(authority, services):
    services.prepare_streaming()
    assert files(services)
    manager = QgsApplication.authManager()
    manager.removeCertAuthority(authority)
    _read_again(manager)
    services.prepare_streaming()
    assert gdal.GetConfigOption(OPTION) is None
    assert not files(services)


def test_without_authorities_of_the_users_own_nothing_is_changed(unaided, services):
    services.prepare_streaming()
    assert gdal.GetConfigOption(OPTION) is None
    assert not files(services)


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "CURL_CA_BUNDLE", "GDAL_CURL_CA_BUNDLE"])
@pytest.mark.parametrize("place", ["environment", "option"])
def test_what_the_user_told_gdal_is_left_as_it_is(authority, services, monkeypatch, name, place):
    file = str(Path(services.folder) / "users.pem")
    if place == "environment":
        monkeypatch.setenv(name, file)
    else:
        gdal.SetConfigOption(name, file)
    try:
        services.prepare_streaming()
        assert gdal.GetConfigOption(name) == file
        assert name == OPTION or gdal.GetConfigOption(OPTION) is None
        services.close()
        assert gdal.GetConfigOption(name) == file
        assert not files(services)
    finally:
        gdal.SetConfigOption(name, None)


def test_a_file_that_a_qgis_which_died_left_behind_is_removed(authority, services):
    services.folder.mkdir(parents=True)
    old, recent = services.folder / "gdal_certificates_a.pem", services.folder / "gdal_certificates_b.pem"
    old.write_bytes(b"")
    recent.write_bytes(b"")
    os.utime(old, (1.0e9, 1.0e9))
    services.prepare_streaming()
    assert not old.exists()
    assert recent.exists(), "another QGIS may be using it"
    assert len(files(services)) == 2


def test_a_profile_that_cannot_be_written_keeps_nobody_from_streaming(authority, services):
    services.folder.parent.mkdir(parents=True, exist_ok=True)
    services.folder.write_text("in the way", encoding="utf-8")
    services.prepare_streaming()
    assert gdal.GetConfigOption(OPTION) is None
