"""Who reserved themselves, moved, spoke or stepped aside, in a line each with what they said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from beslutssok.domain import (
    AnswerLine,
    Dissent,
    DissentKind,
    Entities,
    Motion,
    MotionKind,
    Person,
    SectionKind,
)
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredPassage
from beslutssok.search.composing import quote, state
from beslutssok.search.quoted_words import passage_of, stands_in

# Characters; what somebody said is quoted whole up to this.
LONGEST_WORDS = 1_200
# Characters; beside a decision only what is short is quoted of a reservation.
SHORT_WORDS = 250
_DISSENTS = {
    DissentKind.RESERVATION: "Reservation",
    DissentKind.STATEMENT: "Protokollsanteckning",
    DissentKind.SPECIAL_OPINION: "Särskilt yttrande",
    DissentKind.NOT_TAKING_PART: "Deltar inte i beslutet",
}
# «Ledamöterna från S, utom N.N.»: the letters alone would say too much.
_EXCEPTED = re.compile(r"\b(?:utom|förutom|undantag)\b", re.IGNORECASE)
_ASKED_MOTIONS = (
    (MotionKind.REJECTION, re.compile(r"\bavsl", re.IGNORECASE)),
    (
        MotionKind.REFERRAL_BACK,
        re.compile(r"\båterremi|\bskicka\w* tillbaka|\bsent back", re.IGNORECASE),
    ),
    (MotionKind.TABLING, re.compile(r"\bbord(?:lag|lä|la)|\bskjut\w* upp", re.IGNORECASE)),
    (MotionKind.ADDITION, re.compile(r"\btillägg", re.IGNORECASE)),
    (MotionKind.APPROVAL, re.compile(r"\bbifall", re.IGNORECASE)),
)
_SPEAKS = re.compile(
    r"\byttra(?:r|de) sig\b|\bi debatten\b|\btar till orda\b|\btog till orda\b|\bhar ordet\b"
    r"|\bbesvara(?:r|de|s)\b|\binlägg\b|\banförande\w*\b|\bi överläggningen\b|\bdeltar i debatt",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s+[A-ZÅÄÖ•–-]|\s*$)|\n|$)")


def dissent_lines(
    entities: Entities, passages: Sequence[StoredPassage], kinds: Iterable[DissentKind]
) -> Iterator[AnswerLine]:
    """Say who reserved themselves and the like, each with the short words that tell it."""
    wanted = frozenset(kinds)
    for dissent in entities.dissents:
        passage = passage_of(dissent.source, passages)
        if dissent.kind not in wanted or passage is None:
            continue
        who = say_who(dissent.persons, dissent.parties)
        if who and not _EXCEPTED.search(dissent.source.text):
            yield state(LineKind.DISSENT, f"{_DISSENTS[dissent.kind]}: {who}.", passage)
        yield from _words(LineKind.DISSENT, dissent, passage)


def _words(kind: LineKind, dissent: Dissent, passage: StoredPassage) -> Iterator[AnswerLine]:
    words = dissent.source.text
    if len(words) <= SHORT_WORDS and stands_in(words, passage.text):
        yield quote(kind, passage, words)
    elif len(passage.text) <= SHORT_WORDS or not (dissent.persons or dissent.parties):
        yield quote(kind, passage)


def motion_lines(
    entities: Entities,
    passages: Sequence[StoredPassage],
    text: str,
    parties: Iterable[str],
    persons: Iterable[str],
) -> Iterator[AnswerLine]:
    """Say who moved what, quoted; of those asked about, or of all where none of them moved."""
    parties, persons = tuple(parties), tuple(persons)
    motions = _asked_of(entities.motions, parties, persons)
    kinds = {kind for kind, pattern in _ASKED_MOTIONS if pattern.search(text)}
    of_kind = [motion for motion in motions if motion.kind in kinds]
    before = ""
    for _, same in groupby(of_kind or motions, key=lambda m: (m.source, m.movers, m.parties)):
        together = list(same)
        motion = together[0]
        passage = passage_of(motion.source, passages)
        if passage is None:
            continue
        who = say_who(motion.movers, motion.parties)
        if who:
            kinds_told = " och ".join(dict.fromkeys(each.kind.value for each in together))
            yield state(LineKind.MOTION, f"Yrkande, {kinds_told}: {who}.", passage)
        words = motion.source.text
        if words == before:
            continue
        before = words
        if len(words) <= LONGEST_WORDS and stands_in(words, passage.text):
            yield quote(LineKind.MOTION, passage, words)
        else:
            yield quote(LineKind.MOTION, passage)


def _asked_of(
    motions: Sequence[Motion], parties: Sequence[str], persons: Sequence[str]
) -> list[Motion]:
    def acts(motion: Motion) -> bool:
        movers = [mover.name.casefold() for mover in motion.movers]
        letters = {*motion.parties, *(mover.party for mover in motion.movers)}
        named = any(name.casefold() in mover for name in persons for mover in movers)
        return named or not letters.isdisjoint(parties)

    asked = [motion for motion in motions if acts(motion)]
    return asked or list(motions)


def disqualified_lines(
    entities: Entities, passages: Sequence[StoredPassage]
) -> Iterator[AnswerLine]:
    """Say who took no part because of a conflict of interest, with the words that tell it."""
    for entry in entities.disqualifications:
        passage = passage_of(entry.source, passages)
        if passage is None:
            continue
        who = say_who(entry.persons, ())
        if who:
            yield state(LineKind.DISQUALIFICATION, f"Jäv: {who}.", passage)
        words = entry.source.text
        if stands_in(words, passage.text):
            yield quote(LineKind.DISQUALIFICATION, passage, words)
        else:
            yield quote(LineKind.DISQUALIFICATION, passage)


def speaking_lines(passages: Sequence[StoredPassage]) -> Iterator[AnswerLine]:
    """The sentences that say who spoke or answered."""
    for passage in passages:
        if passage.section is SectionKind.RECIPIENTS:
            continue
        for match in _SENTENCE.finditer(passage.text):
            sentence = match[0].strip()
            if _SPEAKS.search(sentence):
                yield quote(LineKind.TEXT, passage, sentence)


def say_who(persons: Iterable[Person], parties: Iterable[str]) -> str:
    """Persons with their parties, then whole parties.

    >>> say_who([Person("Anna Berg", "S"), Person("Bo Ek")], ["V"])
    'Anna Berg (S), Bo Ek, V'
    """
    named = [
        f"{person.name} ({person.party})" if person.party else person.name for person in persons
    ]
    return ", ".join([*named, *parties])
