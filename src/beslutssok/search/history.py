"""The history of a case: its steps in order of time, what each changed, and what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from beslutssok.domain import (
    Case,
    CaseStep,
    DocumentKind,
    Entities,
    Hit,
    PointChange,
    StepKind,
    StepLink,
)
from beslutssok.errors import CitationNotFound
from beslutssok.index.case_links import entities_of, passages_of
from beslutssok.index.rows import (
    StoredItem,
    StoredPassage,
    compared_case,
    compared_number,
    is_same_case,
)
from beslutssok.parse.case_numbers import find_case_numbers, normalise_case_number
from beslutssok.search.case_items import CaseItem, linked_items, numbered_items
from beslutssok.search.changes import (
    decided_points,
    point_changes,
    points_put,
    proposal_before,
    proposed_points,
)
from beslutssok.search.hits import make_hit
from beslutssok.search.leads import first_telling
from beslutssok.search.missing import missing_steps
from beslutssok.search.named_items import find_item
from beslutssok.search.named_numbers import find_cases_asked
from beslutssok.search.reference_passages import passage_about
from beslutssok.search.retrieval import Retriever
from beslutssok.search.same_bodies import is_assembly, is_same_body, is_same_huvudman
from beslutssok.search.sentences import Says, say
from beslutssok.search.step_kinds import Setting, is_deciding, is_decision, step_kind

_Texts = Mapping[str, Sequence[StoredPassage]]


def case_history(retriever: Retriever, text: str, huvudman: str | None = None) -> Case:
    """The history of the case that a case number, a citation or an identifier names.

    Raises:
        CitationNotFound: there is none, or several organisations have one of that number and
            ``huvudman`` tells not which.
    """
    passages = find_item(retriever, text)
    if passages:
        named = retriever.store.items_named([passages[0].item_id])
        if named:
            return case_of(retriever, named[0])
    number = read_case_number(text)
    found = numbered_items(retriever, number, huvudman) if compared_case(number) else []
    if not found:
        raise CitationNotFound(say(Says.NO_CASE, number=number), say(Says.CHECK_NUMBER))
    return _case(retriever, number, _of_one_huvudman(number, found))


def case_of(retriever: Retriever, item: StoredItem) -> Case:
    """The history of the case that an item belongs to; of the item alone if it has no number."""
    number = item.case_number or ""
    known = [CaseItem(item, StepLink.CASE_NUMBER)]
    if number:
        known = numbered_items(retriever, number, item.huvudman)
    return _case(retriever, number, known)


def read_case_number(text: str) -> str:
    """The case number that a text has, in its one form; the text itself if it has none.

    >>> read_case_number("ärende ks 2023/45"), read_case_number("0901-22")
    ('KS 2023/45', '0901/22')
    """
    asked = [case.name for case in find_cases_asked(text)]
    found = asked or [number for number, _, _ in find_case_numbers(text)]
    return found[0] if found else normalise_case_number(text) or text.strip()


def _of_one_huvudman(number: str, found: Sequence[CaseItem]) -> Sequence[CaseItem]:
    names = tuple(dict.fromkeys(each.item.huvudman for each in found if each.is_own))
    apart = [name for name in names[1:] if name and not is_same_huvudman(name, names[0])]
    if not apart or not names[0]:
        return found
    example = next(each.item for each in found if each.is_own)
    raise CitationNotFound(
        say(Says.CASE_OF_SEVERAL, number=number, names=names),
        say(Says.GIVE_ID_OF_CASE, id=example.item_id),
    )


def _case(retriever: Retriever, number: str, known: Sequence[CaseItem]) -> Case:
    members = linked_items(retriever, known)
    ids = [each.item.item_id for each in members]
    texts, entities = passages_of(retriever.store, ids), entities_of(retriever.store, ids)
    own = [each.item for each in members if each.is_own] or [each.item for each in members]
    steps: list[CaseStep] = []
    earlier: list[StoredItem] = []
    decided = False
    for each in members:
        item = each.item
        if not texts[item.item_id]:
            continue
        kind, told = _kind(each, number, own, texts, Setting(each.is_own, not steps, decided))
        changes = _changes(item, earlier, texts) if each.is_own else ()
        hit = make_hit(told, len(steps) + 1)
        told_there = entities.get(item.item_id, Entities())
        step = CaseStep(hit, kind, item.outcome, each.link, changes, told_there)
        same = next((n for n, step in enumerate(steps) if _is_copy(step.hit, hit)), None)
        if same is not None:
            steps[same] = _folded(steps[same], step)
            continue
        steps.append(step)
        if each.is_own:
            earlier.append(item)
            decided = decided or is_decision(item)
    shown = number
    if number:
        spelled = [i.case_number for i in own if is_same_case(i.case_number, number)]
        shown = spelled[0] if spelled and spelled[0] else number
    return Case(shown, _title(own, steps), tuple(steps), missing_steps(retriever, own))


def _is_copy(one: Hit, other: Hit) -> bool:
    """Whether two are of one § of one meeting, as minutes and the extract of them are."""
    return (
        bool(one.item_number and one.date)
        and one.document_kind.records_decisions
        and other.document_kind.records_decisions
        and (one.huvudman, one.date, compared_number(one.item_number))
        == (other.huvudman, other.date, compared_number(other.item_number))
        and is_same_body(one.organ, other.organ)
    )


def _folded(one: CaseStep, other: CaseStep) -> CaseStep:
    """One step of two copies: the minutes' if there are any, with the citation of the other."""
    keep, fold = one, other
    if one.hit.document_kind is DocumentKind.EXTRACT is not other.hit.document_kind:
        keep, fold = other, one
    also_in = (*keep.hit.also_in, *fold.hit.also_in, fold.hit.citation)
    return replace(keep, hit=replace(keep.hit, rank=one.hit.rank, also_in=also_in))


def _kind(
    each: CaseItem,
    number: str,
    own: Sequence[StoredItem],
    texts: _Texts,
    setting: Setting,
) -> tuple[StepKind, StoredPassage]:
    passages = texts[each.item.item_id]
    if each.is_own:
        return step_kind(each.item, passages, setting), _shown(passages)
    about = passage_about(passages, number, own)
    setting = replace(setting, told=about.text if about else "")
    if each.link is StepLink.REFERENCE and not each.item.case_number:
        # Without any number, the reference is what makes it a step of the case.
        setting = replace(setting, is_own=True)
    return step_kind(each.item, passages, setting), about or _shown(passages)


def _shown(passages: Sequence[StoredPassage]) -> StoredPassage:
    """What tells best what happened; the first point rather than the words that lead in to it."""
    telling = first_telling(passages)
    if telling.point or not telling.text.rstrip().endswith(":"):
        return telling
    after = passages[passages.index(telling) + 1 :]
    return next((p for p in after[:1] if p.section is telling.section), telling)


def _changes(
    item: StoredItem, earlier: Sequence[StoredItem], texts: _Texts
) -> tuple[PointChange, ...]:
    passages = texts[item.item_id]
    decided = decided_points(passages)
    proposal = proposal_before(item, earlier)
    if proposal is not None and proposal.document_kind is DocumentKind.AGENDA:
        return point_changes(proposed_points(proposal, texts[proposal.item_id]), decided)
    put = points_put(item, passages)
    if put:
        return point_changes(put, decided)
    if proposal is None:
        return ()
    return point_changes(proposed_points(proposal, texts[proposal.item_id]), decided)


def _title(own: Sequence[StoredItem], steps: Sequence[CaseStep]) -> str:
    """The title of the latest step that decided, the assembly's first; else of the latest."""
    of_case = [step for step in steps if step.link is StepLink.CASE_NUMBER]
    deciding = [step for step in of_case if is_deciding(step.kind)]
    assembly = [step for step in deciding if is_assembly(step.hit.organ)]
    chosen = (assembly or deciding or of_case)[-1:]
    return chosen[0].hit.item_title if chosen else own[-1].title
