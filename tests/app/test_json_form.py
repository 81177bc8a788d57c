import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.fakes.entities import ENTITIES
from tests.fakes.stand_in_index import COVERAGE, DECISION, DOCUMENTS, HITS, PROPOSAL, StandInIndex

from beslutssok.app.json_form import (
    answer_form,
    case_form,
    coverage_form,
    document_form,
    evaluation_form,
    hit_form,
    hits_form,
    ingest_form,
    item_form,
    status_form,
    write_json,
)
from beslutssok.domain import DocumentStatus, IngestedDocument, IngestReport
from beslutssok.library import ItemView
from beslutssok.search import EvaluationReport
from beslutssok.search.evaluation import Failure, Scores

HIT_KEYS = [
    "rank",
    "score",
    "citation",
    "id",
    "organ",
    "huvudman",
    "date",
    "document_kind",
    "item_number",
    "item_title",
    "case_number",
    "section",
    "point",
    "text",
    "file",
    "page",
]
ANSWER_KEYS = [
    "question",
    "answered",
    "outcome",
    "answer",
    "reason",
    "citations",
    "case_number",
    "also",
]
SCORES = Scores(4, 0.75, 0.5, 0.75, 1.0, None, 0.25)


def test_a_hit_begins_with_the_keys_of_the_contract() -> None:
    assert list(hit_form(DECISION))[: len(HIT_KEYS)] == HIT_KEYS


def test_a_hit_has_plain_values() -> None:
    form = hit_form(DECISION)
    assert form["date"] == "2024-12-10"
    assert form["document_kind"] == "protokoll"
    assert form["section"] == "beslut"
    assert form["outcome"] == "bifall"
    assert form["matched"] == ["nattbuss", "upphandl"]
    assert (form["rank"], form["page"], form["point"]) == (1, 2, "1")


def test_what_is_unknown_is_null() -> None:
    form = hit_form(replace(DECISION, date=None, case_number=None, point=None))
    assert [form[key] for key in ("date", "case_number", "point")] == [None, None, None]


def test_an_answer_begins_with_the_keys_of_the_contract() -> None:
    form = answer_form(StandInIndex().ask("Blir det en nattbuss?"))
    assert list(form)[: len(ANSWER_KEYS)] == ANSWER_KEYS
    assert form["answered"] is True
    assert form["reason"] is None
    assert form["outcome"] == "bifall"
    assert [list(hit)[: len(HIT_KEYS)] for hit in form["citations"]] == [HIT_KEYS, HIT_KEYS]
    assert {line["id"] for line in form["lines"]} == {hit["id"] for hit in form["citations"]}


def test_an_answer_tells_how_the_question_was_read() -> None:
    form = answer_form(StandInIndex().ask("regionstyrelsen beslut 1901"))
    assert form["interpreted"] == ["Regionstyrelsen", "Gärna beslut", "1901"]
    first, second, third = form["interpretations"]
    assert first == {
        "key": "organ:regionstyrelsen",
        "kind": "organ",
        "label": "Regionstyrelsen",
        "limits": True,
        "relaxed": False,
    }
    assert (second["limits"], third["relaxed"]) == (False, True)


def test_a_hit_explains_its_score_and_where_its_text_stands_too() -> None:
    hit = replace(DECISION, also_in=("Nämnden § 1",), words_score=3.5, meaning_score=1.25)
    form = hit_form(hit)
    assert form["also_in"] == ["Nämnden § 1"]
    assert (form["words_score"], form["meaning_score"]) == (3.5, 1.25)


def test_silence_gives_its_reason() -> None:
    form = answer_form(StandInIndex().ask("Vad är meningen?"))
    assert form["answered"] is False
    assert form["reason"] == "Inget stycke ligger tillräckligt nära frågan."
    assert form["citations"] == []
    assert [hit["id"] for hit in form["also"]] == [hit.id for hit in HITS]


def test_a_case_gives_its_steps_in_order() -> None:
    form = case_form(StandInIndex().case("RS/762/2024"))
    assert form["case_number"] == "RS/762/2024"
    days = [step["hit"]["date"] for step in form["steps"]]
    assert days == sorted(days)
    assert form["steps"][0]["outcome"] == "förslag"


def test_a_hit_tells_whether_its_text_was_recognised() -> None:
    assert hit_form(DECISION)["ocr"] is False
    assert hit_form(replace(DECISION, ocr=True))["ocr"] is True


def test_an_item_gives_its_entities() -> None:
    form = item_form(ItemView("x", "y", None, (DECISION,), ENTITIES))["entities"]
    assert [dissent["parties"] for dissent in form["dissents"]] == [["V"]]
    assert item_form(ItemView("x", "y", None, (DECISION,)))["entities"]["votes"] == []


def test_a_document_gives_unread_pages_and_doubts_apart() -> None:
    document = IngestedDocument(
        "a.pdf", DocumentStatus.NEW, unread_pages=("Sida 2: en bild.",), doubts=("Osäkert.",)
    )
    form = document_form(document)
    assert (form["unread_pages"], form["doubts"]) == (["Sida 2: en bild."], ["Osäkert."])
    assert form["notes"] == ["Sida 2: en bild.", "Osäkert."]
    assert not IngestReport((document,)).complete
    assert IngestReport((replace(document, unread_pages=()),)).complete


def test_an_item_gives_its_passages() -> None:
    item = ItemView("Regionstyrelsen 2024-12-10 § 208", "Nattbuss", None, (DECISION,))
    form = item_form(item)
    assert form["case_number"] is None
    assert form["passages"] == hits_form([DECISION])


def test_a_status_tells_coverage_model_and_files() -> None:
    form = status_form(Path("index"), COVERAGE, DOCUMENTS, ("e5", 384))
    assert form["model"] == {"name": "e5", "dimension": 384}
    assert form["coverage"] == coverage_form(COVERAGE)
    assert form["coverage"]["date_from"] == "2023-01-17"
    assert form["documents"][1]["status"] == "oläslig"
    assert form["documents"][1]["remedy"]
    assert status_form(Path("index"), COVERAGE, (), None)["model"] is None


def test_an_ingest_is_counted_by_status() -> None:
    form = ingest_form(IngestReport(DOCUMENTS, 1.23456, 7))
    assert form["counts"]["oläslig"] == 2
    assert form["counts"]["ny"] == 0
    assert (form["seconds"], form["embedded"]) == (1.235, 7)


def test_an_evaluation_gives_its_figures() -> None:
    failure = Failure("a1", "Vad?", "inte besvarad")
    form = evaluation_form(EvaluationReport({"topic": SCORES}, SCORES, 0.9, None, (failure,)))
    assert form["by_type"]["topic"]["ndcg_10"] == 0.75
    assert form["total"]["right"] is None
    assert form["answered_recall"] is None
    assert form["failures"] == [{"id": "a1", "question": "Vad?", "why": "inte besvarad"}]


def test_letters_stand_as_they_are() -> None:
    assert "Fjällbygden §" in write_json({"text": "Fjällbygden §"})


@pytest.mark.parametrize("text", ["\x1b[2J", "\x9b2J", "a\x7fb", "\u202eomvänt", "\ud800", "\0"])
def test_what_would_act_on_a_terminal_is_escaped_and_comes_back(text: str) -> None:
    written = write_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert all(letter.isprintable() or letter == "\n" for letter in written)
    written.encode("utf-8")


def test_every_form_can_be_written_and_read() -> None:
    index = StandInIndex()
    for form in (
        hits_form([DECISION, PROPOSAL]),
        answer_form(index.ask("Blir det en nattbuss?")),
        case_form(index.case("KS 2023/145")),
        status_form(Path("index"), replace(COVERAGE, date_from=date(2024, 1, 1)), DOCUMENTS, None),
    ):
        assert json.loads(write_json(form)) == form
