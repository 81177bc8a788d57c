"""Other words for the same thing: everyday words and those of minutes, from plain text files.

A line is a group of words or phrases that mean the same, with commas between; or ``a, b > c, d``,
where who asks for ``a`` or ``b`` finds ``c`` and ``d`` too, but not the other way. Words stand in
their basic form and meet every inflection.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from beslutssok.errors import SettingsError
from beslutssok.index.words import stem, tokens

SWEDISH = ("svenska.txt",)
FOREIGN = ("engelska.txt", "grannsprak.txt")
COMMENT = "#"
BYTE_ORDER_MARK = "\ufeff"

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: who asks for any of ``asked`` finds ``found`` too; both as they are written."""

    asked: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A word or phrase of a text that the glossary knows: tokens ``start`` to ``end`` (not in).

    ``others`` are the words and phrases for it, as they are written, in order.
    """

    start: int
    end: int
    others: tuple[str, ...]


@dataclass(frozen=True)
class Glossary:
    """Words and phrases with others for the same thing. ``basic`` gives the form they meet in."""

    entries: tuple[Entry, ...]
    basic: Callable[[str], str] = stem

    @cached_property
    def _others(self) -> dict[Key, tuple[str, ...]]:
        others: dict[Key, dict[str, None]] = {}
        for entry in self.entries:
            for word in entry.asked:
                known = others.setdefault(self._key(word), {})
                known.update(dict.fromkeys(other for other in entry.found if other != word))
        return {key: tuple(known) for key, known in others.items() if known}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._others), default=0)

    def _key(self, words: str) -> Key:
        return tuple(self.basic(word) for word in tokens(words))

    def others(self, words: str) -> tuple[str, ...]:
        """Other words for a word or phrase, in any inflection; none if it is not known.

        >>> Glossary(parse_glossary("soptunna, avfallskärl")).others("soptunnor")
        ('avfallskärl',)
        """
        return self._others.get(self._key(words), ())

    def find(self, words: Sequence[str]) -> tuple[Found, ...]:
        """The words and phrases of a text, given as its tokens, that the glossary knows.

        Of several that begin at a word the longest is taken, and none overlap.

        >>> Glossary(parse_glossary("tak över huvudet > bostad")).find(["ett", "tak", "över",
        ...     "huvudet"])
        (Found(start=1, end=4, others=('bostad',)),)
        """
        forms = [self.basic(word) for word in words]
        found = []
        start = 0
        while start < len(forms):
            for end in range(min(start + self._longest, len(forms)), start, -1):
                others = self._others.get(tuple(forms[start:end]))
                if others:
                    found.append(Found(start, end, others))
                    start = end - 1
                    break
            start += 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Glossaries:
    """``swedish``: plain and official words. ``foreign``: Swedish ones for those of others."""

    swedish: Glossary
    foreign: Glossary


def foreign_form(word: str) -> str:
    """The form that a word of another language meets in: without the English plural.

    >>> foreign_form("libraries"), foreign_form("taxes"), foreign_form("roads"), foreign_form("bus")
    ('library', 'tax', 'road', 'bus')
    """
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("xes", "ses", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def read_glossaries(path: Path | None = None) -> Glossaries:
    """The glossaries of the package; a file of one's own goes before its Swedish one.

    Raises:
        SettingsError: the file cannot be read, or a line of it cannot be understood.
    """
    own = () if path is None else _read_own(path)
    return Glossaries(
        Glossary(own + _built_in(SWEDISH)), Glossary(_built_in(FOREIGN), foreign_form)
    )


def _built_in(names: tuple[str, ...]) -> tuple[Entry, ...]:
    folder = files("beslutssok.search") / "ordlista"
    texts = ((name, (folder / name).read_text(encoding="utf-8")) for name in names)
    return tuple(entry for name, text in texts for entry in parse_glossary(text, name))


def _read_own(path: Path) -> tuple[Entry, ...]:
    remedy = "Rätta filen, eller peka ut en annan med BESLUTSSOK_GLOSSARY."
    try:
        return parse_glossary(path.read_text(encoding="utf-8"), str(path))
    except OSError as exc:
        raise SettingsError(f"Ordlistan {path} går inte att läsa: {exc.strerror}.", remedy) from exc
    except UnicodeDecodeError as exc:
        raise SettingsError(f"Ordlistan {path} är inte sparad som UTF-8.", remedy) from exc


def parse_glossary(text: str, name: str = "ordlistan") -> tuple[Entry, ...]:
    """Read the lines of a glossary; empty ones and those that begin with ``#`` say nothing.

    >>> parse_glossary("råttor, möss > skadedjur")
    (Entry(asked=('råttor', 'möss'), found=('skadedjur',)),)

    Raises:
        SettingsError: a line cannot be understood; the message has its number.
    """
    entries = []
    for number, line in enumerate(text.removeprefix(BYTE_ORDER_MARK).splitlines(), start=1):
        content = line.strip()
        if not content or content.startswith(COMMENT):
            continue
        entries.append(_parse_line(content, f"{name}, rad {number}"))
    return tuple(entries)


def _parse_line(line: str, place: str) -> Entry:
    sides = line.split(">")
    if len(sides) > 2:
        raise _unreadable(place, "har mer än ett «>»")
    groups = [tuple(word.strip() for word in side.split(",")) for side in sides]
    for word in (word for group in groups for word in group):
        if not tokens(word):
            raise _unreadable(place, "saknar ord före eller efter «,» eller «>»")
    if len(groups) == 1 and len(groups[0]) < 2:
        raise _unreadable(place, "har bara ett ord; skriv minst två, med «,» eller «>» emellan")
    return Entry(asked=groups[0], found=groups[-1])


def _unreadable(place: str, why: str) -> SettingsError:
    return SettingsError(
        f"Ordlistan går inte att förstå: {place} {why}.",
        "Skriv «ord, ord» för ord som betyder samma sak, eller «ord, ord > ord» åt ett håll.",
    )
