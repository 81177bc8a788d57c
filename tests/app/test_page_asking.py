import logging
from dataclasses import replace
from datetime import date

import gradio as gr
import pytest
from tests.fakes.stand_in_index import COVERAGE, DECISION, HITS, MOTION, StandInIndex

from beslutssok.app.page import ExampleQuestions, Page
from beslutssok.app.page.asking import NEAREST_SHOWN, show_view
from beslutssok.app.page.examples import EXAMPLES_SHOWN, choose_questions, question_from_title
from beslutssok.app.page.form import Form
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.domain import Coverage, DocumentKind, SectionKind
from beslutssok.errors import ModelUnavailable


def test_nothing_asked_shows_nothing_and_searches_nothing() -> None:
    index = StandInIndex()
    view = show_view(index, Form(organ="Regionstyrelsen"), SWEDISH)
    assert (view.answer, view.hits) == ("", "")
    assert index.asked == []


def test_a_question_is_asked_and_searched_with_the_same_filters() -> None:
    index = StandInIndex()
    form = Form("bussar", "Region A", "Regionstyrelsen", "protokoll", "beslut", "2024", "", "RS/1")
    show_view(index, form, SWEDISH)
    filters = {
        "huvudman": "Region A",
        "organ": "Regionstyrelsen",
        "date_from": date(2024, 1, 1),
        "date_to": None,
        "document_kind": DocumentKind.MINUTES,
        "section": SectionKind.DECISION,
        "case_number": "RS/1",
        "item_number": None,
        "party": None,
    }
    assert index.asked == [("bussar", filters), ("bussar", filters)]


def test_what_was_taken_away_is_so_for_answer_and_hits_and_can_be_put_back() -> None:
    index = StandInIndex()
    form = Form("regionstyrelsen beslut", without="organ:regionstyrelsen")
    view = show_view(index, form, SWEDISH)
    assert index.taken_away == [("organ:regionstyrelsen",)] * 2
    assert "Lägg tillbaka tolkningen Regionstyrelsen" in view.answer
    assert "Ta bort tolkningen Gärna beslut" in view.answer
    assert "Kommunfullmäktige" in view.hits
    assert view.without == "organ:regionstyrelsen"


def test_a_key_that_the_question_has_nothing_of_is_forgotten() -> None:
    view = show_view(StandInIndex(), Form("bussar", without="organ:regionstyrelsen"), SWEDISH)
    assert view.without == ""
    assert "Lägg tillbaka" not in view.answer


def test_of_near_hits_that_answer_nothing_only_a_few_are_shown() -> None:
    many = tuple(replace(DECISION, id=f"d{n}", item_id=f"item {n}") for n in range(9))
    view = show_view(StandInIndex(hits=many), Form("meningen"), SWEDISH)
    assert view.hits.count("<article") == NEAREST_SHOWN < len(many)


def test_a_case_number_alone_shows_the_case() -> None:
    view = show_view(StandInIndex(), Form(case_number="KS 2023/145"), SWEDISH)
    assert view.answer == ""
    assert "Ärende KS 2023/145" in view.hits


def test_an_unknown_case_is_said_to_be() -> None:
    view = show_view(StandInIndex(), Form(case_number="RS/0/1900"), SWEDISH)
    assert "Inget ärende har diarienumret «RS/0/1900»" in view.hits


def test_no_hits_gives_advice_that_fits() -> None:
    nothing = StandInIndex(hits=())
    assert "Prova andra ord" in show_view(nothing, Form("bussar"), SWEDISH).hits
    limited = show_view(nothing, Form("bussar", organ="Regionstyrelsen"), SWEDISH)
    assert "Rensa dem" in limited.hits


def test_an_empty_index_answers_with_what_to_do() -> None:
    empty = StandInIndex(hits=(), contents=Coverage(0, 0, 0, 0, (), None, None))
    assert "mappen ingest" in show_view(empty, Form("bussar"), SWEDISH).answer


def test_an_unclear_filter_is_explained() -> None:
    view = show_view(StandInIndex(), Form("bussar", date_from="nyss"), SWEDISH)
    assert "Datumet «nyss»" in view.answer
    assert view.hits == ""


def test_a_foreseen_error_is_told_with_its_remedy() -> None:
    class WithoutModel(StandInIndex):
        def ask(self, question: str, **filters: object) -> object:
            raise ModelUnavailable("Modellen saknas.", "Packa upp den igen.")

    view = show_view(WithoutModel(), Form("bussar"), SWEDISH)
    assert "Modellen saknas." in view.answer
    assert "Packa upp den igen." in view.answer


def test_an_unforeseen_error_is_logged_but_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        view = show_view(StandInIndex(), Form("krasch"), SWEDISH)
    assert "Något gick fel" in view.answer
    assert "secret" not in view.answer
    assert "a secret of the machine" in caplog.text


def open_with(query: dict[str, str], **changes: object) -> tuple[object, ...]:
    request = gr.Request(query_params=query)
    page = Page(StandInIndex(**changes), SWEDISH, ExampleQuestions(["Vad gäller?", "Vem?"]))
    return page.open(request)


def test_the_address_fills_the_form_and_is_answered() -> None:
    updates = open_with({"q": "nattbussar", "organ": "Regionstyrelsen"})
    assert updates[:3] == ("nattbussar", "", "Regionstyrelsen")
    assert "Beslutat" in str(updates[-2])
    assert "Träffar" in str(updates[-1])


def test_an_unknown_filter_in_the_address_is_told_and_not_used() -> None:
    updates = open_with({"q": "nattbussar", "organ": "<b>Ingen</b>"})
    assert updates[2] == ""
    assert "«&lt;b&gt;Ingen&lt;/b&gt;» finns inte" in str(updates[-2])
    assert "Träffar" in str(updates[-1])


def test_at_first_sight_there_are_examples_and_no_results() -> None:
    updates = open_with({})
    assert updates[-3:] == ("", "", "")
    assert "Söker i 16" in str(updates[8])
    buttons, row = updates[9 : 9 + EXAMPLES_SHOWN], updates[9 + EXAMPLES_SHOWN]
    assert isinstance(row, gr.Row)
    assert row.visible
    assert [each.visible for each in buttons if isinstance(each, gr.Button)] == [
        True,
        True,
        False,
        False,
    ]


def test_clearing_empties_the_filters_and_asks_again() -> None:
    index = StandInIndex()
    updates = Page(index).clear_filters("nattbussar")
    assert updates[:7] == ("",) * 7
    assert index.asked[0][1]["organ"] is None
    assert "Beslutat" in str(updates[-2])


def test_an_example_comes_into_the_box_and_is_answered() -> None:
    updates = Page(StandInIndex()).ask_example("Vad gäller?", *[""] * 8)
    assert updates[0] == "Vad gäller?"
    assert "Beslutat" in str(updates[-2])


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("Motion om gratis bad", "Vad hände med motionen om gratis bad?"),
        (
            "Svar på motion från Elsa Lundmark (C) om gratis bad",
            "Vad hände med motionen om gratis bad?",
        ),
        ("Medborgarförslag om hundrastgård", "Vad hände med medborgarförslaget om hundrastgård?"),
        ("Budget 2025 för kulturen", "Vad beslutades om budget 2025 för kulturen?"),
        ("Beräkning av elstöd", "Vad beslutades om beräkning av elstöd?"),
        ("Lidköpings torg", "Vad beslutades i ärendet ”Lidköpings torg”?"),
        ("Älvnäs skola", "Vad beslutades i ärendet ”Älvnäs skola”?"),
        ("Val av justerare", None),
        ("Anmälningsärenden", None),
        ("Delegeringsbeslut", None),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_questions_are_made_of_titles(title: str, question: str | None) -> None:
    assert question_from_title(title, SWEDISH) == question


def test_a_first_word_that_the_documents_write_small_is_no_name() -> None:
    assert question_from_title("Öppettider i Norrby", SWEDISH, frozenset({"öppettider"})) == (
        "Vad beslutades om öppettider i Norrby?"
    )


def test_questions_are_of_different_cases_and_bodies() -> None:
    hits = [DECISION, replace(DECISION, item_title="Budget 2025"), *HITS]
    assert choose_questions(hits, SWEDISH) == (
        "Vad beslutades om Ny upphandling av nattbussar mellan Älvnäs och Tallmoen?".replace(
            "Ny", "ny"
        ),
        "Vad hände med motionen om bussförbindelser till gymnasieskolan på helgkvällar?",
    )
    assert choose_questions([MOTION] * 5, SWEDISH, count=1)[0].startswith("Vad hände")


def test_given_examples_are_kept_and_others_found() -> None:
    index = StandInIndex(contents=COVERAGE)
    given = ExampleQuestions(["Vad gäller?"])
    given.find(index, SWEDISH)
    assert given.questions == ("Vad gäller?",)
    assert index.asked == []
    found = ExampleQuestions()
    found.find(index, SWEDISH)
    assert len(found.questions) == 2
