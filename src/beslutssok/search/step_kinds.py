"""What kind of step an item is in the course of its case."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.domain import DocumentKind, Outcome, SectionKind, StepKind
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.search.leads import is_lead_in
from beslutssok.search.same_bodies import is_assembly

_STEPS = {
    Outcome.REFERRED_BACK: StepKind.REFERRED_BACK,
    Outcome.REFERRED: StepKind.CONSULTATION,
    Outcome.TABLED: StepKind.TABLED,
    Outcome.REJECTED: StepKind.REJECTION,
    Outcome.WITHDRAWN: StepKind.WITHDRAWN,
    Outcome.NOTED: StepKind.TREATED,
    Outcome.ANSWERED: StepKind.ANSWER,
    Outcome.PROPOSED: StepKind.PROPOSAL,
    Outcome.APPROVED: StepKind.DECISION,
    Outcome.PARTLY_APPROVED: StepKind.DECISION,
    Outcome.UNKNOWN: StepKind.TREATED,
}
_DECIDED = frozenset(
    {Outcome.APPROVED, Outcome.PARTLY_APPROVED, Outcome.REJECTED, Outcome.ANSWERED}
)
_BOARD = re.compile(r"(?:styrelsen|direktionen|utskott\w*|beredning\w*|presidi\w+)$", re.IGNORECASE)
_MOTION = re.compile(r"\bmotion(?:en|er|erna|ens|s)?\b", re.IGNORECASE)
_IS_MOTION = re.compile(r"\s*motion\b", re.IGNORECASE)
_INITIATIVE = re.compile(
    r"\b(?:medborgarförslag\w*|e-förslag\w*|invånarförslag\w*|folkinitiativ\w*|interpellation\w*"
    r"|(?:ledamots|politiker)?initiativ(?:et|ärende\w*)?\b|enkel\sfråga)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:interpellation\w*|enkel\sfråga|frågestund)", re.IGNORECASE)
_PUT = re.compile(
    r"\b(?:får|medges?|tillåt\w+)\s+(?:fram)?ställas?\b|\b(?:fram)?ställs\b"
    r"|\b(?:väck(?:t|ts|tes|s)|inlämna[td]\w*|inkommit|kommit\sin|anmäl(?:s|d|da|ts|an))\b",
    re.IGNORECASE,
)
_REPLIED = re.compile(
    r"\b(?:besvara(?:d|t|s|ts|des|r)|svar(?:et|ar|ade)?\spå|debatten)", re.IGNORECASE
)
_SENT_OUT = re.compile(
    r"\bremitter(?:as|a|ar|ats?)\b|\böverlämna[sr]?\b.{0,80}?\btill\b.{0,80}?\bför\s"
    r"(?:yttrande|beredning|handläggning|besvarande)\b|\bbegär\w*\b.{0,60}?\byttrande\b"
    r"|\b(?:sänds?|skickas?|gå)\s(?:ut\s)?på\s(?:remiss|samråd)\b|\bsamråd(?:as)?\bska\b",
    re.IGNORECASE,
)
# A plan is shown for consultation, which is no decision on the plan.
_SHOWN = re.compile(
    r"\b(?:ställs?|ställa|sänds?|sända|skickas?|läggs?)\s(?:ut|fram)?\s?(?:för|på|till)\s(?:\w+\s)?"
    r"(?:granskning|samråd|remiss)\b|\b(?:samråd|granskning)\s(?:ska\s)?genomför(?:s|as)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\byttrande(?:t)?\s(?:över|till|i|med\sanledning)\b|\b(?:avger|avge|lämnar|antar|överlämnar"
    r"|överlämna|godkänner)\b.{0,60}?\byttrande(?:t)?\b|\byttrande(?:t)?\b.{0,80}?\böverlämnas\b"
    r"|\b(?:till|av)styrk(?:er|s|a)\b|\böverlämnar\syttrandet\b|\bsom\s(?:sitt|eget)\b.{0,12}\byttrande",
    re.IGNORECASE,
)
_FROM_OUTSIDE = re.compile(
    r"\bremissvar\w*|\bremiss\s(?:av|från)\b|\bbetänkande\w*|\bpromemoria\w*|\bSOU\b|\bDs\s\d{4}"
    r"|\bsamrådsyttrande\w*|\bsvar\spå\s(?:samråd|remiss|revision\w*|granskning\w*)",
)
_FOLLOWED_UP = re.compile(
    r"\b(?:uppföljning\w*|utvärdering\w*|återrapport\w*|slutrapport\w*|slutredovisning\w*"
    r"|lägesrapport\w*|delårs\w*|delredovisning\w*|tertial\w*|redovisning\sav\s.{0,60}?uppdrag\w*)\b"
    r"|\buppdrag(?:et)?\b.{0,200}?\b(?:fullgjort|slutfört|avslutat)\b",
    re.IGNORECASE,
)
_ONLY_TOLD = re.compile(
    r"\b(?:godkänn(?:s|er)|ante[ck]{1,2}na[sr]?|noteras?|noterar|läggs?\still|tar\sdel|fullgjort"
    r"|slutfört|avslutat|till\shandlingarna|överlämna[sr]\still)",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(
    r"\bverkställ\w*|\bgenomförande(?:t|plan\w*)?\sav\b|\bigångsättning\w*|\btilldelning(?:s|en)?\w*"
    r"|\bantar\s(?:anbud|anbudet)\b|\banvisningar\b|\btillämpnings\w+|\btecknar?\savtal\b"
    r"|\bavtal\s(?:tecknas|ingås)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a step: whether it is the first, and what was decided before it.

    ``is_own`` says that the item treats the case itself; ``told`` is the text that mentions it.
    """

    is_own: bool = True
    is_first: bool = False
    decided_before: bool = False
    told: str = ""


def step_kind(
    item: StoredItem, passages: Sequence[StoredPassage], setting: Setting | None = None
) -> StepKind:
    """Tell what kind of step an item is, from its body, title, outcome and decision.

    A proposal, an agenda or what was put off never gives a kind that says that something was
    decided.
    """
    around = setting or Setting()
    if not around.is_own:
        return _mention_kind(item, around.told)
    if item.document_kind is DocumentKind.AGENDA:
        return StepKind.AGENDA
    if item.document_kind is DocumentKind.OTHER:
        return _paper_kind(item)
    if item.outcome in (Outcome.TABLED, Outcome.REFERRED_BACK, Outcome.WITHDRAWN):
        return _STEPS[item.outcome]
    if item.outcome is Outcome.PROPOSED:
        return _proposal_kind(item)
    points = [p.text for p in passages if p.section is SectionKind.DECISION]
    decision = "\n".join(points)
    begun = _beginning_kind(item, decision or "\n".join(p.text for p in passages), around)
    if begun is not None:
        return begun
    if item.outcome is Outcome.ANSWERED:
        return StepKind.ANSWER
    if _SENT_OUT.search(decision) and item.outcome in (Outcome.UNKNOWN, Outcome.REFERRED):
        return StepKind.CONSULTATION
    if _SHOWN.search(decision) and item.outcome is Outcome.APPROVED:
        return StepKind.CONSULTATION
    if _is_opinion(item, decision):
        return _opinion_kind(item, decision)
    return _decided_kind(item, points, around)


def is_deciding(kind: StepKind) -> bool:
    """Whether a step of a kind decides the matter."""
    return kind in (StepKind.DECISION, StepKind.REJECTION, StepKind.ANSWER)


def is_decision(item: StoredItem) -> bool:
    """Whether an item of minutes has an outcome that settles something."""
    return item.document_kind.records_decisions and item.outcome in _DECIDED


def _mention_kind(item: StoredItem, told: str) -> StepKind:
    """A mention is a reference, unless it is where motions and the like are first told of."""
    if item.document_kind is DocumentKind.OTHER:
        return _paper_kind(item)
    if item.document_kind is DocumentKind.AGENDA:
        return StepKind.REFERENCE
    announces = re.search(r"\b(?:nya|inkomna|anmälan|anmälda|väckta|remiss)\b", item.title, re.I)
    if announces and (_MOTION.search(item.title) or _INITIATIVE.search(item.title)):
        return StepKind.MOTION if _MOTION.search(told) else StepKind.INITIATIVE
    return StepKind.REFERENCE


def _paper_kind(item: StoredItem) -> StepKind:
    """A paper is the initiative itself, or another document."""
    if _IS_MOTION.match(item.title):
        return StepKind.MOTION
    return StepKind.INITIATIVE if _INITIATIVE.match(item.title) else StepKind.DOCUMENT


def _proposal_kind(item: StoredItem) -> StepKind:
    """A board's treatment before the assembly, or a proposal that a body makes on its own."""
    is_petition = _MOTION.search(item.title) or _INITIATIVE.search(item.title)
    if is_assembly(item.organ):
        return StepKind.PROPOSAL
    return StepKind.PREPARATION if is_petition or _BOARD.search(item.organ) else StepKind.PROPOSAL


def _beginning_kind(item: StoredItem, told: str, around: Setting) -> StepKind | None:
    """Whether a motion or another initiative is put, or a question replied to; ``None`` if not.

    ``told`` is the decision, or the whole text where there is none.
    """
    title = item.title
    is_motion, is_initiative = _MOTION.search(title), _INITIATIVE.search(title)
    if not (is_motion or is_initiative) or item.outcome in _DECIDED - {Outcome.APPROVED}:
        return None
    if _QUESTION.search(title) and _REPLIED.search(told):
        return StepKind.ANSWER
    is_sent = bool(_SENT_OUT.search(told))
    is_put = bool(_PUT.search(told)) and not _REPLIED.search(told)
    if not is_sent and not is_put:
        return None
    starts = around.is_first or is_put or is_assembly(item.organ)
    if around.decided_before or not starts:
        return None
    return StepKind.INITIATIVE if is_initiative and not is_motion else StepKind.MOTION


def _is_opinion(item: StoredItem, decision: str) -> bool:
    if is_assembly(item.organ) or item.outcome in (Outcome.NOTED, Outcome.UNKNOWN):
        return False
    return bool(_OPINION.search(item.title) or _OPINION.search(decision))


def _opinion_kind(item: StoredItem, decision: str) -> StepKind:
    """An opinion is a part of the preparation within the organisation, or a reply to others."""
    is_petition = _MOTION.search(item.title) or _INITIATIVE.search(item.title)
    is_boards = bool(_BOARD.search(item.organ)) and not is_petition
    outwards = is_boards or _FROM_OUTSIDE.search(f"{item.title} {decision}")
    return StepKind.ANSWER if outwards else StepKind.PREPARATION


def _decided_kind(item: StoredItem, points: Sequence[str], around: Setting) -> StepKind:
    if item.outcome is Outcome.REJECTED or item.outcome is Outcome.PARTLY_APPROVED:
        return _STEPS[item.outcome]
    told = " ".join((item.title, *points))
    deciding = [point for point in points if not is_lead_in(point) and not _ONLY_TOLD.search(point)]
    only_told = item.outcome is Outcome.NOTED or (bool(points) and not deciding)
    if only_told and _FOLLOWED_UP.search(told):
        return StepKind.FOLLOW_UP
    if item.outcome is Outcome.APPROVED and around.decided_before and _CARRIED_OUT.search(told):
        return StepKind.EXECUTION
    return _STEPS[item.outcome]
