"""Measure search and answers against labelled questions."""

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from beslutssok.domain import Answer, DocumentKind, Hit
from beslutssok.errors import EvaluationError
from beslutssok.search.resampling import interval_of_mean

DEPTH = 10


class ItemKey(NamedTuple):
    """By what a label and an item found meet, in lower case.

    ``is_agenda`` tells ärende 4 of a kallelse from § 4 of the minutes. ``huvudman`` is empty in a
    label that does not name it, and then any will do.
    """

    organ: str
    date: str
    number: str
    is_agenda: bool = False
    huvudman: str = ""


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question with the items that answer it; an unanswerable question has none."""

    id: str
    question: str
    type: str
    relevant: frozenset[ItemKey]
    must_contain: tuple[str, ...]
    must_not_contain: tuple[str, ...]
    answerable: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over questions; ``None`` where no question of the type has a value.

    Rankings are over items. ``right`` is the share of answers that contain what they must and
    nothing they must not. ``silent`` is the share that was not answered. The intervals are the
    bounds of ``ndcg`` and ``hit_1`` with 95 % of resamples of the questions.
    """

    count: int
    ndcg: float | None
    hit_1: float | None
    hit_5: float | None
    hit_10: float | None
    right: float | None
    silent: float | None
    ndcg_interval: tuple[float, float] | None = None
    hit_1_interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A question whose answer was wrong, and why."""

    id: str
    question: str
    why: str


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """Scores by type of question and in all, and how well silence was kept."""

    by_type: dict[str, Scores]
    total: Scores
    answered_precision: float | None
    answered_recall: float | None
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    question: LabelledQuestion
    ndcg: float | None
    rank: int | None
    right: bool | None
    answered: bool
    why: str


def read_questions(path: Path) -> list[LabelledQuestion]:
    """Read a question set: JSON lines as the design describes them.

    Raises:
        EvaluationError: the file cannot be read, or a line is no labelled question.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise EvaluationError(
            f"{path}: frågorna kan inte läsas ({exc}).", "Ange en fil med en JSON-rad per fråga."
        ) from exc
    questions = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            questions.append(_labelled(json.loads(line), number))
        except (ValueError, KeyError, TypeError, AttributeError) as exc:
            raise EvaluationError(
                f"{path}, rad {number}: ingen märkt fråga ({exc!r}).",
                "Se designens format: question, type, relevant, answerable.",
            ) from exc
    if not questions:
        raise EvaluationError(f"{path}: inga frågor.", "Ange en fil med en JSON-rad per fråga.")
    return questions


def _labelled(row: dict[str, object], number: int) -> LabelledQuestion:
    relevant = row.get("relevant") or []
    return LabelledQuestion(
        id=str(row.get("id", number)),
        question=str(row["question"]),
        type=str(row.get("type", "")),
        relevant=frozenset(_key(entry) for entry in relevant),  # type: ignore[attr-defined]
        must_contain=tuple(row.get("must_contain") or ()),  # type: ignore[arg-type]
        must_not_contain=tuple(row.get("must_not_contain") or ()),  # type: ignore[arg-type]
        answerable=bool(row.get("answerable", bool(relevant))),
    )


def _key(entry: dict[str, str]) -> ItemKey:
    return ItemKey(
        organ=entry["organ"].lower(),
        date=entry["date"],
        number=str(entry["number"]).lower(),
        is_agenda=entry.get("kind") == DocumentKind.AGENDA.value,
        huvudman=entry.get("huvudman", "").lower(),
    )


def evaluate(
    questions: Sequence[LabelledQuestion],
    search: Callable[[str], list[Hit]],
    ask: Callable[[str], Answer],
) -> EvaluationReport:
    """Ask every question and score what comes back."""
    outcomes = [_run(question, search, ask) for question in questions]
    by_type: dict[str, list[_Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_type[outcome.question.type].append(outcome)
    answered = [o for o in outcomes if o.answered]
    answerable = [o for o in outcomes if o.question.answerable]
    both = [o for o in answered if o.question.answerable]
    return EvaluationReport(
        by_type={name: _scores(group) for name, group in by_type.items()},
        total=_scores(outcomes),
        answered_precision=len(both) / len(answered) if answered else None,
        answered_recall=len(both) / len(answerable) if answerable else None,
        failures=tuple(
            Failure(o.question.id, o.question.question, o.why) for o in outcomes if o.why
        ),
    )


def _run(
    question: LabelledQuestion,
    search: Callable[[str], list[Hit]],
    ask: Callable[[str], Answer],
) -> _Outcome:
    answer = ask(question.question)
    ndcg = rank = None
    if question.relevant:
        ranking = rank_items(search(question.question))
        ndcg = ndcg_at(ranking, question.relevant)
        rank = first_relevant(ranking, question.relevant)
    right, why = _judge(question, answer)
    return _Outcome(question, ndcg, rank, right, answer.answered, why)


def rank_items(hits: Iterable[Hit]) -> list[ItemKey]:
    """A ranking of passages read as the ranking of their items, first come."""
    return list(
        dict.fromkeys(
            ItemKey(
                organ=hit.organ.lower(),
                date=str(hit.date),
                number=hit.item_number.lower(),
                is_agenda=hit.document_kind is DocumentKind.AGENDA,
                huvudman=hit.huvudman.lower(),
            )
            for hit in hits
            if hit.item_number
        )
    )


def is_relevant(key: ItemKey, relevant: frozenset[ItemKey]) -> bool:
    """Whether an item is one of those that labels name.

    >>> label = ItemKey("ks", "2024-02-13", "1")
    >>> is_relevant(label._replace(huvudman="region fjällbygden"), frozenset({label}))
    True
    """
    return key in relevant or key._replace(huvudman="") in relevant


def first_relevant(
    ranking: Sequence[ItemKey], relevant: frozenset[ItemKey], depth: int = DEPTH
) -> int:
    """The place of the first relevant item, from 0; ``depth`` if it is not among the first."""
    top = ranking[:depth]
    return next((i for i, key in enumerate(top) if is_relevant(key, relevant)), depth)


def ndcg_at(ranking: Sequence[ItemKey], relevant: frozenset[ItemKey], depth: int = DEPTH) -> float:
    """Normalised discounted cumulative gain of a ranking with binary relevance.

    >>> first, second = ItemKey("ks", "2024-02-13", "1"), ItemKey("ks", "2024-02-13", "2")
    >>> ndcg_at([first, second], frozenset({first}))
    1.0
    """
    found = [is_relevant(key, relevant) for key in ranking[:depth]]
    gain = sum(1 / math.log2(i + 2) for i, good in enumerate(found) if good)
    ideal = sum(1 / math.log2(i + 2) for i in range(min(depth, len(relevant))))
    return gain / ideal if ideal else 0.0


def _judge(question: LabelledQuestion, answer: Answer) -> tuple[bool | None, str]:
    if not question.answerable:
        return None, "besvarad fast svar saknas" if answer.answered else ""
    if not answer.answered:
        return False, "inte besvarad"
    text = answer.text.casefold()
    missing = [words for words in question.must_contain if words.casefold() not in text]
    wrong = [words for words in question.must_not_contain if words.casefold() in text]
    if missing:
        return False, f"saknar: {'; '.join(missing)}"
    if wrong:
        return False, f"har men ska inte ha: {'; '.join(wrong)}"
    return True, ""


def _scores(outcomes: Sequence[_Outcome]) -> Scores:
    ranks = [o.rank for o in outcomes if o.rank is not None]
    gains = [o.ndcg for o in outcomes if o.ndcg is not None]
    first = [float(rank < 1) for rank in ranks]
    return Scores(
        count=len(outcomes),
        ndcg=_mean(gains),
        hit_1=_mean(first),
        hit_5=_mean(rank < 5 for rank in ranks),
        hit_10=_mean(rank < DEPTH for rank in ranks),
        right=_mean(o.right for o in outcomes if o.right is not None),
        silent=_mean(not o.answered for o in outcomes),
        ndcg_interval=interval_of_mean(gains) if gains else None,
        hit_1_interval=interval_of_mean(first) if first else None,
    )


def _mean(values: Iterable[float | bool]) -> float | None:
    found = [float(value) for value in values]
    return mean(found) if found else None
