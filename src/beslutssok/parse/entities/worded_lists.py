"""Roll-calls in which the choice stands as a word behind each name.

The cells of a row may be parted by tabs, or stand on lines of their own in a fixed cycle; then
some run together on one line. The text is read as one stream, in the order that its head tells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import CastVote, Person
from beslutssok.parse.entities.ballots import CHOICE, choice_of
from beslutssok.parse.entities.people import NAME, WORD, bare_name, find_persons, given_name_first

_HEADS: tuple[tuple[str, str], ...] = (
    (
        "name",
        r"Namn|Ledam[oö]t(?:er)?|Förtroendevald|Person|Röstande|Deltagare|Efternamn,?\s+[Ff]örnamn",
    ),
    ("first", r"Förnamn"),
    ("last", r"Efternamn"),
    ("party", r"Partibeteckning|Parti(?:tillhörighet)?|Grupp"),
    ("seat", r"Plats(?:\s?nr|nummer)?|Stol|Nr|Bänk"),
    ("role", r"Funktion|Roll|Uppdrag|Befattning|Typ|Status|Tjänstgöring|Tjänstgör"),
    ("place", r"Valkrets|Krets|Ort"),
    ("instead", r"Ersätter|Ersättare\sför|Ersättare|Tjg\sers"),
    ("choice", r"Resultat(?:et)?|Röst(?:ade|ning|at)?|Votering|Val|Svar|Avgiven\sröst"),
)
_HEAD = re.compile(
    rf"(?<!\S)(?:{'|'.join(pattern for _, pattern in _HEADS)})"
    rf"(?:[\t\n ]+(?:{'|'.join(pattern for _, pattern in _HEADS)})){{1,7}}(?=\s|$)"
)
_HEAD_WORD = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _HEADS))
_SPACE = r"[\s,]+"
_PARTY = (
    r"(?:\(?(?:[A-ZÅÄÖ]{1,5}|Fi|opol\.?)\)?|[-–](?=\s)|(?<=[\t\n])[A-ZÅÄÖ][\wåäöÅÄÖ]{1,14}(?=[\t\n])"
    r"|\([A-ZÅÄÖ][a-zåäö]+\))"
)
_WORDS = rf"(?:(?!{CHOICE}(?:\s|$))\S+\s+){{0,4}}?"
_BRACKETS = r"(?:[ ]\([^()\n]{1,15}\))?"
_COLUMNS = {
    "name": rf"(?P<name>{WORD}(?:,?[ ]+[\w.’'-]+)*?{_BRACKETS})",
    "first": rf"(?P<first>{NAME})",
    "last": rf"(?P<last>{NAME})",
    "party": rf"(?P<party>{_PARTY})",
    "seat": r"(?P<seat>\d{1,3})",
    "role": rf"(?P<role>{_WORDS})",
    "place": _WORDS,
    "instead": _WORDS,
    "choice": rf"(?P<choice>{CHOICE})",
}
# A name whose party or seat is missing has at least two words.
_LONG_NAME = rf"(?P<name>{WORD}(?:,?[ ]+[\w.’'-]+)+?{_BRACKETS})"
_BREAK = re.compile(r"\s")
_OPTIONAL = frozenset({"role", "place", "instead"})
_ROW = re.compile(
    rf"^\W*(?:\d{{1,3}}[.)]?\s+)?(?P<who>.+?\)|.+?\s[A-ZÅÄÖ]{{1,5}})(?P<role>[\s,][^()\n]{{0,40}}?)?[\s:–-]+(?P<choice>{CHOICE})$"
)
_STRAY_CHOICE = re.compile(rf"[\t\n ]{CHOICE}(?=[\t\n ]|$)")
_PARTY_IN_ROLE = re.compile(r"(?P<party>[A-ZÅÄÖ]{1,5}|Fi|[-–])(?:\s+\d{1,3})?\s+(?P<role>\D.*)")
MIN_ROWS = 2


@dataclass(frozen=True, slots=True)
class WordedList:
    """A list read from a stream: the rows, the span that has them, and rows not understood."""

    cast: tuple[CastVote, ...]
    start: int
    end: int
    unread: int


def find_worded_lists(stream: str) -> Iterator[WordedList]:
    """Find the lists in a stream of lines (parted by line breaks) and cells (parted by tabs)."""
    heads = [(match, _columns(match[0])) for match in _HEAD.finditer(stream)]
    heads = [(match, columns) for match, columns in heads if _is_head(columns)]
    if not heads:
        yield from _headless(stream)
        return
    cleared = stream
    for match, _ in heads:
        blank = re.sub(r"[^\n]", " ", match[0])
        cleared = cleared[: match.start()] + "\n" + blank[1:] + cleared[match.end() :]
    columns = heads[0][1]
    first = heads[0][0]
    yield from _lists(cleared, first.end(), first.start(), _row_patterns(columns))


def _columns(head: str) -> tuple[str, ...]:
    return tuple(match.lastgroup or "" for match in _HEAD_WORD.finditer(head))


def _is_head(columns: Sequence[str]) -> bool:
    named = "name" in columns or {"first", "last"} <= set(columns)
    return named and "choice" in columns and len(set(columns)) == len(columns)


def _row_patterns(columns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    """Patterns of a row: with every column first, then with party or seat left empty."""
    empty = [column for column in ("seat", "party") if column in columns]
    variants = [tuple(columns)]
    for left_out in [*([column] for column in empty), empty]:
        variant = tuple(column for column in columns if column not in left_out)
        if variant not in variants:
            variants.append(variant)
    return tuple(_row_pattern(variant, full=variant == tuple(columns)) for variant in variants)


def _row_pattern(columns: Sequence[str], full: bool) -> re.Pattern[str]:
    parts = []
    for position, column in enumerate(columns):
        part = _COLUMNS[column] if full or column != "name" else _LONG_NAME
        last = position + 1 == len(columns)
        parts.append(part if column in _OPTIONAL or last else part + _SPACE)
    return re.compile("".join(parts) + r"(?=\s|$)")


def _lists(
    stream: str, begin: int, head: int, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[WordedList]:
    """The rows from a place on; where the same person comes again, a new list has begun."""
    cast: list[CastVote] = []
    seen: set[tuple[str, str | None, str]] = set()
    start, end, unread, position = head, begin, 0, begin
    while (match := _next_row(patterns, stream, position)) is not None:
        row = _cast(match, _broken_name(stream[position : match.start()]) if cast else "")
        unread += len(_STRAY_CHOICE.findall(stream, position, match.start()))
        key = (row.person.name, row.person.party, match.groupdict().get("seat") or "")
        if key in seen:
            yield WordedList(tuple(cast), start, end, unread)
            cast, start, unread = [], match.start(), 0
            seen.clear()
        seen.add(key)
        cast.append(row)
        position = end = match.end()
    if len(cast) >= MIN_ROWS:
        yield WordedList(tuple(cast), start, end, unread)


def _next_row(
    patterns: tuple[re.Pattern[str], ...], stream: str, position: int
) -> re.Match[str] | None:
    at = position
    while at < len(stream):
        while at < len(stream) and stream[at].isspace():
            at += 1
        for pattern in patterns:
            match = pattern.match(stream, at)
            if match and _plausible(match):
                return match
        following = _BREAK.search(stream, at)
        if following is None:
            return None
        at = following.end()
    return None


def _plausible(match: re.Match[str]) -> bool:
    name = _name(match)
    return len(name) > 2 and "\n" not in match["choice"]


def _name(match: re.Match[str]) -> str:
    groups = match.groupdict()
    name = groups.get("name") or f"{groups.get('first') or ''} {groups.get('last') or ''}"
    name = " ".join(name.split())
    return given_name_first(name.strip())


def _broken_name(between: str) -> str:
    """The beginning of a name that goes on on the next line."""
    text = between.strip()
    return text if re.fullmatch(NAME, text) and len(text.split()) <= 4 else ""


def _cast(match: re.Match[str], before: str) -> CastVote:
    groups = match.groupdict()
    name, party = (
        f"{before} {_name(match)}".strip(),
        (groups.get("party") or "").strip("()") or None,
    )
    bracketed = next(find_persons(name), None)
    if bracketed:
        name, party = bracketed[0].name, bracketed[0].party
    choice = choice_of(match["choice"])
    assert choice is not None
    role = " ".join((groups.get("role") or "").split())
    rest = _PARTY_IN_ROLE.fullmatch(role)
    if party and rest and not party.isupper() and party != "Fi":
        # The name was broken in its cell, and its last word stands where the party does.
        name, party, role = f"{name} {party}", rest["party"], rest["role"]
    return CastVote(Person(name, "-" if party in ("–", "-") else party), choice, role)


def _headless(stream: str) -> Iterator[WordedList]:
    """Rows that end with a choice, one a line, under no head that says so."""
    rows: list[tuple[int, int, CastVote]] = []
    position = 0
    for line in stream.split("\n"):
        match = _ROW.match(line.replace("\t", " ").strip())
        row = _headless_row(match) if match else None
        if row:
            rows.append((position, position + len(line), row))
        position += len(line) + 1
    if len(rows) > MIN_ROWS:
        yield WordedList(tuple(row for _, _, row in rows), rows[0][0], rows[-1][1], 0)


def _headless_row(match: re.Match[str]) -> CastVote | None:
    choice = choice_of(match["choice"])
    person = next(find_persons(match["who"]), None)
    if choice is None:
        return None
    role = (match["role"] or "").strip(" ,:–-")
    if person:
        return CastVote(person[0], choice, role) if person[1] == 0 else None
    name, _, party = match["who"].rpartition(" ")
    if not re.fullmatch(NAME, name) or " " not in name:
        return None
    return CastVote(Person(bare_name(name), party), choice, role)
