"""The labelled questions on the sample documents, each asked once, with the real model.

Most answers say what they must, none what it must not, and every quotation stands in the PDF it
is cited to.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

import beslutssok
from beslutssok import Answer, DocumentKind, Outcome, SectionKind
from beslutssok.domain import AnswerKind, AnswerLine, LineKind
from beslutssok.library.index import EVALUATION_LIMIT
from beslutssok.search.evaluation import evaluate, read_questions

Answers = list[tuple[dict, Answer]]
QUESTIONS = sorted((Path(__file__).parents[2] / "samples").glob("*/questions.jsonl"))


def labelled() -> Iterator[dict]:
    for path in QUESTIONS:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


@pytest.fixture(scope="module")
def labelled_answers(sample_index: beslutssok.Index) -> Answers:
    return [(row, sample_index.ask(row["question"])) for row in labelled()]


@pytest.fixture(scope="module")
def pages(sample_index: beslutssok.Index) -> "Pages":
    return Pages(sample_index)


class Pages:
    """The letters and digits of the pages of PDF files, read without this project's reader."""

    def __init__(self, index: beslutssok.Index) -> None:
        self._index = index
        self._files: dict[str, list[str]] = {}

    def of(self, line: AnswerLine) -> list[str]:
        """The page that is cited, and the one after it, on which a paragraph may end."""
        file = line.hit.file
        if file not in self._files:
            document = pypdfium2.PdfDocument(self._index.document_path(file, line.hit.sha256))
            self._files[file] = [
                letters(page.get_textpage().get_text_bounded()) for page in document
            ]
            document.close()
        return self._files[file][line.hit.page - 1 : line.hit.page + 1]


def letters(text: str) -> str:
    """A text without white space, hyphens and other signs, in one form."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def stands(text: str, pages: list[str]) -> bool:
    """Whether a text begins on the first page, and is there or goes on at the next."""
    wanted = letters(text)
    if wanted in pages[0]:
        return True
    for end in range(len(wanted) - 1, 0, -1):
        if wanted[:end] in pages[0]:
            return len(pages) > 1 and wanted[end:] in pages[1]
    return False


def test_every_quoted_line_stands_word_for_word_on_the_cited_page(
    labelled_answers: Answers, pages: Pages
) -> None:
    # A scanned page has no words to compare with; what was read there is marked as such.
    quoted = [
        line
        for _, answer in labelled_answers
        for line in answer.lines
        if line.quoted and not line.hit.ocr
    ]
    astray = []
    for line in quoted:
        on = pages.of(line)
        parts = line.text.split("\n")
        whole = stands(line.text, on)
        each = all(any(letters(part) in page for page in on) for part in parts)
        if not whole and not (each and letters(parts[0]) in on[0]):
            astray.append((line.hit.citation, line.text))
    assert astray == []
    assert len(quoted) > 300


def test_every_line_rests_on_a_hit_that_is_among_the_citations(
    labelled_answers: Answers,
) -> None:
    for _, answer in labelled_answers:
        cited = {hit.id for hit in answer.citations}
        assert {line.hit.id for line in answer.lines} == cited
        assert [hit.rank for hit in answer.citations] == list(range(1, len(cited) + 1))
        assert answer.answered == bool(answer.lines)
        for line in answer.lines:
            if line.quoted:
                assert line.text in answer.text
                assert " ".join(line.text.split()) in " ".join(line.hit.text.split())


def test_nothing_that_must_not_be_said_is_said(labelled_answers: Answers) -> None:
    said = {
        row["id"]: words
        for row, answer in labelled_answers
        for words in row["must_not_contain"]
        if answer.answered and words.casefold() in answer.text.casefold()
    }
    assert said == {}


def test_most_answers_say_what_they_must(labelled_answers: Answers) -> None:
    asked = [(row, answer) for row, answer in labelled_answers if row["answerable"]]
    right = [
        all(words.casefold() in answer.text.casefold() for words in row["must_contain"])
        for row, answer in asked
    ]
    assert sum(right) / len(right) >= 0.88
    traps = [
        ok for ok, (row, _) in zip(right, asked, strict=True) if row["note"].startswith("Fälla")
    ]
    assert len(traps) >= 30
    assert sum(traps) / len(traps) >= 0.78


def test_the_right_item_is_found(sample_index: beslutssok.Index, labelled_answers: Answers) -> None:
    given = {answer.question: answer for _, answer in labelled_answers}
    questions = [question for path in QUESTIONS for question in read_questions(path)]
    report = evaluate(
        questions, lambda text: sample_index.search(text, EVALUATION_LIMIT), given.__getitem__
    )
    assert report.total.ndcg is not None and report.total.ndcg >= 0.85
    assert report.total.hit_5 is not None and report.total.hit_5 >= 0.93


def test_an_agenda_and_a_proposal_are_never_given_as_decided(
    labelled_answers: Answers,
) -> None:
    decided = 0
    for _, answer in labelled_answers:
        for line in answer.lines:
            proposed = (
                line.hit.document_kind is DocumentKind.AGENDA
                or line.hit.outcome is Outcome.PROPOSED
            )
            if line.kind is LineKind.HEAD and proposed:
                assert line.text.startswith("Endast förslag"), line.text
            if line.kind is LineKind.LISTED and proposed and answer.kind is not AnswerKind.ACTIONS:
                assert line.text.startswith("Endast förslag"), line.text
            if line.kind in (LineKind.LATER, LineKind.EARLIER) and proposed and not line.quoted:
                assert "endast förslag" in line.text, line.text
            if line.quoted and line.kind is LineKind.DECISION:
                decided += 1
                assert not proposed, line.text
                carried = line.hit.section is SectionKind.PROPOSAL
                assert line.hit.section is SectionKind.DECISION or (
                    carried and line.hit.outcome is Outcome.APPROVED
                )
    assert decided > 100
