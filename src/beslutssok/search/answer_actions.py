"""What parties and persons did, in whole lists: reservations, votes, motions, votes held."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from beslutssok.domain import (
    Action,
    ActionKind,
    AnswerLine,
    Filters,
    Hit,
    Saying,
    SectionKind,
    VoteChoice,
)
from beslutssok.domain.answers import AnswerKind, LineKind
from beslutssok.index.entity_queries import told_items
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.actions import find_actions
from beslutssok.search.acts_asked import BROKE, ActsAsked
from beslutssok.search.composing import state
from beslutssok.search.evidence import Evidence
from beslutssok.search.hits import make_hit
from beslutssok.search.listing import filters_of_list
from beslutssok.search.quoted_words import passage_of, stands_in
from beslutssok.search.retrieval import Retrieval, Retriever
from beslutssok.search.selection import within
from beslutssok.search.sentences import Says, say
from beslutssok.search.votes_told import broke_lines, counts_in, say_meaning, tally_line
from beslutssok.search.wording import item_place

# Beside more than this many, what was said is not quoted.
MANY = 40
LONGEST_WORDS = 400

_DID = {
    ActionKind.RESERVED: Says.RESERVED,
    ActionKind.NOT_TAKING_PART: Says.TOOK_NO_PART,
    ActionKind.DISQUALIFIED: Says.DECLARED_INTEREST,
    ActionKind.STATED: Says.HAD_NOTED,
    ActionKind.VOTED: Says.VOTED,
    ActionKind.MOVED: Says.MOVED,
}
# All those named in the same matter, not one or the other.
_TOGETHER = re.compile(r"\b(?:både|såväl|tillsammans|gemensamt|båda)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ToldActs:
    """A list of acts in lines; ``lead`` is the last item of it."""

    kind: AnswerKind
    lead: StoredItem
    lines: tuple[AnswerLine, ...]


def acts_lines(
    retriever: Retriever, retrieval: Retrieval, asked: ActsAsked, evidence: Evidence
) -> ToldActs | None:
    """The list that a question wants, whole; ``None`` where nothing found is about its matter."""
    used = filters_of_list(retrieval)
    # An act counts wherever in the documents it is told of.
    filters = replace(used, document_kind=None, section=None, party=None)
    items: list[str] | None = None
    if asked.about:
        if not evidence.sufficient:
            return None
        found = within(evidence.about or evidence.items, filters)
        items = [item.item_id for item in found]
    looked = sum(
        item.document_kind.records_decisions
        for item in (
            retriever.store.items_named(items)
            if items is not None
            else retriever.store.items(filters)
        )
    )
    if asked.held:
        if asked.detail == BROKE:
            return _broke(retriever, asked, filters, looked)
        return _votes_held(retriever, filters, items, looked)
    return _acts(retriever, asked, filters, items, looked, retrieval)


def _acts(
    retriever: Retriever,
    asked: ActsAsked,
    filters: Filters,
    about: Sequence[str] | None,
    looked: int,
    retrieval: Retrieval,
) -> ToldActs | None:
    kinds = frozenset(asked.kinds)
    acts: list[Action] = []
    for who in asked.who or (None,):
        found = find_actions(retriever, who, about, filters, kinds)
        acts += [act for act in found.actions if _is_wanted(act, asked.detail)]
    if len(asked.who) > 1 and _TOGETHER.search(retrieval.question.text):
        acts = _of_all(acts, asked.who)
        named = say(Says.ALL_OF, names=asked.who)
    else:
        named = say(Says.ANY_OF, names=asked.who) if asked.who else say(Says.SOMEBODY)
    did = _say_done(asked)
    unlisted = _unlisted(retriever, asked, filters, about)
    if not acts:
        rests_on = None if about is not None else _any_item(retriever, retrieval)
        if rests_on is None:
            return None
        lead, passage = rests_on
        none = state(LineKind.COUNT, say(Says.NO_ACTS, who=named, did=did, looked=looked), passage)
        return ToldActs(AnswerKind.ACTIONS, lead, (none, *unlisted))
    acts.sort(key=lambda act: (str(act.hit.date or ""), act.hit.organ))
    ids = list(dict.fromkeys(act.hit.item_id for act in acts))
    whole = say(Says.ACTS, who=named, did=did, items=len(ids), looked=looked)
    lines = [AnswerLine(whole, acts[0].hit, LineKind.COUNT), *unlisted]
    items = {item.item_id: item for item in retriever.store.items_named(ids)}
    for item_id, same in groupby(acts, key=lambda act: act.hit.item_id):
        lines += _lines_of(items[item_id], list(same), quoting=len(ids) <= MANY)
    return ToldActs(AnswerKind.ACTIONS, items[ids[-1]], tuple(lines))


def _of_all(acts: Sequence[Action], who: Sequence[str]) -> list[Action]:
    """The acts of the items in which each of those named acts."""
    items = [{act.hit.item_id for act in acts if name in (act.party, act.person)} for name in who]
    return [act for act in acts if all(act.hit.item_id in each for each in items)]


def _unlisted(
    retriever: Retriever, asked: ActsAsked, filters: Filters, about: Sequence[str] | None
) -> tuple[AnswerLine, ...]:
    """Say of how many votes no roll-call is there, so that nothing is known of who voted how."""
    if ActionKind.VOTED not in asked.kinds:
        return ()
    unlisted = [
        (each, vote)
        for each in told_items(retriever.store, filters, ("cast_votes",), item_ids=about)
        for vote in each.entities.votes
        if not vote.cast and not vote.by_party and each.passages
    ]
    if not unlisted:
        return ()
    each, vote = unlisted[0]
    passage = passage_of(vote.source, each.passages) or each.passages[0]
    items = len({told.item.item_id for told, _ in unlisted})
    saying = say(Says.VOTES_UNLISTED, votes=len(unlisted), items=items)
    return (state(LineKind.DOUBT, saying, passage),)


def _say_done(asked: ActsAsked) -> Saying:
    if len(asked.kinds) > 1:
        return say(Says.ACTED)
    if asked.detail == VoteChoice.ABSTAINED:
        return say(Says.REFRAINED)
    did = say(_DID[asked.kinds[0]])
    return say(Says.ACTED_SO, did=did, detail=asked.detail) if asked.detail else did


def _listed(item: StoredItem, hit: Hit) -> AnswerLine:
    saying = say(Says.ITEM_ALONE, place=item_place(item), title=item.title)
    return AnswerLine(saying, hit, LineKind.LISTED)


def _lines_of(item: StoredItem, acts: Sequence[Action], *, quoting: bool) -> list[AnswerLine]:
    lines = [_listed(item, acts[0].hit)]
    quoted: set[str] = set()
    for act in acts:
        if act.kind is ActionKind.VOTED:
            who, meaning = act.person or act.party or "", say_meaning(act.stood_for)
            told = act.detail if act.person else say(Says.COUNTED, counts=act.detail)
            saying = say(Says.CAST, who=who, told=told, meaning=meaning)
            lines.append(AnswerLine(saying, act.hit, LineKind.VOTE))
        elif quoting and act.text not in quoted:
            quoted.add(act.text)
            if len(act.text) <= LONGEST_WORDS and stands_in(act.text, act.hit.text):
                lines.append(AnswerLine(act.text, act.hit, _line_kind(act.kind)))
            elif len(act.hit.text) <= LONGEST_WORDS:
                lines.append(AnswerLine(act.hit.text, act.hit, _line_kind(act.kind)))
    return lines


def _line_kind(kind: ActionKind) -> LineKind:
    if kind is ActionKind.MOVED:
        return LineKind.MOTION
    return LineKind.DISQUALIFICATION if kind is ActionKind.DISQUALIFIED else LineKind.DISSENT


def _is_wanted(act: Action, detail: str) -> bool:
    """Whether an act is the one asked for: a party votes as the most of it does."""
    if not detail:
        return True
    if act.kind is not ActionKind.VOTED or act.person is not None:
        return act.detail == detail
    counts = {c: 1 if count is None else count for c, count in counts_in(act.detail)}
    cast = [counts.get(c, 0) for c in (VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAINED)]
    own = counts.get(VoteChoice(detail), 0)
    return own > 0 and 2 * own > sum(cast)


def _votes_held(
    retriever: Retriever, filters: Filters, about: Sequence[str] | None, looked: int
) -> ToldActs | None:
    told = told_items(retriever.store, filters, ("cast_votes",), item_ids=about)
    lines: list[AnswerLine] = []
    votes = 0
    items: list[StoredItem] = []
    for each in told:
        stated = [p for p in each.passages if p.section is SectionKind.VOTE]
        own = [
            line
            for number, vote in enumerate(each.entities.votes, start=1)
            for line in tally_line(
                vote, number, len(each.entities.votes), stated + list(each.passages)
            )
        ]
        if own:
            items.append(each.item)
            votes += len(own)
            lines += [_listed(each.item, own[0].hit), *own]
    if not items:
        return None
    whole = say(Says.VOTES, votes=votes, items=len(items), looked=looked)
    heading = AnswerLine(whole, lines[0].hit, LineKind.COUNT)
    return ToldActs(AnswerKind.LIST, items[-1], (heading, *lines))


def _broke(
    retriever: Retriever, asked: ActsAsked, filters: Filters, looked: int
) -> ToldActs | None:
    """Who voted otherwise than their party, vote by vote; of which votes that is not known."""
    told = told_items(retriever.store, filters, ("cast_votes",))
    lines: list[AnswerLine] = []
    items: list[StoredItem] = []
    for each in told:
        own = [line for vote in each.entities.votes for line in broke_lines(vote, each.passages)]
        if own:
            items.append(each.item)
            lines += [_listed(each.item, own[0].hit), *own]
    unlisted = _unlisted(retriever, asked, filters, None)
    votes = [(each, vote) for each in told for vote in each.entities.votes if vote.cast]
    if not items and not votes:
        return None
    rests_on = lines[0].hit if lines else make_hit(votes[0][0].passages[0], 1)
    whole = Says.LEAVING_THE_LINE if items else Says.NONE_LEFT_THE_LINE
    heading = AnswerLine(say(whole, items=len(items), looked=looked), rests_on, LineKind.COUNT)
    lead = (items or [votes[-1][0].item])[-1]
    return ToldActs(AnswerKind.LIST, lead, (heading, *unlisted, *lines))


def _any_item(
    retriever: Retriever, retrieval: Retrieval
) -> tuple[StoredItem, StoredPassage] | None:
    """The item found nearest, with its passage; ``None`` where only what is of no item was."""
    passages = (candidate.passage for candidate in retrieval.candidates)
    passage = next((passage for passage in passages if passage.item_id), None)
    return (retriever.store.items_named([passage.item_id])[0], passage) if passage else None
