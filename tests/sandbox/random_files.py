"""The bytes of the test files: the same each time, made while they are read."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator

CHUNK = 1 << 20


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
