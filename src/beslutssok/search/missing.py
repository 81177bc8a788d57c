"""Steps that documents refer to, but whose own documents are not in the index."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from beslutssok.domain import DocumentKind, ItemReference, MissingStep, Saying, SectionKind
from beslutssok.index.case_links import (
    StoredReference,
    entities_of,
    passages_of,
    references_from,
)
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.bodies_meant import organ_meant
from beslutssok.search.held import LISTED, Held, is_list_of_others
from beslutssok.search.hits import make_hit
from beslutssok.search.reference_passages import passage_with, sentence_with
from beslutssok.search.retrieval import Retriever
from beslutssok.search.same_bodies import body_key, is_elsewhere
from beslutssok.search.sentences import Says, say
from beslutssok.search.wording import place_of

# Texts in which a reference is told with what was done, before mere lists of enclosures.
_TELLS_LITTLE = {SectionKind.DOCUMENTS: 2, SectionKind.RECIPIENTS: 2, SectionKind.EARLIER: 1}
# In an answer, so many of the last are named.
MAX_GAPS = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """A reference with the body that it means, and where it stands."""

    organ: str
    day: date | None
    year: int | None
    number: str
    passage: StoredPassage
    text: str

    @property
    def rank(self) -> tuple[int, int, str]:
        """What is quoted rather than another that tells of the same: the lower, the rather."""
        little = _TELLS_LITTLE.get(self.passage.section, 0)
        is_agenda = self.passage.document_kind is DocumentKind.AGENDA
        return little, int(is_agenda), str(self.passage.date or "")


def missing_steps(retriever: Retriever, items: Sequence[StoredItem]) -> tuple[MissingStep, ...]:
    """Steps that items refer to and that the index lacks, in order of time.

    Each is named by body and date, with its § where that is told, or by body, § and year, and
    has the sentence that tells of it. Lists of notifications, and bodies of other organisations,
    tell of none.
    """
    by_id = {item.item_id: item for item in items if not is_list_of_others(item.title)}
    references = references_from(retriever.store, by_id)
    held = Held.of(retriever, by_id.values(), references)
    open_ones = held.unresolved(by_id, references)
    if not open_ones:
        return ()
    telling = {reference.item_id for reference in open_ones}
    quoted = entities_of(retriever.store, telling)
    passages = passages_of(retriever.store, telling)
    told = []
    for reference in open_ones:
        source = quoted[reference.item_id].references[reference.position]
        found = _told(reference, source, by_id[reference.item_id], passages[reference.item_id])
        if found is not None:
            told.append(found)
    lacking = [
        each
        for each in told
        if not held.has(each.organ, each.day, each.year, each.number, by_id[each.passage.item_id])
    ]
    return tuple(_step(each) for each in _once_each(lacking))


def gaps_of(retriever: Retriever, items: Sequence[StoredItem]) -> tuple[Saying, ...]:
    """Sentences about the meetings and § that items refer to and the index lacks, latest last."""
    own = [item for item in items if item.item_id]
    missing = missing_steps(retriever, own) if own else ()
    return tuple(dict.fromkeys(map(_gap_sentence, missing[-MAX_GAPS:])))


def _gap_sentence(step: MissingStep) -> Saying:
    hit = step.told_by
    told_by: str = hit.citation.partition(",")[0]
    if hit.document_kind is not DocumentKind.OTHER:
        told_by = place_of(hit.document_kind, hit.organ, hit.date, hit.item_number)
    day = step.date or step.year
    place = place_of(DocumentKind.MINUTES, step.organ, day, step.number or "")
    return say(Says.GAP, place=place, told_by=told_by)


def _told(
    reference: StoredReference,
    source: ItemReference,
    item: StoredItem,
    passages: Sequence[StoredPassage],
) -> _Told | None:
    """Where a reference stands and which body it means; ``None`` if it tells of no own step."""
    passage = passage_with(passages, source.source.text)
    if passage is None or LISTED.search(passage.section_heading):
        return None
    flat = " ".join(passage.text.split())
    quoted = " ".join(source.source.text.split())
    start = flat.find(quoted)
    before, after = flat[:start], flat[start + len(quoted) :]
    organ = organ_meant(source.organ, before, quoted, item, passage)
    if not organ:
        return None
    name_end = quoted.casefold().find(organ.casefold())
    behind = quoted[name_end + len(organ) :] if name_end >= 0 else ""
    if is_elsewhere(organ, item.huvudman, item.organ, before, behind + after):
        return None
    return _Told(
        organ,
        source.date,
        source.year,
        reference.number,
        passage,
        sentence_with(passage.text, source.source.text),
    )


def _once_each(told: Sequence[_Told]) -> list[_Told]:
    """One of each step, told as well as can be, in order of time."""
    chosen: dict[tuple[object, ...], _Told] = {}
    numbered = {each.day for each in told if each.number}
    for each in sorted(told, key=lambda each: each.rank):
        if each.number or each.day not in numbered:
            body = body_key(each.organ)[-1:]
            key = (each.passage.huvudman, each.day or each.year, each.number, body)
            chosen.setdefault(key, each)
    return sorted(
        chosen.values(), key=lambda each: (str(each.day or each.year), each.number.zfill(4))
    )


def _step(told: _Told) -> MissingStep:
    return MissingStep(
        organ=told.organ,
        date=told.day,
        number=told.number or None,
        year=told.year if told.day is None else None,
        told_by=make_hit(told.passage, 1),
        text=told.text,
    )
