"""How likely it is that what was found answers a question."""

import re
from dataclasses import dataclass

from beslutssok.index.store import Store
from beslutssok.index.words import GRAM
from beslutssok.search.expansion import is_foreign
from beslutssok.search.retrieval import Retrieval, Retriever
from beslutssok.search.subject_words import is_untold, names_in, without_frame

# Logistic regression on questions to three indexes: those that have an answer there, and those
# that have none, by kind (`python benchmarks/silence.py`); what stands at zero was then moved 0.68
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
# Items after the best with which it is compared.
COMPARED = 9


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
    names = (name.lower() for name in names_in(without_frame(retrieval.question, text)))
    return any(len(name) >= GRAM and name not in known and is_untold(store, name) for name in names)
