"""Questions that go on with an answer: «… och hur röstade V?», «Vem reserverade sig?»."""

import re
from collections.abc import Iterable

from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.rows import StoredItem
from beslutssok.index.words import stem
from beslutssok.parse.case_numbers import normalise_case_number
from beslutssok.search.intents import Intent
from beslutssok.search.named import blank_out
from beslutssok.search.named_items import items_cited
from beslutssok.search.process_words import ASKING
from beslutssok.search.retrieval import Retriever, in_order_of_time
from beslutssok.search.selection import SECTION_OF, has_section, is_decided, is_follow_up
from beslutssok.search.subject_words import subject_words

_GOES_ON = re.compile(r"^\W*(?:och|men|samt|and)\b|^\s*(?:…|\.\.\.)", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:det|den|detta|denna|dessa|de|dem|där|då|ärendet|beslutet|motionen|förslaget|frågan"
    r"|it|that|this)\b",
    re.IGNORECASE,
)
# Words besides that a question may have which points back and goes on.
FEW_WORDS = 2
_NAMES_A_MATTER = frozenset(
    {
        InterpretationKind.CASE,
        InterpretationKind.ITEM,
        InterpretationKind.NUMBER,
        InterpretationKind.MATTER,
        InterpretationKind.PHRASE,
    }
)


def names_no_matter(text: str, parts: Iterable[Interpretation]) -> bool:
    """Whether a question says nothing of which matter it is about.

    >>> names_no_matter("Vem reserverade sig?", ()), names_no_matter("Hur röstade V om badet?", ())
    (True, False)
    """
    parts = tuple(parts)
    if any(part.kind in _NAMES_A_MATTER for part in parts):
        return False
    return not own_words(text, parts)


def own_words(text: str, parts: Iterable[Interpretation]) -> tuple[str, ...]:
    """The words of a question that tell its matter, without those that tell what is asked of it."""
    words = subject_words(blank_out(text, parts))
    return tuple(word for word in words if stem(word) not in ASKING)


def goes_on(text: str, parts: Iterable[Interpretation]) -> bool:
    """Whether a question asked after an answer is about the same matter.

    >>> goes_on("… och hur röstade V?", ()), goes_on("Vad beslutades om simhallen?", ())
    (True, False)
    """
    parts = tuple(parts)
    if names_no_matter(text, parts):
        return True
    if any(part.kind in _NAMES_A_MATTER for part in parts):
        return False
    points = _GOES_ON.search(text) or _POINTS_BACK.search(text)
    return bool(points) and len(own_words(text, parts)) <= FEW_WORDS


def items_after(retriever: Retriever, after: str) -> list[StoredItem]:
    """The items that an identifier, a citation or a case number names, in order of time.

    An identifier may be that of a passage.
    """
    named = after.strip()
    parts = named.split("/")
    ids = ["/".join(parts[:length]) for length in range(len(parts), 1, -1)]
    found = retriever.store.items_named(ids)
    if found:
        return found
    cited = items_cited(retriever, named)
    if cited is not None:
        return cited
    number = normalise_case_number(named) or named
    return sorted(retriever.case_items(number), key=in_order_of_time)


def item_gone_on_with(
    retriever: Retriever, items: Iterable[StoredItem], intent: Intent
) -> StoredItem:
    """The item of a case that a question goes on with: the latest that decided the matter.

    Where something is asked that not every item tells (votes, reservations), one that does.
    """
    items = list(items)
    decided = [item for item in items if is_decided(item)]
    matter = [item for item in decided if not is_follow_up(retriever, item)]
    kind = SECTION_OF.get(intent)
    telling = [item for item in (matter or items) if kind and has_section(retriever, item, kind)]
    return (telling or matter or decided or items)[-1]
