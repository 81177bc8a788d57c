"""What a question wants to know of somebody: who holds an office, who did what, what was said."""

import re
from itertools import pairwise

from beslutssok.domain import Saying
from beslutssok.index.words import STOP_WORDS, stem, tokens
from beslutssok.search.item_text import ItemText, stands
from beslutssok.search.named_people import PERSON
from beslutssok.search.sentences import Says, say

OF_INTEREST = re.compile(r"\bjäv", re.IGNORECASE)
_OFFICE = re.compile(
    r"^\W*(?:och\s+)?(?:vem|vilken\s+(?:person|politiker|ledamot)|who|vilka(?=\s+(?:valdes|utsågs)))\s+"
    r"(?P<verb>är|var|blev|blir|har\s+(?:blivit|valts|utsetts)|valdes|väljs|utsågs|utses|anställdes"
    r"|tillsattes|tillträdde|efterträder|efterträdde|vann|fick\s+(?:jobbet|tjänsten|uppdraget|priset)"
    r"|was\s+(?:elected|appointed)|became|is)\s+(?!e?mot\b|med\b|för\b|against\b)(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ELECTED = re.compile(r"val|välj|utse|utsåg|elect|appoint|anställ|tillsatt", re.IGNORECASE)
_TOLD_ELECTED = re.compile(
    r"\b(?:välj\w*|vald\w*|valts|utse\w*|utsågs|förordna\w*|anställ\w*|tillsätt\w*|befria\w*"
    r"|i\s+stället\s+för|efterträd\w*)\b",
    re.IGNORECASE,
)
_OF_NO_OFFICE = frozenset({"ny", "nya", "nye", "the", "årets"})
_WORD = re.compile(r"[^\W\d_]+")
# What follows an office and is no part of its name: who held it before («ersättare efter N.N.»:
# who went before need not stand where the new one is named), and when.
_BESIDES = re.compile(
    r"\b(?:efter|i\s+stället\s+för|när|då|medan|sedan|after|instead\s+of|when)\b", re.IGNORECASE
)
_REPLIED = re.compile(r"\b(?:svarade|svarades|svarat|blev\s+svaret|svaret\s+(?:på|blev))\b", re.I)
_QUESTIONED = re.compile(r"\b(?:interpellation\w*|fråga\w*|frågor\w*)\b", re.IGNORECASE)
_REPLY = re.compile(
    r"\bsvar(?:ar|ade)?\s*(?:att|med|följande|:)|\b(?:framhåller|framhöll|uppger|uppgav|anför|anförde"
    r"|påpekar|redogör\w*|berättar)\b|\bi\s+(?:sitt\s+)?svar(?:et)?\b|\bav\s+svaret\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:debatten|anförande\w*|\w+anförande\w*|minnesord\w*|avslutningsord\w*|hälsningstal\w*"
    r"|invigningstal\w*|på\s+läktaren)\b",
    re.IGNORECASE,
)
_SAID_WHAT = re.compile(r"^\W*(?:vad|hur|vilke[nt]\s+svar)\b", re.IGNORECASE)
_WHO_DOES = re.compile(r"^\W*vem\s+(?P<verb>[^\W\d_]{3,}(?:ar|er|ör|ade|te|de))\s", re.I)
# What minutes tell that persons do, in these words or in others.
_DOINGS = re.compile(
    r"föreslå|föreslog|yrka|väck|motion|reserver|röst|köp|sålde|säljer|lämna|ställ|svar|avgjord|avgör"
    r"|delt|befri|ansvar|tog|tar|vill|skrev|skrivit|initi|begär|påpek|kritis|stöd|jäv|gjorde|hade|skulle"
    r"|kan|kunde|före|led|sitter|beslut|bestäm|äger|hyr|driv|bygg|överklag|få|fick|under|betal|anmäl"
    r"|kräv|ville|uttal|yttra|protest|säger|sade|utred|gransk|presenter|redovis|inform|represent",
    re.IGNORECASE,
)
# What may stand between an office and the name of its holder: «ordförande i nämnden, Bo Ek».
_TO_NAME = re.compile(
    r"[\s,:(]*(?:(?:i|för|på|vid)\s+(?:[^\W\d_]+\s*){1,2})?[\s,:]*"
    r"(?:(?:är|blir|var)\s+(?:[^\W\d_]+\s+){0,2})?$"
)
_FROM_NAME = re.compile(r"^\s*(?:\([^)]*\))?[\s,:–-]*(?:(?:är|som|till)\s+)?(?:[^\W\d_]+\s+){0,2}$")
# Of the words of an office, the share that one passage and the title must have.
OFFICE_WORDS = 0.6


def lacking_holder(text: str, item: ItemText) -> Saying | None:
    """Who holds or was elected to an office, if no name stands by it."""
    asked = _OFFICE.match(text)
    if asked is None or OF_INTEREST.search(text):
        return None
    words = [word for word in tokens(_BESIDES.split(asked["rest"])[0]) if len(word) > 1]
    words = [word for word in words if word not in STOP_WORDS and word not in _OF_NO_OFFICE]
    is_election = bool(_ELECTED.search(asked["verb"]))
    said = [item.title, *(told for _, told in item.passages), ""]
    title = [stem(word) for word in tokens(item.title)]
    # A list has the office in one paragraph and the name in the next.
    for both in map("\n".join, pairwise(said)):
        if not is_election and words and not _is_named_so(words[0], both):
            continue
        if not PERSON.search(both) or (is_election and not _TOLD_ELECTED.search(both)):
            continue
        there = {stem(word) for word in tokens(both)}.union(title)
        found = sum(stands(word, there) for word in words)
        if found >= OFFICE_WORDS * len(words) and (not words or stands(words[0], there)):
            return None
    return say(Says.LACKS_HOLDER)


def _is_named_so(office: str, text: str) -> bool:
    """Whether a name stands by the word for an office."""
    words = (word for word in _WORD.finditer(text) if stands(office, {stem(word[0].casefold())}))
    names = list(PERSON.finditer(text))
    return any(
        (word.end() <= name.start() and _TO_NAME.fullmatch(text[word.end() : name.start()]))
        or (name.end() <= word.start() and _FROM_NAME.fullmatch(text[name.end() : word.start()]))
        for word in words
        for name in names
    )


def lacking_reply(text: str, item: ItemText) -> Saying | None:
    """What was answered or said in a debate, if it is not told."""
    if not _SAID_WHAT.match(text) or _REPLY.search(item.body):
        return None
    if _REPLIED.search(text) and _QUESTIONED.search(text):
        return say(Says.LACKS_REPLY)
    return say(Says.LACKS_SPEECH) if _SPEECH.search(text) else None


def lacking_doing(text: str, item: ItemText) -> Saying | None:
    """Who did what minutes tell in its own word («ritade», «kör»), if the word does not stand."""
    asked = _WHO_DOES.match(text)
    if asked is None or _DOINGS.search(asked["verb"]):
        return None
    verb = asked["verb"].casefold()
    return None if stem(verb) in item.stems else say(Says.LACKS_DOING, verb=verb)
