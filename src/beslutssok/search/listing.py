"""The items that a question for a list asks for: all of a kind, or those about a subject."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from beslutssok.domain import DocumentKind, Filters, Outcome, Saying
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.rows import StoredItem, compared, compared_number
from beslutssok.parse.matter_kinds import lists_many, names_matter
from beslutssok.search.evidence import Evidence
from beslutssok.search.follow_up import own_words
from beslutssok.search.matter_movers import by_movers
from beslutssok.search.matters import asks_for_outcome, outcomes_called
from beslutssok.search.named import blank_out, blank_words
from beslutssok.search.quoting import decision_passages
from beslutssok.search.retrieval import Retrieval, Retriever, by_day
from beslutssok.search.selection import is_decided, within
from beslutssok.search.sentences import Says, say
from beslutssok.search.subject_words import ENOUGH_WORDS, share_of_words, subject_words

# What was only put off or noted was not decided in this sense.
_SETTLED = re.compile(
    r"\b(?:fastställ|anta(?:gi|s)|antog|godkän|beslutade|beslutats|bestäm|införde)\w*",
    re.IGNORECASE,
)


def filters_of_list(retrieval: Retrieval) -> Filters:
    """The filters of a list: time and organisation limit it, though a search only prefers them."""
    used = retrieval.filters
    for part in retrieval.question.standing(InterpretationKind.HUVUDMAN):
        used = replace(used, huvudman=used.huvudman or part.filters.huvudman)
    for part in retrieval.question.standing(InterpretationKind.PERIOD):
        if not (used.date_from or used.date_to):
            used = replace(used, date_from=part.filters.date_from, date_to=part.filters.date_to)
    return used


def listed_items(
    retriever: Retriever, retrieval: Retrieval, text: str, evidence: Evidence
) -> list[StoredItem]:
    """The items asked for, in order of time.

    A kind of matter («vilka motioner …») is looked up among all items that the filters leave, so
    that the list is whole; what else the question names has to stand in the title. Otherwise
    they are the items found that are about the subject.
    """
    parts = [part for part in retrieval.question.interpretations if not part.relaxed]
    matter = next(iter(retrieval.question.standing(InterpretationKind.MATTER)), None)
    outcome = next(iter(retrieval.question.standing(InterpretationKind.OUTCOME)), None)
    wanted: frozenset[Outcome] = outcomes_called(outcome.words) if outcome else frozenset()
    if matter is None:
        items = within(evidence.about or evidence.items, filters_of_list(retrieval))
    else:
        rest = _rest(text, parts)
        items = _of_matter(retriever, retrieval, matter, rest, announced=Outcome.REFERRED in wanted)
        items = by_movers(retriever, items, matter.words, retrieval.question)
        if rest:
            known = {item.item_id for item in items}
            about = within(evidence.about, filters_of_list(retrieval))
            about = by_movers(retriever, about, matter.words, retrieval.question)
            also = (item for item in about if item.item_id not in known)
            items += [item for item in also if share_of_words(rest, [item.title]) >= ENOUGH_WORDS]
    if outcome is not None:
        items = [
            item
            for item in items
            if item.outcome in wanted and not (matter and _ONLY_ABOUT.search(item.title))
        ]
    elif matter is not None and _SETTLED.search(text):
        items = [item for item in items if is_decided(item)]
        items = [item for item in items if _says_it_did(retriever, item, text)]
    elif matter is not None and _ANSWERED.search(text):
        items = [item for item in items if item.outcome not in _PUT_OFF]
    return sorted(items, key=by_day)


# What else stands in titles of such matters, where a question names more than the kind.
_ALSO_CALLED = {"granskning": ("revision",)}


_ADOPTED = re.compile(r"\banta(?:gi|s)|\bantog", re.IGNORECASE)
# «Enligt förslaget.» alone says no more, and may adopt.
_ADOPTS = re.compile(
    r"\banta(?:s|r|ges|gits|gen|get)?\b|\bantog|\bfastställ|\bbif(?:all|öll)"
    r"|\A\W*(?:beslutar\s+)?(?:i\s+enlighet\s+med|enligt)\s+(?:[\w-]+\s+){0,3}förslag\w*\W*\Z",
    re.IGNORECASE,
)


def _says_it_did(retriever: Retriever, item: StoredItem, text: str) -> bool:
    """Whether a decision adopts, where what was adopted is asked for: sending out is not that."""
    if not _ADOPTED.search(text):
        return True
    decision = decision_passages(item, retriever.store.item_passages(item.item_id))
    return any(_ADOPTS.search(passage.text) for passage in decision)


_ANSWERED = re.compile(r"\bbesvara(?:des|s|ts|d|de)\b", re.IGNORECASE)
_PUT_OFF = frozenset({Outcome.TABLED, Outcome.REFERRED_BACK, Outcome.WITHDRAWN, Outcome.REFERRED})


def list_heading(
    items: Sequence[StoredItem], looked: Sequence[StoredItem] = (), *, cases: Sequence[str] = ()
) -> Saying:
    """How many items a list has, and of which ``cases`` or among how many they were looked for.

    ``looked`` are the items that the filters leave; those of agendas do not count.
    """
    if cases:
        return say(Says.STEPS, case=tuple(cases), steps=len(items))
    counted = sum(item.document_kind.records_decisions for item in looked)
    told = Says.ITEMS_AMONG if counted > len(items) else Says.ITEMS
    return say(told, items=len(items), looked=counted)


def items_of_period(retriever: Retriever, retrieval: Retrieval, text: str) -> list[StoredItem]:
    """All that was decided in the time and by the body that a question names, if no more.

    Nothing where the question tells a matter, or where the time was let go.
    """
    question = retrieval.question
    used = filters_of_list(retrieval)
    if retrieval.relaxed or not (used.date_from or used.date_to) or used.item_number:
        return []
    if used.case_number or not _ASKS_WHAT.search(text) or question.persons or question.parties:
        return []
    if own_words(blank_words(text, _SAYS_ALL), question.interpretations):
        return []
    return sorted(_minuted(retriever, retrieval), key=by_day)


def items_of_outcome(
    retriever: Retriever, retrieval: Retrieval, text: str
) -> list[StoredItem] | None:
    """All matters that came out in the way a question names, where it tells nothing else of them.

    ``None`` where it asks for something else, or was let go; an empty list where there are none.
    """
    parts = [part for part in retrieval.question.interpretations if not part.relaxed]
    outcome = next(iter(retrieval.question.standing(InterpretationKind.OUTCOME)), None)
    kinds = {part.kind for part in parts}
    if outcome is None or retrieval.relaxed or kinds & _TOLD_OTHERWISE:
        return None
    if not asks_for_outcome(text) or own_words(blank_words(text, _SAYS_ALL), parts):
        return None
    wanted = outcomes_called(outcome.words)
    items = [item for item in _minuted(retriever, retrieval) if item.outcome in wanted]
    return sorted(items, key=by_day)


def _minuted(retriever: Retriever, retrieval: Retrieval) -> list[StoredItem]:
    """All § that the filters of a list leave, each once: an extract repeats what minutes have."""
    items = retriever.store.items(filters_of_list(retrieval))
    minutes = {_place(item) for item in items if item.document_kind is DocumentKind.MINUTES}
    return [
        item
        for item in items
        if item.document_kind is DocumentKind.MINUTES
        or (item.document_kind.records_decisions and _place(item) not in minutes)
    ]


def _place(item: StoredItem) -> tuple[object, ...]:
    return item.huvudman, compared(item.organ), item.date, compared_number(item.number)


# Words for all matters there are, and for what was done to them.
_SAYS_ALL = re.compile(
    r"\b(?:ärende|fråg|paragraf|beslut|punkt|sak|behandla|avgjor|fatta|gång|mång|samtlig|all[at]"
    r"|antal|under|matter)\w*|\bto?gs?\b|§§?",
    re.IGNORECASE,
)
_TOLD_OTHERWISE = frozenset(
    {
        InterpretationKind.MATTER,
        InterpretationKind.PARTY,
        InterpretationKind.NAME,
        InterpretationKind.CASE,
        InterpretationKind.ITEM,
        InterpretationKind.PHRASE,
    }
)
_ASKS_WHAT = re.compile(
    r"^\W*(?:och\s+)?(?:vad|vilka\s+beslut|vilka\s+ärenden|vilka\s+paragrafer|what|which)\b",
    re.IGNORECASE,
)


def asks_for_all(retrieval: Retrieval, text: str) -> bool:
    """Whether a question asks for all matters of a kind, and names no subject besides."""
    parts = [part for part in retrieval.question.interpretations if not part.relaxed]
    return bool(retrieval.question.standing(InterpretationKind.MATTER)) and not _rest(text, parts)


def _rest(text: str, parts: Iterable[Interpretation]) -> tuple[str, ...]:
    """The words that tell the subject besides what was read as a part of the question."""
    rest = blank_out(text, parts)
    return subject_words(_TREATED.sub(" ", _SETTLED.sub(" ", rest)))


# What was done to all such matters, and tells none of them from another.
_TREATED = re.compile(
    r"\b(?:besvara|väck|ställ|lämna|inkom|kom\b|anmäl|behandla|redovisa|hantera|avgör|avgjor)\w*"
    r"|\b(?:många|antal\w*|samtliga|alla|tog|tas|togs|upp)\b",
    re.IGNORECASE,
)


# What became of an opinion on a motion is not what became of the motion.
_ONLY_ABOUT = re.compile(r"^(?:yttrande|remissvar|remiss|information|uppföljning)\b", re.IGNORECASE)


def _of_matter(
    retriever: Retriever,
    retrieval: Retrieval,
    matter: Interpretation,
    rest: tuple[str, ...],
    *,
    announced: bool,
) -> list[StoredItem]:
    """The items of a kind of matter; new ones that are only ``announced`` if that is asked for."""
    called = [matter.words, *(_ALSO_CALLED.get(matter.words, ()) if rest else ())]
    items = [
        item
        for item in _minuted(retriever, retrieval)
        if names_matter(item.title, called) and (announced or not lists_many(item.title))
    ]
    if not rest:
        return items
    return [item for item in items if share_of_words(rest, [item.title]) >= ENOUGH_WORDS]
