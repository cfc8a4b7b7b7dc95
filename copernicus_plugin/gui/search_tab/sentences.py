"""Sentences of the Search tab that several of its parts need."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from copernicus_plugin.gui.search_tab.text_query import Mistake, MistakeKind
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.model.access_point import AccessPoint, State
from copernicus_plugin.model.collection import Theme


def mistake_sentence(mistake: Mistake) -> str:
    """What is wrong with a word, and what would be right."""
    return {
        MistakeKind.UNKNOWN_COLLECTION: tr("There is no collection “{word}”."),
        MistakeKind.UNKNOWN_WORD: tr("“{word}” was not understood."),
        MistakeKind.UNKNOWN_FILTER: tr("This collection has no filter “{word}”."),
        MistakeKind.NOT_A_DAY: tr("“{word}” is not a period. Write 2026-08-22/2026-11-22."),
        MistakeKind.NOT_A_NUMBER: tr("“{word}” needs a number."),
        MistakeKind.OUT_OF_RANGE: tr("“{word}” is outside {expected}."),
        MistakeKind.NOT_A_CHOICE: _choice_sentence(mistake),
        MistakeKind.NOT_A_BOX: tr("“{word}” is not a box. Write bbox=west,south,east,north in degrees."),
        MistakeKind.NOT_A_RANGE: tr("“{word}” is not a range. Write 10..60 or <=60."),
        MistakeKind.TWICE: tr("“{word}” is there twice."),
        MistakeKind.NO_TIME: tr("This collection does not depend on time."),
    }[mistake.kind].format(word=mistake.word, expected=mistake.expected)


def _choice_sentence(mistake: Mistake) -> str:
    return tr("“{word}” does not fit. Possible: {expected}.") if mistake.expected else tr("“{word}” does not fit.")


def theme_title(theme: Theme) -> str:
    return {
        Theme.SATELLITE: tr("Satellite"),
        Theme.LAND: tr("Land"),
        Theme.MARINE: tr("Marine"),
        Theme.ATMOSPHERE: tr("Atmosphere"),
        Theme.CLIMATE: tr("Climate"),
        Theme.EMERGENCY: tr("Emergency"),
        Theme.SECURITY: tr("Security"),
    }[theme]


def access_point_count(count: int) -> str:
    return tr_n("%n access point(s)", count)


def area_size(square_kilometres: float) -> str:
    """For instance ``6 482 km²``."""
    decimals = 0 if square_kilometres >= 100 else 1 if square_kilometres >= 10 else 2
    number = QLocale().toString(square_kilometres, "f", decimals)
    return tr("{number} km²").format(number=number)


def state_word(access_point: AccessPoint) -> str:
    return {
        State.ACTIVE: tr("active"),
        State.SUPERSEDED: tr("superseded"),
        State.RESTRICTED: tr("restricted"),
        State.CLOSED: tr("closed"),
    }[access_point.status.state]
