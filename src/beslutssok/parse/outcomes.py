"""What became of an item: the outcome, read from what stands under the decision."""

import re
from collections.abc import Sequence

from beslutssok.domain import Outcome, Paragraph, ParagraphStyle, Section, SectionKind
from beslutssok.parse.carried import carried_texts
from beslutssok.parse.verdicts import (
    ABOUT_PETITION,
    PETITION,
    RECOMMENDS,
    has_several_sentences,
    verdicts_of,
)

# Points that follow many decisions and say nothing of the matter.
_ASIDE = re.compile(
    r"\bomedelbart justera|\bomedelbar(?:t)? justering|\bjusteras omedelbart|\breserver"
    r"|\breservation\w*\b|\bexpedieras\b|\bdelt(?:ar|og) (?:inte|ej) i\b",
    re.IGNORECASE,
)
# The matter goes to somebody else, who has yet to say or decide something.
_PASSED_ON = re.compile(
    r"\b(?:remitteras?|remitterades|remitterar|överlämnas?|överlämnades|överlämnar|hänskjut(?:s|er)"
    r"|hänvisas|översänds|översänder|lämnas över|lämnar över|skickas|skickar|sänds"
    r"|sänder)\b.{0,80}?\btill\b.{0,120}?"
    r"\b(?:yttrande|beredning|handläggning|avgörande|prövning|besvarande|beslut"
    r"|ställningstagande)\b"
    r"|\bremitter(?:as|ar|a|ades)\b.{0,60}?\btill\b|\butan eget (?:ställningstagande|förslag"
    r"|yttrande)\b"
    r"|\b(?:sänds|skickas|sända|skicka|sänder|skickar)\b.{0,60}?\b(?:på|ut på) remiss\b",
    re.IGNORECASE,
)
_DELEGATED = re.compile(
    r"\bfår (?:besluta|avgöra|besvara)\b|\böverlåt(?:er|s|a)\b.{0,60}?\b(?:besluta|avgöra)\b",
    re.IGNORECASE,
)
_TO_ASSEMBLY = re.compile(
    r"\b(?:överlämna|översänd"
    r"|hänskjut)\w*\b.{0,80}?\btill\b.{0,40}?fullmäktige\b.{0,40}?\bför\b.{0,30}?"
    r"\b(?:beslut|antagande|godkännande|fastställande|ställningstagande)\b",
    re.IGNORECASE,
)
_SETTLES = re.compile(
    r"\b(?:godkän(?:n|d)|anta(?:s|r|gs)?\b|antog|fastställ|bevilja|avslå|bifall|tillstyrk|avstyrk"
    r"|uppdra|(?:får|ges|ger\b.{0,60}?) i uppdrag|avge[rs]?\b|avger|utse|välj)",
    re.IGNORECASE,
)
_APPROVES = re.compile(r"\bgodkän(?:ns?|ner|na|des?)\b", re.IGNORECASE)
_DECIDES_MORE = re.compile(
    r"^(?:att\b|(?:\w+\s){0,2}?(?!läns)\w*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen)"
    r"\s(?:\w+(?:r|de|te)|ska)\b)"
    r"|\b(?:får|ges|ger\b.{0,60}?) i uppdrag\b|\buppdra(?:s|r)?\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\bunder förutsättning\b.{0,60}?(?:fullmäktige|ovan)", re.IGNORECASE)
_PART = re.compile(
    r"^(?:\d+[.)]\s*)?(?:att\s)?(?:val(?:et|en)?\s(?:av|till|som)|punkt(?:en|erna)?\b|beslutssats"
    r"|att-sats)",
    re.IGNORECASE,
)
_GRANTS = re.compile(r"\bbevilja(?:r|s)\b(?! (?:inte|ej)\b)(?!.{0,40}ansvarsfrihet)", re.IGNORECASE)
_ALLOWS = re.compile(r"\bmedge(?:r|s)\b(?! (?:inte|ej)\b)", re.IGNORECASE)
_APPLICATION = re.compile(r"^(?:\d+[.)]\s*)?(?:att\s)?(?:avslå )?ansökan\b", re.IGNORECASE)
_MATTER_FIRST = re.compile(
    r"motion|medborgarförslag|initiativ|e-förslag|interpellation"
    r"|^(?:\d+[.)]\s*)?(?:ärendet|frågan)\b",
    re.IGNORECASE,
)
# The decision of a body that is asked is its answer, whatever it recommends there.
_IS_ASKED = re.compile(r"yttrande|remiss", re.IGNORECASE)
_GIVES_OPINION = re.compile(
    r"\b(?:avge|avgiv|lämna|anta|godkänn|överlämna|översänd)\w*\b.{0,80}?\byttrande"
    r"|\byttrande\w*\b.{0,80}?\b(?:avge|anta|godkänn|överlämna|översänd|lämna)s"
    r"|\bsom (?:sitt|eget)\b.{0,20}?\byttrande|\byttrande\w*\b.{0,60}?\bsom (?:sitt )?eget\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"(?::|\batt|\bbesluta[rt]?|\bbeslöt|\bföljande)\s*$")
# Words of the same matter begin alike; shorter words tell no matter.
STEM = 6
_WORD = re.compile(rf"[^\W\d_]{{{STEM},}}")
_DECISIVE = (Outcome.REFERRED_BACK, Outcome.TABLED, Outcome.WITHDRAWN)
_RULINGS = (Outcome.PARTLY_APPROVED, Outcome.REJECTED, Outcome.ANSWERED, Outcome.APPROVED)


def read_outcome(sections: Sequence[Section], records_decisions: bool, title: str = "") -> Outcome:
    """Read the outcome of an item.

    Only what stands under the decision counts; where that names no more than whose proposal was
    carried, it is what the proposal says. An agenda, and minutes whose decision is a proposal to
    another body, give ``PROPOSED``; minutes without any decision ``UNKNOWN``.
    """
    decisions = [section for section in sections if section.kind is SectionKind.DECISION]
    paragraphs = [paragraph for section in decisions for paragraph in section.paragraphs]
    if records_decisions and paragraphs:
        if _only_follows_proposal(sections):
            return Outcome.PROPOSED
        carried = carried_texts(paragraphs, sections)
        if carried is None:
            return Outcome.UNKNOWN if ABOUT_PETITION.search(title) else Outcome.APPROVED
        return classify_decision(carried, title)
    proposed = any(section.kind is SectionKind.PROPOSAL for section in sections)
    return Outcome.PROPOSED if proposed else Outcome.UNKNOWN


def _only_follows_proposal(sections: Sequence[Section]) -> bool:
    """Whether a body first proposes to another, and only then decides something itself.

    Both stand under one heading; what is proposed is the matter itself.
    """
    for position, section in enumerate(sections):
        if section.kind is SectionKind.DECISION and section.paragraphs:
            conditional = _CONDITIONAL.search(section.paragraphs[0].text)
            same = [each for each in sections if each.heading == section.heading]
            proposals = [each for each in same if each.kind is SectionKind.PROPOSAL]
            before = any(each in sections[:position] for each in proposals)
            return before or bool(conditional and proposals)
    return False


def classify_decision(paragraphs: Sequence[Paragraph], title: str = "") -> Outcome:
    """The outcome that the paragraphs of a decision state.

    What is said of a motion or another petition rules, else what the first paragraph or most of
    them say. Where no rule matches, the matter is decided as moved (``APPROVED``); where it is
    only passed on for others to prepare, it is ``REFERRED``, and ``UNKNOWN`` where they are to
    decide. Who only recommends what is to become of a motion has ``PROPOSED`` it.
    """
    told = [paragraph.text for paragraph in paragraphs if _is_told(paragraph)]
    verdicts = {text: verdicts_of(text) for text in told}
    texts = [
        text for text in told if verdicts[text] or _is_passed(text) or not _LEADS_IN.search(text)
    ]
    if not texts:
        return Outcome.APPROVED
    passed_on = _passed_on(texts, verdicts)
    if passed_on is not None:
        return passed_on
    if not {verdict for found in verdicts.values() for verdict in found} - {Outcome.NOTED}:
        if _only_recommends(texts, title):
            return Outcome.PROPOSED
        if _is_against(texts, title):
            return Outcome.REJECTED
    if not any(verdicts.values()):
        return Outcome.APPROVED
    found = _of_petition(texts, verdicts, title) or _of_matter(texts, verdicts, title)
    if found is not None:
        return found
    return Outcome.NOTED if _only_notes(texts, verdicts) else Outcome.APPROVED


def _is_told(paragraph: Paragraph) -> bool:
    if paragraph.style in (ParagraphStyle.ROW, ParagraphStyle.HEADING):
        return False
    text = paragraph.text
    return not _ASIDE.search(text) or bool(verdicts_of(_ASIDE.split(text)[0]))


def _only_recommends(texts: Sequence[str], title: str) -> bool:
    """Whether all is what others should do with a petition, such as a motion to an assembly."""
    recommending = [text for text in texts if RECOMMENDS.search(text)]
    if not recommending or _IS_ASKED.search(title) or any(map(_GIVES_OPINION.search, texts)):
        return False
    return bool(PETITION.search(title)) or any(map(PETITION.search, recommending))


def _is_against(texts: Sequence[str], title: str) -> bool:
    """Whether an application or the like is turned down, where that is no opinion for others."""
    if _IS_ASKED.search(title) or any(map(_GIVES_OPINION.search, texts)):
        return False
    return any(map(_AGAINST.search, texts))


_AGAINST = re.compile(r"\bavstyrk(?:er|s|a|tes?)\b", re.IGNORECASE)
_Verdicts = dict[str, tuple[Outcome, ...]]


def _passed_on(texts: Sequence[str], verdicts: _Verdicts) -> Outcome | None:
    """Where the matter only goes on to others: first of all, and with nothing but notes after."""
    first, *rest = texts
    if _TO_ASSEMBLY.search(first):
        return Outcome.PROPOSED if _SETTLES.search(first) else Outcome.REFERRED
    if _SETTLES.search(first):
        return None
    if first.rstrip().endswith(":") and _PASSED_ON.search(first):
        return Outcome.REFERRED
    others = all(_is_passed(text) or set(verdicts[text]) == {Outcome.NOTED} for text in rest)
    if not (_is_passed(first) and others):
        return None
    return Outcome.REFERRED if _PASSED_ON.search(first) else Outcome.UNKNOWN


def _is_passed(text: str) -> bool:
    return bool(_PASSED_ON.search(text) or _DELEGATED.search(text))


def _of_petition(texts: Sequence[str], verdicts: _Verdicts, title: str) -> Outcome | None:
    """What is decided of the motion or other petition that the item is about."""
    if title and not ABOUT_PETITION.search(title):
        return None
    told = {
        verdict
        for text in texts
        if PETITION.search(text)
        for verdict in verdicts[text]
        if verdict in _RULINGS
    }
    if Outcome.APPROVED in told and len(told) > 1:
        return Outcome.PARTLY_APPROVED
    return next(iter(told)) if len(told) == 1 else None


def _of_matter(texts: Sequence[str], verdicts: _Verdicts, title: str) -> Outcome | None:
    about_other = bool(title) and not ABOUT_PETITION.search(title)
    for ruling in (*_DECISIVE, *_RULINGS):
        ruled = [text for text in texts if ruling in verdicts[text]]
        if ruling in _DECISIVE and (len(texts) > 1 or has_several_sentences(texts[0])):
            ruled = [
                text for text in ruled if len(ruled) == len(texts) > 1 or not _PART.match(text)
            ]
        half = len(ruled) * 2 - len(texts)
        most = half > 0 or (half == 0 and ruling is Outcome.ANSWERED and not about_other)
        matter = [
            text
            for text in ruled
            if _MATTER_FIRST.search(text) and not (about_other and PETITION.search(text))
        ]
        rejected = ruling is Outcome.REJECTED
        granted = rejected and any(map(_GRANTS.search, texts))
        allowed = rejected and any(map(_ALLOWS.search, texts))
        if allowed and any(map(_APPLICATION.match, ruled)):
            return Outcome.PARTLY_APPROVED
        first = texts[0] in ruled
        if rejected and not granted and first:
            first = not _other_is_the_matter(texts, ruled, title)
        if first or most or matter:
            return Outcome.PARTLY_APPROVED if granted else ruling
    return None


def _other_is_the_matter(texts: Sequence[str], ruled: Sequence[str], title: str) -> bool:
    """Whether the title names what another point decides, and nothing of what is rejected."""
    named = {word.casefold()[:STEM] for word in _WORD.findall(title)}
    others = [text for text in texts if text not in ruled]

    def tells(text: str) -> bool:
        return any(word.casefold()[:STEM] in named for word in _WORD.findall(text))

    return any(map(tells, others)) and not any(map(tells, ruled))


def _only_notes(texts: Sequence[str], verdicts: _Verdicts) -> bool:
    """Whether all is noted, or first of all, with a list of what it was and no further decision."""
    if all(Outcome.NOTED in verdicts[text] for text in texts):
        return not any(map(_APPROVES.search, texts))
    first, *rest = texts
    numbered = re.match(r"\d+[.)]\s", first)
    return (
        Outcome.NOTED in verdicts[first]
        and not numbered
        and not _SETTLES.search(first)
        and not any(map(_DECIDES_MORE.search, rest))
    )
