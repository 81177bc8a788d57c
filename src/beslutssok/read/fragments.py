"""What pypdf reads: pieces of text in the order of drawing, and the operations that show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

from pypdf import PageObject

FORCE_BOLD = 1 << 18
BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")

_SHOW = frozenset({b"Tj", b"TJ"})
# These move to the next line before they show their text, so they are counted once they have.
_MOVE_AND_SHOW = frozenset({b"'", b'"'})
# A space in fonts of one byte a letter, and in those of two (its usual numbers there).
_SPACES = (b"\x00\x03", b"\x00 ", b" ")

Matrix = Sequence[float]


@dataclass(frozen=True, slots=True)
class Show:
    """An operation that shows text: where pypdf has its beginning, in the page's own space.

    ``before`` and ``after`` are how many spaces begin and end it.
    """

    x: float
    y: float
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text that pypdf gives, shown by the operations ``first`` to ``end`` (excluded).

    The beginning of its baseline and the direction of its text are in the page's own space;
    ``size`` is the font's, before ``scale``.
    """

    text: str
    first: int
    end: int
    x: float
    y: float
    across: tuple[float, float]
    size: float
    scale: float
    bold: bool
    ends_line: bool


def read_fragments(page: PageObject) -> tuple[list[Fragment], list[Show]]:
    """Read the text of a page, in the order in which the file draws it."""
    listener = _Listener()
    page.extract_text(
        visitor_text=listener.text,
        visitor_operand_before=listener.before,
        visitor_operand_after=listener.after,
    )
    return listener.fragments, listener.shows


class _Listener:
    """What pypdf's reader calls while it goes through a page."""

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self.shows: list[Show] = []
        self._told = 0
        self._weights: dict[int, bool] = {}

    def before(self, operator: bytes, operands: list[Any], cm: Matrix, tm: Matrix) -> None:
        if operator in _SHOW:
            self._show(operands, cm, tm)

    def after(self, operator: bytes, operands: list[Any], cm: Matrix, tm: Matrix) -> None:
        if operator in _MOVE_AND_SHOW:
            self._show(operands, cm, tm)

    def _show(self, operands: list[Any], cm: Matrix, tm: Matrix) -> None:
        shown = operands[-1] if operands else None
        strings = shown if isinstance(shown, list) else [shown]
        letters = [_bytes(part) for part in strings if isinstance(part, (str, bytes)) and part]
        if letters:
            self.shows.append(Show(*_origin(cm, tm), *_spaces(letters[0], letters[-1])))

    def text(
        self, text: str, cm: Matrix, tm: Matrix, font: dict[str, Any] | None, size: float
    ) -> None:
        if not text:
            return
        if id(font) not in self._weights:
            self._weights[id(font)] = is_bold(font)
        bold = self._weights[id(font)]
        x, y = _origin(cm, tm)
        across = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
        scale = hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
        *ended, last = text.split("\n")
        for at, part in enumerate([*ended, last] if last else ended):
            first, self._told = self._told, len(self.shows)
            ends_line = at < len(ended)
            self.fragments.append(
                Fragment(part, first, self._told, x, y, across, size, scale, bold, ends_line)
            )


def _origin(cm: Matrix, tm: Matrix) -> tuple[float, float]:
    return (
        tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
        tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
    )


def _bytes(shown: str | bytes) -> bytes:
    return shown.encode("latin-1", "replace") if isinstance(shown, str) else bytes(shown)


def _spaces(first: bytes, last: bytes) -> tuple[int, int]:
    """How many spaces begin the first string, and end the last one."""
    for space in _SPACES:
        before = 0
        while first.startswith(space, before * len(space)):
            before += 1
        after = 0
        while last.endswith(space * (after + 1)):
            after += 1
        if before or after:
            return before, after
    return 0, 0


def is_bold(font: dict[str, Any] | None) -> bool:
    """Whether a font is bold, by its name or by what its descriptor says."""
    if not font:
        return False
    name = str(font.get("/BaseFont", "")).lower()
    if any(word in name for word in _BOLD_NAMES):
        return True
    descriptor = font.get("/FontDescriptor")
    if descriptor is None:
        return False
    descriptor = descriptor.get_object()
    weight = descriptor.get("/FontWeight", 0)
    return bool(int(descriptor.get("/Flags", 0)) & FORCE_BOLD) or float(weight) >= BOLD_WEIGHT
