"""Swedish compounds taken apart: *underskottskompensation* is *underskott* and *kompensation*.

A compound is split where its first part is a word of the list, as it is or in the form that it
takes in compounds (*gata*: *gatu-*, *förening*: *förenings-*), and its last part is one in any
inflection. The list holds words that minutes are made of, so that few others are cut by chance.
"""

from functools import cache, lru_cache
from importlib.resources import files

from beslutssok.index.stems import stem

# A part of two or three letters is taken only if it is one of these.
_SHORT_WORDS = """bad barn bil bok bro buss båt dag el gas häl hem hot hus hyr kyl kök lån lön mat
mur mål nät råd sim sjö skog skol sop tak tid tur tåg ung va val vår väg älv"""
_SHORT_PARTS = frozenset(_SHORT_WORDS.split())
SHORTEST_PART = 4
SHORTEST_COMPOUND = 5
MOST_PARTS = 4
# Words that are no longer understood from their parts.
_WHOLE_WORDS = """bokslut dagordning förslag hembygd hemlig hemställa hemställan hushåll måltid
målsättning rådgivning samtid tidning tidpunkt ungdom vatten vägledning"""
_WHOLE = frozenset(map(stem, _WHOLE_WORDS.split()))
# What looks like a word of the list and is nearly always an ending.
_ENDINGS = frozenset({"laget", "lag", "kolor", "kolorna", "löshet", "tyrelsen", "tyrelse", "mål"})


@lru_cache(maxsize=200_000)
def split_compound(word: str) -> tuple[str, ...]:
    """Split a word in lower case into the parts it is made of, as they stand; none if it is whole.

    The fewest parts win, then those whose shortest is longest.

    >>> split_compound("personalparkeringar"), split_compound("gatubelysningen")
    (('personal', 'parkeringar'), ('gatu', 'belysningen'))
    >>> split_compound("förslaget")
    ()
    """
    if len(word) < SHORTEST_COMPOUND or not word.isalpha() or stem(word) in _WHOLE:
        return ()
    return _best_split(word, MOST_PARTS) or ()


@lru_cache(maxsize=200_000)
def part_stems(word: str) -> tuple[str, ...]:
    """The stems of the words that a compound is made of, and of its inner compounds.

    >>> part_stems("underskottskompensationen")
    ('underskot', 'kompensation')
    >>> part_stems("stadsbyggnadsnämnden")
    ('stad', 'byggn', 'nämnd', 'byggnadsnämnd')
    """
    parts = split_compound(word)
    if not parts:
        return ()
    stems = [stem(_first_parts()[part]) for part in parts[:-1]] + [stem(parts[-1])]
    stems += [stem("".join(parts[start:])) for start in range(1, len(parts) - 1)]
    return tuple(dict.fromkeys(stems))


def is_listed(word: str) -> bool:
    """Whether a word is of the list, in any inflection, or a compound of such words.

    >>> is_listed("parkeringarna"), is_listed("parkerinngarna")
    (True, False)
    """
    return stem(word) in _last_stems() or bool(split_compound(word))


def _best_split(word: str, most: int) -> tuple[str, ...] | None:
    found: list[tuple[str, ...]] = []
    for cut in range(len(word) - 3, 1, -1):
        first, rest = word[:cut], word[cut:]
        if first not in _first_parts():
            continue
        if _is_last_part(rest):
            found.append((first, rest))
        if most > 2 and len(rest) >= SHORTEST_COMPOUND:
            inner = _best_split(rest, most - 1)
            if inner:
                found.append((first, *inner))
    return min(found, key=lambda parts: (len(parts), -min(map(len, parts))), default=None)


def _is_last_part(word: str) -> bool:
    if word in _ENDINGS or (len(word) < SHORTEST_PART and word not in _SHORT_PARTS):
        return False
    return stem(word) in _last_stems()


@cache
def _words() -> tuple[str, ...]:
    text = (files("beslutssok.index") / "compound_words.txt").read_text(encoding="utf-8")
    return tuple(text.split())


@cache
def _last_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _words())


@cache
def _first_parts() -> dict[str, str]:
    """The forms that words take in front of others, and the word that each is of."""
    forms: dict[str, str] = {}
    for word in _words():
        for form in _joining_forms(word):
            if len(form) >= SHORTEST_PART or form in _SHORT_PARTS:
                forms.setdefault(form, word)
    return {**forms, **{word: word for word in _words()}}


def _joining_forms(word: str) -> tuple[str, ...]:
    """The forms of a word in front of another: *skola*: *skole-*, *skol-*, *skolo-*, *skolu-*."""
    forms = [f"{word}s"]
    if word[-1] in "ae" and len(word) >= SHORTEST_PART:
        base = word[:-1]
        forms += [base, f"{base}e", f"{base}o", f"{base}u", f"{base}s"]
    if word == "hyra":
        forms.append("hyres")
    return tuple(forms)
