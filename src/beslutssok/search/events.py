"""What happened to a matter on its way, in questions about all cases where it did.

«Har en minoritet tvingat fram återremiss?», «När har fullmäktige gått emot styrelsen?»: no words
of the minutes say that, but what was read of motions, votes and outcomes does.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from beslutssok.domain import Filters, MotionKind, Outcome
from beslutssok.domain.interpretation import Interpretation
from beslutssok.index.event_queries import (
    HeldVote,
    decisions,
    held_votes,
    items_ending,
    items_with_disqualified,
    items_with_motion,
)
from beslutssok.index.store import Store
from beslutssok.index.words import query_words, stem
from beslutssok.search.intents import HOW_MANY_MEMBERS
from beslutssok.search.named import Named, blank_out, blank_words
from beslutssok.search.process_words import BODIES, GOING, SENT_BACK
from beslutssok.search.sentences import Says


class Event(StrEnum):
    """What happened; the value is used in the keys of interpretations."""

    MINORITY = "minoritet"
    REFERRAL_MOVED = "aterremiss-yrkad"
    PROPOSAL_FELL = "forslag-foll"
    ONE_VOTE = "en-rost"
    TIED = "lika-rostetal"
    DISQUALIFIED = "jav"
    REPEALED = "upphavt"
    PARTLY = "delvis-bifall"


EVENTS_SAID = {
    Event.MINORITY: Says.BY_MINORITY,
    Event.REFERRAL_MOVED: Says.REFERRAL_MOVED,
    Event.PROPOSAL_FELL: Says.PROPOSAL_FELL,
    Event.ONE_VOTE: Says.BY_ONE_VOTE,
    Event.TIED: Says.TIED,
    Event.DISQUALIFIED: Says.SOMEBODY_DISQUALIFIED,
    Event.REPEALED: Says.REPEALED,
    Event.PARTLY: Says.PARTLY_CARRIED,
}

_GENERAL = re.compile(
    r"\b(?:tidigare|liknande|förut|andra\s+gånger|någon\s+gång|exempel|hänt|hur\s+ofta|gånger|fall"
    r"|när\s+har|hur\s+många|finns\s+det|har\s+(?:någo[nt]|några|någonsin|det|en|ett|vi)"
    r"|vilka\s+(?:\w+\s+)?(?:ärenden|beslut|omröstningar|voteringar|motioner|förslag|fall|frågor|paragrafer)"
    r"|i\s+vilka|have\s+there\s+been|has\s+(?:a|the|any)|how\s+often|which\s+(?:cases|votes|decisions))\b",
    re.IGNORECASE,
)
_PREPARED = (
    r"(?:\w*(?:styrelsen|nämnden|utskottet|förvaltningen|kontoret|direktören|beredningen)s?"
    r"|styrelsens|nämndens|utskottets|förvaltningens|kontorets|direktörens)"
)
_FELL = (
    r"(?:föll|fallit|avslog\w*|avslagit\w*|avslås|röstad\w*\s+ned|röstats\s+ned"
    r"|inte\s+gick\s+igenom)"
)
_EVENTS = tuple(
    (event, re.compile(pattern, re.IGNORECASE))
    for event, pattern in (
        (
            Event.MINORITY,
            r"\bminoritet(?:s(?:återremi|bordlägg)\w*|(?:en)?\b.{0,60}?\b(?:återremi\w*|bordlägg\w*"
            r"|bordla\w*|tillbaka))|\b(?:återremi|bordlägg|bordla)\w*.{0,60}\bminoritet\w*"
            r"|\bminst\s+en\s+tredjedel\b|\btredjedel\b.{0,40}\b(?:återremi|bordl)\w*",
        ),
        (Event.REFERRAL_MOVED, rf"{SENT_BACK}|\btillbaka\s+till\s+\w*nämnden\b"),
        (
            Event.PROPOSAL_FELL,
            rf"\b(?:gå|går|gick|gått)\s+e?mot\s+(?:\w+\s+)?{_PREPARED}\b"
            rf"|\b{_PREPARED}\s+förslag\s+(?:(?!för\b)\w+\s+){{0,3}}?{_FELL}\b"
            rf"|\b{_FELL}\s+(?:\w+\s+){{0,3}}?{_PREPARED}\s+förslag\b"
            rf"|\bkört?\w*\s+över\s+{_PREPARED}\b|\bbeslutat?\s+tvärtemot\s+{_PREPARED}\b",
        ),
        (
            Event.ONE_VOTE,
            r"\ben\s+(?:enda\s+)?rösts?(?:\s+(?:marginal|övervikt|skillnad|majoritet))\b"
            r"|\b(?:med|på)\s+en\s+(?:enda\s+)?röst(?!\s+\w*på)\b|\bby\s+(?:one|a\s+single)\s+vote\b",
        ),
        (
            Event.TIED,
            r"\butslagsröst\w*|\blika\s+(?:röstetal|många\s+röster)|\blottning\w*|\bcasting\s+vote",
        ),
        (Event.DISQUALIFIED, r"\bjäv(?:ig|iga)?\b|\bdisqualified\b|\bconflict\s+of\s+interest\b"),
        (
            Event.REPEALED,
            r"\briv\w*\s+upp\b|\brev\w*\s+upp\b|\bupphäv\w*|\bhäv(?:de|t|a)\b|\bändrat\s+sig\b"
            r"|\brepeal\w*",
        ),
        (
            Event.PARTLY,
            r"\bdelvis\s+bif\w*|\bbif\w+\s+delvis|\bbara\s+(?:en|den\s+ena)\s+del\w*\b|\btill\s+den\s+ena\b"
            r"|\ben\s+del\s+av\s+en\s+motion\b",
        ),
    )
)
_OF_MEMBERS = re.compile(HOW_MANY_MEMBERS, re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:avsl|återremi|\w*yrkande\w*\s+(?:till|på|om|av)\b|tillägg|ändring|emot|ej|inte)",
    re.IGNORECASE,
)
# «Kommunstyrelsens förslag», not «avslag på» it.
_OF_PREPARED = re.compile(
    r"\b\w*(?:styrelsens|nämndens|utskottets|förvaltningens"
    r"|kontorets|direktörens|beredningens)\s+förslag\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\bavgör\w*\b|\bi\s?dag\b", re.IGNORECASE)
# In decisions. What regulations replace is repealed as well, but no decision on a matter.
_BY_MINORITY = re.compile(r"\bminoritets(?:återremi|bordlägg|bordlagt)", re.IGNORECASE)
_REJECTS = re.compile(
    r"\b\w*(?:styrelsens|nämndens|utskottets)\s+förslag\s+(?:[\w-]+\s+){0,8}?avslås\b"
    r"|\bavsl(?:år|å|ag\s+på)\s+\w*(?:styrelsens|nämndens|utskottets)\s+förslag\b",
    re.IGNORECASE,
)
_REPEALS = re.compile(
    r"beslut(?:et|en)?\b(?:(?!\.\s)[^;:]){0,120}?"
    r"\b(?:(?:upp|(?<!avtalet )(?<!köpet ))häv(?:s|des|ts)|riv(?:s|its)\s+upp|revs\s+upp)\b"
    r"|(?<!om att )\b(?:(?:upp)?häv(?:er|a|de|t)|riv(?:a|er|it)\s+upp|rev\s+upp)\b"
    r"(?:(?!\.\s|\w*(?:avtal|köp)(?:et)?\b)[^;:]){0,60}?beslut(?:et|en)?\b",
    re.IGNORECASE,
)
_LEFT_AS_IT_WAS = (Outcome.REJECTED, Outcome.NOTED)


def find_events(text: str) -> tuple[Named, ...]:
    """What a question wants all cases of; nothing where it asks about one matter.

    What a minority forced is also moved, so the narrower one is taken.

    >>> [event.name for event in find_events("När har fullmäktige gått emot styrelsen?")]
    ['forslag-foll']
    >>> find_events("Vem yrkade återremiss av budgeten?")
    ()
    """
    if not _GENERAL.search(text) or _OF_MEMBERS.search(text):
        return ()
    found = [
        Named(event.value, *match.span(), certain=False)
        for event, pattern in _EVENTS
        if (match := pattern.search(text))
    ]
    if any(event.name == Event.MINORITY for event in found):
        found = [event for event in found if event.name != Event.REFERRAL_MOVED]
    return tuple(found)


def words_of_matter(text: str, parts: Iterable[Interpretation]) -> tuple[str, ...]:
    """What a question about events says of the matters it wants; nothing for all."""
    words = query_words(blank_words(blank_out(text, parts), _GENERAL, BODIES))
    return tuple(word for word in words if stem(word) not in GOING)


def items_where(
    store: Store, filters: Filters, events: Sequence[str], parties: Iterable[str] = ()
) -> set[str]:
    """The items of which all of the events are true; ``parties`` are those that moved it."""
    found = [_HAPPENED[Event(event)](store, filters, tuple(parties)) for event in events]
    return set.intersection(*found) if found else set()


def _minority(store: Store, filters: Filters, _: tuple[str, ...]) -> set[str]:
    put_off = {Outcome.REFERRED_BACK, Outcome.TABLED}
    outvoted = {
        vote.item_id
        for vote in held_votes(store, filters)
        if vote.outcome in put_off and _most_would_decide(vote)
    }
    return outvoted | _deciding(_BY_MINORITY, store, filters)


def _most_would_decide(vote: HeldVote) -> bool:
    if _TODAY.search(vote.yes_means):
        return vote.yes > vote.no
    return bool(_TODAY.search(vote.no_means)) and vote.no > vote.yes


def _referral_moved(store: Store, filters: Filters, parties: tuple[str, ...]) -> set[str]:
    moved = items_with_motion(store, filters, MotionKind.REFERRAL_BACK, parties)
    return moved if parties else moved | items_ending(store, filters, Outcome.REFERRED_BACK)


def _proposal_fell(store: Store, filters: Filters, _: tuple[str, ...]) -> set[str]:
    outvoted = {vote.item_id for vote in held_votes(store, filters) if _is_outvoted(vote)}
    return outvoted | _deciding(_REJECTS, store, filters)


def _deciding(pattern: re.Pattern[str], store: Store, filters: Filters) -> set[str]:
    """The items whose decision has a passage that a pattern fits."""
    return {item for item, text in decisions(store, filters) if pattern.search(text)}


def _repealed(store: Store, filters: Filters, _: tuple[str, ...]) -> set[str]:
    kept = (items_ending(store, filters, outcome) for outcome in _LEFT_AS_IT_WAS)
    return _deciding(_REPEALS, store, filters).difference(*kept)


def _is_outvoted(vote: HeldVote) -> bool:
    """Whether one side alone stood for what a body had prepared, and had fewer votes."""
    yes, no = _stands_for_prepared(vote.yes_means), _stands_for_prepared(vote.no_means)
    return yes != no and (vote.no > vote.yes if yes else vote.yes > vote.no)


def _stands_for_prepared(words: str) -> bool:
    return bool(_OF_PREPARED.search(words)) and not _OTHERWISE.search(words)


def _by_margin(margin: int) -> Callable[[Store, Filters, tuple[str, ...]], set[str]]:
    return lambda store, filters, _: {
        vote.item_id for vote in held_votes(store, filters) if abs(vote.yes - vote.no) == margin
    }


_HAPPENED: dict[Event, Callable[[Store, Filters, tuple[str, ...]], set[str]]] = {
    Event.MINORITY: _minority,
    Event.REFERRAL_MOVED: _referral_moved,
    Event.PROPOSAL_FELL: _proposal_fell,
    Event.ONE_VOTE: _by_margin(1),
    Event.TIED: _by_margin(0),
    Event.DISQUALIFIED: lambda store, filters, _: items_with_disqualified(store, filters),
    Event.REPEALED: _repealed,
    Event.PARTLY: lambda store, filters, _: items_ending(store, filters, Outcome.PARTLY_APPROVED),
}
