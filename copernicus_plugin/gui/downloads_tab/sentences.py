"""What a row of the Downloads tab says."""

from __future__ import annotations

from collections.abc import Sequence

from copernicus_plugin.gui.downloads_tab.place import Place
from copernicus_plugin.gui.messages import During, Message, message_for
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.model.download import Download, DownloadState
from copernicus_plugin.model.errors import AccessError, ErrorKind


def speed_text(speed: float) -> str:
    """``speed`` in bytes per second."""
    if speed >= 1e6:
        return tr("{number} MB/s").format(number=formats.number_text(speed / 1e6, 1))
    return tr("{number} kB/s").format(number=formats.number_text(speed / 1e3, 0))


def state_text(download: Download, place: Place) -> str:
    """The line under the bar."""
    return {
        DownloadState.RUNNING: _running,
        DownloadState.PAUSED: _paused,
        DownloadState.WAITING: _waiting,
        DownloadState.VERIFYING: _verifying,
        DownloadState.DONE: _done,
        DownloadState.FAILED: _failed,
        DownloadState.CANCELLED: _cancelled,
    }[download.state](download, place)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _with_dot(*parts: str) -> str:
    return "".join(f" · {part}" for part in parts)


def _running(download: Download, _place: Place) -> str:
    speed = speed_text(download.speed) if download.speed > 0 else ""
    left = formats.duration_text(download.seconds_left) if download.seconds_left is not None else ""
    return _joined(formats.part_text(download.received, download.total), speed, left)


def _paused(download: Download, _place: Place) -> str:
    return _joined(tr("Paused"), formats.part_text(download.received, download.total))


def _waiting(download: Download, place: Place) -> str:
    reason = {
        "host": tr("Waiting for a free connection"),
        "place": tr("Waiting for a free connection"),
        "network": tr("Waiting for the network"),
        "retry": tr("{place} was busy, tries again soon").format(place=place.title),
    }.get(download.waiting_for, tr("Waiting for its turn"))
    return _joined(reason, formats.part_text(download.received, download.total) if download.received else "")


def hint(download: Download, place: Place) -> str:
    """What is said below that, where there is something to explain."""
    if download.state is not DownloadState.WAITING or download.waiting_for not in ("host", "place"):
        return ""
    allowed = place.connections(download.request.assets)
    if allowed is None:
        return tr("{place} allows no more downloads at a time. This one starts when one is done.").format(
            place=place.title
        )
    return tr("{place} allows {allowed} downloads at a time. This one starts when one is done.").format(
        place=place.title, allowed=formats.count_text(allowed)
    )


def _verifying(_download: Download, _place: Place) -> str:
    return tr("Checking that all arrived")


def _failed(download: Download, _place: Place) -> str:
    if not download.received:
        return tr("Failed")
    return tr("Failed, {size} are kept").format(size=formats.size_text(download.received))


def _cancelled(_download: Download, _place: Place) -> str:
    return tr("Cancelled")


def _done(download: Download, _place: Place) -> str:
    took = formats.size_text(download.received)
    if download.elapsed >= 1:
        took = tr("{size} in {time}").format(size=took, time=formats.duration_text(download.elapsed))
    return _joined(verified_text(download), took)


def verified_text(download: Download) -> str:
    """How it is known that the files are whole."""
    if not download.verified_by:
        return tr("Complete")
    if download.verified_by == "length":
        return tr("Length checked")
    if download.verified_by == "archive":
        return tr("Verified by archive test")
    return tr("Verified ({algorithm})").format(algorithm=download.verified_by.upper())


def waits_for_the_user(download: Download) -> bool:
    """Whether it goes on as soon as there is an account, or it is unlocked, or a code is typed."""
    return (
        download.state in (DownloadState.FAILED, DownloadState.WAITING)
        and download.error is not None
        and download.error.kind is ErrorKind.ACCOUNT_NEEDED
    )


def failure(download: Download, place: Place) -> Message | None:
    """What went wrong and what can be done, where it failed or waits for the user."""
    error = download.error
    if error is None or not (download.state is DownloadState.FAILED or waits_for_the_user(download)):
        return None
    if download.received and download.total and "expected" not in error.parameters:
        kept = {"received": download.received, "expected": download.total}
        error = AccessError(error.kind, error.reason, {**error.parameters, **kept})
    return message_for(error, place.title, During.DOWNLOAD)


def question(download: Download) -> str:
    """Asked in the row before much would be lost."""
    return tr("Cancel this download? {size} that arrived would be lost.").format(
        size=formats.size_text(download.received)
    )


def share_of(download: Download) -> float | None:
    """0…1, ``None`` where the length is not known."""
    if not download.total:
        return None
    return min(1.0, download.received / download.total)


def spoken(download: Download, place: Place) -> str:
    """``Sentinel-2C L2A · 2026-10-24 · T29UNU, 64 per cent, 18 seconds left``"""
    parts = [download.request.title]
    share = share_of(download)
    if download.state in (DownloadState.RUNNING, DownloadState.PAUSED) and share is not None:
        parts.append(tr("{number} per cent").format(number=formats.number_text(int(share * 100), 0)))
    if download.state is DownloadState.RUNNING:
        if download.seconds_left is not None:
            parts.append(tr_n("%n second(s) left", round(download.seconds_left)))
        return ", ".join(parts)
    told = failure(download, place)
    parts.append(told.text if told is not None else state_text(download, place))
    explained = hint(download, place)
    return ", ".join([*parts, explained] if explained else parts)


def headline(downloads: Sequence[Download]) -> tuple[str, str]:
    """The bold and the dim part of the first line: speed, how many run, the time left."""
    running = [one for one in downloads if one.state in (DownloadState.RUNNING, DownloadState.VERIFYING)]
    waiting = [one for one in downloads if one.state is DownloadState.WAITING]
    paused = [one for one in downloads if one.state is DownloadState.PAUSED]
    if running:
        speed = sum(one.speed for one in running)
        return speed_text(speed), _with_dot(*_after_speed(running, waiting, speed))
    if waiting:
        return tr("Waiting"), _with_dot(tr_n("%n in the queue", len(waiting)))
    if paused:
        return tr("Paused"), _with_dot(tr_n("%n download(s)", len(paused)))
    return tr("Nothing is running"), ""


def _after_speed(running: Sequence[Download], waiting: Sequence[Download], speed: float) -> list[str]:
    parts = [tr("{count} running").format(count=formats.count_text(len(running)))]
    open_ones = [*running, *waiting]
    if speed > 0 and all(one.total for one in open_ones):
        left = sum((one.total or 0) - one.received for one in open_ones)
        parts.append(tr("about {time} left").format(time=formats.duration_text(left / speed)))
    return parts


class Milestones:
    """Which of 25, 50, 75, 100 per cent a download has just passed; each is told once."""

    def __init__(self) -> None:
        self._told: dict[str, int] = {}

    def passed(self, download: Download) -> int | None:
        """The per cent to announce, ``None`` for nothing."""
        share = 1.0 if download.state is DownloadState.DONE else share_of(download)
        if share is None or download.state not in (DownloadState.RUNNING, DownloadState.DONE):
            return None
        reached = int(share * 100) // 25 * 25
        if reached == 100 and download.state is not DownloadState.DONE:
            reached = 75
        before = self._told.get(download.id)
        self._told[download.id] = max(before or 0, reached)
        # The first snapshot of one that is resumed says nothing of what was there before.
        if before is None and download.state is not DownloadState.DONE:
            return None
        return reached if reached > (before or 0) else None

    def forget(self, download_id: str) -> None:
        self._told.pop(download_id, None)
