"""One field per kind of filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Union

from qgis.PyQt.QtCore import QEvent, QLocale, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from copernicus_plugin.gui.search_tab.sentences import mistake_sentence
from copernicus_plugin.gui.search_tab.text_query import parse_values, written
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.gui.widgets.fields import MarkedEdit
from copernicus_plugin.gui.widgets.labels import NoteLabel
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model.collection import FilterDefinition, FilterKind
from copernicus_plugin.model.query import Choice, FilterValue, Range

CHECK_MS = 250
_STEPS = 1000


class FilterEditor(QWidget):
    """``changed`` by the user's hand only. ``problem`` is empty where the value can be searched."""

    changed = pyqtSignal()

    def __init__(self, definition: FilterDefinition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.definition = definition
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def value(self) -> FilterValue | None:
        """``None`` where it filters nothing."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        return ""

    def set_value(self, value: FilterValue | None) -> None:
        """Without ``changed``."""
        raise NotImplementedError

    def reset(self) -> None:
        """To what is offered at first."""
        self.set_value(default_value(self.definition))

    def flush(self) -> None:
        """Look at what was typed now."""

    def focus_widget(self) -> QWidget:
        """What the label stands for."""
        raise NotImplementedError

    def tab_stops(self) -> list[QWidget]:
        """In reading order."""
        return [self.focus_widget()]


def default_value(definition: FilterDefinition) -> FilterValue | None:
    """What is offered at first; ``None`` for no filter."""
    if definition.kind is FilterKind.RANGE and definition.default is not None:
        if definition.maximum is not None and definition.default >= definition.maximum:
            return None
        return Range(None, definition.default)
    return None


def make_editor(definition: FilterDefinition, parent: QWidget) -> FilterEditor:
    if definition.kind is FilterKind.RANGE:
        if definition.minimum is not None and definition.maximum is not None and definition.default is not None:
            return UpperLimitEditor(definition, parent)
        return RangeEditor(definition, parent)
    if definition.choices:
        return ChoiceEditor(definition, parent)
    return ListEditor(definition, parent)


class NumberBox(QDoubleSpinBox):
    """A number; takes the wheel only with the focus, so that scrolling the tab changes nothing."""

    def __init__(self, definition: FilterDefinition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        low = definition.minimum if definition.minimum is not None else -1e6
        high = definition.maximum if definition.maximum is not None else 1e6
        whole = definition.value_type == "integer" or (high - low >= 20 and definition.value_type != "number")
        fine = not whole and high - low < 20
        self.setDecimals(0 if whole else 2 if fine else 1)
        if definition.value_type == "number" and high - low >= 50:
            self.setDecimals(0)
        self.setRange(low, high)
        self.setSingleStep(0.1 if fine else 1)
        if definition.unit:
            self.setSuffix(f" {definition.unit}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Slider(QSlider):
    def wheelEvent(self, event: QEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class UpperLimitEditor(FilterEditor):
    """A slider and a number for the upper end; a second number appears while there is a lower end too."""

    def __init__(self, definition: FilterDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._quiet = False
        self._low: float = definition.minimum or 0.0
        self._high: float = definition.maximum if definition.maximum is not None else 100.0
        self.lower = NumberBox(definition, self)
        self.lower.setPrefix("≥ ")
        self.lower.setSpecialValueText(tr("any"))
        self.lower.hide()
        self.slider = _Slider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 10)
        self.slider.setSingleStep(max(1, round(_STEPS / max(1.0, self._high - self._low))))
        self.slider.setMinimumWidth(40)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.spin = NumberBox(definition, self)
        self.spin.setPrefix("≤ ")
        title = tr_data(definition.title)
        self.slider.setAccessibleName(tr("{filter}, at most, slider").format(filter=title))
        self.spin.setAccessibleName(tr("{filter}, at most").format(filter=title))
        self.lower.setAccessibleName(tr("{filter}, at least").format(filter=title))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.lower)
        row.addWidget(self.slider, 1)
        row.addWidget(self.spin)
        self.slider.valueChanged.connect(self._slid)
        self.spin.valueChanged.connect(self._spun)
        self.lower.valueChanged.connect(self._lower_changed)
        self.reset()

    @property
    def value(self) -> FilterValue | None:
        low = self.lower.value() if self.lower.isVisibleTo(self) and self.lower.value() > self._low else None
        high = self.spin.value() if self.spin.value() < self._high else None
        return None if low is None and high is None else Range(low, high)

    @property
    def problem(self) -> str:
        value = self.value
        if isinstance(value, Range) and value.minimum is not None and value.maximum is not None:
            return tr("The lower end is above the upper one.") if value.minimum > value.maximum else ""
        return ""

    def set_value(self, value: FilterValue | None) -> None:
        low = value.minimum if isinstance(value, Range) else None
        high = value.maximum if isinstance(value, Range) else None
        self._quiet = True
        self.spin.setValue(self._high if high is None else high)
        self.slider.setValue(self._to_step(self.spin.value()))
        self.lower.setVisible(low is not None and low > self._low)
        self.lower.setValue(self._low if low is None else low)
        self._quiet = False

    def flush(self) -> None:
        for box in (self.lower, self.spin):
            box.interpretText()

    def focus_widget(self) -> QWidget:
        return self.spin

    def tab_stops(self) -> list[QWidget]:
        return [self.lower, self.slider, self.spin]

    def _to_step(self, number: float) -> int:
        return round((number - self._low) / (self._high - self._low) * _STEPS)

    def _slid(self, step: int) -> None:
        if self._quiet:
            return
        self._quiet = True
        self.spin.setValue(self._low + (self._high - self._low) * step / _STEPS)
        self._quiet = False
        self.changed.emit()

    def _spun(self, number: float) -> None:
        if self._quiet:
            return
        self._quiet = True
        self.slider.setValue(self._to_step(number))
        self._quiet = False
        self.changed.emit()

    def _lower_changed(self) -> None:
        if not self._quiet:
            self.changed.emit()


class RangeEditor(FilterEditor):
    """Two numbers, each of them may be open."""

    def __init__(self, definition: FilterDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._quiet = False
        title = tr_data(definition.title)
        self.lower = _OpenNumber(definition, tr("{filter}, at least").format(filter=title), self)
        self.upper = _OpenNumber(definition, tr("{filter}, at most").format(filter=title), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.lower, 1)
        row.addWidget(QLabel("–", self))
        row.addWidget(self.upper, 1)
        unit = NoteLabel(definition.unit, self)
        unit.setVisible(bool(definition.unit))
        row.addWidget(unit)
        for field in (self.lower, self.upper):
            field.textEdited.connect(self._edited)
        self.reset()

    @property
    def value(self) -> FilterValue | None:
        low, high = self.lower.number, self.upper.number
        return None if low is None and high is None else Range(low, high)

    @property
    def problem(self) -> str:
        for field in (self.lower, self.upper):
            if field.wrong:
                return field.problem
        low, high = self.lower.number, self.upper.number
        return (
            tr("The lower end is above the upper one.") if low is not None and high is not None and low > high else ""
        )

    def set_value(self, value: FilterValue | None) -> None:
        self.lower.set_number(value.minimum if isinstance(value, Range) else None)
        self.upper.set_number(value.maximum if isinstance(value, Range) else None)

    def focus_widget(self) -> QWidget:
        return self.lower

    def tab_stops(self) -> list[QWidget]:
        return [self.lower, self.upper]

    def _edited(self) -> None:
        self.changed.emit()


class _OpenNumber(MarkedEdit):
    def __init__(self, definition: FilterDefinition, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._definition = definition
        self.problem = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("any"))
        self.textChanged.connect(self._check)

    @property
    def number(self) -> float | None:
        text = self.text().strip()
        number, good = QLocale().toDouble(text)
        if not good:
            number, good = QLocale.c().toDouble(text)
        return float(number) if text and good else None

    def set_number(self, number: float | None) -> None:
        self.setText("" if number is None else f"{number:.6g}")

    def _check(self) -> None:
        number, text = self.number, self.text().strip()
        low, high = self._definition.minimum, self._definition.maximum
        self.problem = ""
        if text and number is None:
            self.problem = tr("“{word}” needs a number.").format(word=text)
        elif number is not None and ((low is not None and number < low) or (high is not None and number > high)):
            limits = f"{'' if low is None else f'{low:.6g}'}..{'' if high is None else f'{high:.6g}'}"
            self.problem = tr("“{word}” is outside {expected}.").format(word=text, expected=limits)
        self.set_wrong(bool(self.problem))
        self.setToolTip(self.problem)


class ListEditor(FilterEditor):
    """Values separated by commas, checked 250 ms after the last key."""

    def __init__(self, definition: FilterDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self._problem = ""
        self._value: Choice | None = None
        self.edit = MarkedEdit(self)
        self.edit.setClearButtonEnabled(True)
        self.edit.setPlaceholderText(tr("any, for instance {example}").format(example=definition.example or "…"))
        self.edit.setAccessibleName(tr("{filter}, separated by commas").format(filter=tr_data(definition.title)))
        self.note = NoteLabel("", self, Tone.FAILED)
        self.note.setWordWrap(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self.note)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self._check)
        self.edit.textEdited.connect(lambda _text: self._timer.start())
        self.edit.editingFinished.connect(self.flush)

    @property
    def value(self) -> FilterValue | None:
        return self._value

    @property
    def problem(self) -> str:
        return self._problem

    def set_value(self, value: FilterValue | None) -> None:
        self._timer.stop()
        values: Sequence[Union[str, int, float]] = value.values if isinstance(value, Choice) else ()
        self.edit.setText(", ".join(written(self.definition, part) for part in values))
        self._read()

    def focus_widget(self) -> QWidget:
        return self.edit

    def flush(self) -> None:
        if self._timer.isActive():
            self._check()

    def _check(self) -> None:
        self._timer.stop()
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        value, mistake = parse_values(self.definition, self.edit.text())
        self._value = value
        self._problem = mistake_sentence(mistake) if mistake is not None else ""
        self.edit.set_wrong(mistake is not None)
        self.note.setText(self._problem)
        self.note.setVisible(mistake is not None)


class ChoiceEditor(FilterEditor):
    """A box whose list has ticks: any, one or several."""

    def __init__(self, definition: FilterDefinition, parent: QWidget | None = None) -> None:
        super().__init__(definition, parent)
        self.combo = TickCombo(self)
        self.combo.setAccessibleName(tr_data(definition.title))
        for choice in definition.choices:
            self.combo.add_choice(choice.value, tr_data(choice.title))
        self.combo.ticked.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo, 1)

    @property
    def value(self) -> FilterValue | None:
        values = self.combo.values()
        if not values:
            return None
        return parse_values(self.definition, ",".join(values))[0]

    def set_value(self, value: FilterValue | None) -> None:
        wanted = {str(part) for part in value.values} if isinstance(value, Choice) else set()
        self.combo.set_values(wanted)

    def focus_widget(self) -> QWidget:
        return self.combo


class TickCombo(QComboBox):
    """A combo box of ticks; shows what is ticked, or "Any"."""

    ticked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(QStandardItemModel(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.view().viewport().installEventFilter(self)
        self.view().installEventFilter(self)

    def add_choice(self, value: str, title: str) -> None:
        item = QStandardItem(title)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setData(value, Qt.ItemDataRole.UserRole)
        item.setCheckState(Qt.CheckState.Unchecked)
        self.model().appendRow(item)

    def values(self) -> list[str]:
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in self._items() if _is_ticked(item)]

    def set_values(self, values: set[str]) -> None:
        for item in self._items():
            wanted = str(item.data(Qt.ItemDataRole.UserRole)) in values
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self._describe()

    @property
    def shown(self) -> str:
        titles = [item.text() for item in self._items() if _is_ticked(item)]
        return ", ".join(titles) if titles else tr("Any")

    def _items(self) -> list[QStandardItem]:
        model = self.model()
        return [model.item(row) for row in range(model.rowCount())]

    def _toggle(self, row: int) -> None:
        item = self.model().item(row)
        if item is not None:
            item.setCheckState(Qt.CheckState.Unchecked if _is_ticked(item) else Qt.CheckState.Checked)
            self._describe()
            self.ticked.emit()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.shown)
        self.setToolTip(self.shown)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = self.view()
        if watched is view.viewport() and event.type() == QEvent.Type.MouseButtonRelease:
            index = view.indexAt(event.pos())
            if index.isValid():
                self._toggle(index.row())
            return True
        if watched is view and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            self._toggle(view.currentIndex().row())
            return True
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter = QPainter(self)
        style = self.style()
        style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        field = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.shown, Qt.TextElideMode.ElideRight, max(0, field.width() - 4)
        )
        style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
        painter.end()


def _is_ticked(item: QStandardItem) -> bool:
    return bool(item.checkState() == Qt.CheckState.Checked)
