"""Documents that are referred to but not there, where that may be why something is not told."""

from collections.abc import Sequence

from beslutssok.domain import MissingStep
from beslutssok.index.rows import StoredItem
from beslutssok.search.missing import missing_steps
from beslutssok.search.retrieval import Retriever

MAX_GAPS = 3


def gaps_of(retriever: Retriever, items: Sequence[StoredItem]) -> tuple[str, ...]:
    """Sentences about the meetings and § that items refer to and the index lacks, latest last."""
    own = [item for item in items if item.item_id]
    missing = missing_steps(retriever, own) if own else ()
    return tuple(dict.fromkeys(map(_sentence, missing[-MAX_GAPS:])))


def _sentence(step: MissingStep) -> str:
    number = f" § {step.number}" if step.number else ""
    when = step.date.isoformat() if step.date else str(step.year or "")
    told_by = step.told_by.citation.partition(",")[0]
    place = " ".join(filter(None, (step.organ, when))) + number
    return f"{place} nämns i {told_by}, men finns inte bland handlingarna."
