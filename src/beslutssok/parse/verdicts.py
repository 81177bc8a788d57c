"""What single sentences of a decision say of the matter: carried, rejected, sent back, noted."""

import re
from collections.abc import Iterator

from beslutssok.domain import Outcome

_PETITION = r"motion|medborgarförslag|initiativ|e-förslag|invånarförslag|interpellation"
PETITION = re.compile(_PETITION, re.IGNORECASE)
"""A petition that a sentence speaks of."""
ABOUT_PETITION = re.compile(
    rf"{_PETITION}|hemställan|framställning|\b(?:enkel\s)?fråga\b|petition|ansökan"
    rf"|begäran|skrivelse",
    re.IGNORECASE,
)
"""A petition that an item is about, by its title."""
RECOMMENDS = re.compile(r"\b(?:av|till)styrk(?:er|s|a|tes?)\b", re.IGNORECASE)
"""What a body says to the one that decides; it rejects and approves nothing by that."""
_MATTER = (
    r"(?:ärendet|frågan|motion(?:en|erna|ens)?|(?:medborgar|e-|invånar)?förslag(?:et|en)"
    r"|initiativ(?:et|ärendet)|ledamotsinitiativet|interpellation(?:en|erna)|skrivelsen|ansökan"
    r"|begäran|hemställan|framställan|den\b.{0,120}?\bmotionen)"
)
_SUBJECT = rf"^(?:\d+[.)]\s*)?(?:.{{0,60}}?\bbeslut(?:ar|ade|a|et)?\s(?:att\s)?)?{_MATTER}"
_YES = r"(?:bifalla|bevilja|godkänna|anta|medge)"
_CARRIED = r"(?:bifall(?:e?s|as)|bevilja[st]|godkänns?|antas|medges)"
_PART = (
    r"(?:(?:första|andra|tredje|fjärde|femte|sista|1:a|2:a)\s(?:att-satsen?|yrkandet|delen)"
    r"|(?:att|besluts)-?sats(?:en|erna)?\s?\d*|yrkande(?:t|na)?\s\d)"
)
_RULES: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE))
    for outcome, pattern in (
        (
            Outcome.REFERRED_BACK,
            r"\b(?:minoritets)?återremitter(?:as|ar|a|ats?|ades?)\b(?! inte)"
            r"|\bbeslutar? (?:om |att bifalla )?(?:minoritets)?återremiss\w*"
            r"|\bbifall\w* (?:yrkandet om )?(?:minoritets)?återremiss"
            r"|\b(?:enligt|i enlighet med)\b.{0,60}?\b(?:återremissyrkande"
            r"|yrkande\w* om återremiss)"
            r"|\båter(?:förvisa|sänd)(?:s|r|er|as|a)?\b",
        ),
        (
            Outcome.TABLED,
            r"\bbordlägg(?:s|a|er|as|es)\b(?! inte)|\bbordla(?:gd|gt|des|de)\b"
            r"|\bbeslutar? (?:om )?bordläggning\b|\bbifall\w* (?:yrkandet om )?bordläggning"
            r"|\b(?:skjuts?|skjuter|skjuta) upp\b.{0,80}?\b(?:sammanträde|möte)"
            r"|\b(?:ärendet|beslutet?|frågan|valet)\b.{0,30}?\b(?:skjuts upp|ajourneras)\b"
            r"|\buppskjut(?:s|es)\b|\b(?:hänskjut|flytta|skjut)(?:s|er|as|a|r)? till\b.{0,30}?"
            r"\b(?:sammanträde|möte)|\bbesvaras (?:på|vid|under) (?:nästa|ett senare|kommande)"
            r"|\bförklaras? vilande\b"
            rf"|\b{_MATTER}\b.{{0,30}}?\btas? upp (?:på|vid"
            rf"|till)\b.{{0,30}}?\b(?:sammanträde|möte)",
        ),
        (
            Outcome.WITHDRAWN,
            rf"{_SUBJECT}\b.{{0,40}}?\b(?:utgår|utgick|återtas|återkallas|dras tillbaka|tas bort"
            r"|avskriv(?:s|as)|lyfts ut)\b"
            r"|\bdr(?:ar|og) tillbaka (?:ärendet|motionen|initiativet|frågan|interpellationen)\b"
            r"|^(?:\d+[.)]\s*)?(?:har )?(?:utgår|utgick|utgått)\.?$|\bavskriv(?:er|a) ärendet\b",
        ),
        (
            Outcome.PARTLY_APPROVED,
            r"\bbifall(?:a|as|s|es|er)? delvis\b|\bdelvis bif(?:all|öll)(?:a|as|s|es|er)?\b"
            r"|\bbifölls delvis\b|\bbifall\w* i (?:de|den|följande) del"
            r"|\bbifall\w*\b.{0,30}\bdelvis\b"
            r"|\bavslå\w*\b.{0,60}?\bi (?:(?:de|den) del|övrigt)"
            rf"|\bbifall\w*\b.{{0,60}}\b{_PART}|\b{_PART}.{{0,120}}?\bbif[aö]ll",
        ),
        (
            Outcome.REJECTED,
            r"\bavslå[sr]?\b|\bavslogs\b|\bavslaget\b|\bavvisa(?:s|r|des)?\b|\bneka[sr]?\b"
            r"|\b(?:kan (?:inte|ej)|(?:inte|ej) kan) (?:lämnas|ges|beviljas|medges|godkännas"
            r"|bifallas)\b"
            r"|\bföranleder (?:ingen|inte någon)\b.{0,20}?\båtgärd|\binte gå vidare med\b"
            r"|\blämna[sr]?\b.{0,80}?\butan (?:bifall|avseende|åtgärd)\b"
            rf"|\b{_MATTER} (?:faller|föll)\b"
            rf"|\b(?:inte|ej) {_YES}\b|\b{_CARRIED} (?:inte|ej)\b(?! utan)"
            rf"|\b(?:inte|ej) {_CARRIED}\b"
            r"|\b(?:får (?:inte|ej)|(?:inte|ej) får) (?:fram)?ställas\b"
            r"|\bnegativt (?:förhands|plan)?besked\b|\bavböj(?:er|s|de|des)?\b",
        ),
        (
            Outcome.ANSWERED,
            r"\b(?:anse[rs]?|är|förklara[rs]?|betraktas?)\b.{0,60}?\bbesvara(?:d|t|de)\b"
            r"|\b(?:härmed|därmed|med detta|därigenom) (?:vara )?besvara(?:d|t|de)\b"
            rf"|\b{_MATTER}\b.{{0,40}}?\bbesvara(?:s|des)\b",
        ),
        (
            Outcome.APPROVED,
            rf"\b{_MATTER}\b.{{0,60}}?\bbif(?:all|öll)(?:s|es|en|et|na)?\b"
            rf"|\bbifall(?:a|er)\b.{{0,60}}?\b{_MATTER}\b",
        ),
        (
            Outcome.NOTED,
            r"\b(?:ante[ck]{1,2}na|notera)(?:s|r|des|de)?\b|\btacka(?:r|de) för\b"
            r"|\bl(?:ägg(?:s|er|a)?|ades?|agts?)\b.{0,60}?\btill (?:handlingarna|protokollet)\b"
            r"|\bt(?:a(?:r|git|s)?|ogs?) (?:emot |del av|till protokollet)|\btill kännedom\b"
            r"|\btar\b.{0,60}?\btill protokollet\b",
        ),
    )
)
_WHOLE = (Outcome.PARTLY_APPROVED,)
# A motion about the handling of the matter, or about part of it, is not the matter itself.
_ABOUT_YRKANDE = re.compile(
    r"\b(?:avslå\w*|avslogs|faller|utan bifall)\b"
    r"(?:(?!motion|ansök|begäran|enligt|i enlighet).){0,80}?(?:yrkande|återremiss|bordlägg)"
    r"|(?:yrkande\w*|återremiss|bordläggning)\b(?:(?!motion|ansök|begäran).){0,80}?"
    r"\b(?:avslå\w*|avslogs|faller|utan bifall)\b"
    r"|\b(?:inte|ej)\b.{0,25}?\b(?:återremitter|bordlägg)",
    re.IGNORECASE,
)
_AGAINST_PETITION = re.compile(
    rf"\bavslå\w*\b.{{0,80}}?\byrkande\w* (?:om|på) bifall till\b.{{0,40}}?(?:{_PETITION}|ansökan)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-ZÅÄÖ])")
# Of something else than the matter: «fastställs med tillägg av en fråga, som inte medges».
_BESIDE = re.compile(r",\s+som\s(?:dock\s)?(?:inte|ej)\s[^,.;]*", re.IGNORECASE)
# What a petition is called by: «motion om att avslå nya avgifter».
_WISH = re.compile(r"\bom att (?:inte )?(?:\w+a|avslå)\b", re.IGNORECASE)
_NEXT_VERDICT = re.compile(
    r"(?:,|\s(?:och|samt|men|dels))\s+(?=(?:att\s)?(?:därmed\s|i stället\s)?(?:avslå|avslogs"
    r"|bifall|bifölls"
    r"|godkänn|anta[rs]?\b|fastställ|återremitter|bordlägg|antecknar?|lägg(?:er|a|s)\b"
    r"|tillstyrk|avstyrk"
    r"|anse[rs]?\b|förklara))",
    re.IGNORECASE,
)


def has_several_sentences(text: str) -> bool:
    """Whether a text is more than one sentence."""
    return len(_SENTENCE_END.split(text)) > 1


def verdicts_of(text: str) -> tuple[Outcome, ...]:
    """What the sentences of a text say of the matter, in order; often nothing.

    >>> verdicts_of("Yrkandet om återremiss avslås. Motionen avslås.")
    (<Outcome.REJECTED: 'avslag'>,)
    """
    return tuple(
        outcome for sentence in _SENTENCE_END.split(text) for outcome in _of_sentence(sentence)
    )


def _of_sentence(sentence: str) -> Iterator[Outcome]:
    for outcome, pattern in _RULES:
        if outcome in _WHOLE and pattern.search(sentence):
            yield outcome
            return
    for clause in _NEXT_VERDICT.split(_BESIDE.sub("", _WISH.sub("om", sentence))):
        if _AGAINST_PETITION.search(clause):
            yield Outcome.REJECTED
            continue
        if _ABOUT_YRKANDE.search(clause):
            continue
        for outcome, pattern in _RULES:
            if pattern.search(clause):
                yield outcome
                break
