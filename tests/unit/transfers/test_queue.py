"""Downloads as a user sees them: states, files and bytes, over real sockets and a real disk."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import threading
import time
from pathlib import Path

import pytest

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.download import DownloadState
from copernicus_plugin.model.errors import ErrorKind, Reason
from copernicus_plugin.model.product import Checksum
from tests.unit.transfers.conftest import pseudo, sha256

DONE, FAILED, PAUSED, CANCELLED = (
    DownloadState.DONE,
    DownloadState.FAILED,
    DownloadState.PAUSED,
    DownloadState.CANCELLED,
)
BODY = pseudo(3_000_000)
PLACE = "S2_T29UNU/B04.tif"


def fetched(bench, *assets, **request):
    download = bench.queue.add(bench.request(*assets, **request))
    return bench.wait(download.id, DONE, FAILED)


def test_one_file_arrives_byte_for_byte(bench):
    bench.serve("B04.tif", BODY)
    done = fetched(bench, bench.asset("B04.tif", size=len(BODY), checksum=sha256(BODY)))
    assert done.state is DONE
    assert done.verified_by == "sha256"
    assert done.received == done.total == len(BODY)
    assert done.files == (str(bench.folder / PLACE),)
    assert bench.files() == {PLACE: BODY}


def test_several_assets_arrive_in_their_order_and_the_weakest_verification_is_told(bench):
    other = pseudo(500_000, b"other")
    bench.serve("B04.tif", BODY)
    bench.serve("B03.tif", other)
    done = fetched(bench, bench.asset("B04.tif", checksum=sha256(BODY)), bench.asset("B03.tif"))
    assert [Path(file).name for file in done.files] == ["B04.tif", "B03.tif"]
    assert done.verified_by == "length"
    assert done.total == len(BODY) + len(other)
    assert bench.files() == {PLACE: BODY, "S2_T29UNU/B03.tif": other}


@pytest.mark.parametrize("cut", [0, 1, 1_499_999, len(BODY) - 1])
def test_a_cut_connection_goes_on_where_it_ended(bench, cut):
    bench.serve("B04.tif", BODY, cuts=[cut])
    done = fetched(bench, bench.asset("B04.tif", checksum=sha256(BODY)))
    assert (done.state, done.verified_by) == (DONE, "sha256")
    assert bench.files() == {PLACE: BODY}
    assert bench.server.ranges() == [None, f"bytes={cut}-" if cut else None]


def test_many_cuts_are_survived_as_long_as_something_arrives(bench):
    bench.serve("B04.tif", BODY, cuts=[300_000] * 9)
    assert fetched(bench, bench.asset("B04.tif")).state is DONE
    assert bench.files() == {PLACE: BODY}


def test_a_server_that_gives_nothing_fails_and_keeps_what_there_is(bench):
    file = bench.serve("B04.tif", BODY, cuts=[1_000_000] + [0] * 5)
    failed = fetched(bench, bench.asset("B04.tif"))
    assert failed.state is FAILED
    assert (failed.error.kind, failed.error.reason) == (ErrorKind.NETWORK_FAULT, Reason.CUT)
    assert failed.received == 1_000_000
    assert bench.files()[f"{PLACE}.part"] == BODY[:1_000_000]
    assert PLACE not in bench.files()
    file.cuts.clear()
    bench.forget()
    bench.queue.retry(failed.id)
    assert bench.wait(failed.id, DONE, FAILED).state is DONE
    assert bench.files() == {PLACE: BODY}
    assert bench.server.ranges()[-1] == "bytes=1000000-"


def test_an_ignored_range_starts_again_cleanly(bench):
    bench.serve("B04.tif", BODY, cuts=[1_000_000], ignore_range=True)
    assert fetched(bench, bench.asset("B04.tif")).state is DONE
    assert bench.files() == {PLACE: BODY}
    assert bench.server.ranges() == [None, "bytes=1000000-"]


@pytest.mark.parametrize("rude", [False, True])
def test_a_file_that_changed_meanwhile_is_never_pieced_together(bench, rude):
    newer = pseudo(len(BODY), b"newer")
    file = bench.serve("B04.tif", BODY, cuts=[1_000_000] + [0] * 5, ignore_if_range=rude)
    failed = fetched(bench, bench.asset("B04.tif"))
    assert failed.state is FAILED
    file.body, file.etag, file.cuts = newer, '"two"', []
    bench.forget()
    bench.queue.retry(failed.id)
    assert bench.wait(failed.id, DONE, FAILED).state is DONE
    assert bench.files() == {PLACE: newer}


def test_a_server_without_etag_and_date_is_not_resumed(bench):
    bench.serve("B04.tif", BODY, cuts=[1_000_000], etag="")
    assert fetched(bench, bench.asset("B04.tif")).state is DONE
    assert bench.files() == {PLACE: BODY}
    assert bench.server.ranges() == [None, None]


def test_a_weak_etag_gives_way_to_the_date(bench):
    date = "Wed, 05 Oct 2022 12:00:00 GMT"
    bench.serve("B04.tif", BODY, cuts=[1_000_000], etag='W/"weak"', last_modified=date)
    assert fetched(bench, bench.asset("B04.tif")).state is DONE
    assert bench.files() == {PLACE: BODY}
    assert bench.server.seen[1][2]["If-Range"] == date
    assert bench.server.ranges()[1] == "bytes=1000000-"


def test_a_range_from_another_place_is_not_used(bench):
    bench.serve("B04.tif", BODY, cuts=[1_000_000], wrong_start=True)
    assert fetched(bench, bench.asset("B04.tif")).state is DONE
    assert bench.files() == {PLACE: BODY}


def test_it_is_resumed_after_a_restart_of_the_queue(bench):
    bench.serve("B04.tif", BODY, cuts=[1_000_000] + [0] * 5)
    asset = bench.asset("B04.tif", size=len(BODY))
    assert fetched(bench, asset).state is FAILED
    bench.queue.close()
    bench.forget()
    bench.server.files["/B04.tif"].cuts = []
    bench.new_queue()
    assert fetched(bench, asset).state is DONE
    assert bench.server.ranges()[-1] == "bytes=1000000-"
    assert bench.files() == {PLACE: BODY}


def test_a_part_of_another_address_is_not_resumed(bench):
    other = pseudo(len(BODY), b"other")
    bench.serve("a/B04.tif", BODY, cuts=[1_000_000] + [0] * 5)
    bench.serve("b/B04.tif", other)
    assert fetched(bench, bench.asset("a/B04.tif", key="B04")).state is FAILED
    bench.new_queue()
    bench.forget()
    assert fetched(bench, bench.asset("b/B04.tif", key="B04")).state is DONE
    assert bench.files() == {PLACE: other}


def test_a_complete_part_needs_no_request_beyond_its_end(bench):
    bench.serve("B04.tif", BODY)
    asset = bench.asset("B04.tif", checksum=sha256(BODY))
    folder = bench.folder / "S2_T29UNU"
    assert fetched(bench, asset).state is DONE
    # As if QGIS had ended between the last byte and the new name, and the length had not been told.
    os.replace(folder / "B04.tif", folder / "B04.tif.part")
    record = {
        "url": f"{bench.server.url}/B04.tif",
        "product": "place/sentinel-2-l2a/S2_T29UNU",
        "etag": '"one"',
        "last_modified": "",
        "size": None,
        "checksum": f"sha256:{sha256(BODY).digest}",
    }
    (folder / "B04.tif.part.json").write_text(json.dumps(record))
    bench.new_queue()
    bench.forget()
    assert fetched(bench, asset).state is DONE
    assert bench.server.ranges() == [None, f"bytes={len(BODY)}-"]
    assert bench.files() == {PLACE: BODY}


def test_a_part_longer_than_the_file_starts_again(bench):
    bench.serve("B04.tif", BODY[:2_000_000], cuts=[])
    asset = bench.asset("B04.tif")
    assert fetched(bench, asset).state is DONE
    folder = bench.folder / "S2_T29UNU"
    (folder / "B04.tif").unlink()
    (folder / "B04.tif.part").write_bytes(BODY)
    record = {"url": f"{bench.server.url}/B04.tif", "product": "place/sentinel-2-l2a/S2_T29UNU", "etag": '"one"'}
    (folder / "B04.tif.part.json").write_text(json.dumps(record))
    bench.new_queue()
    bench.forget()
    assert fetched(bench, asset).state is DONE
    assert bench.files() == {PLACE: BODY[:2_000_000]}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"url": 5}', b"\xff\xfe", b'{"url": "x", "size": "big"}'])
def test_a_damaged_sidecar_only_costs_time(bench, damage):
    bench.serve("B04.tif", BODY, cuts=[1_000_000] + [0] * 5)
    failed = fetched(bench, bench.asset("B04.tif"))
    (bench.folder / f"{PLACE}.part.json").write_bytes(damage)
    bench.server.files["/B04.tif"].cuts = []
    bench.forget()
    bench.queue.retry(failed.id)
    assert bench.wait(failed.id, DONE, FAILED).state is DONE
    assert bench.files() == {PLACE: BODY}


def test_the_sidecar_knows_no_secret(bench):
    bench.serve("B04.tif", BODY, cuts=[1_000_000] + [0] * 5)
    fetched(bench, bench.asset("B04.tif"))
    everything = b"".join(path.read_bytes() for path in bench.folder.rglob("*.json"))
    assert b"B04.tif" in everything
    assert b"geheim" not in everything
    assert b"sig" not in everything


def test_another_length_than_the_catalogue_says_is_refused_before_it_is_fetched(bench):
    bench.serve("B04.tif", BODY)
    failed = fetched(bench, bench.asset("B04.tif", size=len(BODY) + 1))
    assert (failed.state, failed.error.kind, failed.error.reason) == (FAILED, ErrorKind.BAD_ANSWER, Reason.LENGTH)
    assert failed.error.parameters["expected"] == len(BODY) + 1
    assert failed.error.parameters["received"] == len(BODY)
    assert bench.files() == {}


def test_a_matching_checksum_weighs_more_than_a_wrong_length_in_the_catalogue(bench):
    bench.serve("B04.tif", BODY)
    done = fetched(bench, bench.asset("B04.tif", size=len(BODY) + 1, checksum=sha256(BODY)))
    assert (done.state, done.received, done.total) == (DONE, len(BODY), len(BODY))


def test_a_wrong_checksum_never_gets_the_final_name(bench):
    bench.serve("B04.tif", BODY)
    failed = fetched(bench, bench.asset("B04.tif", checksum=Checksum("sha256", "0" * 64)))
    assert (failed.state, failed.error.kind, failed.error.reason) == (FAILED, ErrorKind.BAD_ANSWER, Reason.CHECKSUM)
    assert failed.error.parameters == {"host": "127.0.0.1", "algorithm": "sha256"}
    assert bench.files() == {}
    assert len(bench.server.seen) == 1


def test_a_file_pieced_together_wrongly_is_fetched_once_more_from_the_start(bench):
    bench.serve("B04.tif", BODY, cuts=[1_000_000] + [0] * 5)
    asset = bench.asset("B04.tif", checksum=sha256(BODY))
    failed = fetched(bench, asset)
    part = bench.folder / f"{PLACE}.part"
    part.write_bytes(b"\0" * 1_000_000)
    bench.server.files["/B04.tif"].cuts = []
    bench.forget()
    bench.queue.retry(failed.id)
    assert bench.wait(failed.id, DONE, FAILED).state is DONE
    assert bench.files() == {PLACE: BODY}


def test_an_unknown_checksum_is_no_reason_to_fail(bench):
    bench.serve("B04.tif", BODY)
    done = fetched(bench, bench.asset("B04.tif", checksum=Checksum("blake3", "ab")))
    assert (done.state, done.verified_by) == (DONE, "length")


def test_a_login_page_is_not_kept(bench):
    bench.serve("B04.tif", b"<html>log in</html>", headers={"Content-Type": "text/html; charset=utf-8"})
    failed = fetched(bench, bench.asset("B04.tif", media_type="image/tiff"))
    assert (failed.state, failed.error.kind, failed.error.reason) == (FAILED, ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE)
    assert bench.files() == {}


def test_a_body_compressed_on_the_way_is_written_plain(bench):
    text = BODY[:100_000]
    bench.serve("B04.tif", text, encoded=gzip.compress(text), headers={"Content-Encoding": "gzip"})
    done = fetched(bench, bench.asset("B04.tif", checksum=sha256(text)))
    assert done.state is DONE
    assert bench.files() == {PLACE: text}


def test_a_signature_that_ends_on_the_way_is_made_again_once(bench):
    bench.serve("B04.tif", BODY, cuts=[1_000_000])
    file = bench.server.files["/B04.tif"]
    download = bench.queue.add(bench.request(bench.asset("B04.tif")))
    file.statuses = []
    assert bench.wait(download.id, DONE, FAILED).state is DONE
    bench.forget()

    bench.serve("B03.tif", BODY, cuts=[1_000_000, 1_000_000], statuses=[])
    bench.server.files["/B03.tif"].statuses = [403]
    bench.signed.clear()
    done = fetched(bench, bench.asset("B03.tif"))
    assert done.state is DONE
    assert bench.refused == ["B03"]
    assert bench.signed == ["B03", "B03"]
    assert bench.server.seen[-1][1] == "sig=geheim2"


def test_a_lasting_refusal_is_told(bench):
    bench.serve("B04.tif", BODY, statuses=[403, 403, 403])
    failed = fetched(bench, bench.asset("B04.tif"))
    assert (failed.state, failed.error.kind) == (FAILED, ErrorKind.ACCOUNT_NEEDED)
    assert failed.error.parameters["status"] == 403
    assert len(bench.server.seen) == 2


def test_a_missing_file_fails_at_once(bench):
    failed = fetched(bench, bench.asset("B04.tif"))
    assert (failed.state, failed.error.kind) == (FAILED, ErrorKind.NOT_FOUND)
    assert len(bench.server.seen) == 1


def test_a_product_without_files_says_so(bench):
    failed = fetched(bench)
    assert (failed.state, failed.error.kind, failed.error.reason) == (FAILED, ErrorKind.NOT_FOUND, Reason.NO_ASSET)


def test_a_server_in_trouble_is_asked_again(bench):
    bench.serve("B04.tif", BODY, statuses=[503, 500])
    assert fetched(bench, bench.asset("B04.tif")).state is DONE
    assert bench.files() == {PLACE: BODY}


def test_what_waits_for_the_network_says_so(bench):
    bench.new_queue(retry_delays=(0.2, 0.2))
    asset = bench.asset("B04.tif")
    bench.server.stop()
    download = bench.queue.add(bench.request(asset))
    waiting = bench.wait_until(lambda found: found.waiting_for == "network")
    assert waiting.state is DownloadState.WAITING
    failed = bench.wait(download.id, FAILED)
    assert (failed.error.kind, failed.error.reason) == (ErrorKind.NETWORK_FAULT, Reason.REFUSED)
    assert failed.waiting_for == ""


def test_what_waits_for_a_free_connection_says_so(bench):
    bench.limits = Limits(connections={"*": 1})
    bench.serve("1.tif", BODY, bytes_per_second=6_000_000)
    bench.serve("2.tif", BODY)
    first = bench.queue.add(bench.request(bench.asset("1.tif"), product_id="P1"))
    bench.wait_received(first.id, 1)
    second = bench.queue.add(bench.request(bench.asset("2.tif"), product_id="P2"))
    bench.wait_until(lambda found: found.id == second.id and found.waiting_for == "host")
    done = bench.wait(second.id, DONE, FAILED)
    assert (done.state, done.waiting_for) == (DONE, "")
    # The first frees its connection before it has its final name.
    bench.wait(first.id, DONE, FAILED)
    assert bench.files() == {"P1/1.tif": BODY, "P2/2.tif": BODY}


def test_pause_keeps_and_resume_goes_on(bench):
    bench.serve("B04.tif", BODY, bytes_per_second=2_000_000)
    download = bench.queue.add(bench.request(bench.asset("B04.tif", checksum=sha256(BODY))))
    bench.wait_until(lambda found: found.received > 300_000)
    bench.queue.pause(download.id)
    paused = bench.wait(download.id, PAUSED)
    assert paused.received > 300_000
    assert paused.speed == 0
    assert PLACE not in bench.files()
    bench.server.files["/B04.tif"].bytes_per_second = None
    bench.forget()
    bench.queue.resume(download.id)
    assert bench.wait(download.id, DONE, FAILED).state is DONE
    assert bench.files() == {PLACE: BODY}
    assert bench.server.ranges()[-1] is not None


def test_pause_and_resume_at_once_never_makes_two_writers(bench):
    bench.serve("B04.tif", BODY, bytes_per_second=6_000_000)
    download = bench.queue.add(bench.request(bench.asset("B04.tif", checksum=sha256(BODY))))
    for _ in range(10):
        time.sleep(0.02)
        bench.queue.pause(download.id)
        bench.queue.resume(download.id)
    assert bench.wait(download.id, DONE, FAILED).state is DONE
    assert bench.files() == {PLACE: BODY}


def test_cancel_stops_within_a_second_while_the_server_hangs_and_leaves_nothing(bench):
    bench.serve("B04.tif", BODY, hang_after=500_000)
    download = bench.queue.add(bench.request(bench.asset("B04.tif")))
    bench.wait_received(download.id, 300_000)
    before = time.monotonic()
    bench.queue.cancel(download.id)
    assert bench.wait(download.id, CANCELLED).state is CANCELLED
    ends = time.monotonic() + 1.0
    while (downloading() or list(bench.folder.rglob("*"))) and time.monotonic() < ends:
        time.sleep(0.01)
    assert time.monotonic() - before < 1.0
    assert downloading() == []
    assert list(bench.folder.rglob("*")) == []
    assert bench.queue.snapshots()[0].received == 0


def test_a_cancelled_one_can_be_started_again(bench):
    bench.serve("B04.tif", BODY, hang_after=500_000)
    download = bench.queue.add(bench.request(bench.asset("B04.tif")))
    bench.wait_received(download.id, 300_000)
    bench.queue.cancel(download.id)
    bench.server.files["/B04.tif"].hang_after = None
    bench.queue.retry(download.id)
    assert bench.wait(download.id, DONE, FAILED).state is DONE
    assert bench.files() == {PLACE: BODY}


def test_cancelling_a_paused_one_deletes_its_part(bench):
    bench.serve("B04.tif", BODY, hang_after=500_000)
    download = bench.queue.add(bench.request(bench.asset("B04.tif")))
    bench.wait_received(download.id, 300_000)
    bench.queue.pause(download.id)
    bench.wait(download.id, PAUSED)
    bench.queue.cancel(download.id)
    bench.wait_until(lambda found: found.state is CANCELLED and found.received == 0)
    ends = time.monotonic() + 1.0
    while list(bench.folder.rglob("*")) and time.monotonic() < ends:
        time.sleep(0.01)
    assert list(bench.folder.rglob("*")) == []


def test_close_ends_every_thread_within_a_second_and_keeps_the_parts(bench):
    ids = []
    for number in range(3):
        bench.serve(f"{number}.tif", BODY, hang_after=500_000)
        ids.append(bench.queue.add(bench.request(bench.asset(f"{number}.tif"), product_id=f"P{number}")).id)
    for download_id in ids:
        bench.wait_received(download_id, 300_000)
    before = time.monotonic()
    bench.queue.close()
    assert time.monotonic() - before < 1.0
    assert downloading() == []
    parts = {name: body for name, body in bench.files().items() if not name.endswith(".json")}
    assert sorted(parts) == [f"P{number}/{number}.tif.part" for number in range(3)]
    for body in parts.values():
        assert len(body) > 300_000
        assert body == BODY[: len(body)]


def test_no_more_than_the_wanted_number_run_at_once(bench):
    for number in range(5):
        bench.serve(f"{number}.tif", BODY[:200_000], bytes_per_second=1_000_000)
    bench.new_queue(running_at_once=2)
    ids = [bench.queue.add(bench.request(bench.asset(f"{n}.tif"), product_id=f"P{n}")).id for n in range(5)]
    most = 0
    while not all(found.state is DONE for found in bench.queue.snapshots()):
        running = [found for found in bench.queue.snapshots() if found.state is DownloadState.RUNNING]
        most = max(most, len(running))
        time.sleep(0.005)
    assert most == 2
    assert [found.id for found in bench.queue.snapshots()] == ids
    assert len(bench.files()) == 5


def test_the_same_download_twice_is_one(bench):
    bench.serve("B04.tif", BODY, bytes_per_second=6_000_000)
    asset = bench.asset("B04.tif")
    first = bench.queue.add(bench.request(asset))
    second = bench.queue.add(bench.request(asset))
    assert first.id == second.id
    bench.wait(first.id, DONE)
    assert len(bench.server.seen) == 1


def test_two_downloads_that_share_a_file_fetch_it_once(bench):
    other = pseudo(200_000, b"other")
    bench.serve("B04.tif", BODY, bytes_per_second=6_000_000)
    bench.serve("B03.tif", other)
    b04, b03 = bench.asset("B04.tif", size=len(BODY)), bench.asset("B03.tif", size=len(other))
    first = bench.queue.add(bench.request(b04))
    both = bench.request(b04, b03)
    second = bench.queue.add(both)
    assert first.id != second.id
    assert bench.wait(first.id, DONE, FAILED).state is DONE
    assert bench.wait(second.id, DONE, FAILED).state is DONE
    assert [path for path, _, _ in bench.server.seen].count("/B04.tif") == 1
    assert bench.files() == {PLACE: BODY, "S2_T29UNU/B03.tif": other}


def test_two_products_of_one_name_never_share_a_folder(bench):
    other = pseudo(len(BODY), b"other")
    bench.serve("a/B04.tif", BODY)
    bench.serve("b/B04.tif", other)
    fetched(bench, bench.asset("a/B04.tif"), access_point="one")
    bench.forget()
    fetched(bench, bench.asset("b/B04.tif"), access_point="two")
    assert bench.files() == {PLACE: BODY, "S2_T29UNU_two/B04.tif": other}


def test_a_folder_of_the_user_is_left_alone(bench):
    (bench.folder / "S2_T29UNU").mkdir(parents=True)
    (bench.folder / "S2_T29UNU" / "B04.tif").write_bytes(b"mine")
    bench.serve("B04.tif", BODY)
    assert fetched(bench, bench.asset("B04.tif")).state is DONE
    assert bench.files() == {PLACE: b"mine", "S2_T29UNU_place/B04.tif": BODY}


@pytest.mark.parametrize("about", [{"size": len(BODY)}, {"checksum": sha256(BODY)}])
def test_a_complete_file_is_recognised_without_asking(bench, about):
    bench.serve("B04.tif", BODY)
    asset = bench.asset("B04.tif", **about)
    fetched(bench, asset)
    bench.new_queue()
    bench.forget()
    done = fetched(bench, asset)
    assert (done.state, done.received, done.total) == (DONE, len(BODY), len(BODY))
    assert len(bench.server.seen) == 1


def test_a_complete_file_of_unknown_length_is_asked_for_but_not_fetched(bench):
    bench.serve("B04.tif", BODY)
    asset = bench.asset("B04.tif")
    fetched(bench, asset)
    before = (bench.folder / PLACE).stat().st_ino
    bench.new_queue()
    bench.forget()
    assert fetched(bench, asset).state is DONE
    assert (bench.folder / PLACE).stat().st_ino == before
    assert bench.files() == {PLACE: BODY}


def test_a_damaged_file_is_replaced(bench):
    bench.serve("B04.tif", BODY)
    asset = bench.asset("B04.tif", checksum=sha256(BODY))
    fetched(bench, asset)
    (bench.folder / PLACE).write_bytes(b"x" * len(BODY))
    bench.new_queue()
    bench.forget()
    assert fetched(bench, asset).state is DONE
    assert bench.files() == {PLACE: BODY}


def test_one_that_is_done_is_done_again_when_it_is_wanted_again(bench):
    bench.serve("B04.tif", BODY)
    asset = bench.asset("B04.tif", size=len(BODY))
    done = fetched(bench, asset)
    (bench.folder / PLACE).unlink()
    bench.forget()
    assert fetched(bench, asset).id == done.id
    assert bench.files() == {PLACE: BODY}


def test_progress_comes_at_most_ten_times_a_second_and_says_how_long(bench):
    bench.serve("B04.tif", BODY, bytes_per_second=2_000_000)
    before = time.monotonic()
    download = bench.queue.add(bench.request(bench.asset("B04.tif", size=len(BODY))))
    done = bench.wait(download.id, DONE)
    passed = time.monotonic() - before
    running = [found for found in bench.told if found.state is DownloadState.RUNNING]
    assert 5 <= len(running) <= passed * 10 + 3
    late = [found for found in running if found.received > len(BODY) / 2]
    assert late
    for found in late:
        assert 1_000_000 < found.speed < 3_000_000
        assert found.seconds_left == pytest.approx((len(BODY) - found.received) / found.speed)
    assert late[-1].seconds_left < late[0].seconds_left
    assert done.elapsed == pytest.approx(passed, abs=0.3)
    assert done.speed == 0


def test_a_transfer_that_stalls_slows_down_for_who_looks_at_it(bench):
    bench.serve("B04.tif", BODY, bytes_per_second=2_000_000, hang_after=1_000_000)
    download = bench.queue.add(bench.request(bench.asset("B04.tif", size=len(BODY))))
    bench.wait_received(download.id, 800_000)
    first = bench.queue.snapshots()[0]
    time.sleep(3)
    later = bench.queue.snapshots()[0]
    assert later.speed < first.speed * 0.7
    assert later.seconds_left > first.seconds_left


@pytest.fixture
def small_disk(tmp_path):
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=False)
    if made.returncode:
        pytest.skip("mounting a small disk needs root")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_too_small_is_noticed_before_anything_is_fetched(bench, small_disk):
    bench.folder = small_disk / "downloads"
    bench.serve("B04.tif", BODY)
    failed = fetched(bench, bench.asset("B04.tif", size=len(BODY)))
    assert (failed.state, failed.error.kind, failed.error.reason) == (
        FAILED,
        ErrorKind.STORAGE_FAULT,
        Reason.DISK_FULL,
    )
    needed = failed.error.parameters["needed"]
    assert len(BODY) < needed <= len(BODY) + 64 * 1024 * 1024, "with the little that stays free"
    assert 0 < failed.error.parameters["free"] <= 2 * 1024 * 1024
    assert bench.server.seen == []


def test_a_disk_that_becomes_full_keeps_the_part_and_goes_on_after_room_was_made(bench, small_disk):
    bench.folder = small_disk / "downloads"
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 1_200_000)
    body = BODY[:1_500_000]
    # Neither catalogue nor server tell the length.
    bench.serve("B04.tif", body, content_length=False)
    failed = fetched(bench, bench.asset("B04.tif", checksum=sha256(body)))
    assert (failed.state, failed.error.kind, failed.error.reason) == (
        FAILED,
        ErrorKind.STORAGE_FAULT,
        Reason.DISK_FULL,
    )
    part = bench.files()[f"{PLACE}.part"]
    assert len(part) > 100_000
    assert part == body[: len(part)]
    ballast.unlink()
    bench.forget()
    bench.queue.retry(failed.id)
    done = bench.wait(failed.id, DONE, FAILED)
    assert (done.state, done.verified_by) == (DONE, "sha256")
    assert bench.files() == {PLACE: body}
    assert bench.server.ranges()[-1] == f"bytes={len(part)}-"


def test_a_folder_that_cannot_be_made_is_told(bench):
    bench.folder.parent.joinpath("file").write_bytes(b"")
    bench.folder = bench.folder.parent / "file" / "downloads"
    bench.serve("B04.tif", BODY)
    failed = bench.queue.add(bench.request(bench.asset("B04.tif")))
    failed = bench.wait(failed.id, DONE, FAILED)
    assert (failed.error.kind, failed.error.reason) == (ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE)


def test_a_stream_of_unknown_length_is_complete_at_its_end(bench):
    bench.serve("B04.tif", BODY, content_length=False)
    done = fetched(bench, bench.asset("B04.tif"))
    assert (done.state, done.verified_by, done.total) == (DONE, "", len(BODY))
    assert bench.files() == {PLACE: BODY}


def test_remove_takes_it_off_the_list_and_keeps_complete_files(bench):
    bench.serve("B04.tif", BODY)
    done = fetched(bench, bench.asset("B04.tif"))
    bench.queue.remove(done.id)
    assert bench.queue.snapshots() == []
    assert bench.files() == {PLACE: BODY}


def test_unknown_ids_are_nothing(bench):
    for act in (bench.queue.pause, bench.queue.resume, bench.queue.cancel, bench.queue.retry, bench.queue.remove):
        act("download-99")
    assert bench.queue.snapshots() == []


def downloading() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "copernicus-download"]
