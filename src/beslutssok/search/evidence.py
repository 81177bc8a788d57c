"""Whether what was found is about what was asked."""

import math
from dataclasses import dataclass

from beslutssok.domain import Saying
from beslutssok.index.compounds import split_compound
from beslutssok.index.rows import StoredItem
from beslutssok.index.words import stem, tokens
from beslutssok.search.asked_for import find_lack
from beslutssok.search.expansion import put_right
from beslutssok.search.item_text import ItemText, stands, stems_of
from beslutssok.search.named import blank_out
from beslutssok.search.odds import margin_of, odds_of_answer
from beslutssok.search.process_words import PROCESS
from beslutssok.search.retrieval import Retrieval, Retriever
from beslutssok.search.sentences import Says, say
from beslutssok.search.subject_words import (
    ENOUGH_WORDS,
    is_missing,
    share_of_words,
    subject_words,
    without_frame,
)
from beslutssok.search.wording import missing_sentence

# The odds (as a logarithm) above which an answer is sure, though some words are nowhere.
SURE = 2.0
# The odds below which every answer is told to be unsure.
UNSURE = 0.5
MAX_ITEMS = 12
# Items of the case of the best that may say what it does not.
MOST_OF_CASE = 4
# Items this close to the best in fused score count as found as well.
NEAR = 1.2
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
    subject = subject_words(without_frame(retrieval.question, text))
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
