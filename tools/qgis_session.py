"""A QGIS without windows for tools: a profile of its own, the sandbox (or the internet) as its network."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROFILE = Path(tempfile.mkdtemp(prefix="cda-tool-"))
os.environ.update(
    {
        "HOME": str(PROFILE),
        "QGIS_CUSTOM_CONFIG_PATH": str(PROFILE),
        "QGIS_AUTH_DB_DIR_PATH": str(PROFILE),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
)


def start(proxy: tuple[str, int] | None, authority: Path | None) -> Any:
    """The application, ready for layers and requests. With a sandbox: its proxy, and its authority trusted.

    Call it once, before anything of QGIS is used.
    """
    if authority is not None:
        # GDAL knows only OpenSSL's certificates; QGIS's own get the authority below.
        os.environ["SSL_CERT_FILE"] = str(authority)
        for name in ("CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_DIR"):
            os.environ.pop(name, None)
    from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings

    QgsApplication.setOrganizationName("QGIS")
    QgsApplication.setApplicationName("QGIS3")
    application = QgsApplication([], True)
    application.initQgis()
    settings = QgsSettings()
    if proxy is not None:
        for key, value in (("Enabled", True), ("Type", "HttpProxy"), ("Host", proxy[0]), ("Port", str(proxy[1]))):
            settings.setValue(f"proxy/proxy{key}", value)
    if authority is not None:
        trust(authority)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    return application


def trust(authority: Path) -> None:
    """Add an authority to QGIS's own certificates, as an administrator does."""
    from qgis.core import QgsApplication, QgsAuthCertUtils
    from qgis.PyQt.QtNetwork import QSslCertificate

    manager = QgsApplication.authManager()
    manager.setMasterPassword("a tool's own profile", True)
    for certificate in QSslCertificate.fromPath(str(authority)):
        manager.storeCertAuthority(certificate)
        manager.storeCertTrustPolicy(certificate, QgsAuthCertUtils.CertTrustPolicy.Trusted)
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()


def wait_until(condition: Callable[[], Any], seconds: float, what: str) -> None:
    """Let the event loop run until the condition holds; ``SystemExit`` with ``what`` after so many seconds."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(10)
    deadline = time.monotonic() + seconds
    timer.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > deadline else None)
    timer.start()
    loop.exec()
    if not condition():
        raise SystemExit(f"gave up after {seconds:.0f} s: {what}")
