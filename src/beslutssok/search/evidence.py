"""Whether what was found is about what was asked."""

import math
import re
from dataclasses import dataclass

from beslutssok.domain import Saying
from beslutssok.domain.interpretation import InterpretationKind
from beslutssok.index.compounds import split_compound
from beslutssok.index.rows import StoredItem
from beslutssok.index.store import Store
from beslutssok.index.words import GRAM, grams, query_words, stem, tokens
from beslutssok.search.asked_for import find_lack
from beslutssok.search.expansion import is_foreign, put_right
from beslutssok.search.item_text import ItemText, stands, stems_of
from beslutssok.search.named import blank_out
from beslutssok.search.process_words import COMMON, PROCESS
from beslutssok.search.retrieval import Retrieval, Retriever
from beslutssok.search.sentences import Says, say
from beslutssok.search.wording import missing_sentence

# Logistic regression on questions to three indexes: those that have an answer there, and those
# that have none, by kind (`python benchmarks/silence.py`); what stands at zero was then moved 0.18
# towards an answer, as benchmarks/README.md tells.
PER_NEARNESS = 1.25
PER_SHARE = 1.33
PER_MARGIN = 0.22
AT_ZERO = -1.7
# «Vad beslutades om …» is asked in the words of the minutes, so a true answer is nearer.
PER_NEARNESS_OFFICIAL = 2.17
AT_ZERO_OFFICIAL = -5.1
# Of a question in another language no word is found, and a true answer is not as near.
FOREIGN = 2.03
# What is said of a place, a company or a person that no document names is not answered by others.
UNKNOWN_NAME = -2.0
_OFFICIAL = re.compile(
    r"beslut|bestäm|ställning|antog|avslog|bif[oö]ll|antagit|motion|förslag|interpellation|decide"
    r"|röstade|godkän",
    re.IGNORECASE,
)
# A word of five letters or more with a capital, not first in a sentence.
_NAME = re.compile(r"(?<=[\w,:»”)] )[A-ZÅÄÖÉ][a-zåäöéü]{4,}(?!\w)")
# Items after the best with which it is compared.
COMPARED = 9
# The odds (as a logarithm) above which an answer is sure, though some words are nowhere.
SURE = 2.0
# The odds below which every answer is told to be unsure.
UNSURE = 0.5
ENOUGH_WORDS = 0.5
MAX_ITEMS = 12
# Items of the case of the best that may say what it does not.
MOST_OF_CASE = 4
# Items this close to the best in fused score count as found as well.
NEAR = 1.2
LONG_WORD = 7

# The margin from which the best item is clearly before the others.
CLEAR = 1.0
# Letters; shorter parts of compounds tell nothing.
SHORTEST_PART = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well what was found fits the question.

    ``similarity`` is the highest cosine; ``odds`` is the logarithm of the odds that the documents
    have an answer; ``words`` is the share (0 to 1) of the question's words that the best items
    have; ``missing`` are its words that no document has. ``doubtful`` says that there is an
    answer, but that it may be to another question. ``items`` are those that come close to the
    best, ``about`` those that have as many of the words as the best. ``reason`` says
    why nothing is answered where it is not ``sufficient``.
    """

    similarity: float
    odds: float
    words: float
    missing: tuple[str, ...]
    sufficient: bool
    doubtful: bool
    items: tuple[StoredItem, ...]
    about: tuple[StoredItem, ...]
    reason: Saying = say(Says.NO_ANSWER)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the odds of an answer are made of.

    ``nearness`` of the nearest candidate, in standard deviations above questions without answer;
    ``share`` of the question's words that the best has; ``margin`` of the best item's score above
    those that follow; whether it is asked in official words, and in another language; whether it
    has a name that no document has.
    """

    nearness: float
    share: float
    margin: float
    is_official: bool
    is_foreign: bool
    has_unknown_name: bool


def weigh_evidence(retriever: Retriever, retrieval: Retrieval, text: str) -> Evidence:
    """Weigh whether the candidates answer a question.

    A question for a case or a § by its number is answered whenever the item is there.
    """
    candidates = retrieval.candidates
    if not candidates:
        return Evidence(
            0.0, -math.inf, 0.0, (), sufficient=False, doubtful=True, items=(), about=()
        )
    grouped = retrieval.by_item()
    similarity = max(candidate.similarity for candidate in candidates)
    period = retrieval.question.period
    subject = subject_words(_without_frame(retrieval, text))
    shares = {
        key: share_of_words(subject, [found[0].passage.context, *(c.passage.text for c in found)])
        for key, found in grouped.items()
    }
    words = max(list(shares.values())[:3])
    expansion = candidates[0].expansion
    known_otherwise = {correction.typed for correction in expansion.corrected}
    known_otherwise.update(word for other in expansion.others for word in other.words.split())
    missing = tuple(
        word
        for word in subject
        if word not in known_otherwise and is_missing(retriever.store, word)
    )
    named = bool(retrieval.filters.case_number or retrieval.filters.item_number)
    asked = bool(subject) or period is not None
    odds = odds_of_answer(retriever, retrieval, text)
    told = _has_all(retrieval, subject)
    sufficient = named or (asked and (odds >= 0 or told))
    doubtful = not named and (odds < SURE if missing else odds < UNSURE and not told)
    reason = missing_sentence(missing) if missing else say(Says.NO_ANSWER)
    if sufficient and not named:
        lack = lack_of(retriever, retrieval)
        if lack:
            sufficient, reason = False, lack
    best = candidates[0].score
    near = [
        found[0].passage.item_id
        for found in grouped.values()
        if found[0].passage.item_id and best - found[0].score <= NEAR
    ]
    least = max(ENOUGH_WORDS, max(shares.values()))
    shared = [key for key, share in shares.items() if share >= least]
    by_id = {item.item_id: item for item in retriever.store.items_named([*near, *shared])}
    items = tuple(by_id[item_id] for item_id in near[:MAX_ITEMS])
    about = tuple(by_id[key] for key in shared if key in by_id)
    return Evidence(similarity, odds, words, missing, sufficient, doubtful, items, about, reason)


def _has_all(retrieval: Retrieval, subject: tuple[str, ...]) -> bool:
    """Whether the best item, well before the others, has all that tells the subject."""
    if margin_of(retrieval) < CLEAR:
        return False
    found = next(iter(retrieval.by_item().values()))
    there = stems_of("\n".join((found[0].passage.context, *(each.passage.text for each in found))))
    persons = {part for name in retrieval.question.persons for part in tokens(name)}
    parts = [
        part
        for word in subject
        if word not in persons
        for part in (split_compound(word) or (word,))
        if len(part) >= SHORTEST_PART and stem(part.removesuffix("s")) not in PROCESS
    ]
    return bool(parts) and all(stands(part, there) for part in parts)


def margin_of(retrieval: Retrieval) -> float:
    """How far the score of the best item is above the mean of those that follow; 0 if alone."""
    scores = [found[0].score for found in retrieval.by_item().values()]
    others = scores[1 : COMPARED + 1]
    return scores[0] - sum(others) / len(others) if others else 0.0


def odds_of_answer(retriever: Retriever, retrieval: Retrieval, text: str) -> float:
    """The logarithm of the odds that the candidates answer a question; there is at least one.

    From how near the nearest is, what share of the words the best has, and how far the best item
    is before those that follow.
    """
    seen = see(retriever, retrieval, text)
    if seen.is_official:
        odds = PER_NEARNESS_OFFICIAL * seen.nearness + AT_ZERO_OFFICIAL
    else:
        odds = PER_NEARNESS * seen.nearness + AT_ZERO
    odds += PER_SHARE * seen.share + PER_MARGIN * seen.margin
    return odds + FOREIGN * seen.is_foreign + UNKNOWN_NAME * seen.has_unknown_name


def see(retriever: Retriever, retrieval: Retrieval, text: str) -> Seen:
    """What the odds are made of; there is at least one candidate."""
    candidates = retrieval.candidates
    similarity = max(candidate.similarity for candidate in candidates)
    foreign = is_foreign(text)
    nearness = retriever.calibrator.calibration(foreign).nearness(similarity)
    unknown = not foreign and has_unknown_name(retriever.store, retrieval, text)
    return Seen(
        nearness, candidates[0].share, margin_of(retrieval), is_official(text), foreign, unknown
    )


def is_official(text: str) -> bool:
    """Whether a question is put in the words of minutes, and asks what was decided.

    >>> is_official("Vad beslutades om badet?"), is_official("Får man bada?")
    (True, False)
    """
    return bool(_OFFICIAL.search(text))


def has_unknown_name(store: Store, retrieval: Retrieval, text: str) -> bool:
    """Whether a question has a name, by its capital within a sentence, that no document has."""
    expansion = retrieval.candidates[0].expansion
    known = {correction.typed for correction in expansion.corrected}
    known.update(word for other in expansion.others for word in other.words.split())
    names = (match[0].lower() for match in _NAME.finditer(_without_frame(retrieval, text)))
    return any(name not in known and _is_untold(store, name) for name in names)


def lack_of(retriever: Retriever, retrieval: Retrieval) -> Saying | None:
    """Why the best item is no answer although it is near, nor any found of its case.

    ``None`` if one may be. There is at least one candidate.
    """
    grouped = retrieval.by_item()
    question = retrieval.question
    limits = (part for part in question.interpretations if part.limits and not part.relaxed)
    asked = blank_out(question.text, limits)
    text = put_right(asked, retrieval.candidates[0].expansion.corrected)
    first = next(iter(grouped.values()))[0].passage
    same = [
        found[0].passage
        for found in grouped.values()
        if first.case_number and found[0].passage.case_number == first.case_number
    ]
    lacks = None
    for passage in (first, *same[:MOST_OF_CASE]):
        passages = retriever.store.item_passages(passage.item_id) if passage.item_id else [passage]
        lack = find_lack(text, ItemText.of(passages))
        if lack is None:
            return None
        lacks = lacks or lack
    title = first.item_title or first.section_heading
    return say(Says.LACKING, title=title, lack=lacks)


_FRAME = frozenset(
    {InterpretationKind.PERIOD, InterpretationKind.PARTY, InterpretationKind.SECTION}
)


def _without_frame(retrieval: Retrieval, text: str) -> str:
    """A question without what it says of time, party and section, which is not its subject."""
    question = retrieval.question
    for part in question.interpretations:
        words = question.text[part.start : part.end]
        if part.kind in _FRAME and words:
            text = text.replace(words, " ")
    return text


def subject_words(text: str) -> tuple[str, ...]:
    """The words of a question that tell its subject, as they stand, in lower case.

    >>> subject_words("Vad beslutade fullmäktige om simhallen?")
    ('simhallen',)
    """
    return tuple(word for word in query_words(text) if len(word) > 1 and stem(word) not in COMMON)


def share_of_words(words: tuple[str, ...], texts: list[str]) -> float:
    """The share of words that stand in the texts, whole or as part of a compound (0 to 1)."""
    if not words:
        return 0.0
    there = {stem(token) for text in texts for token in tokens(text)}
    found = sum(_is_there(stem(word), there) for word in words)
    return found / len(words)


def _is_there(word: str, there: set[str]) -> bool:
    if word in there:
        return True
    if len(word) < GRAM or not word.isalpha():
        return False
    return any(word in other or (len(other) >= GRAM and other in word) for other in there)


def is_missing(store: Store, word: str) -> bool:
    """Whether no document has a word, in any form or compound, nor all that it is made of."""
    return len(word) >= LONG_WORD and word.isalpha() and _is_untold(store, word)


def _is_untold(store: Store, word: str) -> bool:
    if not _is_nowhere(store, word):
        return False
    parts = split_compound(word)
    return not parts or any(len(part) >= GRAM and _is_nowhere(store, part) for part in parts)


def _is_nowhere(store: Store, word: str) -> bool:
    # Endings vary, so only the first two thirds of a word must be somewhere.
    stable = max(2, 1 + (len(word) - GRAM) * 2 // 3)
    return any(not store.match([gram], limit=1) for gram in grams(word)[1:stable])
