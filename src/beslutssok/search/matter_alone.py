"""Answers to what else is asked: found by the words of the matter, told by who acted in it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from beslutssok.domain import Filters
from beslutssok.domain.interpretation import InterpretationKind
from beslutssok.index.words import stem, tokens
from beslutssok.search.evidence import Evidence, weigh_evidence
from beslutssok.search.follow_up import own_words
from beslutssok.search.named import blank_out
from beslutssok.search.named_people import is_called
from beslutssok.search.retrieval import Retrieval, Retriever
from beslutssok.search.subject_words import names_in

# The odds (as a logarithm) above which the person asked for need only be told of in the item.
NEARLY = -1.5
_CLAUSE = re.compile(
    r"\s*(?:[,;]?\s+(?:och|samt|men|and)\s+|[.?;,]\s+(?:(?:och|samt|men|and)\s+)?)"
    r"(?=(?:i\s+så\s+fall\s+)?(?:hur|vem|vilk(?:a|en|et)|vad|när|varför|blev|har|fick|finns|how|who"
    r"|what|when|why)\b)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:det|den|detta|denna|dessa|de|dem|då|ärendet|beslutet|motionen|förslaget|beslut\w*|bestäm\w*|avgjor\w*"
    r"|it|that)$",
    re.IGNORECASE,
)


def of_matter_alone(
    retriever: Retriever, asked: Retrieval, text: str, given: Filters, without: Iterable[str]
) -> tuple[Retrieval, Evidence] | None:
    """What is found by the words of the matter alone, if that is enough.

    What else is asked of the matter, and of whom, makes the matter itself less near.
    """
    question = asked.question
    names = [p for p in question.interpretations if p.kind is InterpretationKind.NAME]
    plainer = (main_clause(text), blank_out(text, names) if names else None)
    for words in plainer:
        if words is None:
            continue
        found = retriever.retrieve(words, given, without)
        evidence = weigh_evidence(retriever, found, found.question.wording)
        own = replace(found, question=question)
        told = not question.persons or _acted_there(retriever, own)
        if evidence.sufficient and found.filters == asked.filters and told:
            return own, evidence
    return None


def tells_of_person(retriever: Retriever, retrieval: Retrieval, evidence: Evidence) -> bool:
    """Whether what was found nearest tells how the person asked for voted, or what they moved.

    Where words are missing, or it is not near, its title has to have a place that is asked about.
    """
    if not retrieval.candidates:
        return False
    is_near = not evidence.missing and evidence.odds >= NEARLY
    return (is_near or _names_place(retrieval)) and _acted_there(retriever, retrieval)


def _names_place(retrieval: Retrieval) -> bool:
    """Whether the title of the best has a name of the question that is no person's."""
    question, best = retrieval.question, retrieval.candidates[0].passage
    parts = [part for part in question.interpretations if part.kind is InterpretationKind.NAME]
    asked = {stem(name.lower()) for name in names_in(blank_out(question.text, parts))}
    everywhere = {stem(word) for word in tokens(f"{best.huvudman} {best.organ}")}
    return not asked.isdisjoint({stem(word) for word in tokens(best.item_title)} - everywhere)


def _acted_there(retriever: Retriever, retrieval: Retrieval) -> bool:
    """Whether a person asked for did something in the item found nearest."""
    persons = retrieval.question.persons
    found = next((key for key in retrieval.by_item() if retriever.store.items_named([key])), None)
    if not persons or found is None:
        return False
    told = retriever.store.entities(found)
    names = [cast.person.name for vote in told.votes for cast in vote.cast]
    names += [mover.name for motion in told.motions for mover in motion.movers]
    names += [person.name for dissent in told.dissents for person in dissent.persons]
    return any(is_called(person, name) for person in persons for name in names)


def main_clause(text: str) -> str | None:
    """The only clause of a question that tells what matter it is about.

    ``None`` where there are not several clauses, or where more than one tells of a matter.

    >>> main_clause("Vad beslutades om badhuset och hur röstade V?")
    'Vad beslutades om badhuset?'
    >>> main_clause("Vad kostar badet och vilka taxor gäller för vattnet?") is None
    True
    """
    clauses = [clause.strip(" ?.,;") for clause in _CLAUSE.split(text)]
    telling = [clause for clause in clauses if _tells_matter(clause)]
    if len(clauses) < 2 or len(telling) != 1:
        return None
    return f"{telling[0]}?"


def _tells_matter(clause: str) -> bool:
    return any(not _POINTS_BACK.match(word) for word in own_words(_without_letters(clause), ()))


def _without_letters(clause: str) -> str:
    # A party's letters tell who, not what.
    return re.sub(r"(?<!\w)[A-ZÅÄÖ]{1,3}(?!\w)", " ", clause)
