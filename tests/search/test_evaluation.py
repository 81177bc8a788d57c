import json
import math
from pathlib import Path

import pytest

from beslutssok.errors import EvaluationError
from beslutssok.search.evaluation import ndcg_at, read_questions

A, B, C = (("ks", "2024-02-13", number) for number in ("1", "2", "3"))


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
    assert question.relevant == {("ks", "2024-02-13", "1")}
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
