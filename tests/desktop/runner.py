"""Given to ``qgis --code``: runs one scenario inside the real QGIS and writes down what was seen.

A scenario is a generator: it does what a person does, and yields what the person waits for. The runner asks every
50 ms until it is true. Set-up comes by environment: ``CDA_SCENARIO`` (path), ``CDA_REPORT`` (JSON to write),
``CDA_SHOTS`` (folder), ``CDA_CA`` (authority of the sandbox), ``CDA_ROOT`` (checkout).
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
import traceback

from qgis.core import Qgis, QgsApplication, QgsAuthCertUtils, QgsNetworkAccessManager, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtNetwork import QSslCertificate
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

sys.path[:0] = [os.environ["CDA_ROOT"], os.path.dirname(os.environ["CDA_SCENARIO"])]
PATIENCE = float(os.environ.get("CDA_PATIENCE", "30"))
report: dict = {"ok": False, "seen": {}, "error": "", "faults": []}


def note_fault(message: str, tag: str, level: Qgis.MessageLevel) -> None:
    """Exceptions that QGIS catches from plugins end in its log; a user would see a red bar."""
    if tag in ("Python error", "Python warning") or level == Qgis.MessageLevel.Critical:
        report["faults"].append(f"{tag}: {message}")


QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(note_fault)


def trust_the_sandbox() -> None:
    """What a user's administrator does: add the authority to QGIS's own certificates."""
    if not os.environ.get("CDA_CA"):
        return
    manager = QgsApplication.authManager()
    manager.setMasterPassword("desktop test", True)
    for certificate in QSslCertificate.fromPath(os.environ["CDA_CA"]):
        manager.storeCertAuthority(certificate)
        manager.storeCertTrustPolicy(certificate, QgsAuthCertUtils.CertTrustPolicy.Trusted)
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


def finish() -> None:
    with open(os.environ["CDA_REPORT"], "w", encoding="utf-8") as file:
        json.dump(report, file, default=str)
    QgsProject.instance().setDirty(False)
    sys.stdout.flush()
    if os.environ.get("CDA_QUIT", "hard") == "hard":
        os._exit(0)
    iface.actionExit().trigger()


class Runner:
    def __init__(self, scenario, person) -> None:
        self.person = person
        self.steps = scenario(person, report["seen"])
        self.condition = None
        self.waiting_since = time.monotonic()
        self.timer = QTimer()
        self.timer.timeout.connect(self.tick)
        self.timer.start(50)

    def tick(self) -> None:
        try:
            if self.condition is not None and not self.satisfied():
                if time.monotonic() - self.waiting_since < PATIENCE:
                    return
                raise AssertionError(f"waited {PATIENCE:.0f} s in vain, at line {self.steps.gi_frame.f_lineno}")
            self.condition = next(self.steps)
            self.waiting_since = time.monotonic()
        except StopIteration:
            report["ok"] = True
            self.end()
        except Exception:  # noqa: BLE001 (whatever happens belongs into the report)
            report["error"] = traceback.format_exc()
            self.shoot("failure")
            self.end()

    def satisfied(self) -> bool:
        if isinstance(self.condition, (int, float)) and not isinstance(self.condition, bool):
            return time.monotonic() - self.waiting_since >= self.condition
        try:
            return bool(self.condition())
        except AssertionError:
            return False

    def shoot(self, name: str) -> None:
        folder = os.environ.get("CDA_SHOTS")
        if folder:
            iface.mainWindow().screen().grabWindow(0).save(os.path.join(folder, f"{name}.png"))

    def end(self) -> None:
        self.timer.stop()
        finish()


def start() -> None:
    try:
        from tests.desktop.person import Person

        trust_the_sandbox()
        iface.newProject()
        # Without a window manager nothing makes a window active, and shortcuts belong to the active one.
        QApplication.setActiveWindow(iface.mainWindow())
        spec = importlib.util.spec_from_file_location("scenario", os.environ["CDA_SCENARIO"])
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        person = Person()
        runner = Runner(module.scenario, person)
        person.shoot = runner.shoot
        iface._scenario_runner = runner
    except Exception:  # noqa: BLE001
        report["error"] = traceback.format_exc()
        finish()


report["qgis"] = Qgis.version()
iface.mainWindow().setGeometry(
    0, 0, int(os.environ.get("CDA_WIDTH", "1500")), int(os.environ.get("CDA_HEIGHT", "950"))
)
QTimer.singleShot(300, start)
