"""What a question wants to know that the item found must hold: a year, a person, a reason, a sum.

The item that is nearest may be about the matter and yet not say what is asked: it was decided
another year, names nobody in that office, gives no reason. Then it is no answer, however near.
"""

import re

from beslutssok.domain import Saying, SectionKind
from beslutssok.search.asked_persons import (
    OF_INTEREST,
    lacking_doing,
    lacking_holder,
    lacking_reply,
)
from beslutssok.search.asked_things import (
    lacking_matter,
    lacking_name,
    lacking_number,
    lacking_price,
    lacking_word,
)
from beslutssok.search.item_text import ItemText, stands
from beslutssok.search.quoted_words import sentences_of
from beslutssok.search.sentences import Says, say
from beslutssok.search.subject_words import names_in

_YEAR = re.compile(r"(?<![\w/:.,-])(?:19|20)\d{2}(?![\w:.,]*\d)")
_OPINION = re.compile(
    r"\b(?:bäst|bästa|sämst|sämsta|flitigast|duktigast|smartast)\b"
    r"|^\s*(?:borde|bör)\s+(?:man|jag|vi)\b|\bär\s+det\s+(?:rätt|fel|klokt|dumt|bra|dåligt)\b"
    r"|\b(?:anser|tycker)\b.{2,60}\b(?:var|är)\s+(?:rätt|fel|klokt|dumt|bra|dåligt|rimligt)\b"
    r"|\b(?:vad|hur)\s+tycker\s+(?:du|ni|man)\b|\bshould\s+I\b|\bwhich\s+party\s+is\b",
    re.IGNORECASE,
)
_FAR_AHEAD = re.compile(
    r"^\W*(?:kommer|will)\b.*\b(?:om\s+\w+\s+år|efter\s+(?:nästa\s+)?val\w*|i\s+framtiden|nästa\s+"
    r"mandatperiod)\b",
    re.IGNORECASE,
)
WHY = re.compile(r"\bvarför\b|\bwhy\b|\bav\s+vilke[nt]\s+(?:anledning|skäl|orsak)\b", re.IGNORECASE)
# «deltar inte på grund av jäv» says that, not why.
_DUE_TO_INTEREST = re.compile(
    r"\b(?:på\s+grund\s+av|med\s+anledning\s+av|till\s+följd\s+av)\s+(?:sitt\s+)?jäv", re.IGNORECASE
)
_REASON = re.compile(
    r"\b(?:eftersom|därför|på\s+grund\s+av|till\s+följd\s+av|med\s+hänsyn\s+till|mot\s+bakgrund\s+av"
    r"|skäl\w*|motiv\w*|orsak\w*|anledning\w*|bedöm\w+|innebär\w*|syfte\w*|behov\w*|för\s+att|anser"
    r"|därmed|då\s+(?:det|den|de|hon|han|man|detta))\b",
    re.IGNORECASE,
)
# Why something was decided is told as a reason; what happened may be told in any words.
_OF_DECISION = re.compile(
    r"beslut|bestäm|avsl|bif|återremi|bordla|antog|antagit|\bnej\b|\bja\b|röst|reserver|valde\b",
    re.IGNORECASE,
)
# Sections that explain a matter, from so many characters on.
_EXPLAINING = frozenset({SectionKind.SUMMARY, SectionKind.BACKGROUND})
LONG = 120
_NEVER_TOLD = ((_OPINION, Says.LACKS_OPINION), (_FAR_AHEAD, Says.LACKS_FUTURE))


def find_lack(text: str, item: ItemText) -> Saying | None:
    """What an item lacks to answer a question, as the end of «… säger inte …»; ``None``: nothing.

    ``text`` is the question without what limits the search: its period, case number or §.

    >>> item = ItemText("Partistöd 2025", 2025, ())
    >>> find_lack("Hur stort blev partistödet 2017?", item)
    'något om 2017'
    >>> find_lack("Vad beslutades om partistödet 2025?", item)
    """
    never = (say(lack) for pattern, lack in _NEVER_TOLD if pattern.search(text))
    lacks = (check(text, item) for check in _CHECKS)
    return next(never, None) or next(filter(None, lacks), None)


def _lacking_year(text: str, item: ItemText) -> Saying | None:
    years = (year for year in _YEAR.findall(text) if year != str(item.year))
    return next((say(Says.LACKS, what=year) for year in years if year not in item.text), None)


def _lacking_reason(text: str, item: ItemText) -> Saying | None:
    if not WHY.search(text):
        return None
    told = item.body
    if OF_INTEREST.search(text):
        sentences = filter(OF_INTEREST.search, sentences_of(told))
        told = _DUE_TO_INTEREST.sub("", " ".join(sentences))
    elif not _OF_DECISION.search(text) and _explains(text, item):
        return None
    return None if _REASON.search(told) else say(Says.LACKS_REASON)


def _explains(text: str, item: ItemText) -> bool:
    """Whether an item tells at length of what is asked, with the names in the question."""
    told = any(kind in _EXPLAINING and len(words) >= LONG for kind, words in item.passages)
    return told and all(stands(name.lower(), item.stems) for name in names_in(text))


_CHECKS = (
    _lacking_year,
    _lacking_reason,
    lacking_holder,
    lacking_reply,
    lacking_number,
    lacking_word,
    lacking_price,
    lacking_doing,
    lacking_matter,
    lacking_name,
)
