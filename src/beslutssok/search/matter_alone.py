"""Answers to what else is asked: found by the words of the matter, told by who acted in it."""

from collections.abc import Iterable
from dataclasses import replace

from beslutssok.domain import Filters
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.search.clauses import main_clause
from beslutssok.search.evidence import Evidence, weigh_evidence
from beslutssok.search.readings import blank_out
from beslutssok.search.retrieval import Retrieval, Retriever

# The odds (as a logarithm) above which the person asked for need only be told of in the item.
NEARLY = -1.5


def of_matter_alone(
    retriever: Retriever, asked: Retrieval, text: str, given: Filters, without: Iterable[str]
) -> tuple[Retrieval, Evidence] | None:
    """What is found by the words of the matter alone, if that is enough.

    What else is asked of the matter, and of whom, makes the matter itself less near.
    """
    question = asked.question
    names = [(part.start, part.end) for part in question.interpretations if _is_person(part)]
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


def _is_person(part: Interpretation) -> bool:
    return part.kind is InterpretationKind.NAME


def tells_of_person(retriever: Retriever, retrieval: Retrieval, evidence: Evidence) -> bool:
    """Whether what was found nearest tells how the person asked for voted, or what they moved."""
    if evidence.missing or evidence.odds < NEARLY:
        return False
    return _acted_there(retriever, retrieval)


def _acted_there(retriever: Retriever, retrieval: Retrieval) -> bool:
    """Whether a person asked for did something in the item found nearest."""
    persons = [name.casefold().split() for name in retrieval.question.persons]
    found = next((key for key in retrieval.by_item() if retriever.store.items_named([key])), None)
    if not persons or found is None:
        return False
    told = retriever.store.entities(found)
    names = [cast.person.name for vote in told.votes for cast in vote.cast]
    names += [mover.name for motion in told.motions for mover in motion.movers]
    names += [person.name for dissent in told.dissents for person in dissent.persons]
    return any(set(words) <= set(name.casefold().split()) for words in persons for name in names)
