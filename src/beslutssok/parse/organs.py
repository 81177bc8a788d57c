"""Bodies (organ) and organisations (huvudman) as they are named in documents."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = r"[A-ZÅÄÖa-zåäöé]+"
# Heads of a body's name; everything before the head is part of it (Hälso- och sjukvårdsnämnden).
_BASE = (
    r"(?:kommun|region|landstings|förbunds|stads|välfärdsområdes)(?:styrelsen|fullmäktige)",
    r"(?-i:[A-ZÅÄÖ])[\w-]+\s(?:och\s(?-i:[A-ZÅÄÖ])[\w-]+\s)?(?:stads|kommun)delsnämnd(?:en)?",
    rf"regionala\s+{_WORD}nämnden",
    rf"(?:{_WORD}-(?:,?\s+{_WORD}-)*\s+(?:och|samt)\s+)?{_WORD}nämnden",
    rf"(?:gemensamma\s+)?nämnden\s+för\s+{_WORD}(?:(?:,\s+{_WORD})*\s+och\s+{_WORD})?",
    r"(?:(?:tekniska|sociala|gemensamma|kommunala)\s+)?nämnden",
    rf"(?:{_WORD})?direktionen|{_WORD}beredningen",
    rf"(?!(?:{_WORD})?(?:område|förråde|tråde)t){_WORD}rådet",
)
_COMMITTEE = r"(?:s\s+(?:presidium|\w*(?:utskott|sektion)))?"
_ORGAN = re.compile(rf"(?<!\w)(?:{'|'.join(_BASE)}){_COMMITTEE}(?!\w)", re.IGNORECASE)
_COMMITTEE_ALONE = re.compile(r"(?<!\w)(?:arbetsutskottet|\w+utskottet)(?!\w)", re.IGNORECASE)

ABBREVIATIONS = {
    "KS": "Kommunstyrelsen",
    "KF": "Kommunfullmäktige",
    "RS": "Regionstyrelsen",
    "RF": "Regionfullmäktige",
    "HSN": "Hälso- och sjukvårdsnämnden",
    "KSAU": "Kommunstyrelsens arbetsutskott",
    "RSAU": "Regionstyrelsens arbetsutskott",
    "BUN": "Barn- och utbildningsnämnden",
    "SN": "Socialnämnden",
    "BN": "Byggnadsnämnden",
    "MBN": "Miljö- och byggnadsnämnden",
    "KFN": "Kultur- och fritidsnämnden",
    "RUN": "Regionala utvecklingsnämnden",
    "SBN": "Samhällsbyggnadsnämnden",
    "VON": "Vård- och omsorgsnämnden",
    "MHN": "Miljö- och hälsoskyddsnämnden",
    "BMN": "Bygg- och miljönämnden",
}

_NAME = r"[A-ZÅÄÖ][a-zåäöé]+"
_HUVUDMAN = re.compile(
    rf"(?<!\w)(?:Region +{_NAME}(?: +(?:och +)?{_NAME}(?! +(?:[Kk]ommun|[Ss]tad)))?"
    rf"|{_NAME}(?: {_NAME})? +(?:kommun|stad|Stad|Kommun)s?"
    rf"|Landstinget\s+{_NAME}|Västra Götalandsregionen)(?!\w)"
)
# Municipalities together: only whose body is a union's own is theirs.
_UNION = re.compile(
    rf"(?<!\w)(?:[A-ZÅÄÖ][a-zåäö]*förbundet(?: +{_NAME}(?: +(?:och +)?{_NAME})?)"
    rf"|{_NAME}(?: {_NAME})? +(?:kommunal|räddningstjänst|samordnings)förbund)(?!\w)"
)
_CAPITALS = re.compile(r"(?<!\w)([A-ZÅÄÖ]{2,}(?:[ \n][A-ZÅÄÖ]{2,})?)\s+(KOMMUN|STAD)(?!\w)")
_REGION_CAPITALS = re.compile(r"(?<!\w)REGION\s+([A-ZÅÄÖ]{2,}(?: [A-ZÅÄÖ]{2,})?)(?!\w)")


def find_organ(text: str) -> str | None:
    """The first body named in a text, in its usual spelling.

    >>> find_organ("SAMMANTRÄDESPROTOKOLL KOMMUNSTYRELSEN 2024-02-13")
    'Kommunstyrelsen'
    >>> find_organ("Protokoll fört vid hälso- och sjukvårdsnämndens sammanträde") is None
    True
    """
    match = _ORGAN.search(text) or _COMMITTEE_ALONE.search(text)
    return _spelled(match[0]) if match else None


def is_organ(text: str) -> bool:
    """Whether the whole text is the name of a body."""
    text = text.strip(" :.")
    return bool(_ORGAN.fullmatch(text) or _COMMITTEE_ALONE.fullmatch(text))


def organ_of_abbreviation(text: str) -> str | None:
    """The body that a common abbreviation stands for.

    >>> organ_of_abbreviation("hsn")
    'Hälso- och sjukvårdsnämnden'
    """
    return ABBREVIATIONS.get(text.strip().upper())


def find_huvudman(text: str, organ: str = "") -> tuple[tuple[str, int], ...]:
    """The organisations that a text names, with how often, most often first.

    The body limits what its organisation can be: a regionstyrelse is a region's.

    >>> find_huvudman("ÄLVSELE KOMMUN SAMMANTRÄDESPROTOKOLL")
    (('Älvsele kommun', 1),)
    >>> find_huvudman("Region Fjällbygden och Skarvdalens kommun", "Regionstyrelsen")
    (('Region Fjällbygden', 1),)
    """
    if organ.casefold().startswith(("direktion", "förbund")):
        unions = Counter(" ".join(match[0].split()) for match in _UNION.finditer(text))
        if unions:
            return tuple(unions.most_common())
    counts = Counter(name for name in _huvudman_names(text) if can_have(name, organ))
    return tuple(counts.most_common())


def can_have(huvudman: str, organ: str) -> bool:
    """Whether an organisation can have a body: a region has no kommunstyrelse."""
    regional = huvudman.startswith(("Region ", "Landstinget ", "Västra "))
    if organ.casefold().startswith(("region", "landsting")):
        return regional
    if organ.casefold().startswith(("kommun", "stads")):
        return not regional
    return True


def _huvudman_names(text: str) -> Iterable[str]:
    for match in _CAPITALS.finditer(text):
        yield f"{match[1].title()} {match[2].lower()}"
    for match in _REGION_CAPITALS.finditer(text):
        yield f"Region {match[1].title()}"
    for match in _HUVUDMAN.finditer(text):
        words = match[0].split()
        if words[0] == "Region" and re.search(r"[A-ZÅÄÖ]\w+\s$", text[: match.start()]):
            continue
        if words[0] in _NOT_A_NAME:
            continue
        while words[0] == "Region" and len(words) > 2 and not _may_end_name(words[-1]):
            words = words[:-1]
        if words[-1].lower().removesuffix("s") in {"kommun", "stad"}:
            words = [*words[:-1], words[-1].lower().removesuffix("s")]
            if words[0] in _LEADING:
                words = words[1:]
        yield " ".join(words)


def _may_end_name(word: str) -> bool:
    """Whether a word that follows a region's name can be part of it, and is no heading."""
    return not (is_organ(word) or word in _BEHIND or word == "och")


_BEHIND = frozenset(
    {"Protokoll", "Sammanträdesprotokoll", "Protokollsutdrag", "Utdrag", "Kallelse", "Handlingar"}
    | {"Föredragningslista", "Ärendelista", "Dagordning", "Datum", "Sida", "Beslut", "Sammanträde"}
)
_LEADING = frozenset({"I", "Inom", "Till", "För", "Hos", "Av", "Att", "Om", "Mellan", "Enligt"})
_NOT_A_NAME = frozenset({"Varje", "Denna", "Vår", "Sveriges", "En", "Hela", "Respektive", "Annan"})


def _spelled(name: str) -> str:
    name = " ".join(name.split())
    if name.isupper() or not name[0].isupper():
        name = name.lower()
        name = name[0].upper() + name[1:]
    return name
