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
    Person,
    SectionKind,
)
from beslutssok.domain.answers import LineKind
from beslutssok.index.rows import StoredPassage
from beslutssok.search.acts_asked import motions_asked
from beslutssok.search.composing import quote, state
from beslutssok.search.named_people import is_called
from beslutssok.search.quoted_words import passage_of, sentences_of, stands_in
from beslutssok.search.sentences import Says, say

# Characters; what somebody said is quoted whole up to this.
LONGEST_WORDS = 1_200
# Characters; beside a decision only what is short is quoted of a reservation.
SHORT_WORDS = 250
# «Ledamöterna från S, utom N.N.»: the letters alone would say too much.
_EXCEPTED = re.compile(r"\b(?:utom|förutom|undantag)\b", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\byttra(?:r|de) sig\b|\bi debatten\b|\btar till orda\b|\btog till orda\b|\bhar ordet\b"
    r"|\bbesvara(?:r|de|s)\b|\binlägg\b|\banförande\w*\b|\bi överläggningen\b|\bdeltar i debatt",
    re.IGNORECASE,
)


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
            yield state(LineKind.DISSENT, say(Says.DISSENT, kind=dissent.kind, who=who), passage)
        yield from _words(LineKind.DISSENT, dissent, passage)


def _words(kind: LineKind, dissent: Dissent, passage: StoredPassage) -> Iterator[AnswerLine]:
    words = dissent.source.text
    if len(words) <= SHORT_WORDS and stands_in(words, passage.text):
        yield quote(kind, passage, words)
    elif len(passage.text) <= SHORT_WORDS or not (dissent.persons or dissent.parties):
        yield quote(kind, passage)


def quote_source(kind: LineKind, passage: StoredPassage, words: str) -> AnswerLine:
    """The words where they are short and stand there as they were read, else the passage."""
    is_whole = len(words) <= LONGEST_WORDS and stands_in(words, passage.text)
    return quote(kind, passage, words if is_whole else None)


def motion_lines(
    entities: Entities,
    passages: Sequence[StoredPassage],
    text: str,
    parties: Iterable[str],
    persons: Iterable[str],
) -> Iterator[AnswerLine]:
    """Say who moved what, quoted; of those asked about, or of all where none of them moved."""
    motions = _asked_of(entities.motions, tuple(parties), tuple(persons))
    kinds = motions_asked(text)
    # «Vem ville avslå V:s motion?» names the party that owns the matter, not one that moved.
    of_kind = [motion for motion in motions if motion.kind in kinds] or [
        motion for motion in entities.motions if motion.kind in kinds
    ]
    before = ""
    for _, same in groupby(of_kind or motions, key=lambda m: (m.source, m.movers, m.parties)):
        together = list(same)
        motion = together[0]
        passage = passage_of(motion.source, passages)
        if passage is None:
            continue
        who = say_who(motion.movers, motion.parties)
        if who:
            kinds_told = tuple(dict.fromkeys(each.kind for each in together))
            yield state(LineKind.MOTION, say(Says.MOTION, kinds=kinds_told, who=who), passage)
        words = motion.source.text
        if words == before:
            continue
        before = words
        yield quote_source(LineKind.MOTION, passage, words)


def _asked_of(
    motions: Sequence[Motion], parties: Sequence[str], persons: Sequence[str]
) -> list[Motion]:
    def acts(motion: Motion) -> bool:
        letters = {*motion.parties, *(mover.party for mover in motion.movers)}
        named = any(is_called(name, mover.name) for name in persons for mover in motion.movers)
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
            yield state(LineKind.DISQUALIFICATION, say(Says.DISQUALIFIED, who=who), passage)
        yield quote_source(LineKind.DISQUALIFICATION, passage, entry.source.text)


def speaking_lines(passages: Sequence[StoredPassage]) -> Iterator[AnswerLine]:
    """The sentences that say who spoke or answered."""
    for passage in passages:
        if passage.section is SectionKind.RECIPIENTS:
            continue
        for sentence in sentences_of(passage.text):
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
