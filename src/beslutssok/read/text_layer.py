"""The text that a file has for a page, and whether it can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pypdf import PdfReader

from beslutssok.domain import Line
from beslutssok.read.characters import count_unknown, looks_broken
from beslutssok.read.frame import USUAL_FRAME, Frame, page_frame
from beslutssok.read.language import looks_scrambled
from beslutssok.read.lines import read_lines
from beslutssok.read.runs import Geometry

# A page with fewer letters, and a picture over this share of it, may be a stamped scan.
FEW_LETTERS = 250
PICTURED_SHARE = 0.4


class Doubt(Enum):
    """What is wrong with the text of a page."""

    NONE = "none"
    CRASHED = "crashed"
    """The text could not be taken out of the file."""
    GARBLED = "garbled"
    """There is text, but its letters are not those that the page shows."""
    EMPTY = "empty"
    """There is no text. The page may be a picture, or blank."""
    ENDLESS = "endless"
    """The page was not read: it takes too long, or more memory than there is."""
    SPARSE = "sparse"
    """There is little text and a large picture, which may have more."""
    GAPS = "gaps"
    """A few letters within words are unknown."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The text of a page as the file has it; ``detail`` belongs to the doubt."""

    number: int
    frame: Frame
    lines: tuple[Line, ...]
    doubt: Doubt
    detail: str = ""


def read_text_layer(reader: PdfReader, geometry: Geometry, number: int) -> TextLayer:
    """Read the text of one page (1-based). Whatever goes wrong on it stays on it."""
    frame = USUAL_FRAME
    try:
        page = reader.pages[number - 1]
        frame = page_frame(page)
        with geometry.page(number) as runs:
            lines = read_lines(page, number, frame, runs)
            pictured = runs.pictured
    except Exception as exc:
        return TextLayer(number, frame, (), Doubt.CRASHED, type(exc).__name__)
    text = "\n".join(line.text for line in lines)
    if not lines:
        return TextLayer(number, frame, (), Doubt.EMPTY)
    if looks_broken(text) or looks_scrambled(text):
        return TextLayer(number, frame, (), Doubt.GARBLED)
    if pictured > PICTURED_SHARE * frame.width * frame.height and _letters(lines) < FEW_LETTERS:
        return TextLayer(number, frame, lines, Doubt.SPARSE)
    unknown = count_unknown(text)
    if unknown:
        return TextLayer(number, frame, lines, Doubt.GAPS, str(unknown))
    return TextLayer(number, frame, lines, Doubt.NONE)


def _letters(lines: Sequence[Line]) -> int:
    return sum(character.isalpha() for line in lines for character in line.text)
