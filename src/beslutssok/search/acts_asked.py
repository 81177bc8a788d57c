"""Whether a question asks for a list of what parties and persons did, and of what they did."""

import re
from dataclasses import dataclass

from beslutssok.domain import ActionKind, MotionKind, VoteChoice
from beslutssok.search.follow_up import own_words
from beslutssok.search.listing import filters_of_list
from beslutssok.search.named import blank_words
from beslutssok.search.process_words import PUT_OFF, SENT_BACK
from beslutssok.search.retrieval import Retrieval

_KINDS: tuple[tuple[ActionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (ActionKind.RESERVED, r"\breserver|\breservation"),
        (ActionKind.NOT_TAKING_PART, r"\bdeltog inte i beslut|\bavstod från att delta"),
        (ActionKind.DISQUALIFIED, r"\bjäv"),
        (ActionKind.STATED, r"\bprotokollsanteckning|\bsärskil\w+ yttrande"),
        (ActionKind.VOTED, r"\bröst(?:a|er|n)|\bvotering|\bomröstning|\bvoted?\b"),
        (ActionKind.MOVED, r"\byrka|\bföreslog|\bföreslagit"),
    )
)
_LIST = re.compile(
    r"\b(?:vilka|samtliga|alla|hur\s+många|which|how\s+many)\s+(?:\w+\s+){0,2}?(?:ärenden?|gånger"
    r"|frågor|paragrafer|§§?|beslut|yrkanden|reservationer|omröstningar|voteringar|avslagsyrkanden"
    r"|tilläggsyrkanden|protokollsanteckningar|times|votes)\b|\bhur\s+ofta\b|\bhow\s+often\b",
    re.IGNORECASE,
)
_HOW_ACTED = re.compile(
    r"\bhur\s+(?:har\s+)?(?:\w+\s+){0,3}?(?:agera\w*|ställ(?:de|t)\s+sig|förhöll)\b"
    r"|\bhow did (?:\w+\s+){1,3}act\b|\bvad\s+(?:tycker|tyckte|anser|ansåg|sade|sa)\b",
    re.IGNORECASE,
)
_VOTES_HELD = re.compile(
    r"\b(?:vilka|hur\s+många|samtliga|alla)\s+(?:\w+\s+){0,2}?(?:omröstningar|voteringar)\b"
    r"|\b(?:vilka|hur\s+många|i\s+vilka)\s+(?:ärenden|paragrafer|§§?)\b.{0,40}"
    r"\b(?:omröstning|votering|röstades\s+det)\b",
    re.IGNORECASE,
)
BROKE = "annorlunda än sitt parti"
_BROKE = re.compile(
    r"\b(?:bröt\w*|brutit|gick|gått|avvek\w*|avvikit|röst\w+)\s+(?:\w+\s+)?"
    r"(?:mot|emot|från|med|annorlunda\s+än)\s+(?:(?:sitt|sina|det\s+egna|de\s+egna)\s+parti\w*"
    r"|(?:sin|den)\s+(?:egen|egna)\s+(?:parti)?grupp\w*|sin\s+partigrupp)"
    r"|\b(?:bröt\w*|brutit|avvek\w*|gick)\s+(?:mot\s+|från\s+|med\s+)?partilinje\w*",
    re.IGNORECASE,
)
_CHOICES = (
    (VoteChoice.YES, re.compile(r"\bröst\w+\b.{0,12}\bja\b|\bja\s+till\b", re.IGNORECASE)),
    (
        VoteChoice.NO,
        re.compile(r"\bröst\w+\b.{0,12}\bnej\b|\bnej\s+till\b|\bemot\b", re.IGNORECASE),
    ),
    (VoteChoice.ABSTAINED, re.compile(r"\bavst(?:od|år|ått)\b", re.IGNORECASE)),
)
_MOTIONS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (MotionKind.REJECTION, r"\bavsl"),
        (MotionKind.REFERRAL_BACK, SENT_BACK),
        (MotionKind.TABLING, PUT_OFF),
        (MotionKind.ADDITION, r"\btillägg"),
        (MotionKind.APPROVAL, r"\bbifall"),
    )
)
# Words of such a question that tell no matter.
_FRAME = re.compile(
    r"\b(?:ärenden?|gånger|gång|frågor|frågan|paragrafer|beslut|yrkanden|reservationer|omröstningar"
    r"|voteringar|ofta|många|samtliga|alla|agera\w*|ställde|ställt|förhöll|hölls|hållits|hade|gjorde"
    r"|skedde|anmäl\w*|protokollsanteckning\w*|avslagsyrkande\w*|tilläggsyrkande\w*|times|how|act"
    r"|både|såväl|båda|tillsammans"
    r"|jäv\w*|vem|vilka|vilken|bifall|avslag|återremiss|nej|ja|röst\w*|yrka\w*|reserver\w*|avst(?:od|år|ått)|till|om|under)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ActsAsked:
    """Whose acts of which kinds a question wants; ``who`` is empty for everybody.

    ``held`` is for the votes that were held; ``detail`` is how one voted, or what was moved;
    ``about`` are the words of the matter, none for all matters.
    """

    who: tuple[str, ...]
    kinds: tuple[ActionKind, ...]
    held: bool
    detail: str
    about: tuple[str, ...]


def acts_asked(retrieval: Retrieval, text: str) -> ActsAsked | None:
    """Read what acts a question wants a list of; ``None`` if it wants something else."""
    question = retrieval.question
    who = (*question.parties, *question.persons)
    if retrieval.filters.item_number or retrieval.filters.case_number:
        return None
    about = own_words(blank_words(text, _BROKE, _FRAME), question.interpretations)
    if _BROKE.search(text):
        return None if about or who else ActsAsked((), (ActionKind.VOTED,), True, BROKE, ())
    kinds = tuple(kind for kind, pattern in _KINDS if pattern.search(text))
    if not who and _VOTES_HELD.search(text):
        return ActsAsked((), (ActionKind.VOTED,), True, "", about)
    if who and _HOW_ACTED.search(text):
        return ActsAsked(who, kinds or tuple(ActionKind), False, "", about)
    days = filters_of_list(retrieval)
    # Who did something in a time, without a matter, is asked of all matters of that time.
    of_time = not about and bool(days.date_from or days.date_to)
    if not kinds or not (_LIST.search(text) or of_time):
        return None
    if not who and kinds[0] is ActionKind.VOTED:
        return ActsAsked((), (ActionKind.VOTED,), True, "", about)
    details: list[VoteChoice | MotionKind] = []
    if kinds[0] is ActionKind.VOTED:
        details = [choice for choice, pattern in _CHOICES if pattern.search(text)]
    elif kinds[0] is ActionKind.MOVED:
        details = list(motions_asked(text))
    detail: str = details[0] if details else ""
    return ActsAsked(who, kinds[:1], False, detail, about)


def motions_asked(text: str) -> tuple[MotionKind, ...]:
    """The kinds of motion that a question asks for; none for all."""
    return tuple(kind for kind, pattern in _MOTIONS if pattern.search(text))
