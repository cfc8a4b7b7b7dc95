"""files.sandbox.example: files of any size, the same bytes each time, made while they are sent.

``/random/500MB.bin`` (B, kB, MB, GB, KiB, MiB, GiB); ``/random/500MB.bin.md5`` is its checksum in hexadecimal; small
files carry it as ``X-MD5``.
"""

from __future__ import annotations

import asyncio
import re

from tests.sandbox.http import Answer, Request, Resource, text_answer
from tests.sandbox.random_files import RandomContent, random_md5

NAME = "files.sandbox.example"
_UNITS = {"B": 1, "kB": 10**3, "MB": 10**6, "GB": 10**9, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}
_SMALL = 1 << 26


async def files(request: Request) -> Answer:
    found = re.fullmatch(r"/random/(\d+)(B|kB|MB|GB|KiB|MiB|GiB)(?:-[\w-]+)?\.bin(\.md5)?", request.path)
    if not found:
        return text_answer("not found", 404)
    size = int(found[1]) * _UNITS[found[2]]
    if found[3]:
        return text_answer(await asyncio.to_thread(random_md5, size))
    headers = {"X-MD5": random_md5(size)} if size <= _SMALL else {}
    return Resource(RandomContent(size), "application/octet-stream", f'"random-{size}"', headers=headers)
