"""Words for the full text: Swedish stems, compounds with hyphens apart, identifiers whole."""

import re
import unicodedata

from beslutssok.index.compounds import part_stems
from beslutssok.index.stems import stem

__all__ = [
    "GRAM",
    "STOP_WORDS",
    "grams",
    "index_terms",
    "joined_words",
    "part_stems",
    "query_terms",
    "query_words",
    "stem",
    "terms_of",
    "tokens",
]

# Case numbers, dates and paragraph numbers are looked for as they stand and must not be stemmed.
_YEAR = r"(?:19|20)\d{2}"
# A space within one only after few letters, and not in front of a date or a span of years.
_NO_TIME = rf"(?!\d{{4}}-\d{{2}}-\d{{2}}\b|{_YEAR}[/-]{_YEAR}\b)"
_IDENTIFIER = re.compile(
    rf"\b(?:[a-zåäö]{{1,8}}[/-]|[a-zåäö]{{1,5}} {_NO_TIME})"
    rf"(?:{_YEAR}[/:-]\d{{1,6}}|\d{{1,6}}(?::\d+)?/{_YEAR})(?:[:/-]\d+)?\b"
    r"|\b\d{4}/\d{2}\b|\b\d{4}-\d{2}-\d{2}\b"
)
_TOKEN = re.compile(r"§\s?\d+|\w+", re.UNICODE)
# Words with a hyphen within are one word to those who write them without: e-förslag, eförslag.
_HYPHENATED = re.compile(r"(?<![\w-])([^\W\d_]+)[-\u2010\u2011]([^\W\d_]+)(?![\w-])")
GRAM = 5

# Swedish function words and those of questions; English ones, because some ask in English.
_STOP_WORDS = """
och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig
du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när
efter upp vi dem vara vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan
ju denna själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina
samma vilken er sådan vår blivit dess inom mellan sådant varför varje vilka ditt vem vilket sådana
vart dina vars vårt våra ert era vilkas ska skall fick får finns gick går gör gjorde samt även
också the of and to in was were did what who how for on by with about are be been do does
which when where why there have has had should would will could from any this that these those
their they than into or it its og ikke til fra hva hvad hvem hvor hvilke hvilken ble
mitä kuka ketkä miten milloin missä mikä
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def tokens(text: str) -> list[str]:
    """Words of a text in lower case, in order; identifiers whole and without spaces.

    >>> tokens("Dnr RS/762/2024: hälso- och sjukvård, § 208")
    ['dnr', 'rs/762/2024', 'hälso', 'och', 'sjukvård', '§208']
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    found: list[str] = []
    position = 0
    for match in _IDENTIFIER.finditer(folded):
        found.extend(_words(folded[position : match.start()]))
        found.append(match[0].replace(" ", "/"))
        position = match.end()
    found.extend(_words(folded[position:]))
    return found


def _words(text: str) -> list[str]:
    return [token.replace(" ", "") for token in _TOKEN.findall(text)]


def grams(word: str) -> list[str]:
    """The five-letter parts of a word, its edges marked, by which compounds meet their parts.

    >>> grams("bussar")
    ['_buss', 'bussa', 'ussar', 'ssar_']
    """
    marked = f"_{word}_"
    return [marked[i : i + GRAM] for i in range(len(marked) - GRAM + 1)]


def terms_of(word: str) -> list[str]:
    """The terms of one word: its stem, the stems of the parts of a compound, its grams.

    >>> terms_of("simhall")
    ['simhall', 'sim', 'hall', '_simh', 'simha', 'imhal', 'mhall', 'hall_']
    """
    if not word.isalpha() or len(word) < GRAM:
        return [stem(word)]
    return [stem(word), *part_stems(word), *grams(word)]


def joined_words(text: str) -> list[str]:
    """The words of a text that have a hyphen within, in lower case and without it.

    >>> joined_words("Ett e-förslag om hälso- och sjukvård")
    ['eförslag']
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    return [first + second for first, second in _HYPHENATED.findall(folded)]


def index_terms(text: str) -> str:
    """The terms of a text for the full-text index: stems and parts of words, with spaces between.

    >>> index_terms("Bussar")
    'buss _buss bussa ussar ssar_'
    """
    words = tokens(text) + joined_words(text)
    return " ".join(term for word in words for term in terms_of(word))


def query_words(text: str) -> tuple[str, ...]:
    """The words of a question that say what it is about: each once, no stop words, unstemmed."""
    return tuple(dict.fromkeys(token for token in tokens(text) if token not in STOP_WORDS))


def query_terms(text: str) -> tuple[str, ...]:
    """The terms to look for: stems and parts of the words that say what a question is about.

    >>> query_terms("Vad beslutades om taxan?")[:3]
    ('beslut', '_besl', 'beslu')
    """
    words = (*query_words(text), *joined_words(text))
    return tuple(dict.fromkeys(term for word in words for term in terms_of(word)))
