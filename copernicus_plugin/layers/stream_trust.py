"""Which hosts would see the header of an account by a layer's source: a project may come from anybody.

The name of the file with the header is the same everywhere, so that anybody can write it beside any address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

_PREFIX = "/vsicurl?"
_PART = re.compile(r"(?:empty_dir|connecttimeout|low_speed_time|low_speed_limit|pc_url_signing)=[A-Za-z0-9]*")
"""What else we write there; anything that GDAL might read in another way than we do is trusted with nothing."""


def names_header(source: str, header_file: str) -> bool:
    """Whether ``header_file`` stands in ``source``, however it is encoded."""
    for _ in range(3):
        if header_file in source:
            return True
        source = unquote(source)
    return False


def hosts_shown(paths: Iterable[str], header_file: str) -> Iterator[str]:
    """The hosts that those of ``paths`` lead to which name ``header_file``; empty for one that cannot be told."""
    for path in paths:
        if names_header(path, header_file):
            yield _host_of(path, header_file)


def _host_of(path: str, header_file: str) -> str:
    if not path.startswith(_PREFIX):
        return ""
    parts = [part for part in path[len(_PREFIX) :].split("&") if not _PART.fullmatch(part)]
    headers = [part for part in parts if part.startswith("header_file=")]
    addresses = [part for part in parts if part.startswith("url=")]
    if len(headers) != 1 or len(addresses) != 1 or len(parts) != len(headers) + len(addresses):
        return ""
    if unquote(headers[0].partition("=")[2]) != header_file:
        return ""
    try:
        return urlsplit(unquote(addresses[0].partition("=")[2])).hostname or ""
    except ValueError:
        return ""
