"""Headings of sections, and what kind of section they open.

The lexicon is that of the design: any case, singular or plural, with or without a colon or a
body's name. What records a decision and what only proposes one is told apart here.
"""

import re

from beslutssok.domain import SectionKind
from beslutssok.parse.organs import find_organ

MAX_HEADING = 110

_ORGAN_GENITIVE = (
    r"(?:[\wåäö-]*(?:,?\s(?:och\s)?[\wåäö-]+){0,3}?"
    r"(?:styrelsens|fullmäktiges|nämndens|utskottets|utskotts|rådets|direktörens|direktionens"
    r"|förvaltningens|kontorets|ordförandens|presidiets|beredningens|avdelningens|chefens)"
    r"(?:\s(?:arbetsutskotts|ordförandes))?)"
)
_WHERE = r"(?:\s(?:i|till|för|från|på|av)\s.{3,60})?"
_DATE = r"(?:,?\s(?:den\s)?\d[\d\sa-zåäö-]*(?:,?\s?§\s?\d+)?)?"

_PATTERNS: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.MOTION,
        r"yrkanden?(?:\soch\sförslag|\spå\s(?:mötet|sammanträdet))?|ändringsyrkanden?"
        r"|tilläggsyrkanden?|avslagsyrkanden?|återremissyrkanden?"
        r"|(?:förslag(?:\still\sbeslut)?|yrkanden?)\spå\s(?:dagens\s)?(?:sammanträdet?|mötet)"
        r"|förslag\soch\syrkanden?",
    ),
    (
        SectionKind.PROPOSAL,
        rf"(?:{_ORGAN_GENITIVE}\s)?(?:förslag\still\s(?:beslut|svar)|beslutsförslag|förslag){_WHERE}"
        rf"|förslag\still\s{_ORGAN_GENITIVE}\sbeslut|rekommendation(?:er)?\still\sbeslut",
    ),
    (
        SectionKind.PROCEDURE,
        r"propositions?(?:ordning)?(?:\soch\sbeslut)?|propositioner|besluts(?:gång|ordning)(?:en)?",
    ),
    (
        SectionKind.VOTE,
        r"(?:omröstning|votering)(?:en|ar)?(?:s?\s?resultat(?:et)?)?|omröstningsresultat"
        r"|voteringsresultat|voteringslist[ao]r?|omröstningslist[ao]r?",
    ),
    (
        SectionKind.RESERVATION,
        r"reservation(?:er)?(?:\smot\s.{3,60})?|skriftliga?\sreservation(?:er)?",
    ),
    (
        SectionKind.STATEMENT,
        r"(?:protokolls?|till\sprotokollet\s)anteckning(?:ar)?(?:\still\sprotokollet)?"
        r"|anteckning(?:ar)?\still\sprotokollet"
        r"|särskil(?:t|da)\syttranden?|röstförklaring(?:ar)?|deltar\s(?:inte|ej)\si\sbeslutet",
    ),
    (SectionKind.DISQUALIFICATION, r"jäv(?:sförhållanden?)?|anmälan\som\sjäv"),
    (
        SectionKind.EARLIER,
        r"(?:ärendets\s)?tidigare\s(?:behandling(?:\sav\särendet)?|beslut|beredning)"
        r"|ärendets\s(?:gång|beredning|behandling)|beredning(?:en)?(?:\sav\särendet)?",
    ),
    (
        SectionKind.RECIPIENTS,
        r"(?:protokollsutdrag(?:et)?|beslutet|utdrag(?:et)?|protokollet|kopia(?:\sav\sbeslut(?:et)?)?)"
        r"\s(?:skickas|delges|sänds|expedieras|ska\sskickas|lämnas)(?:\still)?"
        r"|(?:beslutet\s)?(?:ska\s)?(?:expedieras|skickas|delges|expediering)(?:\still)?"
        r"|expedierat\still|sändlista|sänds\still|delges|beslutsexpediering|kopia\still",
    ),
    (
        SectionKind.DOCUMENTS,
        r"beslutsunderlag(?:et)?|underlag(?:\sför\sbeslut)?|(?:ärendets\s)?handling(?:ar)?"
        r"(?:\si\särendet)?|bilag(?:a|or)|anmälningar|anmälningsärenden|deleger?(?:ings|ations)beslut"
        r"|inkomna\shandlingar|meddelanden|bifogade\shandlingar",
    ),
    (
        SectionKind.SUMMARY,
        r"(?:en\s)?sammanfattning(?:\sav\särendet)?|ärendet(?:\si\skorthet)?"
        r"|kort\som\särendet|ärendet\si\ssammandrag",
    ),
    (
        SectionKind.BACKGROUND,
        r"ärende-?beskrivning|beskrivning\sav\särendet|bakgrund(?:en)?(?:\still\särendet)?"
        r"|bedömning(?:en)?|överväganden|redogörelse(?:\sför\särendet)?|utredning"
        r"|bakgrund\soch\sbedömning|ärendets\sbakgrund",
    ),
)
_DECISION = re.compile(
    rf"beslut(?:et)?{_DATE}|(?P<genitive>{_ORGAN_GENITIVE})\sbeslut{_DATE}"
    r"|(?P<organ>[\wåäö-]+(?:,?\s(?:och\s)?[\wåäö-]+){0,5})\sbeslutar?(?:\s(?:att|följande))?"
    r"|beslut\s(?:i|av)\s(?P<where>[\wåäö -]{4,60})|beslut\sför\segen\sdel",
    re.IGNORECASE,
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
# Words that also begin or end ordinary lines; alone they need type that sets them apart.
_WEAK = re.compile(
    r"ärendet|förslag|underlag|handling|meddelanden|bilaga|utredning|beredning", re.I
)


def classify_heading(text: str, organ: str = "") -> SectionKind | None:
    """The kind of section that a heading opens, or ``None`` when it is in no lexicon.

    ``organ`` is the body whose minutes they are: another body's decision, quoted under its own
    heading, is earlier treatment and never this meeting's decision.

    >>> classify_heading("Kommunstyrelsens beslut", "Kommunstyrelsen")
    <SectionKind.DECISION: 'beslut'>
    >>> classify_heading("Arbetsutskottets beslut 2024-01-30", "Kommunstyrelsen")
    <SectionKind.EARLIER: 'tidigare'>
    >>> classify_heading("Kommunstyrelsens förslag till kommunfullmäktige")
    <SectionKind.PROPOSAL: 'forslag'>
    """
    bare = " ".join(text.replace("\t", " ").split()).strip(" :.").strip()
    if not bare or len(bare) > MAX_HEADING:
        return None
    match = _DECISION.fullmatch(bare)
    if match:
        named = match["genitive"] or match["organ"] or match["where"]
        if match["organ"] and find_organ(match["organ"]) is None:
            return None
        if named and organ and not _same_organ(named, organ):
            return SectionKind.EARLIER
        return SectionKind.DECISION
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(bare):
            return kind
    return None


def is_weak_heading(text: str) -> bool:
    """Whether a heading's words are so common that only its type can tell it is one."""
    return bool(_WEAK.fullmatch(text.strip(" :")))


def _same_organ(named: str, organ: str) -> bool:
    def key(name: str) -> str:
        name = re.sub(r"[^a-zåäö]", "", name.casefold())
        return re.sub(r"s$", "", name)

    first, second = key(named), key(organ)
    if first in {"fullmäktige", "nämnden", "styrelsen", "utskottet", "arbetsutskottet"}:
        return first in second or first.removesuffix("et") in second
    return first == second
