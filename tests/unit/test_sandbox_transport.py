"""The sandbox as a network: proxy, certificates, ranges, the log, and each way to misbehave."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
import requests

from tests.sandbox import RETRY_DIALECTS, Fault, Sandbox, shared_folder
from tests.sandbox.random_files import random_bytes, random_md5

pytest_plugins = "tests.sandbox.pytest_plugin"

CHECKOUT = Path(__file__).resolve().parents[2]
FILES = "files.sandbox.example"
SMALL = f"https://{FILES}/random/3MiB.bin"
SIZE = 3 << 20
SEARCH = "https://earth-search.aws.element84.com/v1/search"


def all_that_comes(answer):
    """The body as far as it came, whatever length was promised."""
    answer.raw.enforce_content_length = False
    return b"".join(iter(lambda: answer.raw.read(65536), b""))


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_file_is_the_same_through_both_schemes(client, scheme):
    answer = client.get(f"{scheme}://{FILES}/random/3MiB.bin")
    assert answer.content == random_bytes(0, SIZE)
    assert answer.headers["X-MD5"] == hashlib.md5(answer.content).hexdigest() == random_md5(SIZE)
    assert client.get(f"{scheme}://{FILES}/random/3MiB.bin.md5").text == random_md5(SIZE)


def test_head_says_what_get_sends(client):
    head, get = client.head(SMALL), client.get(SMALL)
    assert head.content == b""
    for name in ("Content-Length", "ETag", "Last-Modified", "Accept-Ranges", "Content-Type"):
        assert head.headers[name] == get.headers[name]
    searched = client.head(f"{SEARCH}?collections=cop-dem-glo-30&limit=1")
    assert int(searched.headers["Content-Length"]) > 1000
    assert searched.content == b""


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [("0-9", 0, 10), ("1048570-1048585", 1048570, 1048586), ("3145720-", 3145720, SIZE), ("-5", SIZE - 5, SIZE),
     ("3145720-99999999", 3145720, SIZE)],
)  # fmt: skip
def test_ranges(client, asked, start, stop):
    answer = client.get(SMALL, headers={"Range": f"bytes={asked}"})
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {start}-{stop - 1}/{SIZE}"
    assert answer.content == random_bytes(start, stop)


def test_range_beyond_the_end(client):
    answer = client.get(SMALL, headers={"Range": f"bytes={SIZE}-"})
    assert (answer.status_code, answer.headers["Content-Range"], answer.content) == (416, f"bytes */{SIZE}", b"")


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=9-5", "bytes=-", "lines=1-2"])
def test_other_ranges_get_the_whole(client, asked):
    assert client.get(f"https://{FILES}/random/70B.bin", headers={"Range": asked}).content == random_bytes(0, 70)


def test_conditions(client):
    etag = client.head(SMALL).headers["ETag"]
    modified = client.head(SMALL).headers["Last-Modified"]
    part = {"Range": "bytes=10-19"}
    assert client.get(SMALL, headers={**part, "If-Range": etag}).status_code == 206
    assert client.get(SMALL, headers={**part, "If-Range": modified}).status_code == 206
    assert client.get(SMALL, headers={**part, "If-Range": '"other"'}).status_code == 200
    assert client.get(SMALL, headers={"If-None-Match": etag}).status_code == 304


def test_unknown_hosts_are_refused_and_noted(client, sandbox):
    with pytest.raises(requests.exceptions.ProxyError):
        client.get("https://not-in-the-box.example/")
    assert client.get("http://nor-this.example/").status_code == 502
    assert sandbox.refused_hosts() == ["not-in-the-box.example", "nor-this.example"]
    sandbox.clear()
    assert sandbox.refused_hosts() == []


def test_certificate_is_only_trusted_through_the_authority(client):
    client.verify = True
    with pytest.raises(requests.exceptions.SSLError):
        client.get(SMALL)


def test_log_holds_the_whole_request(client, sandbox):
    client.post(f"{SEARCH}?x=%20y", json={"limit": 1}, headers={"Authorization": "Bearer hush"})
    client.get(f"http://{FILES}/random/7B.bin")
    first, second = sandbox.requests()
    assert (first.host, first.method, first.path, first.query) == (
        SEARCH.split("/")[2],
        "POST",
        "/v1/search",
        "x=%20y",
    )
    assert first.body == b'{"limit": 1}'
    assert first.header("authorization") == "Bearer hush"
    assert (first.status, first.scheme) == (200, "https")
    assert first.bytes_sent > 100
    assert first.started == pytest.approx(time.time(), abs=30)
    assert (second.url, second.bytes_sent) == (f"http://{FILES}/random/7B.bin", 7)
    assert [entry.path for entry in sandbox.requests(host=FILES)] == ["/random/7B.bin"]


def test_plain_requests_are_absolute_on_a_kept_connection(client, sandbox):
    for _ in range(3):
        assert client.get(f"http://{FILES}/random/7B.bin").status_code == 200
    assert len({entry.connection for entry in sandbox.requests()}) == 1


def test_proxy_credentials(client, sandbox):
    sandbox.ask_proxy_credentials("ada:lovelace")
    try:
        with pytest.raises(requests.exceptions.ProxyError, match="407"):
            client.get(SMALL)
        refused = client.get(f"http://{FILES}/random/7B.bin")
        assert (refused.status_code, refused.headers["Proxy-Authenticate"]) == (407, 'Basic realm="sandbox"')
        address = sandbox.proxy_url.replace("http://", "http://ada:lovelace@")
        client.proxies = {"http": address, "https": address}
        assert client.get(f"https://{FILES}/random/7B.bin").status_code == 200
        assert client.get(f"http://{FILES}/random/7B.bin").status_code == 200
    finally:
        sandbox.ask_proxy_credentials("")


class TestFaults:
    def test_only_the_host_and_path_that_were_named(self, client, sandbox):
        sandbox.fault(FILES, r"/random/7B", Fault(status=500))
        assert client.get(f"https://{FILES}/random/7B.bin").status_code == 500
        assert client.get(f"https://{FILES}/random/8B.bin").status_code == 200
        sandbox.clear_faults()
        assert client.get(f"https://{FILES}/random/7B.bin").status_code == 200

    def test_number_of_times_and_method(self, client, sandbox):
        sandbox.fault("*", "", Fault(status=503), times=2, method="GET")
        assert client.head(SMALL).status_code == 200
        assert [client.get(f"https://{FILES}/random/7B.bin").status_code for _ in range(3)] == [503, 503, 200]

    def test_latency(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(latency=0.4), times=1)
        began = time.perf_counter()
        assert client.get(f"https://{FILES}/random/7B.bin", stream=True).status_code == 200
        assert 0.4 <= time.perf_counter() - began < 3

    def test_stall_in_the_middle(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(stall=30, stall_after=1000), times=1)
        answer = client.get(SMALL, stream=True, timeout=(5, 0.5))
        assert answer.raw.read(1000) == random_bytes(0, 1000)
        with pytest.raises(Exception, match="timed out"):
            answer.raw.read(1000)

    def test_throttle(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(throttle=400_000))
        began = time.perf_counter()
        assert len(client.get(f"https://{FILES}/random/200kB.bin").content) == 200_000
        assert 0.4 < time.perf_counter() - began < 3

    @pytest.mark.parametrize("dialect", RETRY_DIALECTS)
    def test_too_many_requests(self, client, sandbox, dialect):
        sandbox.fault(FILES, "", Fault.too_many_requests(dialect, 2.5))
        answer = client.get(SMALL)
        assert answer.status_code == 429
        said = answer.headers
        seconds = {
            "seconds": lambda: float(said["Retry-After"]),
            "decimal": lambda: float(said["Retry-After"]),
            "milliseconds": lambda: float(said["Retry-After"]) / 1000,
            "http-date": lambda: parsedate_to_datetime(said["Retry-After"]).timestamp() - time.time(),
            "x-ratelimit-reset": lambda: float(said["X-RateLimit-Reset"]) - time.time(),
            "ratelimit-reset": lambda: float(said["RateLimit-Reset"]),
            "x-quota-reset": lambda: float(said["X-Quota-Reset"]) - time.time(),
            "body-epoch-ms": lambda: answer.json()["nextAccessTime"] / 1000 - time.time(),
        }
        assert seconds[dialect]() == pytest.approx(2.5, abs=1.6)

    def test_dropped_connection(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(drop=True), times=1)
        with pytest.raises(requests.exceptions.ConnectionError):
            client.get(SMALL)
        assert sandbox.requests()[-1].status == 0
        assert client.get(SMALL).status_code == 200

    @pytest.mark.parametrize("size", [0, 1000, 2_000_000])
    def test_cut_body(self, client, sandbox, size):
        sandbox.fault(FILES, "", Fault(cut_after=size))
        answer = client.get(SMALL, stream=True)
        assert (answer.status_code, answer.headers["Content-Length"]) == (200, str(SIZE))
        assert all_that_comes(answer) == random_bytes(0, size)

    def test_ignored_range(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(ignore_range=True))
        answer = client.get(SMALL, headers={"Range": "bytes=5-9"})
        assert (answer.status_code, len(answer.content)) == (200, SIZE)

    def test_login_page(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(login_page=True))
        answer = client.get(SMALL)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert 'type="password"' in answer.text

    def test_malformed_json(self, client, sandbox):
        sandbox.fault("earth-search.aws.element84.com", "/search", Fault(cut_json=True))
        answer = client.post(SEARCH, json={})
        assert answer.status_code == 200
        with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
            answer.json()

    def test_wrong_length(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(wrong_length=50), times=1)
        answer = client.get(SMALL, stream=True)
        assert answer.headers["Content-Length"] == str(SIZE + 50)
        assert all_that_comes(answer) == random_bytes(0, SIZE)
        client.close()
        sandbox.fault(FILES, "", Fault(wrong_length=-50), times=1)
        answer = client.get(f"https://{FILES}/random/500B.bin")
        assert answer.content == random_bytes(0, 450)

    def test_changed_etag(self, client, sandbox):
        old = client.head(SMALL).headers["ETag"]
        sandbox.fault(FILES, "", Fault(etag='"new"'))
        answer = client.get(SMALL, headers={"Range": "bytes=5-9", "If-Range": old})
        assert (answer.status_code, answer.headers["ETag"]) == (200, '"new"')
        assert client.get(SMALL, headers={"Range": "bytes=5-9", "If-Range": '"new"'}).status_code == 206

    def test_redirect_to_another_host(self, client, sandbox):
        sandbox.fault("sentinel-cogs.s3.us-west-2.amazonaws.com", "", Fault(redirect=f"https://{FILES}/random/7B.bin"))
        answer = client.get("https://sentinel-cogs.s3.us-west-2.amazonaws.com/x")
        assert answer.content == random_bytes(0, 7)
        assert [entry.host for entry in sandbox.requests()] == ["sentinel-cogs.s3.us-west-2.amazonaws.com", FILES]

    def test_empty_body(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(empty=True))
        assert (client.get(SMALL).status_code, client.get(SMALL).content) == (200, b"")

    def test_expired_signature(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(expired_signature=True))
        answer = client.get(SMALL)
        assert answer.status_code == 403
        assert "<Code>AuthenticationFailed</Code>" in answer.text

    def test_client_that_leaves_ends_the_answer(self, client, sandbox):
        sandbox.fault(FILES, "", Fault(latency=30))
        with pytest.raises(requests.exceptions.ReadTimeout):
            client.get(SMALL, timeout=(5, 0.3))
        until = time.monotonic() + 5
        while sandbox.requests()[-1].seconds is None and time.monotonic() < until:
            time.sleep(0.05)
        assert sandbox.requests()[-1].seconds < 5


def runs(process):
    """A process that has ended may stay in the table until the machine's first process looks."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def peak_memory(process):
    """Of a process, in bytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def test_large_files_take_no_memory(client, sandbox):
    client.get(SMALL)
    before, received = peak_memory(sandbox.process_id), 0
    for chunk in client.get(f"https://{FILES}/random/600MiB.bin", stream=True).iter_content(1 << 20):
        received += len(chunk)
    assert received == 600 << 20
    assert peak_memory(sandbox.process_id) - before < 32 << 20


class TestShared:
    def test_absence_is_a_reason_to_skip_but_not_in_ci(self, monkeypatch):
        monkeypatch.setattr("tests.sandbox.shared.shared_path", lambda: None)
        monkeypatch.delenv("CI", raising=False)
        with pytest.raises(pytest.skip.Exception, match=r"\.\./shared"):
            shared_folder()
        monkeypatch.setenv("CI", "true")
        with pytest.raises(pytest.fail.Exception, match=r"\.\./shared"):
            shared_folder()

    def test_without_recordings_and_products_it_serves_its_own(self, tmp_path):
        with Sandbox.start(recordings=tmp_path, data=tmp_path) as sandbox, requests.Session() as session:
            session.trust_env = False
            session.proxies, session.verify = {"https": sandbox.proxy_url}, str(sandbox.ca_pem)
            landing = session.get("https://earth-search.aws.element84.com/v1").json()
            assert landing["id"] == "earth-search-aws"
            assert any(link["rel"] == "search" for link in landing["links"])
            item_id = "S2A_29UNU_20221005_0_L2A"
            item = session.post(SEARCH, json={"ids": [item_id]}).json()["features"][0]
            assert session.get(item["assets"]["scl"]["href"]).content[:4] == b"II*\x00"


class TestLife:
    def test_no_process_and_no_port_is_left(self):
        with Sandbox.start() as sandbox:
            process, proxy, ca_pem = sandbox.process_id, sandbox.proxy, sandbox.ca_pem
            assert ca_pem.exists()
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(proxy, timeout=2)
        assert not ca_pem.exists()
        sandbox.stop()

    def test_it_ends_with_a_parent_that_was_killed(self):
        code = "import time, tests.sandbox as t; print(t.Sandbox.start().process_id, flush=True); time.sleep(90)"
        with subprocess.Popen([sys.executable, "-c", code], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as parent:
            process = int(parent.stdout.readline())
            assert runs(process)
            parent.kill()
        until = time.monotonic() + 10
        while runs(process) and time.monotonic() < until:
            time.sleep(0.05)
        assert not runs(process)

    def test_environment_has_all_the_names(self, sandbox):
        environment = sandbox.environment()
        assert environment["HTTPS_PROXY"] == environment["http_proxy"] == sandbox.proxy_url
        for name in ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "AWS_CA_BUNDLE", "HTTPLIB2_CA_CERTS"):
            assert environment[name] == str(sandbox.ca_pem)
        assert not {"NO_PROXY", "no_proxy"} & set(environment)


def seconds_computed(process):
    """By a process since it began."""
    words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("curl"), reason="measured with curl, which is not installed")
def test_large_files_are_fast(sandbox):
    """At least 300 MB/s through TLS: the best of several.

    Where others keep the machine busy, the time that the sandbox itself computed is what counts.
    """
    best = 0.0
    for _ in range(6):
        before = seconds_computed(sandbox.process_id)
        measured = subprocess.run(
            ["curl", "-sS", "-o", os.devnull, "-w", "%{http_code} %{size_download} %{speed_download}", "--proxy",
             sandbox.proxy_url, "--cacert", str(sandbox.ca_pem), f"https://{FILES}/random/500MB.bin"],
            capture_output=True, text=True, check=True, timeout=60,
        ).stdout.split()  # fmt: skip
        computed = seconds_computed(sandbox.process_id) - before
        assert measured[:2] == ["200", "500000000"]
        busy = os.getloadavg()[0] > (os.cpu_count() or 1)
        best = max(best, float(measured[2]) / 1e6, 500 / computed if busy else 0.0)
        if best >= 300:
            break
    assert best >= 300, f"{best:.0f} MB/s"
