"""Precedents: earlier items like a text, an item, or a case at hand, and how they ended."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from beslutssok.domain import (
    DocumentKind,
    Filters,
    Hit,
    Outcome,
    OutcomeCount,
    Precedent,
    Precedents,
    StepKind,
)
from beslutssok.index.case_links import items_of_cases, passage_counts, passages_of
from beslutssok.index.rows import StoredItem, StoredPassage, compared, compared_case
from beslutssok.search.candidates import Candidate
from beslutssok.search.case_items import in_case_order
from beslutssok.search.citations import item_citation
from beslutssok.search.held import is_list_of_others
from beslutssok.search.hits import make_hit
from beslutssok.search.leads import first_telling
from beslutssok.search.likeness import cost_of_length, find_description
from beslutssok.search.named_items import find_item
from beslutssok.search.papers import Paper, paper_of_passages
from beslutssok.search.retrieval import Retriever, hit_of
from beslutssok.search.same_titles import subject_of
from beslutssok.search.step_kinds import is_deciding, is_decision, step_kind

__all__ = ["find_item", "find_precedents", "find_similar", "precedents_of_paper"]

# What is embedded is cut at about this many characters: the model reads no more than 512 tokens.
MAX_TEXT = 1_500
# Of the items found, so many times the cases wanted are looked at for what case they are of.
LOOKED_AT = 4
_OF_THE_MEETING = re.compile(
    r"^(?:(?:allmänhetens\s)?frågestund|ordningsfråga|upprop|parentation|anförande|närvarorätt"
    r"|val\sav\sjuster\w+|(?:protokolls)?justering|bestämmande\sav\stid|nya\smotioner"
    r"|(?:fastställande|godkännande|fastställelse)\sav\s(?:dagordning|föredragningslista|ärendelista)"
    r"|(?:mötets|sammanträdets)\s|förteckning\söver)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """An item found, with its best candidate and its score over all that was asked."""

    candidate: Candidate
    score: float


def find_similar(retriever: Retriever, text: str, given: Filters, limit: int) -> list[Hit]:
    """Find items like a text, or like the item that a citation or identifier names.

    One hit an item, the item itself left out, and one agenda and one set of minutes of a case.
    """
    passages = find_item(retriever, text)
    paper = paper_of_passages(passages) if passages else None
    queries = queries_of(paper, text)
    hits: list[Hit] = []
    seen_cases: set[tuple[str, str]] = set()
    for found in _ranked(retriever, queries, given):
        best = found.candidate
        if passages and best.passage.item_id == passages[0].item_id:
            continue
        case = (_case_of(best.passage), best.passage.document_kind.value)
        if case in seen_cases:
            continue
        seen_cases.add(case)
        hits.append(_hit(found, len(hits) + 1, queries))
        if len(hits) >= limit:
            break
    return hits


def find_precedents(retriever: Retriever, text: str, given: Filters, limit: int) -> Precedents:
    """Earlier cases like a text, or like the item that a citation or identifier names."""
    passages = find_item(retriever, text)
    if not passages:
        return _precedents(retriever, queries_of(None, text), "", frozenset(), given, limit)
    paper = paper_of_passages(passages)
    own = frozenset({_case_of(passages[0])})
    source = item_citation(passages[0])
    return _precedents(retriever, queries_of(paper), source, own, given, limit)


def precedents_of_paper(
    retriever: Retriever, paper: Paper, source: str, given: Filters, limit: int
) -> Precedents:
    """Earlier cases like the matter of a paper; its own case is none of them."""
    own = frozenset({_case_key(paper.huvudman, paper.case_number)} if paper.case_number else ())
    return _precedents(retriever, queries_of(paper), source, own, given, limit)


def queries_of(paper: Paper | None, text: str = "") -> tuple[str, ...]:
    """What is searched for: of a paper its title, and all of it; of a text what is no asking.

    >>> queries_of(None, "En butik vill ha längre öppet än i dag. Finns liknande beslut?")
    ('En butik vill ha längre öppet än i dag.',)
    """
    if paper is None:
        return ((find_description(text) or text)[:MAX_TEXT],)
    title = subject_of(paper.title)
    parts = paper.texts[1:] if paper.title else paper.texts
    whole = "\n".join((title, *parts)).strip()[:MAX_TEXT]
    return tuple(dict.fromkeys(query for query in (title[:MAX_TEXT], whole) if query.strip()))


def _precedents(
    retriever: Retriever,
    queries: Sequence[str],
    source: str,
    own: frozenset[str],
    given: Filters,
    limit: int,
) -> Precedents:
    ranked = _ranked(retriever, queries, given)
    numbers = _numbers(retriever, ranked[: LOOKED_AT * limit])
    by_case: dict[str, _Found] = {}
    for found in ranked:
        passage = found.candidate.passage
        number = numbers.get(passage.item_id)
        key = _case_key(passage.huvudman, number) if number else _case_of(passage)
        if key not in own and len(by_case) < limit:
            by_case.setdefault(key, found)
    items = _items_by_case(retriever, by_case, numbers)
    texts = passages_of(retriever.store, [i.item_id for each in items.values() for i in each])
    cases = [
        _precedent(_hit(found, rank, queries), items[key], texts)
        for rank, (key, found) in enumerate(by_case.items(), start=1)
    ]
    counted = Counter(case.outcome for case in cases).most_common()
    return Precedents(
        compared=queries[-1] if queries else "",
        source=source,
        cases=tuple(cases),
        outcomes=tuple(OutcomeCount(outcome, count) for outcome, count in counted),
        coverage=retriever.store.coverage(given),
    )


def _ranked(retriever: Retriever, queries: Sequence[str], given: Filters) -> list[_Found]:
    """Items like all of the queries, best first; what is of the meeting itself left out."""
    best: dict[str, Candidate] = {}
    scores: dict[str, list[float]] = {}
    floors: list[float] = []
    for query in queries:
        retrieval = retriever.retrieve_plain(query, given)
        found = {key: c[0] for key, c in retrieval.by_item().items() if _is_found(c[0].passage)}
        for key, candidate in found.items():
            scores.setdefault(key, []).append(candidate.score)
            if key not in best or candidate.score > best[key].score:
                best[key] = candidate
        floors.append(min((c.score for c in found.values()), default=0.0))
    counts = passage_counts(retriever.store, best)
    floor = sum(floors) / max(len(floors), 1)
    ranked = []
    for key, candidate in best.items():
        lacking = len(queries) - len(scores[key])
        score = (sum(scores[key]) + lacking * floor) / len(queries)
        ranked.append(_Found(candidate, score - cost_of_length(counts.get(key, 1))))
    return sorted(ranked, key=lambda found: -found.score)


def _is_found(passage: StoredPassage) -> bool:
    return bool(passage.item_id) and is_of_matter(passage.item_title)


def is_of_matter(title: str) -> bool:
    """Whether an item so titled is about some matter, not about the meeting or a list of others."""
    return not (_OF_THE_MEETING.match(title.strip()) or is_list_of_others(title))


def _hit(found: _Found, rank: int, queries: Sequence[str]) -> Hit:
    return replace(hit_of(found.candidate, rank, "\n".join(queries)), score=round(found.score, 4))


def _case_of(passage: StoredPassage | StoredItem) -> str:
    """What the items of one case have in common; those of a paper are all of one."""
    if passage.case_number:
        return _case_key(passage.huvudman, passage.case_number)
    if passage.document_kind is DocumentKind.OTHER:
        return passage.sha256
    title = passage.item_title if isinstance(passage, StoredPassage) else passage.title
    return "|".join((passage.huvudman, passage.organ, str(passage.date), compared(title)))


def _case_key(huvudman: str, number: str) -> str:
    return f"{compared(huvudman)}|{compared_case(number)}"


def _numbers(retriever: Retriever, found: Sequence[_Found]) -> Mapping[str, str]:
    """The case number of each item found, by identifier; a paper has that of its only mention."""
    passages = [each.candidate.passage for each in found]
    numbers = {p.item_id: p.case_number for p in passages if p.case_number}
    papers = [
        p.item_id
        for p in passages
        if p.document_kind is DocumentKind.OTHER and p.item_id not in numbers
    ]
    for item in retriever.store.items_named(papers) if papers else ():
        if len(item.references) == 1:
            numbers[item.item_id] = item.references[0]
    return numbers


def _items_by_case(
    retriever: Retriever, found: Mapping[str, _Found], numbers: Mapping[str, str]
) -> Mapping[str, tuple[StoredItem, ...]]:
    """All items of the cases found, in order of time."""
    ids = [each.candidate.passage.item_id for each in found.values()]
    wanted = {numbers[item_id] for item_id in ids if item_id in numbers}
    items = items_of_cases(retriever.store, wanted) if wanted else []
    grouped: dict[str, list[StoredItem]] = {key: [] for key in found}
    for item in items:
        grouped.get(_case_of(item), []).append(item)
    lonely = [i for i, key in zip(ids, found, strict=True) if not grouped[key]]
    of_key = dict(zip(ids, found, strict=True))
    for item in retriever.store.items_named(lonely) if lonely else ():
        grouped[of_key[item.item_id]].append(item)
    return {key: tuple(sorted(each, key=in_case_order)) for key, each in grouped.items()}


def _precedent(
    best: Hit, items: Sequence[StoredItem], texts: Mapping[str, Sequence[StoredPassage]]
) -> Precedent:
    told = [item for item in items if texts.get(item.item_id)]
    hits = [make_hit(first_telling(texts[i.item_id]), n) for n, i in enumerate(told, start=1)]
    kinds = [step_kind(item, texts[item.item_id]) for item in told]
    title = told[-1].title if told else best.item_title
    return Precedent(
        case_number=best.case_number or next((i.case_number for i in told if i.case_number), None),
        title=title or best.item_title,
        outcome=_outcome(told, kinds),
        best=best,
        hits=tuple(hits) or (best,),
    )


def _outcome(items: Sequence[StoredItem], kinds: Sequence[StepKind]) -> Outcome:
    """How a case ended: by its last deciding item, else as it was last put off or noted."""
    minuted = [item for item in items if item.document_kind.records_decisions]
    settled = [item.outcome for item, kind in zip(items, kinds, strict=True) if is_deciding(kind)]
    decided = settled or [item.outcome for item in minuted if is_decision(item)]
    if decided:
        return decided[-1]
    handled = [i.outcome for i in minuted if i.outcome not in (Outcome.PROPOSED, Outcome.UNKNOWN)]
    if handled:
        return handled[-1]
    proposed = any(item.outcome is Outcome.PROPOSED for item in items)
    return Outcome.PROPOSED if proposed else Outcome.UNKNOWN
