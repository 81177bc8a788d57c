"""What a person or a party did in the matters at hand: moved, voted, reserved, stepped aside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import (
    Action,
    ActionKind,
    Actions,
    DissentKind,
    Filters,
    Hit,
    Person,
    Quotation,
    Saying,
    Vote,
    VoteChoice,
)
from beslutssok.index.entity_queries import ToldItem, known_parties, known_persons, told_items
from beslutssok.index.overview import EVERYTHING
from beslutssok.index.parties import PARTY_NAMES, party_letters
from beslutssok.index.store import Store
from beslutssok.search.evidence import weigh_evidence
from beslutssok.search.hits import make_hit
from beslutssok.search.named_people import is_called
from beslutssok.search.quoted_words import passage_of
from beslutssok.search.retrieval import Retriever
from beslutssok.search.sentences import Says, say
from beslutssok.search.votes_told import say_counts

EVERY_KIND = frozenset(ActionKind)
_TABLES = {
    ActionKind.MOVED: ("motions",),
    ActionKind.VOTED: ("cast_votes", "party_votes"),
    ActionKind.RESERVED: ("dissents",),
    ActionKind.STATED: ("dissents",),
    ActionKind.NOT_TAKING_PART: ("dissents",),
    ActionKind.DISQUALIFIED: ("disqualifications",),
}
_DISSENTS = {
    DissentKind.RESERVATION: ActionKind.RESERVED,
    DissentKind.STATEMENT: ActionKind.STATED,
    DissentKind.SPECIAL_OPINION: ActionKind.STATED,
    DissentKind.NOT_TAKING_PART: ActionKind.NOT_TAKING_PART,
}
_PARTY_BEHIND = re.compile(r"\s*\(([^()]*)\)\s*$")

_Actor = tuple[str | None, str | None]
"""Person and party letters; a whole party has no person."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Whose actions are wanted: of a party, of persons as printed, or, with neither, of all."""

    party: str | None = None
    persons: frozenset[str] | None = None

    def includes(self, person: str | None, party: str | None) -> bool:
        if self.persons is not None:
            own = self.party is None or party is None or party == self.party
            return person in self.persons and own
        return self.party is None or party == self.party


def find_actions(
    retriever: Retriever,
    who: str | None,
    about: Sequence[str] | None = None,
    filters: Filters = EVERYTHING,
    kinds: frozenset[ActionKind] | None = None,
) -> Actions:
    """Find what somebody did, in order of time.

    ``who`` is a party, by letters or name, or a person by name; ``None`` stands for all parties
    and persons. ``about`` are identifiers of the only items to look in. An action is one motion,
    vote, or reservation of a party: members who acted together are named together. Unless
    ``filters`` name a kind of document, only those that record decisions count, each § once.
    """
    return find_actions_in(retriever.store, who, about, filters, kinds)


def actions_about(
    retriever: Retriever,
    who: str | None,
    text: str,
    filters: Filters = EVERYTHING,
    kinds: frozenset[ActionKind] | None = None,
) -> Actions:
    """Find what somebody did in the items that are about a text, for certain as answers go."""
    retrieval = retriever.retrieve(text, filters)
    evidence = weigh_evidence(retriever, retrieval, text)
    items = (evidence.about or evidence.items) if evidence.sufficient else ()
    return find_actions(retriever, who, [item.item_id for item in items], filters, kinds)


def find_actions_in(
    store: Store,
    who: str | None,
    about: Sequence[str] | None = None,
    filters: Filters = EVERYTHING,
    kinds: frozenset[ActionKind] | None = None,
) -> Actions:
    """Do as :func:`find_actions`, without any model."""
    wanted, called = _read_who(store, who)
    kinds = EVERY_KIND if kinds is None else kinds
    tables = [table for kind in ActionKind if kind in kinds for table in _TABLES[kind]]
    by_party = [wanted.party] if wanted.party and wanted.persons is None else None
    told = told_items(
        store, filters, tables, parties=by_party, persons=wanted.persons, item_ids=about
    )
    actions = tuple(
        action for each in told for action in _actions_in(each, wanted) if action.kind in kinds
    )
    return Actions(called, actions, store.coverage(filters))


def is_party(store: Store, who: str) -> bool:
    """Whether a name stands for a party: its own name, or letters that a party here has."""
    word = who.strip().strip("()").strip()
    return word.lower() in PARTY_NAMES or (
        " " not in word and party_letters(word) in known_parties(store)
    )


def _read_who(store: Store, who: str | None) -> tuple[_Wanted, str]:
    if who is None or not who.strip():
        return _Wanted(), ""
    if is_party(store, who):
        letters = party_letters(who)
        return _Wanted(party=letters), letters
    behind = _PARTY_BEHIND.search(who)
    name = who[: behind.start()] if behind else who
    persons = known_persons(store)
    called = frozenset(person for person in persons if is_called(name, person))
    party = party_letters(behind[1]) if behind and behind[1].strip() else None
    return _Wanted(party, called), " ".join(who.split())


def _actions_in(told: ToldItem, wanted: _Wanted) -> Iterator[Action]:
    if not told.passages:
        return
    for motion in told.entities.motions:
        actors = _actors(motion.movers, motion.parties, wanted)
        yield from _acted(told, ActionKind.MOVED, actors, motion.kind, motion.source)
    for vote in told.entities.votes:
        yield from _votes_in(told, vote, wanted)
    for dissent in told.entities.dissents:
        actors = _actors(dissent.persons, dissent.parties, wanted)
        detail = dissent.kind if dissent.kind is DissentKind.SPECIAL_OPINION else ""
        yield from _acted(told, _DISSENTS[dissent.kind], actors, detail, dissent.source)
    for disqualified in told.entities.disqualifications:
        actors = _actors(disqualified.persons, (), wanted)
        yield from _acted(told, ActionKind.DISQUALIFIED, actors, "", disqualified.source)


def _acted(
    told: ToldItem, kind: ActionKind, actors: Iterable[_Actor], detail: str, source: Quotation
) -> Iterator[Action]:
    for person, party in actors:
        hit = _told_by(told, source, (person or "").split(", ")[0])
        yield Action(kind, person, party, detail, _quoted(source, hit), hit)


def _votes_in(told: ToldItem, vote: Vote, wanted: _Wanted) -> Iterator[Action]:
    """How each party voted in counts, or how a person did; the words are those of the tally."""
    stood_for: Saying | str = ""
    if vote.proposition is not None:
        stood_for = say(Says.STOOD_FOR, yes=vote.proposition.yes, no=vote.proposition.no)
    kind, stated = ActionKind.VOTED, _told_by(told, vote.source)
    text = _quoted(vote.source, stated)
    if wanted.persons is not None:
        for cast in vote.cast:
            person, party = cast.person.name, _letters(cast.person.party)
            if wanted.includes(person, party):
                listed = _told_by(told, vote.roll_call, person) if vote.roll_call else None
                yield Action(kind, person, party, cast.choice, text, stated, stood_for, listed)
        return
    listed = _told_by(told, vote.roll_call) if vote.roll_call else None
    for party, counts in _counts(vote).items():
        if wanted.includes(None, party):
            detail = say_counts((c, counts[c]) for c in VoteChoice if c in counts)
            yield Action(kind, None, party, detail, text, stated, stood_for, listed)


def _counts(vote: Vote) -> dict[str, dict[VoteChoice, int | None]]:
    """How many of each party voted how; ``None`` where only the party is named."""
    counts: dict[str, dict[VoteChoice, int | None]] = {}
    for cast in vote.cast:
        if cast.person.party:
            held = counts.setdefault(party_letters(cast.person.party), {})
            held[cast.choice] = (held.get(cast.choice) or 0) + 1
    listed = frozenset(counts)
    for stated in vote.by_party:
        party = party_letters(stated.party)
        if party not in listed:
            held = counts.setdefault(party, {})
            before = held.get(stated.choice)
            held[stated.choice] = stated.count if before is None else before + (stated.count or 0)
    return counts


def _actors(persons: Iterable[Person], parties: Iterable[str], wanted: _Wanted) -> list[_Actor]:
    """Who is wanted of those that acted: one for each party, with its members put together."""
    members: dict[str | None, list[str]] = {}
    for person in persons:
        letters = _letters(person.party)
        if wanted.includes(person.name, letters):
            members.setdefault(letters, []).append(person.name)
    actors: list[_Actor] = [(", ".join(names), party) for party, names in members.items()]
    for party in dict.fromkeys(map(party_letters, parties)):
        if wanted.persons is None and wanted.includes(None, party) and party not in members:
            actors.append((None, party))
    return actors


def _told_by(told: ToldItem, source: Quotation, name: str = "") -> Hit:
    """The passage in which the most of the words stand, one with the name rather than others."""
    return make_hit(passage_of(source, told.passages, name) or told.passages[0], 1)


def _quoted(source: Quotation, hit: Hit) -> str:
    """The words, or where they go over several passages all of the one that is cited."""
    return source.text if source.text in hit.text else hit.text


def _letters(party: str | None) -> str | None:
    return party_letters(party) if party else None
