"""files.sandbox.example: files of any size, the same bytes each time, made while they are sent.

``/random/500MB.bin`` (B, kB, MB, GB, KiB, MiB, GiB); ``/random/500MB.bin.md5`` is its checksum in hexadecimal; small
files carry it as ``X-MD5``.
"""

from __future__ import annotations

import asyncio
import functools
import hashlib
import re
from collections.abc import Iterator

from tests.sandbox.http import CHUNK, Answer, Request, Resource, text_answer

NAME = "files.sandbox.example"
_UNITS = {"B": 1, "kB": 10**3, "MB": 10**6, "GB": 10**9, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}
_SMALL = 1 << 26


@functools.lru_cache(maxsize=1)
def _noise() -> memoryview:
    """Twice the same MiB, so that any turn of it is one slice."""
    block = hashlib.shake_256(b"sandbox").digest(CHUNK)
    return memoryview(block + block)


class RandomContent:
    """Block i is the MiB of noise, turned by a step that no other block below 2^20 has."""

    def __init__(self, size: int) -> None:
        self.size = size

    def chunks(self, start: int, stop: int) -> Iterator[memoryview]:
        noise = _noise()
        while start < stop:
            block, offset = divmod(start, CHUNK)
            turn = block * 40503 % CHUNK
            size = min(CHUNK - offset, stop - start)
            yield noise[turn + offset : turn + offset + size]
            start += size


def random_bytes(start: int, stop: int) -> bytes:
    """What any ``/random/`` file holds there: for tests that compare."""
    return b"".join(bytes(chunk) for chunk in RandomContent(stop).chunks(start, stop))


@functools.lru_cache(maxsize=64)
def random_md5(size: int) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    for chunk in RandomContent(size).chunks(0, size):
        digest.update(chunk)
    return digest.hexdigest()


async def files(request: Request) -> Answer:
    found = re.fullmatch(r"/random/(\d+)(B|kB|MB|GB|KiB|MiB|GiB)(?:-[\w-]+)?\.bin(\.md5)?", request.path)
    if not found:
        return text_answer("not found", 404)
    size = int(found[1]) * _UNITS[found[2]]
    if found[3]:
        return text_answer(await asyncio.to_thread(random_md5, size))
    headers = {"X-MD5": random_md5(size)} if size <= _SMALL else {}
    return Resource(RandomContent(size), "application/octet-stream", f'"random-{size}"', headers=headers)
