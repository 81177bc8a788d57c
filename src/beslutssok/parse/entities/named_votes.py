"""Roll-calls in running text: «Ja röstar Anna Berg (S) och Per Ek (M). Nej röstar …»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from beslutssok.domain import CastVote, PartyVote, Person, VoteChoice
from beslutssok.parse.entities.people import (
    PARTY_NAMES,
    PERSON,
    PERSONS,
    find_persons,
    read_people,
)
from beslutssok.parse.entities.vote_sides import SIDE, VoteSide

# The sides of one vote stand this close, in characters.
APART = 60
_Q = r"[\"”“]?"
_VERB = r"(?:röstar|röstade|har\s+röstat)"
_WORDS = {
    VoteChoice.YES: rf"{_Q}(?:ja|Ja|JA){_Q}",
    VoteChoice.NO: rf"{_Q}(?:nej|Nej|NEJ){_Q}",
}
_FOLLOWING = r"(?:[Ff]öljande|[Dd]essa)(?:\s+\w+){0,3}?"
_BY = (
    r"(?:\s+(?:avges|avgavs|avgav|lämnas|lämnades|avlämnas|avlämnades)(?:\s+av|\s+från)?"
    r"|\s+av|\s+från)"
)


# What is voted on, before the names: «Ja-röst för avslag: …».
_OBJECT = r"(?:\s+(?:till|för|på)\s+(?:(?!\b(?:ja|nej)\b)[^.,:;()\n]){2,80}(?=:))?"


def _marker(word: str) -> str:
    return (
        rf"(?<![\w-])(?:{_FOLLOWING}\s+{_VERB}\s+(?:för\s+)?{word}{_OBJECT}\s*:?|{word}\s+{_VERB}{_OBJECT}\s*:?"
        rf"|[Rr]östar?(?:de)?\s+{word}\s*:|{word}[- ]?(?:röst(?:er)?)?(?:{_BY})\s*:?"
        rf"|{word}[- ]?(?:röst(?:er|ande)?)?(?:\s*\(\d+\)|,?\s*\d+\s*(?:st|röster)?|{_OBJECT})?\s*:"
        rf"|{word}[- ]?röst(?:er)?(?=\s*\n)|(?:^|(?<=\n)){word}(?=\s*\n)"
        rf"|{word}[- ]röst(?:er)?\s*\((?=[A-ZÅÄÖ][a-zåäö]))"
    )


_OTHERS = {
    VoteChoice.ABSTAINED: (
        rf"(?<![\w-])(?:{_FOLLOWING}\s+(?:avstår|avstod)(?:\s+från\s+att\s+rösta)?\s*:?"
        r"|[Aa]vst(?:år|od|ående)(?:\s+från\s+att\s+rösta)?(?:\s+gör)?(?:\s*\(\d+\)|,?\s*\d+)?\s*:|AVSTÅR\s*:?|[Aa]vstår\s+(?:gör\s+)?(?=[A-ZÅÄÖ]))"
    ),
    VoteChoice.ABSENT: (
        r"(?<![\w-])(?:[Ff]rånvarande|FRÅNVARANDE)(?:\s+(?:är|var))?(?:\s*\(\d+\))?\s*:"
    ),
}
_MARKERS = {choice: _marker(word) for choice, word in _WORDS.items()} | _OTHERS
_MARKER = re.compile("|".join(f"(?P<{choice.name}>{p})" for choice, p in _MARKERS.items()))
_BEHIND = re.compile(
    rf"(?P<who>{PERSONS})\s+(?:{_VERB}\s+(?:för\s+)?(?:(?P<YES>{_WORDS[VoteChoice.YES]})|(?P<NO>{_WORDS[VoteChoice.NO]}))(?![\w-])"
    r"|(?P<ABSTAINED>avstår|avstod|har\s+avstått)(?:\s+från\s+(?:att\s+)?röst(?:a|ning|ningen))?(?=[\s.,;]|$)(?!\s+från\s+att\s+(?:delta|yttra)))"
)
_STOOD_FOR = re.compile(
    r"(?:[Ff]ör|till|på)\s+(?![\"”“]?(?:ja|nej)\b)(.{2,80}?)\s*:$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"(?:[\s,;:•▪*–-]|\d{1,2}[.)]\s|(?:och|samt|även|ledamöterna|ledamot(?:en)?|ersättaren?|ordföranden?"
    r"|vice|\d:[ea]|tjänstgörande|kommunalråd(?:et)?|regionråd(?:et)?)\b)*",
    re.IGNORECASE,
)
_PERSON_HERE = re.compile(PERSON)
_PLAIN = re.compile(
    r"[A-ZÅÄÖÉ][\wé’-]+(?:[ ]+(?:af|von|van|de)[ ]+|[ ]+)[A-ZÅÄÖÉ][\wé’-]+"
    r"(?:[ ]+[A-ZÅÄÖÉ][\wé’-]+)?(?=\s*(?:[,;.\n)]|och\b|samt\b|$))"
)
_LETTERS = r"\(?(?:[A-ZÅÄÖ]{1,5}|F[Ii])\)?"
_LETTER_LIST = rf"{_LETTERS}(?:(?:\s*,\s*|\s+och\s+|\s+samt\s+){_LETTERS})*"
_PARTY_GROUP = re.compile(
    r"(?:samtliga\s+|alla\s+|de\s+|övriga\s+|den\s+)?(?:(?:ledam[oö]t\w*|ersättar\w*|representant\w*|tjänstgörande)\s+)+"
    rf"(?:från|för|i|ur)\s+(?P<list>{_LETTER_LIST})(?![\w])"
    rf"|(?P<letter>{_LETTERS})-(?:grupp|ledam)\w*|(?P<name>{'|'.join(PARTY_NAMES)})(?!\w)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class NamedVotes:
    """A roll-call told in a section's text, with the spans of its lists.

    ``meant`` is what a choice stood for, where the list says so: «Ja-röst för avslag: …».
    """

    cast: list[CastVote] = field(default_factory=list)
    by_party: list[PartyVote] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    told: set[VoteChoice] = field(default_factory=set)
    meant: dict[VoteChoice, str] = field(default_factory=dict)

    def add(self, persons: list[Person], parties: list[str], choice: VoteChoice) -> None:
        """Take up those who made a choice."""
        self.cast += [CastVote(person, choice) for person in persons]
        self.by_party += [PartyVote(party, choice) for party in parties]
        self.told.add(choice)


def find_named_votes(text: str) -> Iterator[NamedVotes]:
    """Find the roll-calls told in a section. A new Yes after a No begins the next one."""
    current = NamedVotes()
    for choice, persons, parties, start, end, marker in sorted(
        _lists(text), key=lambda found: found[3]
    ):
        if current.spans and start < current.spans[-1][1]:
            continue
        renewed = choice is VoteChoice.YES and bool(current.told)
        again = choice in current.told and choice in (VoteChoice.YES, VoteChoice.NO)
        if renewed and current.told != {VoteChoice.ABSTAINED} or again:
            yield from _whole(current)
            current = NamedVotes()
        current.add(persons, parties, choice)
        current.spans.append((start, end))
        stood_for = _STOOD_FOR.search(marker.strip())
        if stood_for:
            current.meant.setdefault(choice, stood_for[1])
    yield from _whole(current)


def _whole(found: NamedVotes) -> Iterator[NamedVotes]:
    """A list of abstentions alone is no roll-call."""
    if found.told & {VoteChoice.YES, VoteChoice.NO}:
        yield found


_Found = tuple[VoteChoice, list[Person], list[str], int, int, str]


def _lists(text: str) -> Iterator[_Found]:
    for match in _MARKER.finditer(text):
        choice = VoteChoice[match.lastgroup or ""]
        persons, parties, end = _those_after(text, match.end())
        if persons or parties:
            yield choice, persons, parties, match.start(), end, match[0]
    for match in _BEHIND.finditer(text):
        choice = VoteChoice[match.lastgroup or ""]
        yield choice, list(read_people(match["who"]).persons), [], match.start(), match.end(), ""


def find_sides_named(text: str) -> Iterator[tuple[VoteSide, ...]]:
    """The sides of votes told by what was voted for; those told together are one vote's."""
    run: list[VoteSide] = []
    for match in SIDE.finditer(text):
        persons, parties, end = _those_after(text, match.end())
        if not (persons or parties):
            continue
        if run and match.start() - run[-1].end > APART:
            yield tuple(run)
            run = []
        words = (match["words"] or match["refused"] or "").strip()
        against = match["against"] is not None
        run.append(VoteSide(words, against, tuple(persons), tuple(parties), match.start(), end))
    if run:
        yield tuple(run)


def find_abstaining(text: str) -> NamedVotes:
    """Those told to have abstained or been absent, whatever the others voted."""
    found = NamedVotes()
    for choice, persons, parties, start, end, _ in sorted(_lists(text), key=lambda each: each[3]):
        if choice in (VoteChoice.YES, VoteChoice.NO):
            continue
        if not found.spans or start >= found.spans[-1][1]:
            found.add(persons, parties, choice)
            found.spans.append((start, end))
    return found


def _those_after(text: str, position: int) -> tuple[list[Person], list[str], int]:
    persons: list[Person] = []
    parties: list[str] = []
    end = position
    while True:
        begin = _SEPARATOR.match(text, end)
        at = begin.end() if begin else end
        group = _PARTY_GROUP.match(text, end) or _PARTY_GROUP.match(text, at)
        if group is None:
            space = re.compile(r"[\s,]*(?:(?:och|samt)\s+)?").match(text, end)
            group = _PARTY_GROUP.match(text, space.end()) if space else None
        if group:
            if group["list"]:
                parties += re.findall(r"[A-ZÅÄÖ]{1,5}|F[Ii]", group["list"])
            elif group["letter"]:
                parties.append(group["letter"].strip("()"))
            else:
                parties.append(PARTY_NAMES[group["name"].lower()])
            end = group.end()
            continue
        match = _PERSON_HERE.match(text, at)
        person = next(find_persons(match[0]), None) if match else None
        if match and person:
            persons.append(person[0])
            end = match.end()
            continue
        plain = _PLAIN.match(text, at)
        if plain is None or _MARKER.match(text, at):
            return persons, parties, end
        persons.append(Person(" ".join(plain[0].split())))
        end = plain.end()
