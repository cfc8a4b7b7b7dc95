"""Which collections a few letters mean. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from copernicus_plugin.model.collection import Collection, Theme

SHORTEST = 2


def folded(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def words_of(text: str) -> list[str]:
    """What is typed or written, cut into runs of letters and runs of digits."""
    return re.findall(r"[^\W\d_]+|\d+", folded(text))


def matches(collections: Iterable[Collection], typed: str) -> list[Collection]:
    """The collections in which each typed word begins a word, in any order ("sent 2", "vent mer").

    Grouped by theme in the themes' order; within a theme those whose title has all the words come first.
    """
    wanted = words_of(typed)
    if not wanted or len(typed.strip()) < SHORTEST:
        return []
    order = {theme: index for index, theme in enumerate(Theme)}
    found = []
    for place, collection in enumerate(collections):
        rank = _rank(collection, wanted)
        if rank is not None:
            found.append((order[collection.theme], rank, place, collection))
    return [entry[3] for entry in sorted(found, key=lambda entry: entry[:3])]


def _rank(collection: Collection, wanted: list[str]) -> int | None:
    texts = (collection.title, collection.id, collection.level)
    more = (collection.group, *collection.keywords)
    title = words_of(" ".join(texts))
    if not _numbers_follow(wanted, [words_of(text) for text in (*texts, *more, collection.description)]):
        return None
    if _all_begin(wanted, title):
        return 0 if title[: len(wanted)] == wanted or _begins(wanted, title) else 1
    rest = words_of(" ".join(more))
    if _all_begin(wanted, title + rest):
        return 2
    described = words_of(collection.description)
    return 3 if _all_begin(wanted, title + rest + described) else None


def _numbers_follow(wanted: list[str], texts: list[list[str]]) -> bool:
    """Whether a single digit stands behind the word that it was typed behind, somewhere.

    "sent 2" means Sentinel-2, not level 2 of Sentinel-3.
    """
    pairs = [pair for pair in zip(wanted, wanted[1:]) if len(pair[1]) == 1 and pair[1].isdigit()]
    return all(
        any(word.startswith(before) and after == digit for text in texts for word, after in zip(text, text[1:]))
        for before, digit in pairs
    )


def _begins(wanted: list[str], words: list[str]) -> bool:
    return len(words) >= len(wanted) and all(_starts(word, want) for want, word in zip(wanted, words))


def _all_begin(wanted: list[str], words: list[str]) -> bool:
    return all(any(_starts(word, want) for word in words) for want in wanted)


def _starts(word: str, wanted: str) -> bool:
    # "2" means Sentinel-2, not 20 metres.
    return word == wanted if len(wanted) == 1 and wanted.isdigit() else word.startswith(wanted)
