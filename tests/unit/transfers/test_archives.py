"""Zips that a server packs anew: what the catalogue says of them is not what arrives."""

from __future__ import annotations

import io
import os
import zipfile

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.download import DownloadState
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Checksum, Verification
from copernicus_plugin.transfers.archives import check_archive

DONE, FAILED = DownloadState.DONE, DownloadState.FAILED
NAME = "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454"
PLACE = f"S2_T29UNU/{NAME}.SAFE.zip"


def packed(method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr(f"{NAME}.SAFE/manifest.safe", "<xfdu/>" * 1000)
        archive.writestr(f"{NAME}.SAFE/GRANULE/B04.jp2", os.urandom(400_000))
    return stream.getvalue()


def product_zip(bench, body: bytes, **how: object):
    bench.serve("Products(1)/$value", body, **how)
    return bench.asset(
        "Products(1)/$value",
        key="Product",
        media_type="application/zip",
        local_path=f"{NAME}.SAFE.zip",
        verification=Verification.ARCHIVE,
        size=len(body) + 12345,
        checksum=Checksum("md5", "0" * 32),
    )


def outcome(bench, asset):
    download = bench.queue.add(bench.request(asset))
    return bench.wait(download.id, DONE, FAILED)


def test_the_archive_itself_is_tested_not_the_catalogue(bench):
    body = packed()
    done = outcome(bench, product_zip(bench, body))
    assert (done.state, done.verified_by, done.received, done.total) == (DONE, "archive", len(body), len(body))
    assert bench.files() == {PLACE: body}
    bench.forget()
    again = bench.queue.add(bench.request(product_zip(bench, body)))
    assert bench.wait(again.id, DONE, FAILED).verified_by == "archive"
    assert len(bench.server.seen) == 1


def test_one_of_unknown_length_is_accepted_when_it_is_whole(bench):
    body = packed(zipfile.ZIP_STORED)
    done = outcome(bench, product_zip(bench, body, content_length=False))
    assert (done.state, done.verified_by, done.total) == (DONE, "archive", len(body))


def test_a_truncated_zip_is_told_and_never_gets_the_final_name(bench):
    body = packed()
    failed = outcome(bench, product_zip(bench, body[:-1000]))
    assert (failed.state, failed.error.kind, failed.error.reason) == (FAILED, ErrorKind.BAD_ANSWER, Reason.ARCHIVE)
    assert bench.files() == {}


def test_a_damaged_entry_is_noticed(bench):
    body = bytearray(packed(zipfile.ZIP_STORED))
    body[len(body) // 2] ^= 0xFF
    assert outcome(bench, product_zip(bench, bytes(body))).error.reason is Reason.ARCHIVE


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_whatever_is_damaged_it_is_the_archives_fault_and_not_the_disks(tmp_path, method):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name in "ab":
            archive.writestr(f"{NAME}.SAFE/{name}", "<xfdu/>" * 20)
    whole, path = stream.getvalue(), tmp_path / "product.zip"
    told = set()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            check_archive(path, "host", Cancellation())
        except AccessError as error:
            told.add((error.kind, error.reason))
    assert told == {(ErrorKind.BAD_ANSWER, Reason.ARCHIVE)}


def test_a_cut_one_goes_on_where_it_stopped(bench):
    body = packed()
    done = outcome(bench, product_zip(bench, body, cuts=[150_000]))
    assert (done.state, done.verified_by) == (DONE, "archive")
    assert bench.server.seen[-1][2]["Range"].startswith("bytes=")
    assert bench.files() == {PLACE: body}


def test_a_products_only_file_may_come_as_it_is(bench):
    done = outcome(bench, product_zip(bench, b"CDF\x01" + bytes(1000)))
    assert (done.state, done.verified_by) == (DONE, "length")


def test_testing_stops_when_the_user_does(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed())
    cancellation = Cancellation()
    cancellation.request()
    with pytest.raises(AccessError) as caught:
        check_archive(path, "host", cancellation)
    assert caught.value.kind is ErrorKind.CANCELLED


def test_a_place_without_room_is_waited_for_however_long_it_takes(bench):
    """The operator allows four transfers, and another programme has them all."""
    body = packed()
    file = bench.serve("one.zip", body, statuses=[429] * 9)

    def explain(error, product, asset):
        if error.parameters.get("status") != 429:
            return error
        return AccessError(error.kind, Reason.TOO_MANY_CONNECTIONS, {**error.parameters, "allowed": 4})

    bench.new_queue(explain=explain)
    download = bench.queue.add(bench.request(bench.asset("one.zip")))
    waiting = bench.wait_until(lambda found: found.waiting_for == "place")
    assert waiting.state is DownloadState.WAITING
    assert bench.wait(download.id, DONE, FAILED).state is DONE
    assert file.statuses == []


def test_an_account_without_the_right_is_told_at_once(bench):
    bench.serve("one.zip", packed(), statuses=[403] * 3)
    bench.new_queue(
        explain=lambda error, product, asset: AccessError(
            ErrorKind.ACCOUNT_REFUSED, Reason.NOT_ELIGIBLE, error.parameters
        )
    )
    failed = outcome(bench, bench.asset("one.zip"))
    assert failed.error.reason is Reason.NOT_ELIGIBLE
    assert len(bench.server.seen) == 1
    assert bench.refused == []
