"""What became of an item: the outcome, read from what stands under the decision."""

import re
from collections.abc import Iterable, Sequence

from beslutssok.domain import Outcome, Paragraph, Section, SectionKind

_MATTER = (
    r"(?:ärendet|frågan|motion(?:en|erna)|(?:medborgar|e-)?förslag(?:et|en)|initiativ(?:et|ärendet)"
    r"|ledamotsinitiativet|interpellationen|skrivelsen|ansökan|begäran|hemställan|framställan"
    r"|den\b.{0,120}?\bmotionen)"
)
_RULES: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE))
    for outcome, pattern in (
        (
            Outcome.REFERRED_BACK,
            r"\b(?:minoritets)?återremitter(?:as|ar|a|ats?)\b(?! inte)"
            r"|\bbeslutar? (?:om |att bifalla )?(?:minoritets)?återremiss\w*"
            r"|\bbifall\w* (?:yrkandet om )?(?:minoritets)?återremiss",
        ),
        (
            Outcome.TABLED,
            r"\bbordlägg(?:s|a|er|as|es)\b(?! inte)|\bbordla(?:gd|gt|des)\b"
            r"|\bbeslutar? (?:om )?bordläggning\b|\bbifall\w* (?:yrkandet om )?bordläggning",
        ),
        (
            Outcome.WITHDRAWN,
            r"^(?:\d+[.)]\s*)?(?:ärendet|frågan|motionen|interpellationen)\b.{0,40}?"
            r"\b(?:utgår|återtas|dras tillbaka|tas bort)\b",
        ),
        (
            Outcome.PARTLY_APPROVED,
            r"\bbifall(?:a|as|s|es|er)? delvis\b|\bdelvis bifall(?:a|as|s|es|er)?\b"
            r"|\bbifall\w* i (?:de|den|följande) del"
            r"|\b(?:avslå|avstyrk)\w*\b.{0,60}?\bi (?:(?:de|den) del|övrigt)"
            r"|\bbifall\w*\b.{0,60}\b(?:första|andra|tredje|fjärde) att-sats",
        ),
        (
            Outcome.REJECTED,
            r"\bavslå[sr]?\b|\bavslogs\b|\blämna[sr]? utan (?:bifall|avseende)\b"
            rf"|\bavstyrk(?:s|er|a)?\b|\b{_MATTER} faller\b",
        ),
        (Outcome.ANSWERED, r"\b(?:anses?|är|förklaras?)\b.{0,60}?\bbesvara(?:d|t|de)\b"),
        (
            Outcome.APPROVED,
            rf"\b{_MATTER}\b.{{0,60}}?\bbifall(?:s|es)?\b|\bbifall(?:a|er)\b.{{0,60}}?\b{_MATTER}\b"
            r"|\btillstyrk(?:s|er|a)?\b",
        ),
        (
            Outcome.NOTED,
            r"\b(?:ante[ck]{1,2}na(?:s|r)?|notera(?:s|r)?)\b"
            r"|\blägg(?:s|er|a)?\b.{0,60}?\btill handlingarna\b"
            r"|\bta(?:r|git|s)? (?:emot |del av|till protokollet)",
        ),
    )
)
# A motion about the handling of the matter, or about part of it, is not the matter itself.
_ABOUT_YRKANDE = re.compile(
    r"\b(?:avslå\w*|avslogs|faller|utan bifall)\b.{0,80}?(?:yrkande|återremiss|bordlägg)"
    r"|(?:yrkande\w*|återremiss|bordläggning)\b.{0,80}?\b(?:avslå\w*|avslogs|faller|utan bifall)\b"
    r"|\b(?:inte|ej)\b.{0,25}?\b(?:återremitter|bordlägg)",
    re.IGNORECASE,
)
# Points that follow many decisions and say nothing of the matter.
_ASIDE = re.compile(
    r"\bomedelbart justera|\bomedelbar justering|\breserver|\breservation\w*\b|\bexpedieras\b",
    re.IGNORECASE,
)
# The matter goes to somebody else, who has yet to decide.
_PASSED_ON = re.compile(
    r"\b(?:remitteras?|remitterar|överlämnas?|överlämnar|hänskjut(?:s|er)|hänvisas)\b.{0,80}?\btill\b"
    r".{0,120}?\b(?:yttrande|beredning|handläggning|avgörande|prövning|besvarande)\b"
    r"|\butan eget (?:ställningstagande|förslag|yttrande)\b|\bfår (?:besluta|avgöra|besvara)\b",
    re.IGNORECASE,
)
_PETITION = re.compile(r"motion|medborgarförslag|initiativ|e-förslag|interpellation", re.I)
_MATTER_FIRST = re.compile(rf"{_PETITION.pattern}|^(?:\d+[.)]\s*)?(?:ärendet|frågan)\b", re.I)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-ZÅÄÖ])")
_LEADS_IN = re.compile(r"(?::|\batt)\s*$")
_DECISIVE = (Outcome.REFERRED_BACK, Outcome.TABLED, Outcome.WITHDRAWN)
_RULINGS = (Outcome.PARTLY_APPROVED, Outcome.REJECTED, Outcome.ANSWERED, Outcome.APPROVED)


def read_outcome(sections: Sequence[Section], records_decisions: bool) -> Outcome:
    """Read the outcome of an item.

    Only what stands under the decision counts. An agenda, and minutes whose decision is a
    proposal to another body, give ``PROPOSED``; minutes without any decision ``UNKNOWN``.
    """
    decisions = [
        paragraph
        for section in sections
        if section.kind is SectionKind.DECISION
        for paragraph in section.paragraphs
    ]
    if records_decisions and decisions:
        return classify_decision(decisions)
    proposed = any(section.kind is SectionKind.PROPOSAL for section in sections)
    return Outcome.PROPOSED if proposed else Outcome.UNKNOWN


def classify_decision(paragraphs: Sequence[Paragraph]) -> Outcome:
    """The outcome that the paragraphs of a decision state.

    What the first paragraph or most of them say rules, and what is said of a motion or another
    petition. Where no rule matches, the matter is decided as moved (``APPROVED``); where it is
    only passed on for others to prepare or decide, the outcome is not known.
    """
    told = [paragraph.text for paragraph in paragraphs if not _ASIDE.search(paragraph.text)]
    verdicts = {text: _verdicts(text) for text in told}
    texts = [text for text in told if verdicts[text] or not _LEADS_IN.search(text)]
    if texts and all(map(_PASSED_ON.search, texts)):
        return Outcome.UNKNOWN
    if not any(verdicts.values()):
        return Outcome.APPROVED
    of_petition = {
        verdict for text in texts if _PETITION.search(text) for verdict in verdicts[text]
    }
    if {Outcome.APPROVED, Outcome.REJECTED} <= of_petition:
        return Outcome.PARTLY_APPROVED
    for ruling in (*_DECISIVE, *_RULINGS):
        ruled = [text for text in texts if ruling in verdicts[text]]
        half = len(ruled) * 2 - len(texts)
        most = half > 0 or (half == 0 and ruling is Outcome.ANSWERED)
        if ruling in verdicts[texts[0]] or most or any(map(_MATTER_FIRST.search, ruled)):
            return ruling
    if all(Outcome.NOTED in verdicts[text] for text in texts):
        return Outcome.NOTED
    return Outcome.APPROVED


def _verdicts(text: str) -> tuple[Outcome, ...]:
    return tuple(_classify(_SENTENCE_END.split(text)))


def _classify(sentences: Iterable[str]) -> Iterable[Outcome]:
    for sentence in sentences:
        if _ABOUT_YRKANDE.search(sentence):
            continue
        for outcome, pattern in _RULES:
            if pattern.search(sentence):
                yield outcome
                break
