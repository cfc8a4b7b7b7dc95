"""Every sentence that a user reads goes through here.

``make i18n`` finds the literals in calls of ``tr`` and ``tr_n``, and the titles of the JSON files; all of them
share one context, so that a text does not change its translation when it moves to another class.
"""

from __future__ import annotations

import os

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "CopernicusDataAccess"
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "i18n")


def tr(text: str) -> str:
    """The user's language for an English literal; the literal itself where there is none."""
    return str(QCoreApplication.translate(CONTEXT, text))


def tr_data(text: str) -> str:
    """The user's language for a text of the JSON files (titles, descriptions): ``make i18n`` gathers those too."""
    return QCoreApplication.translate(CONTEXT, text) if text else text


def tr_n(text: str, count: int) -> str:
    """The same with a plural: ``%n`` in the text stands for ``count``, as the user's locale writes it."""
    translated = str(QCoreApplication.translate(CONTEXT, text, None, count))
    return translated.replace("(s)", "" if count == 1 else "s")


def install_translator(locale_name: str) -> QTranslator | None:
    """Install the translation for ``locale_name`` (``fr``, ``fr_FR``); ``None`` where there is none.

    The caller keeps the translator and removes it with ``QCoreApplication.removeTranslator`` at the end.
    """
    translator = QTranslator()
    if not translator.load(QLocale(locale_name), "copernicus_plugin", "_", _FOLDER):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
