"""Reservations, statements to the minutes, and those who take no part in a decision."""

import re
from collections.abc import Iterator, Sequence

from beslutssok.domain import Dissent, DissentKind, Quotation, SectionKind
from beslutssok.parse.entities.people import PERSON, PERSONS, People, read_people
from beslutssok.parse.entities.told import Told, sentences

_NOT_SCANNED = frozenset(
    {
        SectionKind.EARLIER,
        SectionKind.BACKGROUND,
        SectionKind.SUMMARY,
        SectionKind.DOCUMENTS,
        SectionKind.RECIPIENTS,
        SectionKind.PROPOSAL,
    }
)
_STATEMENT_WORD = (
    r"(?:protokolls?anteckning(?:en|ar)?|anteckning(?:ar)?(?:\s+till\s+protokollet)?|röstförklaring(?:ar)?"
    r"|(?:särskil(?:t|da)|gemensamt|skriftligt)\s+yttranden?|ersättar(?:yttranden?|uttalanden?)|yttrande\s+till\s+protokollet"
    r"|uttalande(?:\s+till\s+protokollet)?)"
)
_GIVES = (
    r"(?:lämnar|lämnade|inlämnar|inlämnade|avger|avgav|anmäler|anmälde|inger|ingav|gör|lägger"
    r"|lade|anför|(?:inkommer|inkom|inkomma)\s+med)"
)
_MID = (
    r"(?:\s+(?:in|till|en|ett|följande|sin|sitt|även|också|skriftligt?|gemensamt?|fogad"
    r"|muntlig|protokollet))*"
)
_INTENDS = (
    r"\b(?:(?:anmäler|anmälde)\s+(?:sin\s+)?avsikt(?:en)?\s+att|avser(?:\s+att)?|önskar|har\s+för\s+avsikt\s+att)"
    r"\s+(?:lämna|inkomma|inge|avge|foga|återkomma)\b"
)
_VERBS: tuple[tuple[DissentKind, re.Pattern[str]], ...] = (
    (
        DissentKind.NOT_TAKING_PART,
        re.compile(
            r"\b(?:deltar|deltog|har\s+deltagit|deltager)\s+(?:(?:därmed|således|dock)\s+)?(?:inte|ej|icke)\b(?!\s+i\s+(?:handläggning|överläggning))"
            r"|\b(?:avstår|avstod)\s+från\s+att\s+delta|\binte\s+deltar\s+i\s+beslut",
            re.IGNORECASE,
        ),
    ),
    (
        DissentKind.RESERVATION,
        re.compile(
            r"\breserver(?:ar|ade|at)\s+(?:(?:också|även|därför|härmed)\s+)?(?:sig|vi\s+oss|jag\s+mig|oss|mig)\b|\b(?:får|vill|begär\s+att\s+få)\s+reservera\s+sig"
            rf"|\b{_GIVES}{_MID}\s+reservation(?:er)?\b",
            re.IGNORECASE,
        ),
    ),
    (
        DissentKind.SPECIAL_OPINION,
        re.compile(
            rf"\b{_GIVES}{_MID}\s+särskil(?:t|da)\s+(?:yttranden?|uttalanden?)\b|\bantecknar?(?:\s+\w+){{0,2}}\s+som\s+(?:särskilt\s+)?yttrande"
            r"|\bfår\s+(?:lämna|anteckna|foga|avge)\b[^.]{0,40}?särskilt\s+yttrande"
            rf"|{_INTENDS}[^.]{{0,30}}?särskil(?:t|da)\s+(?:yttranden?|uttalanden?)",
            re.IGNORECASE,
        ),
    ),
    (
        DissentKind.STATEMENT,
        re.compile(
            rf"\b{_GIVES}{_MID}\s+{_STATEMENT_WORD}|{_INTENDS}[^.]{{0,30}}?{_STATEMENT_WORD}|\bfår\s+(?:till\s+protokollet\s+)?(?:anteckna|lämna|göra|foga)\b"
            r"|\b(?:låter|lät|begär\s+att\s+få|vill|önskar(?:\s+få)?)\s+(?:till\s+protokollet\s+)?(?:anteckna|antecknat|notera|föra)"
            r"|\bantecknar\b|\bantecknade\s+(?:till\s+protokollet|att)\b",
            re.IGNORECASE,
        ),
    ),
)
_NOUNS: tuple[tuple[DissentKind, re.Pattern[str]], ...] = tuple(
    (
        kind,
        re.compile(
            rf"\b{noun}\b[^.:\n]{{0,60}}?\b(?:från|av)\s+(?P<who>.+?)(?=\s+(?:enligt|med|mot|bifogas|har|finns|lämnades|som|framgår|biläggs)\b|[.:\n]|$)",
            re.IGNORECASE,
        ),
    )
    for kind, noun in (
        (DissentKind.SPECIAL_OPINION, r"särskil(?:t|da)\s+yttranden?"),
        (DissentKind.STATEMENT, r"(?:protokolls?anteckning(?:ar)?|röstförklaring)"),
        (DissentKind.RESERVATION, r"(?:skriftliga?\s+)?reservation(?:er)?"),
    )
)
_OF_SECTION = {
    SectionKind.RESERVATION: DissentKind.RESERVATION,
    SectionKind.STATEMENT: DissentKind.STATEMENT,
}
_TRIGGER = re.compile(
    r"reserv|anteckn|yttrande|röstförkl|deltar|deltog|delta\b|uttalande|protokollet", re.I
)
_NOT_DISSENT = re.compile(
    r"\bjäv|\b(?:ordföranden?|nämnden|styrelsen|fullmäktige|utskottet)\s+antecknar\b"
    r"|\bingen\b|\bantecknas\b|\breservationsl",
    re.IGNORECASE,
)
_AFTER_COLON = re.compile(rf":\s*(?P<who>{PERSONS})\W*$")
_THEN = re.compile(r"^\s*(?:även\s+|också\s+|sig\s+)*")
_NAMES_ONLY = re.compile(
    rf"\W*(?P<who>{PERSONS}|[A-ZÅÄÖ]{{1,5}}(?:(?:,|\s+och)\s+[A-ZÅÄÖ]{{1,5}})*)\W*"
)
_ATTACHED = re.compile(r"\bbilaga|§|\b(?:från|av|för)\b|–", re.IGNORECASE)
_EXEMPT = re.compile(
    rf",?\s*\(?(?:med\s+undantag\s+(?:av|för)|undantaget|förutom|utom)\s+{PERSONS}\)?\s*,?",
    re.IGNORECASE,
)
_FIRST, _LAST = 3, 4


def find_dissents(tolds: Sequence[Told]) -> tuple[Dissent, ...]:
    """Find who had a reservation or a statement noted, in the sections of an item, in order."""
    found: list[Dissent] = []
    for told in tolds:
        if told.kind in _NOT_SCANNED:
            continue
        own = [*_of_section(told)]
        if not own and told.kind in _OF_SECTION:
            own = [*_attached(told)]
        found += [dissent for dissent in own if dissent not in found]
    return tuple(found)


def _of_section(told: Told) -> Iterator[Dissent]:
    spans = sentences(told)
    after = -1
    for position, (start, end) in enumerate(spans):
        text = told.text[start:end]
        if start < after:
            continue
        if text.rstrip().endswith(":") and _TRIGGER.search(text):
            _, after = _listed_after(told, spans, position)
        if told.kind in _OF_SECTION and (names := _NAMES_ONLY.fullmatch(text)):
            people = read_people(names["who"])
            if people:
                yield _dissent(_section_kind(told), people, told.quote(start, end))
            continue
        if not _TRIGGER.search(text) or _NOT_DISSENT.search(text):
            continue
        yield from _of_sentence(told, spans, position)


def _of_sentence(told: Told, spans: Sequence[tuple[int, int]], position: int) -> Iterator[Dissent]:
    start, end = spans[position]
    text = told.text[start:end]
    for kind, pattern in _VERBS:
        verb = pattern.search(text)
        # Under «Jäv» that is told as what it is.
        aside = kind is DissentKind.NOT_TAKING_PART
        if verb is None or (aside and told.kind is SectionKind.DISQUALIFICATION):
            continue
        people = read_people(_subject(text[: verb.start()]))
        if not people:
            people = _people_after(text[verb.end() :])
        if not people and text.rstrip().endswith(":"):
            people, end = _listed_after(told, spans, position)
        if people:
            if told.kind is SectionKind.STATEMENT and "särskil" in told.section.heading.lower():
                kind = DissentKind.SPECIAL_OPINION if kind is DissentKind.STATEMENT else kind
            yield _dissent(kind, people, told.quote(start, end))
            return
    if told.kind in _OF_SECTION or told.kind in (SectionKind.DECISION, SectionKind.OTHER):
        for kind, pattern in _NOUNS:
            noun = pattern.search(text)
            people = read_people(noun["who"]) if noun else People()
            if people.of_parties:
                yield _dissent(kind, people, told.quote(start, end))
                return


def _subject(left: str) -> str:
    """The clause before the verb, without what leads to it and those who are exempt."""
    left = _EXEMPT.sub("", left)
    return re.split(r":\s|\batt\b|\b(?:beslutet|paragrafen|ärendet)\s*$|\n(?=.*\n)", left)[-1]


def _people_after(right: str) -> People:
    """The subject behind the verb: «Mot beslutet reserverar sig Anna Berg (S)»."""
    listed = _AFTER_COLON.search(right)
    if listed:
        return read_people(listed["who"])
    lead = _THEN.match(right)
    names = re.compile(rf"(?:{PERSONS})").match(right, lead.end() if lead else 0)
    if names:
        return read_people(names[0])
    clause = re.split(r"\b(?:till\s+förmån|mot|med|enligt|i\s+enlighet)\b|[.:;]", right)[0]
    people = read_people(clause)
    return people if people.parties else People()


def _listed_after(
    told: Told, spans: Sequence[tuple[int, int]], position: int
) -> tuple[People, int]:
    """Names on the lines after «Följande ledamöter reserverar sig:»."""
    people, end = People(), spans[position][1]
    for start, following in spans[position + 1 :]:
        text = told.text[start:following]
        if not re.match(rf"\W*{PERSON}", text) and not _NAMES_ONLY.fullmatch(text):
            break
        people, end = people + read_people(text.strip(" •–-*\n.")), following
    return people, end


def _section_kind(told: Told) -> DissentKind:
    heading = told.section.heading.lower()
    if told.kind is SectionKind.RESERVATION:
        return DissentKind.RESERVATION
    if "deltar" in heading:
        return DissentKind.NOT_TAKING_PART
    return DissentKind.SPECIAL_OPINION if "särskil" in heading else DissentKind.STATEMENT


def _attached(told: Told) -> Iterator[Dissent]:
    """A text of its own, whose heading or signature names those who wrote it."""
    heading = told.section.heading
    if not _ATTACHED.search(heading) or not told.section.paragraphs:
        return
    paragraphs = told.section.paragraphs
    opening = read_people(re.sub(r"^.*?\b(?:från|av|för)\b", "från", heading))
    people = opening if opening.of_parties else People()
    if not people:
        near = [p.text for p in (*paragraphs[:_FIRST], *paragraphs[-_LAST:]) if len(p.text) < 90]
        for text in near:
            named = read_people(text.strip(" /"))
            people += named if named.of_parties else People()
    if people:
        end = told.starts[1] - 1 if len(told.starts) > 1 else len(told.text)
        yield _dissent(_section_kind(told), people, told.quote(0, end))


def _dissent(kind: DissentKind, people: People, source: Quotation) -> Dissent:
    return Dissent(kind, people.persons, people.parties, source)
