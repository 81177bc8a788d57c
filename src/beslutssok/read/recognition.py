"""Text of pages that are pictures: words that Tesseract recognises become lines in their places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2

from beslutssok.domain import Line
from beslutssok.read.cells import CELL_GAP
from beslutssok.read.characters import clean_text
from beslutssok.read.frame import Box, inverse, reading_frame
from beslutssok.read.lines import lines_of
from beslutssok.read.pdfium import PDFIUM
from beslutssok.read.pieces import CAPITALS, DESCENDERS, Piece, union
from beslutssok.read.scans import POINTS_PER_INCH, draw_grey, open_for_drawing
from beslutssok.read.tesseract import (
    SECONDS_FOR_A_PAGE,
    RecognitionFailed,
    Word,
    find_turn,
    recognise,
)
from beslutssok.read.worker import Watch, unwatched

WORKERS = 2
# A page may be recognised as it is, asked which way it is turned, and recognised again.
SECONDS = 4.0 * SECONDS_FOR_A_PAGE
# Below this a page may be turned; and it is said to be hard to read.
DOUBTFUL = 70.0
FEW_WORDS = 4
# What Tesseract is less sure of than this, and has no two letters, is a smudge and no word.
SMUDGE = 15.0
X_HEIGHT = 0.52
_TALL = frozenset("bdfhijkltåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789§()/!?%&")
_DEEP = frozenset("gjpqyQ()§;,/")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read of a page: its lines, how sure it is (0 to 100), and why it failed."""

    lines: tuple[Line, ...] = ()
    sureness: float = 0.0
    failure: str = ""


def recognise_pages(
    path: Path, numbers: Sequence[int], program: str, watch: Watch = unwatched
) -> Iterator[tuple[int, Recognised]]:
    """Recognise the text of pages (1-based), two at a time, in their order."""
    document = open_for_drawing(path)
    if document is None:
        for number in numbers:
            yield number, Recognised(failure="sidan kan inte ritas")
        return
    waiting: list[tuple[int, Future[Recognised]]] = []
    with _closing(document), ThreadPoolExecutor(WORKERS) as pool:
        for number in numbers:
            if len(waiting) > WORKERS:
                first, future = waiting.pop(0)
                yield first, future.result()
            watch(number, SECONDS)
            picture, dots = draw_grey(document, number)
            waiting.append((number, pool.submit(_recognise, program, picture, dots, number)))
        for number, future in waiting:
            watch(number, SECONDS)
            yield number, future.result()


@contextmanager
def _closing(document: pypdfium2.PdfDocument) -> Iterator[None]:
    try:
        yield
    finally:
        with PDFIUM:
            document.close()


def _recognise(program: str, picture: Any, dots: int, number: int) -> Recognised:
    try:
        words = recognise(program, picture, dots)
        turn = 0
        if len(words) < FEW_WORDS or sureness(words) < DOUBTFUL:
            turn = find_turn(program, picture, dots)
            if turn:
                upright = recognise(program, picture.rotate(turn, expand=True), dots)
                if sureness(upright) > sureness(words):
                    words = upright
                else:
                    turn = 0
    except RecognitionFailed as failure:
        return Recognised(failure=str(failure))
    points = POINTS_PER_INCH / dots
    width, height = picture.width * points, picture.height * points
    shown = inverse(reading_frame(width, height, turn), width, height)
    pieces = pieces_of(words, points)
    lines = tuple(replace(line, ocr=True) for line in lines_of(pieces, number, shown))
    return Recognised(lines, sureness(words))


def sureness(words: Iterable[Word]) -> float:
    """How sure the words are on average, each counted by its letters; 0 for none."""
    counted = [(word.sureness, len(word.text)) for word in words if _is_word(word)]
    letters = sum(length for _, length in counted)
    return sum(sure * length for sure, length in counted) / letters if letters else 0.0


def _is_word(word: Word) -> bool:
    return word.sureness >= SMUDGE or sum(map(str.isalnum, word.text)) > 1


def pieces_of(words: Iterable[Word], points: float) -> list[Piece]:
    """The lines of recognised words, parted where they leap; ``points`` is the size of a dot."""
    kept = [word for word in words if _is_word(word)]
    pieces = []
    for _, line in groupby(kept, key=lambda word: word.line):
        pieces += _pieces_of_line(list(line), points)
    return _in_usual_size(pieces)


def _pieces_of_line(line: Sequence[Word], points: float) -> list[Piece]:
    size = median(_size(word) for word in line) * points
    baseline = median(_baseline(word, size / points) for word in line) * points
    groups: list[list[Word]] = []
    for word in line:
        if not groups or (word.left - groups[-1][-1].right) * points > CELL_GAP * size:
            groups.append([])
        groups[-1].append(word)
    return [_piece(group, size, baseline, points) for group in groups]


def _piece(words: Sequence[Word], size: float, baseline: float, points: float) -> Piece:
    box: Box = _box(words[0], points)
    for word in words[1:]:
        box = union(box, _box(word, points))
    text = " ".join(clean_text(" ".join(word.text for word in words)).split())
    return Piece(text, box, baseline, round(size, 1), bold=False)


def _box(word: Word, points: float) -> Box:
    return word.left * points, word.top * points, word.right * points, word.bottom * points


def _size(word: Word) -> float:
    """The size of type that gives a word with these letters this height."""
    tall = any(letter in _TALL for letter in word.text)
    deep = any(letter in _DEEP for letter in word.text)
    high = (CAPITALS if tall else X_HEIGHT) + (DESCENDERS if deep else 0.0)
    return (word.bottom - word.top) / high


def _baseline(word: Word, size: float) -> float:
    deep = any(letter in _DEEP for letter in word.text)
    return word.bottom - (DESCENDERS * size if deep else 0.0)


def _in_usual_size(pieces: list[Piece]) -> list[Piece]:
    """Sizes that differ by a hair are one size: the most usual one nearby."""
    letters: Counter[float] = Counter()
    for piece in pieces:
        letters[round(piece.size)] += len(piece.text)
    usual = [size for size, _ in letters.most_common()]

    def settled(size: float) -> float:
        near = [one for one in usual if abs(one - size) <= max(1.0, 0.1 * size)]
        return float(near[0]) if near else size

    return [replace(piece, size=settled(piece.size)) for piece in pieces]
