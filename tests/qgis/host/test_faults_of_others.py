"""What happens around the services: a full pool, a cache that is emptied, threads that ask for the session at once."""

from __future__ import annotations

import threading

import pytest
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QThreadPool

from copernicus_plugin.host.services import Services
from copernicus_plugin.host.tasks import FaceHolder
from copernicus_plugin.host.thumbnails import Thumbnails
from copernicus_plugin.model.errors import AccessError, ErrorKind
from tests.qgis.host.conftest import deleted, in_thread, until


class _Busy(QgsTask):
    def __init__(self, over):
        super().__init__("busy")
        self._over = over

    def run(self):
        return self._over.wait(20)


def test_a_task_cancelled_before_its_turn_tells_the_work_to_stop(qgis_app):
    over = threading.Event()
    busy = [_Busy(over) for _ in range(QThreadPool.globalInstance().maxThreadCount())]
    for task in busy:
        QgsApplication.taskManager().addTask(task)
    until(lambda: all(task.status() == QgsTask.TaskStatus.Running for task in busy))
    stopped = []
    holder = FaceHolder(lambda: stopped.append(True))
    try:
        holder.show("waiting for a thread")
        (task,) = [t for t in QgsApplication.taskManager().tasks() if t.description() == "waiting for a thread"]
        task.cancel()
        QCoreApplication.processEvents()
        deleted()
        until(lambda: stopped)
        holder.show("again")
        assert "again" in [t.description() for t in QgsApplication.taskManager().tasks()]
    finally:
        holder.hide()
        over.set()
        until(lambda: not QgsApplication.taskManager().tasks())


@pytest.fixture
def services(qgis_app, own_folders):
    made = Services()
    yield made
    made.close()


def test_threads_that_ask_first_at_the_same_time_get_the_same_session(services, monkeypatch):
    from copernicus_plugin.network import session as module

    made = []

    class Slow(module.HttpSession):
        def __init__(self, *arguments):
            made.append(self)
            threading.Event().wait(0.1)
            super().__init__(*arguments)

    monkeypatch.setattr(module, "HttpSession", Slow)
    found = []
    threads = [threading.Thread(target=lambda: found.append(services.session)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert len({id(one) for one in found}) == 1


def test_there_is_no_session_after_the_end(services):
    services.close()
    with pytest.raises(AccessError) as raised:
        in_thread(lambda: services.session)
    assert raised.value.kind is ErrorKind.CANCELLED


class _Broken:
    def __init__(self):
        self.asked = 0

    def __call__(self):
        self.asked += 1
        raise RuntimeError("a fault of ours")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_pictures_go_on_after_a_fault(qgis_app, tmp_path):
    session = _Broken()
    thumbnails = Thumbnails(session, tmp_path)
    for number in range(8):
        thumbnails.request(f"https://somewhere.example/{number}.jpg")
        until(lambda number=number: session.asked == number + 1, 3)
    thumbnails.close()


def test_a_cache_that_is_emptied_meanwhile_is_made_again(qgis_app, tmp_path):
    from copernicus_plugin.host.thumbnails import _DiskCache

    cache = _DiskCache(tmp_path / "gone", 100)
    real = cache._make_room

    def emptied(added):
        for file in (tmp_path / "gone").iterdir():
            file.unlink()
        (tmp_path / "gone").rmdir()
        real(added)

    cache._make_room = emptied
    cache.write("https://somewhere.example/a.jpg", b"abc")
    cache._make_room = real
    cache.write("https://somewhere.example/a.jpg", b"abc")
    assert cache.read("https://somewhere.example/a.jpg") == b"abc"
