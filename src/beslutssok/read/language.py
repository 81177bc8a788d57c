"""Whether text can be Swedish, or any language near it, by the letters it is made of."""

import re

# Less text than this says nothing.
LEAST_LETTERS = 80
LEAST_WORDS = 12
# And more characters than this say nothing new.
ENOUGH = 1500
# A quarter to a half of the letters of Swedish, English, Finnish and Sami are vowels, in names and
# in headings too.
VOWELS = frozenset("aeiouyåäöàáâèéêíìîóòôúùûüæøœ")
FEWEST_VOWELS, MOST_VOWELS = 0.22, 0.62
# The commonest pairs of letters in Swedish minutes, and some of English and Finnish. They make up
# half of all pairs there, a fifth even in Polish, and a twentieth in shifted letters.
_COMMON = """
    en de er ar an et st om nd ra in tt te or ör na ll re nä är sk ng rs ta ns ti ed at fö la me sa
    ri el ka ne am nt ga le ad se al ig va ha li då vi on he is it th ou ai ss uu aa ii ko
"""
PAIRS = frozenset(_COMMON.split())
FEWEST_PAIRS, FEW_PAIRS = 0.14, 0.2
# Abbreviations and codes in capitals are no words; headings in capitals are.
LONGEST_CODE = 4

_WORD = re.compile(r"[^\W\d_]{2,}")


def looks_scrambled(text: str) -> bool:
    """Whether a page of text is no language: letters that a font's map has shifted or mixed up.

    Numbers, codes and abbreviations are left out; with few words left, nothing is scrambled.

    >>> looks_scrambled("Kommunstyrelsen beslutar att godkänna planen för de nya baden. " * 5)
    False
    >>> looks_scrambled("Nrppxqvwbuhovhq ehvoxwdu dww jrgnäqqd sodqhq iöu gh qbd edghq. " * 5)
    True
    """
    found = _WORD.findall(text[:ENOUGH])
    words = [word.lower() for word in found if not word.isupper() or len(word) > LONGEST_CODE]
    letters = "".join(words)
    if len(letters) < LEAST_LETTERS or len(words) < LEAST_WORDS:
        return False
    vowels = sum(map(letters.count, VOWELS)) / len(letters)
    share = sum(map(" ".join(words).count, PAIRS)) / (len(letters) - len(words))
    return share < FEWEST_PAIRS or (
        share < FEW_PAIRS and not FEWEST_VOWELS <= vowels <= MOST_VOWELS
    )
