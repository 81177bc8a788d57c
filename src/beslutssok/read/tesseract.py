"""Tesseract, a program for text recognition, called as it is installed on this machine."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LANGUAGE = "swe"
SECONDS_FOR_A_PAGE = 180
SECONDS_FOR_A_QUESTION = 20
# Tesseract's numbers for what it looks for: a page of any layout, and only which way up it is.
ANY_LAYOUT, ORIENTATION = "3", "0"
SURE_OF_ORIENTATION = 2.0

INSTALL = (
    "Installera Tesseract med svenska: «apt-get install tesseract-ocr tesseract-ocr-swe» "
    "(Debian, Ubuntu), «brew install tesseract tesseract-lang» (macOS) eller, på Windows, "
    "Tesseracts installationsprogram med språket Swedish ikryssat. Läs sedan in filen igen."
)

_ROTATE = re.compile(r"Rotate: (\d+)\n.*?Orientation confidence: ([\d.]+)", re.DOTALL)


class RecognitionFailed(Exception):
    """Tesseract gave up a page; the text says why, in Swedish."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as recognised: its line's number, its box in picture dots, and how sure it is.

    ``sureness`` is 0 to 100.
    """

    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int
    sureness: float
    text: str


def find_tesseract() -> str | None:
    """The program, if it is installed and knows Swedish."""
    program = shutil.which("tesseract")
    return program if program and _knows_swedish(program) else None


def can_recognise() -> bool:
    """Whether pages that are pictures can be read on this machine."""
    return find_tesseract() is not None


def _knows_swedish(program: str) -> bool:
    try:
        told = subprocess.run(
            [program, "--list-langs"],
            capture_output=True,
            text=True,
            timeout=SECONDS_FOR_A_QUESTION,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in told.stdout.split()


def recognise(program: str, picture: Any, dots_per_inch: int) -> tuple[Word, ...]:
    """The words of a picture, in the order of reading.

    Raises:
        RecognitionFailed: the program breaks down or takes too long.
    """
    told = _run(program, picture, dots_per_inch, "-l", LANGUAGE, "--psm", ANY_LAYOUT, "tsv")
    return parse_words(told)


def find_turn(program: str, picture: Any, dots_per_inch: int) -> int:
    """How far the text of a picture is turned clockwise: 0, 90, 180 or 270 degrees.

    It is 0 where Tesseract cannot tell.
    """
    try:
        told = _run(program, picture, dots_per_inch, "--psm", ORIENTATION)
    except RecognitionFailed:
        return 0
    found = _ROTATE.search(told)
    if not found or float(found[2]) < SURE_OF_ORIENTATION:
        return 0
    return (360 - int(found[1])) % 360


def parse_words(table: str) -> tuple[Word, ...]:
    r"""The words of Tesseract's table.

    >>> parse_words("level\t...\n5\t1\t1\t1\t2\t1\t30\t40\t100\t20\t96.5\tBeslut\n")[0].text
    'Beslut'
    """
    words = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
            continue
        _, _, block, paragraph, line, _, left, top, width, height = map(int, cells[:10])
        words.append(
            Word(
                (block, paragraph, line), left, top, left + width, top + height,
                float(cells[10]), cells[11].strip(),
            )
        )  # fmt: skip
    return tuple(words)


def _run(program: str, picture: Any, dots_per_inch: int, *arguments: str) -> str:
    command: Sequence[str] = (
        program, "stdin", "stdout", "--dpi", str(dots_per_inch), *arguments,
    )  # fmt: skip
    # Pages are recognised side by side; more threads for each only get in each other's way.
    alone = shutil.which("env")
    if alone:
        command = (alone, "OMP_THREAD_LIMIT=1", *command)
    header = f"P5 {picture.width} {picture.height} 255\n".encode()
    try:
        done = subprocess.run(
            command,
            input=header + picture.tobytes(),
            capture_output=True,
            timeout=SECONDS_FOR_A_PAGE,
            check=False,
        )
    except subprocess.TimeoutExpired as exc:
        raise RecognitionFailed("textigenkänningen tog för lång tid") from exc
    except OSError as exc:
        raise RecognitionFailed(f"textigenkänningen kunde inte startas ({exc.strerror})") from exc
    if done.returncode:
        raise RecognitionFailed(f"textigenkänningen avbröts (felkod {done.returncode})")
    return str(done.stdout, "utf-8", errors="replace")
