"""Where a Swedish word may be split at the end of a line.

Good enough for sample documents: known parts of compounds first, then the school rule that one
consonant goes down to the next line.
"""

from collections.abc import Iterator

SHORTEST_WORD = 8
SHORTEST_PART = 3
VOWELS = "aeiouyåäöé"
UNSPLIT_PAIRS = ("ck", "ng", "sj", "sk", "st", "tj", "kj", "gn", "ch", "sc", "qu")
COMPOUND_PARTS = (
    "ansvar", "anteckning", "arbete", "avdelning", "avgift", "avtal", "balans", "beslut",
    "bidrag", "budget", "chef", "direktör", "ersättning", "fullmäktige", "förbund",
    "förening", "förslag", "förvaltning", "grupp", "handling", "kommun", "kontor", "kostnad",
    "krav", "kvalitet", "ledamot", "lokal", "medel", "mål", "nivå", "nämnd", "område",
    "ordförande", "ordning", "organisation", "personal", "plan", "planering", "prövning",
    "redovisning", "region", "rapport", "resultat", "revision", "riksdag", "råd", "skola",
    "skrivelse", "stad", "styrelse", "stöd", "system", "tillfälle", "underlag", "uppdrag",
    "utbildning", "utredning", "utskott", "utveckling", "val", "verksamhet", "vård",
    "yrkande", "yttrande", "ärende",
)  # fmt: skip


def split_points(word: str) -> list[int]:
    """The places at which `word` may be split, leftmost first.

    >>> ["beslutsunderlag"[:point] for point in split_points("beslutsunderlag")]
    ['bes', 'besluts', 'beslutsunder']
    """
    lower = word.lower()
    joints = {
        at
        for part in COMPOUND_PARTS
        if (at := lower.find(part, SHORTEST_PART)) > 0 and _has_vowel(lower[:at])
    }
    syllables = {
        at
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        if _opens_syllable(lower, at) and not any(abs(at - joint) < 3 for joint in joints)
    }
    return sorted(joints | syllables)


def hyphenate(word: str) -> Iterator[tuple[str, str]]:
    """Heads and tails of `word`, the longest head first; names stay whole."""
    if len(word) < SHORTEST_WORD or not word.islower():
        return
    for at in reversed(split_points(word)):
        yield word[:at], word[at:]


def _has_vowel(letters: str) -> bool:
    return any(letter in VOWELS for letter in letters)


def _opens_syllable(word: str, at: int) -> bool:
    return (
        word[at] not in VOWELS
        and word[at + 1] in VOWELS
        and word[at - 1 : at + 1] not in UNSPLIT_PAIRS
        and _has_vowel(word[:at])
    )
