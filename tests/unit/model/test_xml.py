from __future__ import annotations

import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.xml import LARGEST, parse_xml


def refusal(content, **named):
    with pytest.raises(AccessError) as caught:
        parse_xml(content, **named)
    assert caught.value.kind is ErrorKind.BAD_ANSWER
    return caught.value


def test_a_capabilities_document_is_read_with_its_namespaces():
    content = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
    <!-- of a server --><?hint x?>
    <wms:Caps xmlns:wms="http://www.opengis.net/wms"><wms:Title>\xe9t\xe9</wms:Title><!-- inside --></wms:Caps>"""
    root = parse_xml(content)
    assert root.tag == "{http://www.opengis.net/wms}Caps"
    assert [child.text for child in root] == ["été"]


def test_utf_16_and_a_byte_order_mark_are_read():
    assert parse_xml('<?xml version="1.0" encoding="UTF-16"?><a>ü</a>'.encode("utf-16")).text == "ü"
    assert parse_xml(b"\xef\xbb\xbf<a>x</a>").text == "x"


def test_billion_laughs_are_refused_at_once():
    entities = ['<!ENTITY a0 "lol">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    bomb = f'<?xml version="1.0"?><!DOCTYPE lolz [{"".join(entities)}]><lolz>&a9;</lolz>'.encode()
    begun = time.thread_time()
    assert refusal(bomb, host="bad.example").parameters["host"] == "bad.example"
    assert time.thread_time() - begun < 0.5


def test_a_long_entity_repeated_often_is_refused():
    bomb = '<!DOCTYPE z [<!ENTITY a "' + "x" * 50_000 + '">]><z>' + "&a;" * 50_000 + "</z>"
    refusal(bomb.encode())


def test_files_are_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell")
    for content in (
        f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>',
        f'<!DOCTYPE a [<!ENTITY % e SYSTEM "{secret.as_uri()}"> %e;]><a/>',
        f'<!DOCTYPE a SYSTEM "{secret.as_uri()}"><a/>',
    ):
        assert "do not tell" not in str(refusal(content.encode()))
    included = f'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{secret.as_uri()}" parse="text"/></a>'
    assert "do not tell" not in "".join(parse_xml(included.encode()).itertext())


def test_nothing_is_fetched():
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        refusal(f'<!DOCTYPE a SYSTEM "{address}/a.dtd"><a/>'.encode())
        refusal(f'<!DOCTYPE a [<!ENTITY e SYSTEM "{address}/e">]><a>&e;</a>'.encode())
        parse_xml(
            f'<a xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="y {address}/s.xsd"/>'.encode()
        )
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
    assert asked == []


def test_twenty_megabytes_are_the_limit():
    head, tail = b"<a>", b"</a>"
    filling = b"<b>1234567890</b>"
    most = (LARGEST - len(head + tail)) // len(filling)
    assert LARGEST == 20 * 1024 * 1024
    assert len(parse_xml(head + filling * most + tail)) == most
    error = refusal(head + filling * (most + 1) + tail, host="big.example")
    assert error.reason is Reason.TOO_LARGE
    assert error.parameters == {"host": "big.example", "limit": LARGEST}


def test_a_smaller_limit_can_be_set():
    assert refusal(b"<abc/>", limit=5).reason is Reason.TOO_LARGE
    assert parse_xml(b"<abc/>", limit=6).tag == "abc"


def test_depth_is_bounded():
    refusal(b"<a>" * 5000 + b"</a>" * 5000)


@pytest.mark.parametrize(
    "page", [b"<!DOCTYPE html><html><body>Sign in</body></html>", b"\n <html><head><title>Login</title></head></html"]
)
def test_a_login_page_is_told_from_other_faults(page):
    assert refusal(page).reason is Reason.LOGIN_PAGE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" ",
        b"{}",
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        b"\x00\x01\x02",
        b"<a>\xff\xfe</a>",
        b"<?xml version='1.0' encoding='klingon'?><a/>",
        b"<a>&undefined;</a>",
        b"<!-- only -->",
    ],
)
def test_what_is_no_xml_is_a_bad_answer(content):
    assert refusal(content).reason is Reason.NOT_JSON


@given(st.binary(max_size=80) | st.binary(max_size=40).map(lambda inner: b"<a b='" + inner + b"'>" + inner + b"</a>"))
@settings(deadline=None, derandomize=True, database=None, max_examples=400)
def test_any_bytes_are_either_read_or_a_bad_answer(content):
    try:
        parse_xml(content)
    except AccessError as error:
        kind = error.kind
    else:
        kind = ErrorKind.BAD_ANSWER
    assert kind is ErrorKind.BAD_ANSWER


def test_importing_the_module_does_not_import_lxml():
    code = "import sys; import copernicus_plugin.model.xml; sys.exit('lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
