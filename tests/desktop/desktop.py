"""Starts a real QGIS desktop on a screen of its own, with the staged plugin and a fresh profile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STAGE = ROOT / "build" / "stage" / "copernicus_plugin"
SCENARIOS = Path(__file__).parent / "scenarios"


@dataclass
class Report:
    ok: bool
    seen: dict
    error: str
    log: str
    profile: Path
    faults: list[str] = field(default_factory=list)
    """what QGIS's log holds of exceptions and critical messages"""


@dataclass
class Desktop:
    """``proxy`` is the sandbox's (host, port); ``theme`` a QGIS UI theme; ``locale`` such as ``fr``."""

    proxy: tuple[str, int] | None = None
    ca: Path | None = None
    theme: str = "default"
    locale: str = "en_US"
    shots: Path | None = None
    size: tuple[int, int] = (1500, 950)
    patience: float = 30.0
    settings: dict[str, dict[str, str]] = field(default_factory=dict)
    quit: str = "hard"
    with_plugin: bool = True
    environment: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """texts of files in the user's profile, by their path there"""

    def run(self, scenario: str, timeout: float = 120.0, home: Path | None = None) -> Report:
        """Run ``scenarios/<scenario>.py`` to its end. ``home`` is kept when given, to come back to a profile."""
        folder = home or Path(tempfile.mkdtemp(prefix="cda-desktop-"))
        screen = _Screen(self.size)
        try:
            return self._run(scenario, timeout, folder, screen.display)
        finally:
            screen.close()
            if home is None:
                shutil.rmtree(folder, ignore_errors=True)

    def _run(self, scenario: str, timeout: float, folder: Path, display: str) -> Report:
        self._write_profile(folder)
        report, log = folder / "report.json", folder / "qgis.log"
        report.unlink(missing_ok=True)
        with log.open("wb") as out:
            qgis = subprocess.Popen(
                ["/usr/bin/qgis", "--profiles-path", str(folder), "--profile", "desktop", "--nologo",
                 "--noversioncheck", "--code", str(Path(__file__).parent / "runner.py")],
                env=self._environment(folder, display, scenario, report), stdout=out, stderr=subprocess.STDOUT,
                start_new_session=True, cwd=folder,
            )  # fmt: skip
            try:
                self._wait(qgis, report, timeout)
            finally:
                _end(qgis)
        text = log.read_text("utf-8", "replace")
        if not report.exists():
            return Report(False, {}, f"QGIS ended without a report (code {qgis.returncode})", text, folder)
        data = json.loads(report.read_text("utf-8"))
        return Report(data["ok"], data["seen"], data["error"], text, folder, data["faults"])

    def _wait(self, qgis: subprocess.Popen, report: Path, timeout: float) -> None:
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline and qgis.poll() is None:
            time.sleep(0.1)

    def _write_profile(self, folder: Path) -> None:
        plugins = folder / "profiles" / "desktop" / "python" / "plugins"
        plugins.mkdir(parents=True, exist_ok=True)
        link = plugins / "copernicus_plugin"
        if self.with_plugin and not link.exists():
            link.symlink_to(STAGE)
        for name, text in self.files.items():
            path = folder / "profiles" / "desktop" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        ini = folder / "profiles" / "desktop" / "QGIS" / "QGIS3.ini"
        if ini.exists():
            return
        ini.parent.mkdir(parents=True, exist_ok=True)
        sections = {
            "PythonPlugins": {"processing": "true"} | ({"copernicus_plugin": "true"} if self.with_plugin else {}),
            "qgis": {"checkVersion": "false", "iconSize": "24"},
            "UI": {"UITheme": self.theme},
            "locale": {"overrideFlag": "true", "userLocale": self.locale, "globalLocale": self.locale},
        }
        if self.proxy:
            sections["proxy"] = {
                "proxyEnabled": "true", "proxyType": "HttpProxy", "proxyHost": self.proxy[0],
                "proxyPort": str(self.proxy[1]),
            }  # fmt: skip
        for name, values in self.settings.items():
            sections.setdefault(name, {}).update(values)
        lines = [
            f"[{name}]\n" + "".join(f"{key}={value}\n" for key, value in items.items())
            for name, items in sections.items()
        ]
        ini.write_text("\n".join(lines), "utf-8")

    def _environment(self, folder: Path, display: str, scenario: str, report: Path) -> dict[str, str]:
        runtime = folder / "run"
        runtime.mkdir(mode=0o700, exist_ok=True)
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "DISPLAY": display, "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(runtime), "QGIS_AUTH_DB_DIR_PATH": str(folder), "CDA_ROOT": str(ROOT),
            "CDA_SCENARIO": str(SCENARIOS / f"{scenario}.py"), "CDA_REPORT": str(report),
            "CDA_SHOTS": str(self.shots or folder), "CDA_PATIENCE": str(self.patience), "CDA_QUIT": self.quit,
            "CDA_WIDTH": str(self.size[0]), "CDA_HEIGHT": str(self.size[1]), "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        if self.ca:
            # GDAL knows only OpenSSL's certificates; QGIS's own get the authority by runner.py.
            environment |= {"SSL_CERT_FILE": str(self.ca), "CDA_CA": str(self.ca)}
        return environment | self.environment


class _Screen:
    """An X server without a monitor, on a free number."""

    def __init__(self, size: tuple[int, int]) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = f":{pipe.readline().strip()}"

    def close(self) -> None:
        _end(self._server)


def _end(process: subprocess.Popen) -> None:
    if process.poll() is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
