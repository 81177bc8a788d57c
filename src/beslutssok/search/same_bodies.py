"""Whether two names are of the same body, and whether a body is of another organisation."""

import re

from beslutssok.index.rows import compared
from beslutssok.parse.organs import can_have, find_huvudman, organ_of_abbreviation

_OLD_NAMES = (("landstings", "region"), ("stadsfullmäktige", "kommunfullmäktige"))
_ENDING = re.compile(r"(?<=utskott)(?:ets?|s)$|(?<=n)s$")
_WORDS = re.compile(r"[\w-]+")
_STATE = frozenset(
    {
        "allmänna reklamationsnämnden",
        "ansvarsnämnden",
        "arbetsdomstolen",
        "europarådet",
        "lagrådet",
        "ministerrådet",
        "överklagandenämnden",
        "statsrådet",
        "upphandlingsnämnden",
        "valprövningsnämnden",
        "vetenskapsrådet",
    }
)
_OF_A_UNION = re.compile(r"^(?:förbunds\w+|\w*direktionen)$", re.IGNORECASE)
# How far around the name of a body its organisation is named, in characters.
NEAR = 45


def body_key(organ: str) -> tuple[str, ...]:
    """The words of a body's name for comparison: abbreviations in full, endings taken off.

    >>> body_key("KS"), body_key("Kommunstyrelsens arbetsutskott")
    (('kommunstyrelsen',), ('kommunstyrelsen', 'arbetsutskott'))
    """
    name = compared(organ_of_abbreviation(organ) or organ)
    for old, new in _OLD_NAMES:
        name = name.replace(old, new)
    return tuple(_ENDING.sub("", word) for word in _WORDS.findall(name))


def is_same_body(one: str, other: str) -> bool:
    """Whether two names are of one body, one of them perhaps in short.

    >>> is_same_body("KF", "Kommunfullmäktige"), is_same_body("Kommunstyrelsen", "KSAU")
    (True, False)
    >>> is_same_body("Arbetsutskottet", "Kommunstyrelsens arbetsutskott")
    True
    """
    short, long = sorted((body_key(one), body_key(other)), key=len)
    return bool(short) and long[-len(short) :] == short


def is_assembly(organ: str) -> bool:
    """Whether a body is an assembly, which has the last word.

    >>> is_assembly("Regionfullmäktige"), is_assembly("Regionstyrelsen")
    (True, False)
    """
    return compared(organ).endswith(("fullmäktige", "stämman"))


def is_elsewhere(organ: str, huvudman: str, own_organ: str, before: str, after: str) -> bool:
    """Whether a body that is named in the documents of an organisation is another's.

    ``before`` and ``after`` are the texts right around the name.

    >>> is_elsewhere("Kommunstyrelsen", "Region Norr", "Regionstyrelsen", "", "")
    True
    >>> is_elsewhere("Kommunstyrelsen", "Åby kommun", "Kommunfullmäktige", "", " i Ekby kommun")
    True
    """
    if compared(organ) in _STATE or (huvudman and not can_have(huvudman, organ)):
        return True
    if _OF_A_UNION.match(organ) and not _OF_A_UNION.match(own_organ):
        return True
    nearest = before[-NEAR:].rsplit(".", 1)[-1]
    named = [*_named_before(nearest), *_named_after(after)]
    return bool(named) and not any(is_same_huvudman(name, huvudman) for name in named)


def is_same_huvudman(one: str, other: str) -> bool:
    """Whether two names are of one organisation, whatever it calls itself.

    >>> is_same_huvudman("Ekby kommun", "Ekby stad"), is_same_huvudman("Ekby kommun", "Åby kommun")
    (True, False)
    """
    return bool(_place(one)) and _place(one) == _place(other)


def _place(huvudman: str) -> str:
    words = [
        word
        for word in compared(huvudman).split()
        if word.removesuffix("s") not in {"kommun", "stad", "region", "landstinget"}
    ]
    return " ".join(words).removesuffix("s")


def _named_before(text: str) -> list[str]:
    """The organisation in «Ekby kommuns» or «Ekby kommun,» right before a body."""
    return [name for name, _ in find_huvudman(text) if re.search(r"(?:s|,|:|/)\s*$", text)]


def _named_after(text: str) -> list[str]:
    """The organisation in «i Ekby kommun» right after a body."""
    match = re.match(r"\s*(?:,|i|inom|hos|för)\s+(?=[A-ZÅÄÖ])", text[:NEAR])
    return [name for name, _ in find_huvudman(text[match.end() : NEAR])] if match else []
