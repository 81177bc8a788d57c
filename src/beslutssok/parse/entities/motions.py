"""Yrkanden: who moved what at the meeting. What officials and bodies propose is none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beslutssok.domain import Motion, MotionKind, Quotation, SectionKind
from beslutssok.parse.entities.motion_kinds import kind_of, split_subject
from beslutssok.parse.entities.motion_wordings import (
    AFTER_VERB,
    ASIDE,
    BY,
    ENDS_OPEN,
    GOES_ON_MOVING,
    HEADED_ENTRY,
    JUST,
    LIST_ENTRY,
    LIST_MARK,
    NEXT_MOVER,
    NOBODY,
    NOT_BODY,
    OPENS,
    PARTYWISE,
    PROCEDURAL,
    PRONOUN_AFTER,
    PRONOUN_BEFORE,
    RETOLD,
    REVERSED_ENTRY,
    SUPPORTED,
    TRIGGER,
    VERB,
)
from beslutssok.parse.entities.people import PERSON, PERSONS, People, read_people
from beslutssok.parse.entities.told import Told, joined, sentences

_SCANNED = frozenset(
    {
        SectionKind.MOTION,
        SectionKind.PROCEDURE,
        SectionKind.VOTE,
        SectionKind.DECISION,
        SectionKind.OTHER,
    }
)
_BY_PERSON = re.compile(
    rf"^\W*{PERSONS}\s+(?:yrkar|yrkade|föreslår|föreslog)\b(?!\s+i\s+(?:motion|skrivelse|ett\b|en\b|sin))",
    re.MULTILINE,
)
# What no motion or petition retold asks for: moved at the meeting, where no body is told of.
_PUTS_OFF = re.compile(
    rf"^\W*{PERSONS}\s+yrkar\s+(?:på\s+|att\s+ärendet\s+)?\w*(?:återremi|bordlägg|bordlag)\w*"
)
_BODY = re.compile(
    r"(?i:utskott|nämnd(?!a)|styrelse|fullmäktige|beredning|direktion|presidi)|\b[A-Z]{1,4}AU\b"
)
_RETELLING = frozenset({SectionKind.SUMMARY, SectionKind.BACKGROUND})


def find_motions(tolds: Sequence[Told]) -> tuple[Motion, ...]:
    """Find the yrkanden in the sections of an item, in order."""
    found: list[Motion] = []
    headed = any(told.kind is SectionKind.MOTION for told in tolds)
    for told in tolds:
        here = told.kind in _RETELLING and not headed and not _BODY.search(told.text)
        own, only = told, _PUTS_OFF if here else None
        if told.kind is SectionKind.PROPOSAL and _BY_PERSON.search(told.text):
            # What members move is told under «Förslag till beslut» as well.
            only = _BY_PERSON
        if only is not None:
            own = replace(told, section=replace(told.section, kind=SectionKind.MOTION))
        if own.kind in _SCANNED:
            for motion in _of_section(own, found, only):
                if not any(_same(motion, other) for other in found):
                    found.append(motion)
    return tuple(found)


def _same(motion: Motion, other: Motion) -> bool:
    """Whether one is the other told again, in another section."""
    return (
        motion.kind is other.kind
        and motion.subject == other.subject
        and (motion.movers, motion.parties) == (other.movers, other.parties)
        and motion.source != other.source
    )


def _of_section(
    told: Told, before: Sequence[Motion], only: re.Pattern[str] | None
) -> Iterator[Motion]:
    earlier = list(before)
    spans = sentences(told)
    after = -1
    for position, (start, end) in enumerate(spans):
        if start < after:
            continue
        if only is not None and not only.match(told.text[start:end].lstrip()):
            continue
        end, after = _with_list(told, spans, position)
        for motion in _of_sentence(told, start, end, earlier):
            earlier.append(motion)
            yield motion


def _with_list(told: Told, spans: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    """Where a sentence ends with the points that it leads to."""
    start, end = spans[position]
    lead = told.text[start:end].rstrip()
    names_only = told.kind is SectionKind.MOTION and (
        _is_names(lead) or HEADED_ENTRY.match(f"{lead}\n?") is not None
    )
    if not (names_only or (TRIGGER.search(lead) and ENDS_OPEN.search(lead))):
        return end, end
    taken = end
    for following, ended in spans[position + 1 :]:
        text = told.text[following:ended].strip()
        if re.match(rf"[\s•▪■*–-]*{PERSON}", text):
            break
        listed = LIST_MARK.match(text) or (taken == end and not VERB.search(text))
        if _is_names(text) or not listed:
            break
        taken = ended
    return taken, taken


def _is_names(text: str) -> bool:
    return bool(re.fullmatch(rf"\W*(?:{PERSONS}|{PARTYWISE})\s*[:.]?", text))


def _of_sentence(told: Told, start: int, end: int, earlier: Sequence[Motion]) -> Iterator[Motion]:
    text = told.text[start:end]
    if not TRIGGER.search(text):
        if told.kind is SectionKind.MOTION:
            yield from _listed(told, start, text)
        return
    headed = HEADED_ENTRY.match(text) if told.kind is SectionKind.MOTION else None
    if headed and headed["what"].strip(" .\n"):
        kind = kind_of(headed["kind"])
        kind = kind_of(headed["what"]) if kind is MotionKind.OTHER else kind
        source = told.quote(start, end)
        yield _motion(kind, headed["what"], read_people(headed["who"]), source)
        return
    position = 0
    while position < len(text):
        verb = VERB.search(text, position)
        if verb is None:
            break
        cut = NEXT_MOVER.search(text, verb.end())
        stop = cut.start() if cut else len(text)
        yield from _by_verb(told, start, text, position, verb, stop, earlier)
        position = cut.end() if cut else len(text)


def _by_verb(
    told: Told,
    start: int,
    text: str,
    begin: int,
    verb: re.Match[str],
    stop: int,
    earlier: Sequence[Motion],
) -> Iterator[Motion]:
    left, right = text[begin : verb.start()], text[verb.end() : stop]
    offset = verb.end()
    if verb["passive"]:
        by = BY.match(right)
        if by is None:
            return
        who, subject = read_people(by["who"]), right[by.end() :]
        offset += by.end()
        if not subject.strip(" .\n") or not OPENS.match(subject):
            subject, offset = left, begin
    else:
        inverse = AFTER_VERB.match(right) if not verb["joins"] else None
        if inverse:
            who, offset = read_people(inverse["who"]), offset + inverse.end()
        else:
            opener = GOES_ON_MOVING.match(left) if verb["moves"] else None
            who = read_people(opener["who"] if opener else _clause(left))
        pronoun = PRONOUN_AFTER.match(right)
        if earlier and not who and (pronoun or PRONOUN_BEFORE.search(left)):
            who = People(earlier[-1].movers, earlier[-1].parties)
            offset += pronoun.end() if pronoun else 0
        subject = text[offset:stop]
    supporters, first, last = _supporters(subject)
    who, subject, offset = who + supporters, subject[first:last], offset + first
    if not _counts(told.kind, verb, left, who, bool(supporters)):
        return
    source = told.quote(start + begin, start + stop)
    if verb["joins"]:
        yield from _joining(text, verb.start(), stop, subject, who, source, earlier)
    elif not PROCEDURAL.match(subject):
        yield from _parts(subject, who, source)


def _clause(left: str) -> str:
    """What stands between the verb and the clause before it."""
    return re.split(r"(?<=[a-zåäö)]):\s|[.;]\s+(?=[A-ZÅÄÖ][a-zåäö]{2,}[^.]*$)|\battt?\b", left)[-1]


def _supporters(subject: str) -> tuple[People, int, int]:
    """Who joins in, and the span of the subject without them where it stays whole."""
    first, last = 0, len(subject)
    who = People()
    for match in SUPPORTED.finditer(subject):
        if not subject[: match.start()].strip(" ,"):
            first = match.end()
        elif not subject[match.end() :].strip(" .,\n"):
            last = match.start()
        elif "”" in subject[: match.start()]:
            continue
        who += read_people(match["who"] or match["too"])
    return who, first, last


def _counts(
    kind: SectionKind, verb: re.Match[str], left: str, who: People, supported: bool
) -> bool:
    """Whether it is told of politicians, at this meeting."""
    if not who:
        return False
    if verb["perfect"] and not re.search(r"\bha(?:r|de)\s*$", left):
        return False
    if NOBODY.search(left):
        return False
    if RETOLD.search(left) and not (kind is SectionKind.MOTION and verb["moves"]):
        return False
    if verb["proposes"]:
        titled = re.search(r"\bledamot|^\W*ordförande", left, re.IGNORECASE) is not None
        first = kind is SectionKind.PROCEDURE and _BY_PERSON.match(verb.string) is not None
        return (
            supported
            or (kind is SectionKind.MOTION and (who.of_parties or titled))
            or (first and who.of_parties)
        )
    if verb["joins"]:
        return kind is SectionKind.MOTION or (
            kind is not SectionKind.DECISION and who.of_parties and "yrkande" in verb.string
        )
    return kind is SectionKind.MOTION or who.of_parties or kind is SectionKind.PROCEDURE


def _parts(subject: str, who: People, source: Quotation) -> Iterator[Motion]:
    compound = re.match(
        r"\s*(tilläggs|ändrings|avslags|bifalls|återremiss|bordläggnings)yrkande", subject
    )
    if compound:
        yield _motion(kind_of(compound[1].removesuffix("s")), subject, who, source)
        return
    for first, last in split_subject(subject):
        part = subject[first:last]
        if not NOT_BODY.match(part):
            yield _motion(kind_of(part), part, who, source)


def _motion(kind: MotionKind, subject: str, who: People, source: Quotation) -> Motion:
    subject = ASIDE.sub("", subject).strip(" ,;:–—-\n\t")
    bare = subject[:-1] if subject.endswith(".") and not subject.endswith("m.fl.") else subject
    return Motion(kind, who.persons, bare, source, who.parties)


def _joining(
    text: str,
    verb: int,
    stop: int,
    subject: str,
    who: People,
    source: Quotation,
    earlier: Sequence[Motion],
) -> Iterator[Motion]:
    """The yrkande of those who join in another's: of the same kind, where it can be told."""
    first = _joined(subject, earlier)
    if JUST.match(subject) and first is not None:
        for motion in earlier:
            if motion.source == first.source:
                both = joined([motion.source, source])
                yield replace(motion, movers=who.persons, parties=who.parties, source=both)
        return
    kind = kind_of(subject)
    if kind is MotionKind.OTHER and first is not None:
        kind = first.kind
    yield _motion(kind, text[verb:stop], who, source)


def _joined(subject: str, earlier: Sequence[Motion]) -> Motion | None:
    for motion in earlier:
        for person in motion.movers:
            if re.search(rf"\b{re.escape(person.name)}s?\b", subject):
                return motion
    return earlier[-1] if earlier else None


def _listed(told: Told, start: int, text: str) -> Iterator[Motion]:
    """An entry of a list under the heading: names, then what they move, or the other way."""
    entry = text.strip(" •▪■*–-\t\n")
    backward = REVERSED_ENTRY.match(entry)
    match = backward or LIST_ENTRY.match(entry)
    if match is None:
        return
    what, who = match["what"], read_people(match["who"])
    named = backward or match["mark"] == ":" or OPENS.match(what) or "\n" in text.strip()
    if who and named and what.strip(" .:") and not (backward is None and what[:1] == ","):
        yield from _parts(what, who, told.quote(start, start + len(text)))
