"""The body and the organisation that a question asks about, as opposed to those it mentions.

«Vad beslutade kommunstyrelsen» asks about a body; «kommunstyrelsens förslag», «remiss till
socialnämnden» and «ledamöter i kommunstyrelsen» only mention one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from beslutssok.parse.organs import ABBREVIATIONS
from beslutssok.search.named import Named

_TOLD = (
    r"(?:beslut\w*|tyckte|tycker|sa|sade|säger|sagt|röstade|röstat|behandl\w+|gjorde|gör|kom|kommit"
    r"|antog|antagit|avslog|avslagit|biföll|bifallit|tog|tagit|fastställ\w+|godkän\w+|har|hade|hur"
    r"|diskuterade|diskuterat|uttalade|svarade|svarat|lade|återremitterade|bordlade|remitterade"
    r"|träffades|sammanträdde|avgjorde|bestämde|bestämt|ställde|decided?|did)"
)
_AT = r"(?:på|i|inom|hos|vid|av|när|om|in|by|at)"
_BEFORE = re.compile(
    rf"(?:^|\b{_TOLD}\s+|\b{_AT}\s+(?:the\s+)?|[?.!:;,]\s+|§\s*\d+\s?\w?\s+)$", re.I
)
# A meeting, a § or a day right after a body, or a verb of what it did.
_AFTER = re.compile(
    rf"^(?:\s*,?\s*(?:§|paragraf\b|den\s+\d|\d{{1,2}}[/\s]\S|(?:19|20)\d{{2}}|i\s+(?:våras|höstas"
    rf"|somras|vintras|fjol|år)\b|under\s)|\s+(?:{_TOLD})\b)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^\s+(?:beslut\w*|protokoll\w*|sammanträde\w*|möte\w*|kallelse\w*|behandling\w*|omröstning\w*"
    r"|ställningstagande\w*|§|paragraf|dagordning\w*|föredragningslista\w*)",
    re.IGNORECASE,
)
_MENTIONED_BEFORE = re.compile(
    r"\b(?:till|från|för|åt|med|mot|mellan|remiss\w*|gav|ger|ge|fick|uppdr\w+|"
    r"(?:leda\w+|ersättare|ordförande|plats\w*|stol\w*|uppdrag\w*|mandat|vakans\w*|representant\w*|val)\s+(?:i|för|till)"
    r"|(?:föres\w+|förslag\w*|lagts\s+fram|beretts|upprättat\w*|inlämna\w+|framtagen|framtaget)"
    r"\s+av)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_IS_TASKED = re.compile(r"^s?\s+(?:\w+\s+){0,2}i\s+uppdrag\b", re.IGNORECASE)
_MEETING_OF = re.compile(
    r"\b(?:protokoll\w*|kallelse\w*|möte\w*|sammanträde\w*|beslut|paragraf\s+\d+|§\s*\d+)"
    r"\s+(?:från|för|med|till|i)\s+$",
    re.IGNORECASE,
)
_ORGAN_WORD = (
    r"(?:(?:[a-zåäö]+-\s+och\s+)?[a-zåäö]{3,}(?:nämnden|utskottet|styrelsen)"
    r"|(?:kommun|region|lands?tings)fullmäktige)"
)
_ASKED_OF = re.compile(
    rf"\b(?:beslut|tyckte|sade|röstade|antog|avslog|behandlade)\w*\s+({_ORGAN_WORD})(?!\w)", re.I
)
_ASKED_OF_SHORT = re.compile(
    r"\b(?i:beslut|tyckte|sade|röstade|antog|avslog|behandlade)\w*\s+([A-ZÅÄÖ]{2,5})(?!\w)"
)
_GENERIC = re.compile(r"\b(?:region|landstinget|kommun|stad)\b", re.IGNORECASE)
_HEADS = {"nämnden": "N", "styrelsen": "S", "fullmäktige": "F", "utskott": "U", "utskottet": "U"}
# Sets of bodies whose patterns are kept: those of the indexes that are open.
KEPT = 8
_ASSEMBLY = "fullmäktige"
_COMMITTEE = ("arbetsutskott", "arbetsutskottet")


def find_organ_asked(text: str, bodies: Sequence[str]) -> Named | None:
    """The body of the index that a question asks about; ``None`` for none or several.

    >>> find_organ_asked("Vad beslutade KS?", ["Kommunstyrelsen"]).name
    'Kommunstyrelsen'
    >>> find_organ_asked("Bifölls kommunstyrelsens förslag?", ["Kommunstyrelsen"]) is None
    True
    """
    taken: list[tuple[int, int]] = []
    asked: dict[str, Named] = {}
    for pattern, body in _patterns(tuple(bodies)):
        for match in pattern.finditer(text):
            if any(start <= match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if _is_asked(text, match):
                asked.setdefault(body, Named(body, match.start("name"), match.end()))
    return next(iter(asked.values())) if len(asked) == 1 else None


@lru_cache(KEPT)
def _patterns(bodies: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """How each body can be written: the longest names first, so that none is read in another."""
    return tuple(_written(bodies))


def _written(bodies: Sequence[str]) -> Iterable[tuple[re.Pattern[str], str]]:
    for body in sorted(filter(None, bodies), key=len, reverse=True):
        name = re.escape(body).replace(r"\ ", r"\s+")
        yield re.compile(rf"(?<![\w-])(?P<name>{name})(?P<own>s)?(?!\w)", re.IGNORECASE), body
    for short, body in abbreviations(bodies).items():
        yield re.compile(rf"(?<!\w)(?P<name>{short})(?P<own>:?s)?(?!\w)"), body
    for tail in (_ASSEMBLY, *_COMMITTEE):
        same = [body for body in bodies if body.casefold().endswith(tail)]
        if len(same) == 1:
            yield re.compile(rf"(?<!\w)(?P<name>{tail})(?:et)?(?P<own>s)?(?!\w)", re.I), same[0]


def abbreviations(bodies: Sequence[str]) -> dict[str, str]:
    """The abbreviations that stand for one of the bodies and no other.

    >>> abbreviations(["Kulturnämnden", "Hälso- och sjukvårdsnämnden"])["KN"]
    'Kulturnämnden'
    """
    known = {body.casefold(): body for body in bodies if body}
    usual = {
        short: known[organ.casefold()]
        for short, organ in ABBREVIATIONS.items()
        if organ.casefold() in known
    }
    made: dict[str, set[str]] = {}
    for body in known.values():
        made.setdefault(_initials(body), set()).add(body)
    for short, same in made.items():
        if len(same) == 1 and len(short) > 1:
            usual.setdefault(short, next(iter(same)))
    return usual


def _initials(body: str) -> str:
    letters = ""
    for word in re.findall(r"[^\W\d_]+", body.casefold()):
        if word in {"och", "samt", "för", "av"}:
            continue
        head = next((head for head in _HEADS if word.endswith(head)), "")
        first = word.removesuffix(head)
        letters += (first[:1] + _HEADS.get(head, "")).upper()
    return letters


def _is_asked(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if match["own"]:
        return bool(_OWN.match(after)) and not re.search(r"\b(?:mot|över|av)\s+$", before)
    if _MEETING_OF.search(before):
        return True
    if _MENTIONED_BEFORE.search(before) or _IS_TASKED.match(after):
        return False
    if match["name"].isupper():
        return True
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def find_unknown_organ(text: str) -> str | None:
    """A body that is asked what it decided, in the usual spelling, whether it is indexed or not.

    >>> find_unknown_organ("Vad beslutade socialnämnden?")
    'Socialnämnden'
    """
    short = _ASKED_OF_SHORT.search(text)
    if short and short[1] in ABBREVIATIONS:
        return ABBREVIATIONS[short[1]]
    asked = _ASKED_OF.search(text)
    return asked[1].capitalize() if asked else None


def find_huvudman_asked(text: str, organisations: Sequence[str]) -> Named | None:
    """The organisation asked about, by its whole name or by what tells it from the others.

    A name that only stands as another party («avtal med», «till») is not asked about, and a place
    name alone («vårdcentralen i Älvsele») is not certain to be.
    """
    if len(organisations) < 2:
        return None
    folded = text.casefold()

    def asked(names: Iterable[tuple[str, str]], certain: bool) -> list[Named]:
        return [
            Named(huvudman, *match.span(), certain)
            for huvudman, name in names
            if name.casefold() in folded
            for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", text, re.IGNORECASE)
            if not _MENTIONED_BEFORE.search(text[: match.start()])
        ]

    whole = asked(((huvudman, huvudman) for huvudman in organisations), certain=True)
    for found in (whole, asked(_own_names(tuple(organisations)), certain=False)):
        if len({named.name for named in found}) == 1:
            return found[0]
    return None


@lru_cache(KEPT)
def _own_names(organisations: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The organisations that a part of the name tells from the others, each with that part."""
    own = [(huvudman, _own_name(huvudman)) for huvudman in organisations]
    shared = Counter(name for _, name in own)
    return tuple((huvudman, name) for huvudman, name in own if name and shared[name] == 1)


def _own_name(huvudman: str) -> str:
    own = _GENERIC.sub("", huvudman).strip().casefold()
    return own.removesuffix("s") if huvudman.casefold().endswith((" stad", " kommun")) else own
