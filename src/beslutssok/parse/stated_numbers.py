"""Which §§ the front page of minutes says are in them: ``Paragrafer §§ 1–11, 13–19``."""

import re
from collections.abc import Iterable, Iterator, Sequence

MAX_NUMBER = 999
MAX_DOUBTS = 20
_NUMBERS = r"\d{1,3}(?:\s?[a-z]\b)?(?:\s?[-–—]\s?(?:§\s?)?\d{1,3})?"
_LABEL_WORD = (
    r"(?:(?:protokollets\s|justerade\s)?paragraf(?:er)?|protokollet\somfattar|omfattning"
    r"|omfattar(?:\sparagraferna)?)"
)
_SIGN = r"(?:(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{0,4}\s)?§+\s?)?"
_LEADER = re.compile(r"[._…]{4,}")
_LIST = rf"{_NUMBERS}(?:\s?(?:,|och|samt|&)\s?(?:§+\s?)?{_NUMBERS})*"
_LABELLED = re.compile(
    rf"{_LABEL_WORD}\s*:?\s*{_SIGN}(?P<numbers>{_LIST})\s*\.?$",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(rf"{_LABEL_WORD}(?:\s?nr)?:?", re.I)
_UNLABELLED = re.compile(rf"{_SIGN}(?P<numbers>{_LIST})\s*\.?")
_BARE = re.compile(rf"§§\s?(?=.*[-–—,])(?P<numbers>{_LIST})\s*\.?")
_PERSON = re.compile(r"\([A-ZÅÄÖ]{1,4}\)")
_RANGE = re.compile(r"(\d{1,3})(?:\s?[a-z]\b)?(?:\s?[-–—]\s?(?:§\s?)?(\d{1,3}))?")


def stated_numbers(front: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the §§ that the lines before the first § say are in the document.

    Only a cell that says nothing else is read, best one with the label ``Paragrafer`` in it or
    before it: ``Lena Ek (S), §§ 1–7`` is about a person. Empty where nothing is stated.

    >>> stated_numbers(["Paragrafer: §§ 1-3, 5"])
    (1, 2, 3, 5)
    """
    labelled: set[int] = set()
    bare: dict[str, set[int]] = {}
    before = ""
    for cell in _cells(front):
        match = _LABELLED.match(cell)
        if match is None and _LABEL_ALONE.fullmatch(before):
            match = _UNLABELLED.fullmatch(cell)
        if match is not None:
            labelled.update(_numbers(match["numbers"]))
        elif _BARE.fullmatch(cell) and not _PERSON.search(before):
            bare[cell] = set(_numbers(cell))
        before = cell
    if not labelled and len(bare) == 1:
        labelled = next(iter(bare.values()))
    return tuple(sorted(labelled))


def _cells(front: Iterable[str]) -> Iterator[str]:
    """The cells of lines; a row of dots, where somebody signs, parts cells as well."""
    for line in front:
        for cell in line.split("\t"):
            yield from (piece.strip() for piece in _LEADER.split(cell))


def _numbers(text: str) -> Iterator[int]:
    for match in _RANGE.finditer(text):
        first = int(match[1])
        last = int(match[2]) if match[2] else first
        yield from range(first, min(last, MAX_NUMBER) + 1)


def doubts_about_stated_numbers(stated: Sequence[int], found: Iterable[int]) -> tuple[str, ...]:
    """What was found and what the front page states, where they differ, as sentences for staff.

    >>> doubts_about_stated_numbers((1, 2, 3), (1, 3))
    ('Försättsbladet anger §§ 1–3, men § 2 hittades inte.',)
    """
    if not stated:
        return ()
    present = set(found)
    missing = [number for number in stated if number not in present]
    extra = sorted(present - set(stated))
    told = _written(stated)
    doubts = [
        f"Försättsbladet anger {told}, men § {number} hittades inte."
        for number in missing[:MAX_DOUBTS]
    ]
    if extra:
        doubts.append(f"Försättsbladet anger {told}, men {_written(extra)} hittades också.")
    return tuple(doubts)


def _written(numbers: Sequence[int]) -> str:
    """Numbers as they are written on a front page: ``§§ 1–11, 13``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [f"{first}–{last}" if last > first else f"{first}" for first, last in runs]
    return f"{'§§' if len(numbers) > 1 else '§'} {', '.join(parts)}"
