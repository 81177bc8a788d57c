"""What a question names, and where in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names, in its spelling in the index, and where: ``text[start:end]``.

    ``certain`` says that it is asked about; otherwise it may be what a decision concerns.
    """

    name: str
    start: int
    end: int
    certain: bool = True


class Placed(Protocol):
    """What stands in a text from ``start`` to ``end``."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def blank_out(text: str, parts: Iterable[Placed]) -> str:
    """A text with parts of it covered by spaces, so that places in it stay.

    >>> blank_out("badet i maj", [Named("maj", 8, 11)])
    'badet i    '
    """
    for part in parts:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return text


def blank_words(text: str, *patterns: re.Pattern[str]) -> str:
    """A text with what patterns match covered by spaces, so that places in it stay.

    >>> blank_words("alla beslut", re.compile("alla"))
    '     beslut'
    """
    for pattern in patterns:
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text
