"""Compressed bodies, undone piece by piece, so that no bomb grows beyond the limit."""

from __future__ import annotations

import zlib

_STEP = 1024 * 1024


class Decoder:
    """For Content-Encoding ``gzip`` (of one or several members) and ``deflate`` (with and without its header)."""

    def __init__(self, encoding: str) -> None:
        """Raises ``ValueError`` for an encoding that was not asked for."""
        names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
        if len(names) > 1 or (names and names[0] not in ("gzip", "x-gzip", "deflate")):
            raise ValueError(encoding)
        self._name = names[0] if names else ""
        self._engine = zlib.decompressobj(31 if self._name.endswith("gzip") else 15) if names else None
        self._begun = False

    @property
    def complete(self) -> bool:
        """Whether the compressed data came to its own end; an empty body is complete."""
        return self._engine is None or not self._begun or self._engine.eof

    def decode(self, data: bytes, limit: int) -> bytes:
        """The plain bytes of ``data``, of which a few more than ``limit`` at most. Raises ``zlib.error``."""
        if self._engine is None:
            return data
        pieces = bytearray()
        while data and len(pieces) <= limit:
            if self._engine.eof:
                if not self._name.endswith("gzip") or not data.strip(b"\0"):
                    break
                self._engine = zlib.decompressobj(31)
            pieces += self._step(data)
            data = self._engine.unconsumed_tail or self._engine.unused_data
        return bytes(pieces)

    def _step(self, data: bytes) -> bytes:
        engine = self._engine
        if engine is None:
            return data
        try:
            plain = engine.decompress(data, _STEP)
        except zlib.error:
            if self._begun or self._name != "deflate":
                raise
            # Many servers call raw deflate so.
            self._engine = engine = zlib.decompressobj(-15)
            plain = engine.decompress(data, _STEP)
        self._begun = True
        return plain
