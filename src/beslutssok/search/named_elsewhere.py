"""Organisations that a question asks about and that no document is from."""

import re
import unicodedata
from collections.abc import Sequence

from beslutssok.search.named_people import OPENING_WORDS

_PLACE = r"(?P<place>[A-ZÅÄÖ][a-zåäöé]{2,}(?:[ -][A-ZÅÄÖ][a-zåäöé]+)?)"
_BODY = r"(?i:kommun|region|stads|landstings)?(?i:fullmäktige|styrelsen?)"
# The place stands as the one that decides: «Malmö kommunfullmäktige», «kommunstyrelsen i Umeå».
_DECIDES = (
    re.compile(rf"(?<![\w-]){_PLACE}\s+{_BODY}(?!\w)"),
    re.compile(rf"(?<!\w){_BODY}\s+(?i:i|för)\s+{_PLACE}(?!\w)"),
    re.compile(
        r"(?<!\w)(?i:beslutade|beslutat|antog|avslog|bestämde|tyckte|gjorde)\s+"
        rf"(?P<named>{_PLACE}\s+(?i:kommun|stad)|(?i:region)\s+(?P<region>[A-ZÅÄÖ][a-zåäö]+))(?!\w)"
    ),
    re.compile(
        r"(?<!\w)(?i:beslutade|antog|avslog|bestämde)\s+(?P<place>[A-ZÅÄÖ][a-zåäöé]{2,})"
        r"\s+(?:om|kring|angående|i\s+frågan)(?!\w)"
    ),
)
# What stands there and is no place: parties and bodies.
_ACTORS = re.compile(
    r"(?:erna|partiet|centern|sossarna|fullmäktige|styrelsen|nämnden|utskottet|rådet|direktionen)$",
    re.IGNORECASE,
)
# «Gav fullmäktige …?», «Brukar kommunstyrelsen …?»: a verb that opens the question.
_OPENING_VERB = re.compile(
    r"(?:gav|drog|lät|skrev|stod|såg|höll|tog|lade|\w+(?:ade|[drlmn]de|[kpst]te|erar)|brukar|kan"
    r"|måste|bör|borde|behöver|tänker|avser|anser|tycker|tror|hinner|stöder|stödjer|håller|ger|gör"
    r"|tar|äger|låter|säger|avslår|bifaller|antar|fattar|väljer|beslutar)",
    re.IGNORECASE,
)
_NO_PLACE = OPENING_WORDS | {"den", "det", "enligt", "regionens", "kommunens", "stadens", "ställde"}


def find_unknown_huvudman(text: str, organisations: Sequence[str]) -> str | None:
    """A place whose assembly or board is asked about and that no organisation is named after.

    >>> find_unknown_huvudman("Vad beslutade Malmö kommunfullmäktige?", ["Älvsele kommun"])
    'Malmö'
    >>> find_unknown_huvudman("Vad beslutade Älvsele kommunfullmäktige?", ["Älvsele kommun"])
    >>> find_unknown_huvudman("Bestämde regionstyrelsen att avgiften höjs?", ["Älvsele kommun"])
    >>> find_unknown_huvudman("Brukar fullmäktige bifalla motioner?", ["Älvsele kommun"])
    >>> find_unknown_huvudman("Vad sades om avtalet med Malmö stad?", ["Älvsele kommun"])
    """
    if not organisations:
        return None
    for pattern in _DECIDES:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            place = groups.get("region") or groups["place"]
            opens = not text[: match.start()].strip()
            if opens and _OPENING_VERB.fullmatch(place):
                continue
            if place.casefold() in _NO_PLACE or _ACTORS.search(place):
                continue
            stem = _plain(place).removesuffix("s")
            if not any(stem in _plain(organisation) for organisation in organisations):
                return place.removesuffix("s") if groups.get("named") else place
    return None


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z]", "", folded.encode("ascii", "ignore").decode())
