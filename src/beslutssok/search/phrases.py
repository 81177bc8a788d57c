"""«"exakt fras"» and «-ord» in a question, and whether a text has a phrase or a word."""

import re
import unicodedata

from beslutssok.index.words import stem, tokens
from beslutssok.search.named import Named, blank_out

_QUOTES = '"“”„‟»«″'
# A minus is an operator only after a word on the same line: lists begin their lines with one.
_EXCLUDED_PHRASE = re.compile(
    rf"(?<=\S[ \t])[ \t]*-[{_QUOTES}]([^{_QUOTES}\n]{{1,200}})[{_QUOTES}]"
)
_EXCLUDED_WORD = re.compile(r"(?<=\S[ \t])[ \t]*-([^\W\d_][\w-]*)")
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}\n]{{1,200}})[{_QUOTES}]")
_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]")


def find_excluded(text: str) -> tuple[Named, ...]:
    r"""The words and phrases to leave out, in order.

    >>> [found.name for found in find_excluded('skola -gymnasiet -"fri skola"')]
    ['gymnasiet', 'fri skola']
    >>> find_excluded("- skola\n-förskola\nhälso- och sjukvård 2019 -2022")
    ()
    """
    phrases = [_marked(match) for match in _EXCLUDED_PHRASE.finditer(text)]
    rest = blank_out(text, phrases)
    words = [_marked(match) for match in _EXCLUDED_WORD.finditer(rest)]
    return tuple(sorted((*phrases, *words), key=lambda marked: marked.start))


def find_phrases(text: str) -> tuple[Named, ...]:
    """The phrases in quotation marks that are to stand word for word, in order.

    >>> [found.name for found in find_phrases('motion om ”fri entré” till badet')]
    ['fri entré']
    """
    rest = blank_out(text, find_excluded(text))
    found = [_marked(match) for match in _PHRASE.finditer(rest)]
    return tuple(marked for marked in found if plain(marked.name))


def _marked(match: re.Match[str]) -> Named:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Named(match[1].strip(), start, match.end())


def without_marks(text: str) -> str:
    """A question without what is to be left out, and without quotation marks.

    >>> without_marks('skola "öppet hus" -gymnasiet')
    'skola öppet hus'
    """
    rest = blank_out(text, find_excluded(text))
    return " ".join(re.sub(rf"[{_QUOTES}]", " ", _INVISIBLE.sub("", rest)).split())


def plain(text: str) -> str:
    """Words in lower case with one space between, for comparison word for word.

    >>> plain("Hälso- och sjukvård, § 12!")
    'hälso och sjukvård 12'
    """
    return " ".join(plain_words(text))


def plain_words(text: str) -> list[str]:
    """The words that :func:`plain` puts together."""
    return _WORD.findall(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).casefold())


def has_phrase(text: str, phrase: str) -> bool:
    """Whether a text has a phrase, without regard to case and punctuation.

    >>> has_phrase("Motionen avslås.", "motionen avslås"), has_phrase("Simhallen", "hallen")
    (True, False)
    """
    return f" {plain(phrase)} " in f" {plain(text)} "


def has_word(text: str, word: str) -> bool:
    """Whether a text has a word in any of its forms; of a phrase, all words in a row.

    >>> has_word("Skolorna byggs ut.", "skola"), has_word("Grundskolan", "skola")
    (True, False)
    """
    if len(tokens(word)) != 1:
        return has_phrase(text, word)
    wanted = stem(tokens(word)[0])
    return any(stem(token) == wanted for token in tokens(text))
