"""What a decision words otherwise than the proposal that was put to it, point by point."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from beslutssok.domain import (
    DocumentKind,
    Outcome,
    PointChange,
    SectionKind,
)
from beslutssok.index.rows import StoredItem, StoredPassage, compared
from beslutssok.search.hits import make_hit
from beslutssok.search.leads import is_lead_in
from beslutssok.search.one_matter import is_one_case
from beslutssok.search.same_bodies import is_assembly, is_same_body
from beslutssok.search.step_kinds import is_decision

# From this on, two points are one that was reworded; below, one fell and another came.
REWORDED = 0.55
# Further points of these say nothing of the matter: they are there in minutes only.
_ASIDE = re.compile(
    r"\bomedelbart\sjustera|\bomedelbar\sjustering|\breserv|\bexpedieras\b|\bjäv\b|\bjustera[sd]\b",
    re.IGNORECASE,
)
# «Enligt kommunstyrelsens förslag» carries all of it, and words nothing of its own.
_AS_PROPOSED = re.compile(
    r"\b(?:enligt|i enlighet med|bif\w+)\b.{0,90}\bförslag(?:et)?\b"
    r"|\bförslag(?:et)?\b(?:\still\sbeslut)?\s(?:antas|bifalls|godkänns|fastställs)\b",
    re.IGNORECASE,
)
_BY_MOTION = re.compile(
    r"\b(?:enligt|i enlighet med|bif\w+)\b.{0,90}\b(?:\w*yrkande\w*|reservation\w*)", re.IGNORECASE
)
_REFERS = re.compile(
    r"\blikalydande\b|\bvidhåller\b|\bsamma\s(?:som|lydelse)\b|\bsom\sovan\b"
    r"|\b(?:enligt|i enlighet med|bif\w+)\b.{0,90}\b(?:förslag(?:et)?|yrkande\w*)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s?[.)]|[a-zåäö]\)|[-–•*])\s+")
_LEAD = re.compile(
    r"^(?:förslag\still\sbeslut\s?:?\s*)?(?:[\w-]+\s){0,6}?(?:beslutar|besluta|beslutade|föreslår|föreslås|hemställer)\b"
    r"(?:\s(?:att\s)?(?:föreslå\s)?(?:[\w-]+\s){0,3}?(?:fullmäktige|styrelsen|nämnden|\w+fullmäktige"
    r"|\w+styrelsen|\w+nämnden))?(?:\s(?:att\s)?besluta)?(?:\sföljande)?\s*:?\s*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\W+")


def point_changes(
    proposed: Sequence[StoredPassage], decided: Sequence[StoredPassage]
) -> tuple[PointChange, ...]:
    """Compare the points of a proposal with those of the decision on it.

    Points that only differ in number, letter case, spaces or stops are the same; of the others a
    pair that is alike was reworded. In the order of the decision, then what fell away. A point
    that only carries the proposal stands for all of its points. Nothing where the proposal
    itself refers to another, or the decision to a motion made at the meeting.
    """
    before, after = _points(proposed), _points(decided)
    if not before or not after or any(_REFERS.search(point.text) for point in before):
        return ()
    if any(_BY_MOTION.search(point.text) for point in after) or _whole(before) == _whole(after):
        return ()
    adopted = [point for point in after if _AS_PROPOSED.search(point.text)]
    if adopted:
        added = [p for p in after if p not in adopted and not _ASIDE.search(p.text)]
        plain = {_plain(point.text) for point in before}
        return tuple(
            PointChange(None, make_hit(point, 1))
            for point in added
            if _plain(point.text) not in plain
        )
    same = {_plain(point.text) for point in before} & {_plain(point.text) for point in after}
    left = [point for point in before if _plain(point.text) not in same]
    changes: list[PointChange] = []
    for point in after:
        if _plain(point.text) in same:
            continue
        closest = max(left, key=lambda other: likeness(point.text, other.text), default=None)
        if closest is not None and likeness(point.text, closest.text) >= REWORDED:
            left.remove(closest)
            changes.append(PointChange(make_hit(closest, 1), make_hit(point, 1)))
        elif not _ASIDE.search(point.text):
            changes.append(PointChange(None, make_hit(point, 1)))
    return (*changes, *(PointChange(make_hit(point, 1), None) for point in left))


def proposal_before(step: StoredItem, earlier: Sequence[StoredItem]) -> StoredItem | None:
    """The step whose proposal was put to a step that decided; ``None`` if it is not certain.

    That is the agenda of the same meeting, or else the board's proposal right before; with
    nothing of the case in between. ``earlier`` are the steps before, in order of time.
    """
    if not is_decision(step):
        return None
    for other in reversed(earlier):
        if other.document_kind is DocumentKind.OTHER:
            continue
        if not is_one_case(other.case_number, step.case_number):
            continue
        if other.document_kind is DocumentKind.AGENDA:
            if other.date == step.date and is_same_body(other.organ, step.organ):
                return other
            continue
        proposes = other.outcome is Outcome.PROPOSED
        return other if proposes and _is_above(step.organ, other.organ) else None
    return None


def proposed_points(
    item: StoredItem, passages: Sequence[StoredPassage]
) -> tuple[StoredPassage, ...]:
    """What an item proposes: in minutes what the body itself put forward, not others to it."""
    of_agenda = item.document_kind is DocumentKind.AGENDA
    kinds = (SectionKind.PROPOSAL, SectionKind.DECISION) if of_agenda else (SectionKind.PROPOSAL,)
    found = [passage for passage in passages if passage.section in kinds]
    if not of_agenda:
        found = [passage for passage in found if _OWN_HEADING.search(passage.section_heading)]
    return _of_one(found)


def points_put(item: StoredItem, passages: Sequence[StoredPassage]) -> tuple[StoredPassage, ...]:
    """The proposal that minutes say lay before the body, where they tell of one only."""
    if not is_decision(item):
        return ()
    found = [passage for passage in passages if passage.section is SectionKind.PROPOSAL]
    if any(not _PUT_HEADING.search(passage.section_heading) for passage in found):
        return ()
    return _of_one(found)


def _of_one(passages: Sequence[StoredPassage]) -> tuple[StoredPassage, ...]:
    """The passages, if they are one proposal and not several below each other."""
    headings = {passage.section_heading for passage in passages}
    points = [passage.point for passage in passages if passage.point]
    leads = [passage for passage in passages if is_lead_in(passage.text)]
    several = len(headings) != 1 or len(set(points)) < len(points) or len(leads) > 1
    return () if several else tuple(passages)


_PUT_HEADING = re.compile(r"\bförslag", re.IGNORECASE)
_OWN_HEADING = re.compile(r"\bbeslut(?:ar|ade)?\b(?!\si\s)", re.IGNORECASE)


def decided_points(passages: Sequence[StoredPassage]) -> tuple[StoredPassage, ...]:
    """What an item decides."""
    return tuple(passage for passage in passages if passage.section is SectionKind.DECISION)


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, word by word: 0 to 1."""
    return SequenceMatcher(None, _plain(one).split(), _plain(other).split()).ratio()


def _is_above(organ: str, other: str) -> bool:
    """Whether what a body proposes goes to another: a committee to a board, to the assembly."""
    return not is_same_body(organ, other) and _rank(organ) > _rank(other)


def _rank(organ: str) -> int:
    name = compared(organ)
    if is_assembly(organ):
        return 3
    if re.search(r"utskott|presidi|beredning", name):
        return 0
    return 2 if re.search(r"(?:kommun|region|stads|förbunds|landstings)styrelsen", name) else 1


def _points(passages: Sequence[StoredPassage]) -> list[StoredPassage]:
    return [p for p in passages if (p.point or not is_lead_in(p.text)) and _plain(p.text)]


def _whole(passages: Sequence[StoredPassage]) -> str:
    return " ".join(_plain(passage.text) for passage in passages)


def _plain(text: str) -> str:
    r"""A point without number, lead-in, stops and line breaks, for comparison.

    >>> _plain("2. Planen antas.") == _plain("1) Planen\nantas")
    True
    """
    bare = _NUMBER.sub("", " ".join(text.split()))
    bare = _LEAD.sub("", bare, count=1)
    bare = re.sub(r"^att\s", "", bare, flags=re.IGNORECASE)
    return _JOINED.sub(" ", bare.casefold()).strip()
