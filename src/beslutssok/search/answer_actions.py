"""What parties and persons did, in whole lists: reservations, votes, motions, votes held."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from beslutssok.domain import Action, ActionKind, AnswerLine, Filters, Hit, SectionKind
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
from beslutssok.search.votes_told import broke_lines, tally_line
from beslutssok.search.wording import count_of, item_place

# Beside more than this many, what was said is not quoted.
MANY = 40
LONGEST_WORDS = 400

_WORDS = {
    ActionKind.RESERVED: "reserverade sig",
    ActionKind.NOT_TAKING_PART: "deltog inte i beslutet",
    ActionKind.DISQUALIFIED: "anmälde jäv",
    ActionKind.STATED: "gjorde en anteckning till protokollet",
    ActionKind.VOTED: "röstade",
    ActionKind.MOVED: "yrkade",
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
        named = f"både {' och '.join(asked.who)}"
    else:
        named = " eller ".join(asked.who) or "någon"
    what = _what(asked)
    unlisted = _unlisted(retriever, asked, filters, about)
    if not acts:
        rests_on = None if about is not None else _any_item(retriever, retrieval)
        if rests_on is None:
            return None
        lead, passage = rests_on
        text = f"Inget ärende där {named} {what} finns, av {looked} genomsökta paragrafer."
        none = state(LineKind.COUNT, text, passage)
        return ToldActs(AnswerKind.ACTIONS, lead, (none, *unlisted))
    acts.sort(key=lambda act: (str(act.hit.date or ""), act.hit.organ))
    ids = list(dict.fromkeys(act.hit.item_id for act in acts))
    count = count_of(len(ids), "ett ärende", "ärenden")
    whole = f"{named[0].upper()}{named[1:]} {what} i {count}, av {looked} genomsökta paragrafer:"
    lines = [AnswerLine(whole, acts[0].hit, quoted=False, kind=LineKind.COUNT), *unlisted]
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
    count = count_of(len(unlisted), "en omröstning", "omröstningar")
    items = len({told.item.item_id for told, _ in unlisted})
    where = count_of(items, "ett ärende", "ärenden")
    text = (
        f"Av {count} i {where} finns ingen röstlista bland handlingarna; hur var och en röstade "
        "där framgår inte och är inte räknat."
    )
    return (state(LineKind.DOUBT, text, passage),)


def _what(asked: ActsAsked) -> str:
    if len(asked.kinds) > 1:
        return "yrkade, röstade, reserverade sig eller liknande"
    told = _WORDS[asked.kinds[0]]
    return f"{told} {asked.detail}".replace("röstade avstår", "avstod från att rösta").strip()


def _listed(item: StoredItem, hit: Hit) -> AnswerLine:
    text = f"{item_place(item)}: {item.title}."
    return AnswerLine(text, hit, quoted=False, kind=LineKind.LISTED)


def _lines_of(item: StoredItem, acts: Sequence[Action], *, quoting: bool) -> list[AnswerLine]:
    lines = [_listed(item, acts[0].hit)]
    quoted: set[str] = set()
    for act in acts:
        if act.kind is ActionKind.VOTED:
            who = act.person or act.party or ""
            stood_for = f" ({act.stood_for})" if act.stood_for else ""
            counted = ", räknat i röstlistan" if act.person is None else ""
            text = f"{who}: {act.detail}{counted}{stood_for}."
            lines.append(AnswerLine(text, act.hit, quoted=False, kind=LineKind.VOTE))
        elif quoting and act.text not in quoted:
            quoted.add(act.text)
            if len(act.text) <= LONGEST_WORDS and stands_in(act.text, act.hit.text):
                lines.append(AnswerLine(act.text, act.hit, kind=_line_kind(act.kind)))
            elif len(act.hit.text) <= LONGEST_WORDS:
                lines.append(AnswerLine(act.hit.text, act.hit, kind=_line_kind(act.kind)))
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
    counts: dict[str, int] = {}
    for part in act.detail.split(", "):
        number, _, choice = part.rpartition(" ")
        counts[choice] = int(number) if number.isdigit() else 1
    cast = {choice: counts.get(choice, 0) for choice in ("ja", "nej", "avstår")}
    return cast[detail] > 0 and 2 * cast[detail] > sum(cast.values())


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
    held = count_of(votes, "En omröstning", "omröstningar")
    count = count_of(len(items), "ett ärende", "ärenden")
    whole = f"{held} i {count}, av {looked} genomsökta paragrafer:"
    heading = AnswerLine(whole, lines[0].hit, quoted=False, kind=LineKind.COUNT)
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
    count = count_of(len(items), "ett ärende", "ärenden")
    whole = f"Någon röstade {BROKE} i {count}, av {looked} genomsökta paragrafer:"
    if not items:
        whole = f"Ingen röstade {BROKE} enligt röstlistorna i {looked} genomsökta paragrafer."
    heading = AnswerLine(whole, rests_on, quoted=False, kind=LineKind.COUNT)
    lead = (items or [votes[-1][0].item])[-1]
    return ToldActs(AnswerKind.LIST, lead, (heading, *unlisted, *lines))


def _any_item(
    retriever: Retriever, retrieval: Retrieval
) -> tuple[StoredItem, StoredPassage] | None:
    """The item found nearest, with its passage; ``None`` where only what is of no item was."""
    passages = (candidate.passage for candidate in retrieval.candidates)
    passage = next((passage for passage in passages if passage.item_id), None)
    return (retriever.store.items_named([passage.item_id])[0], passage) if passage else None
