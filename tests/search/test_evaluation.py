import json
import math
from datetime import date
from pathlib import Path

import pytest

from beslutssok.domain import Answer, Coverage, DocumentKind, Hit, Outcome, SectionKind
from beslutssok.errors import EvaluationError
from beslutssok.search.evaluation import (
    ItemKey,
    LabelledQuestion,
    evaluate,
    ndcg_at,
    rank_items,
    read_questions,
)

A, B, C = (ItemKey("ks", "2024-02-13", number) for number in ("1", "2", "3"))


def test_ndcg_by_hand() -> None:
    assert ndcg_at([A, B], frozenset({A})) == 1.0
    assert ndcg_at([B, A], frozenset({A})) == pytest.approx(1 / math.log2(3))
    assert ndcg_at([B], frozenset({A})) == 0.0
    expected = (1 + 1 / math.log2(4)) / (1 + 1 / math.log2(3))
    assert ndcg_at([A, C, B], frozenset({A, B})) == pytest.approx(expected)


def test_a_question_set_is_read(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    relevant = [{"organ": "KS", "date": "2024-02-13", "number": "1", "huvudman": "X"}]
    row = {"question": "Vad?", "type": "topic", "relevant": relevant, "answerable": True}
    path.write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    (question,) = read_questions(path)
    assert question.relevant == {ItemKey("ks", "2024-02-13", "1", False, "x")}
    assert question.answerable


@pytest.mark.parametrize("text", ["", "inte json", '{"type": "topic"}', "[1]"])
def test_a_bad_question_set_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"bad\.jsonl"):
        read_questions(path)


def test_a_missing_question_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="saknas.jsonl"):
        read_questions(tmp_path / "saknas.jsonl")


def hit(organ: str, number: str, kind: DocumentKind = DocumentKind.MINUTES) -> Hit:
    return Hit(
        rank=1,
        score=1.0,
        citation="",
        id=f"{organ}/{number}",
        organ=organ,
        huvudman="Älvsele kommun",
        date=date(2024, 2, 13),
        document_kind=kind,
        item_number=number,
        item_title="",
        case_number=None,
        section=SectionKind.DECISION,
        section_heading="",
        point=None,
        text="",
        file="",
        page=1,
        outcome=Outcome.APPROVED,
        item_id="",
    )


def labelled(relevant: frozenset[ItemKey], answerable: bool = True) -> LabelledQuestion:
    return LabelledQuestion("1", "Vad?", "topic", relevant, (), (), answerable)


def answer(answered: bool) -> Answer:
    covered = Coverage(0, 0, 0, 0, (), None, None)
    return Answer("Vad?", answered, Outcome.UNKNOWN, "", None, (), (), None, (), covered)


def test_a_passage_found_twice_counts_its_item_once() -> None:
    assert [key.number for key in rank_items([hit("KS", "1"), hit("KS", "1"), hit("KS", "2")])] == [
        "1",
        "2",
    ]


def test_an_item_of_the_agenda_is_not_the_paragraph_of_that_number() -> None:
    ranking = rank_items([hit("KS", "1", DocumentKind.AGENDA), hit("KS", "1")])
    assert ndcg_at(ranking, frozenset({A})) == pytest.approx(1 / math.log2(3))


def test_a_label_that_names_the_organisation_wants_that_one() -> None:
    ranking = rank_items([hit("KS", "1")])
    assert ndcg_at(ranking, frozenset({A._replace(huvudman="älvsele kommun")})) == 1.0
    assert ndcg_at(ranking, frozenset({A._replace(huvudman="annan kommun")})) == 0.0


def test_intervals_are_as_wide_as_the_questions_differ() -> None:
    questions = [labelled(frozenset({A})), labelled(frozenset({B}))]
    found = {0: [hit("KS", "1")], 1: [hit("KS", "3")]}
    turns = iter([0, 1])
    report = evaluate(questions, lambda _: found[next(turns)], lambda _: answer(True))
    assert report.total.ndcg == 0.5
    assert report.total.ndcg_interval == (0.0, 1.0)
    assert report.total.hit_1_interval == (0.0, 1.0)


def test_answering_what_has_no_answer_costs_precision() -> None:
    questions = [labelled(frozenset({A})), labelled(frozenset(), answerable=False)]
    report = evaluate(questions, lambda _: [hit("KS", "1")], lambda _: answer(True))
    assert (report.answered_precision, report.answered_recall) == (0.5, 1.0)
