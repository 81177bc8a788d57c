"""Persons and parties as they are named: «Anna Berg (S)», «ledamöterna från M och KD»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from beslutssok.domain import Person
from beslutssok.parse.organs import find_organ

PARTY_NAMES = {
    "moderaterna": "M",
    "moderata samlingspartiet": "M",
    "socialdemokraterna": "S",
    "sverigedemokraterna": "SD",
    "centerpartiet": "C",
    "centern": "C",
    "liberalerna": "L",
    "folkpartiet": "L",
    "kristdemokraterna": "KD",
    "miljöpartiet": "MP",
    "miljöpartiet de gröna": "MP",
    "vänsterpartiet": "V",
    "feministiskt initiativ": "FI",
    "demokraterna": "D",
}
_OLD_LETTERS = frozenset({"s", "m", "c", "l", "v", "kd", "sd", "mp", "fp", "fi", "kds"})
_NO_PARTY = frozenset(
    re.findall(
        r"\w+",
        "Bilaga Teams Distans Ordförande Ledamot Ersättare Dnr Justerare Jäv Vice Digitalt Zoom "
        "Sekreterare Ordf Beslutande Tjg Forts Nytt Punkt Tabell Figur",
    )
)

_OCCUPATION = re.compile(
    r"(?:direktör|chef|sekreterare|strateg|jurist|controller|handläggare|råd|samordnare|ledare"
    r"|utvecklare|ekonom|rektor|revisor|arkitekt|ingenjör|planerare|konsult|läkare|utredare"
    r"|rådgivare|registrator|kommunikatör|assistent|specialist|ordförande|ombud)$",
    re.IGNORECASE,
)

_CAPITAL = "A-ZÅÄÖÉÈÜØÆÁÓÍÚŠŽČĆĐŁÇ"
WORD = rf"(?:[{_CAPITAL}]\.|[{_CAPITAL}][\w’'´`]*(?:[-–][{_CAPITAL}a-zåäö][\w’']*)*)"
_PARTICLE = r"(?:af|von|van|de|der|den|da|dos|del|di|du|la|le|el|al|bin|ibn|zu|ter|ten|av)"
NAME = rf"(?:(?:af|von|van|de)\ )?{WORD}(?:[ ]+(?:{_PARTICLE}[ ]+){{0,2}}{WORD}){{0,4}}"
_LETTERS = (
    rf"[{_CAPITAL}][{_CAPITAL}a-zåäö]{{0,14}}|[a-z]{{1,3}}|[-–—]|opol\.?|oberoende|partilös"
    r"|politisk vilde|vilde|utan partibeteckning"
)
IN_BRACKETS = rf"\(\s*(?:{_LETTERS})\s*\)"
PERSON = rf"{NAME}(?:\s+m\.?\s?fl\.?,?)?\s*{IN_BRACKETS}"
_TITLE = (
    r"(?:(?:\d:[ea]\s)?(?:[Vv]ice\s)?(?:[Oo]rdföranden?|[Ll]edam[oö]t(?:en|erna)?|[Ee]rsättaren?"
    r"|[Kk]ommunal(?:råd|rådet)|[Rr]egionråd(?:et)?|[Oo]ppositionsråd(?:et)?|[Ff]ullmäktigeledamoten)\s+)"
)
_PART = r"(?:\s*,\s*(?:och\s+|samt\s+)?|\s*;\s*|\s+(?:och|samt|&|jämte)\s+(?:även\s+)?)"
PERSONS = rf"{_TITLE}?{PERSON}(?:{_PART}{_TITLE}?{PERSON})*"

_PERSON = re.compile(
    rf"(?P<name>{NAME})(?:\s+m\.?\s?fl\.?,?)?\s*\(\s*(?P<party>{_LETTERS})\s*\)(?!-)"
)
_FAMILY_NAME_FIRST = re.compile(rf"^((?:von |af )?{WORD}),\s+({WORD}(?: {WORD})?)(?=\s*(?:\(|$))")
_ALL_OF = re.compile(r"\((?:båda|bägge|alla|samtliga)\s+(?:från\s+|för\s+)?([A-ZÅÄÖ]{1,5})\)")
_NAMED_PARTY = re.compile(
    rf"(?<![\w-])({'|'.join(sorted(PARTY_NAMES, key=len, reverse=True))})s?(?![\w-])", re.IGNORECASE
)
_LOCAL_PARTY = re.compile(
    r"(?<![\w-])[A-ZÅÄÖ][a-zåäö-]*(?:partiet|listan|demokraterna)(?=s?(?!\w))"
)
_TITLED = re.compile(rf"(?:{_TITLE})?$")
_BARE = r"(?:[A-ZÅÄÖ]{1,5}|F[Ii])"
_LIST = rf"\(?{_BARE}\)?(?:(?:\s*,\s*|\s+och\s+|\s+samt\s+|\s*/\s*|\s*\+\s*)\(?{_BARE}\)?)*"
_GROUP = re.compile(
    rf"(?:från|för|i|ur|inom|av|[Pp]artierna)\s+(?:partierna\s+)?(?P<a>{_LIST})(?![\w])"
    rf"|(?<!\w)\(?(?P<b>{_BARE})\)?-(?:grupp|ledam|fraktion|representant|ersättar)\w*"
    rf"|^\s*(?P<c>{_LIST})\s*$"
)
_PLAIN = re.compile(rf"(?:{_TITLE})?({NAME})(?:,\s*[a-zåäö ]+)?$")
_CHAIR = re.compile(r"(?:^|[,\s])((?:\d:[ea]\s+)?(?:[Vv]ice\s+)?[Oo]rdförande(?:n)?)(?:\s*$|,)")
_PIECES = re.compile(r"\s*[,;]\s*|\s+(?:och|samt|jämte|tillsammans med)\s+|\n")
_LEADING = frozenset(
    re.findall(
        r"\w+",
        "ordförande ordföranden vice ledamot ledamoten ledamöterna ersättare "
        "ersättaren kommunalråd kommunalrådet regionråd regionrådet oppositionsråd "
        "oppositionsrådet herr fru även också därefter därutöver därtill vidare "
        "slutligen dessutom sedan både samt och men för av att ja nej avstår från "
        "följande när då i på med mot under vid efter yrkar yrkade yrkande yrkanden "
        "reservation reservationer jäv protokollsanteckning ordf beslutande "
        "tjänstgörande närvarande samtliga representanterna den det de han hon "
        "sammanträdet mötet justerare sekreterare namn resultat ledamöter ersätter "
        "gruppledaren gruppledare fullmäktigeledamoten motionären interpellanten "
        "frågeställaren oppositionsledaren bifall avslag nu dock härefter tjg ers "
        "utses ordförandena presidiet oppositionsrådens voteringsprotokoll röstlista",
    )
)


@dataclass(frozen=True, slots=True)
class People:
    """Who is named in a clause: persons and whole parties, each in the order of the text."""

    persons: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.persons or self.parties)

    def __add__(self, other: "People") -> "People":
        return People(
            tuple(dict.fromkeys((*self.persons, *other.persons))),
            tuple(dict.fromkeys((*self.parties, *other.parties))),
        )

    @property
    def of_parties(self) -> bool:
        """Whether a party is told of anybody, so that politicians are meant."""
        return bool(self.parties) or any(person.party for person in self.persons)


def find_persons(text: str) -> Iterator[tuple[Person, int, int]]:
    """Persons with their party in brackets, with the span of each.

    >>> [person for person, _, _ in find_persons("Ordförande Anna af Berg (S) och P. Ek (-)")]
    [Person(name='Anna af Berg', party='S'), Person(name='P. Ek', party='-')]
    """
    for match in _PERSON.finditer(text):
        party = _party(match["party"])
        name = bare_name(match["name"])
        if party is not None and name:
            yield Person(name, party), match.start() + match["name"].rfind(name), match.end()


def read_people(text: str) -> People:
    """Persons and parties that a clause names as those who do something.

    Names without a party count where nothing else stands between the commas.

    >>> read_people("Ledamöterna från M och KD samt Anna Berg (S)")
    People(persons=(Person(name='Anna Berg', party='S'),), parties=('M', 'KD'))
    >>> read_people("(SD)-gruppen").parties, read_people("Vänsterpartiet").parties
    (('SD',), ('V',))
    """
    shared = _ALL_OF.search(text)
    found: list[tuple[int, Person]] = []
    rest = text
    for person, start, end in find_persons(text):
        found.append((start, person))
        start -= len(_TITLED.search(rest[:start])[0])  # type: ignore[index]
        rest = rest[:start] + "," + " " * (end - start - 1) + rest[end:]
    parties, rest = _parties(_ALL_OF.sub(lambda match: " " * len(match[0]), rest))
    position = 0
    for piece in _PIECES.split(rest):
        start = position = rest.find(piece, position)
        named = _PLAIN.fullmatch(piece.strip())
        name = bare_name(named[1]) if named else ""
        if " " in name and not find_organ(name) and not name.isupper():
            found.append((start, Person(name, shared[1] if shared else None)))
        elif (chair := _CHAIR.fullmatch(piece.strip())) and (not found or chair[1][0].isupper()):
            found.append((start, Person(chair[1])))
    persons = dict.fromkeys(person for _, person in sorted(found, key=lambda entry: entry[0]))
    return People(tuple(persons), parties)


def _parties(text: str) -> tuple[tuple[str, ...], str]:
    """Parties named as such, and the text without them."""
    found: list[tuple[int, str]] = []
    for match in _GROUP.finditer(text):
        letters = match["a"] or match["b"] or match["c"]
        for letter in re.finditer(_BARE, letters):
            found.append((match.start() + letter.start(), letter[0].upper()))
    for match in _NAMED_PARTY.finditer(text):
        if match[1][0].isupper():
            found.append((match.start(), PARTY_NAMES[match[1].lower()]))
    for match in _LOCAL_PARTY.finditer(text):
        if match[0].lower() not in PARTY_NAMES and match[0].lower() != "partiet":
            found.append((match.start(), match[0]))
    for pattern in (_GROUP, _NAMED_PARTY, _LOCAL_PARTY):
        text = pattern.sub(lambda match: "," + " " * (len(match[0]) - 1), text)
    return tuple(dict.fromkeys(party for _, party in sorted(found))), text


def _party(letters: str) -> str | None:
    if letters.islower() and len(letters) <= 3:
        return letters.upper() if letters in _OLD_LETTERS else None
    if letters in "–—":
        return "-"
    if letters in _NO_PARTY or _OCCUPATION.search(letters) or find_organ(letters):
        return None
    return letters


def given_name_first(text: str) -> str:
    """A name that is set with the family name first, in the usual order.

    >>> given_name_first("Berg, Anna (S)"), given_name_first("Anna Berg, ordförande (S)")
    ('Anna Berg (S)', 'Anna Berg, ordförande (S)')
    """
    return _FAMILY_NAME_FIRST.sub(r"\2 \1", text)


def bare_name(name: str) -> str:
    """A name without the title or the opening word before it.

    >>> bare_name("Därefter Ordförande Anna Berg")
    'Anna Berg'
    """
    words = name.split()
    while words and words[0].casefold().rstrip(".:") in _LEADING:
        words = words[1:]
    return " ".join(words)


def party_letters(name: str) -> str:
    """The letters that stand for a party that is written in full; other words as they stand."""
    return PARTY_NAMES.get(name.strip().lower(), name.strip())
