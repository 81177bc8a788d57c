"""How a question was read as lines of text, and what to write if that was wrong."""

from collections.abc import Sequence

from beslutssok.app.ink import Ink
from beslutssok.app.plain_text import NO_BREAK_SPACE, clean_line, shell_word, wrap_text
from beslutssok.app.question_reading import QuestionReading
from beslutssok.app.wording import say_corrections, say_relaxed
from beslutssok.domain import Interpretation

_BETWEEN = " · "


def question_lines(reading: QuestionReading, width: int, ink: Ink) -> list[str]:
    """Say how a question was read, how to take a part of that away, and what was let go."""
    used = [part for part in reading.used if not part.relaxed]
    lines: list[str] = []
    if used:
        lines += wrap_text(f"Tolkat som: {_labels(used)}", width)
    if reading.removed:
        lines += wrap_text(f"Inte tolkat som: {_labels(reading.removed)}", width)
    lines += [line for text in warnings_of(reading) for line in wrap_text(text, width)]
    if reading.used:
        keys = (shell_word(part.key).replace(" ", NO_BREAK_SPACE) for part in reading.used)
        flags = " ".join(f"--without{NO_BREAK_SPACE}{key}" for key in keys)
        lines += wrap_text(f"Blev det fel, lägg till något av: {flags}", width, "  ")
    return [ink.faint(line) for line in lines]


def warnings_of(reading: QuestionReading) -> list[str]:
    """What everyone should know of how a question was read, one sentence each."""
    said = [say_relaxed(reading.relaxed), say_corrections(reading.corrected)]
    return [clean_line(text) for text in said if text]


def _labels(parts: Sequence[Interpretation]) -> str:
    return _BETWEEN.join(clean_line(part.label) for part in parts)
