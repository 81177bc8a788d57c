import logging
from dataclasses import replace
from datetime import date

import pytest
from tests.fakes.stand_in_index import COVERAGE, DECISION, HITS, MOTION, StandInIndex

from beslutssok.app.page import ExampleQuestions, Page, navigation
from beslutssok.app.page.asking import ITEMS_SHOWN, NEAREST_SHOWN, show_view
from beslutssok.app.page.examples import choose_questions, question_from_title
from beslutssok.app.page.form import Form
from beslutssok.app.page.source import Source
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.views import Parameters, Shown
from beslutssok.domain import Coverage, DocumentKind, SectionKind
from beslutssok.errors import ModelUnavailable


def test_nothing_asked_shows_nothing_and_searches_nothing() -> None:
    index = StandInIndex()
    view = show_view(index, Form(organ="Regionstyrelsen"), SWEDISH)
    assert (view.answer, view.hits) == ("", "")
    assert index.asked == []


def test_a_question_is_asked_and_searched_with_the_same_filters() -> None:
    index = StandInIndex()
    form = Form(
        question="bussar",
        huvudman="Region A",
        organ="Regionstyrelsen",
        document_kind="protokoll",
        section="beslut",
        party="S",
        date_from="2024",
        case_number="RS/1",
    )
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
        "party": "S",
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


def test_what_is_searched_is_told_anew_when_the_index_has_changed() -> None:
    index = StandInIndex()
    page = Page(index, SWEDISH)
    assert "Söker i 16 handlingar" in page.go("").coverage
    assert page.go("?vy=om").coverage == page.go("").coverage
    index.contents = replace(COVERAGE, documents=17)
    index.ingested = ()
    assert "Söker i 17 handlingar" in page.go("").coverage
    assert "kunde inte läsas" not in page.go("").coverage


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


EXAMPLES = ("Vad gäller?", "Vem?")


def page_of(index: StandInIndex | None = None) -> Page:
    return Page(index or StandInIndex(), SWEDISH, ExampleQuestions(EXAMPLES))


def test_the_address_fills_the_form_and_is_answered() -> None:
    screen = page_of().go("?q=nattbussar&organ=Regionstyrelsen")
    assert screen.view is None
    assert (screen.found.form.question, screen.found.form.organ) == (
        "nattbussar",
        "Regionstyrelsen",
    )
    assert "Beslutat" in screen.found.answer
    assert "Träffar" in screen.found.hits
    assert screen.document == ""


def test_an_unknown_filter_in_the_address_is_told_and_not_used() -> None:
    found = page_of().show({"q": "nattbussar", "organ": "<b>Ingen</b>"}).found
    assert found.form.organ == ""
    assert "«&lt;b&gt;Ingen&lt;/b&gt;» finns inte" in found.answer
    assert "Träffar" in found.hits


def test_at_first_sight_there_are_examples_and_no_results() -> None:
    screen = page_of().go("")
    assert (screen.found.answer, screen.found.hits) == ("", "")
    assert screen.found.examples
    assert "Söker i 16" in screen.coverage
    assert not page_of().go("?q=nattbussar").found.examples


def test_a_hit_named_in_the_address_is_shown_in_its_document() -> None:
    screen = page_of().go(f"?q=nattbussar&visa={DECISION.id}")
    assert DECISION.text in screen.document
    assert "Träffar" in screen.found.hits


def test_an_address_too_long_is_cut_and_an_odd_one_is_the_search() -> None:
    assert page_of().go("?vy=finns-inte").view is None
    assert page_of().go("?" + "q=a&" * 100_000).view is None
    assert page_of().go(None).view is None


class FailingView:
    name = "faller"

    def label(self, texts: Texts) -> str:
        return "Faller"

    def build(self, source: Source, texts: Texts) -> tuple[()]:
        return ()

    def load(self, source: Source, texts: Texts, parameters: Parameters) -> Shown:
        raise ModelUnavailable("Modellen saknas.", "Packa upp den igen.")


def test_a_view_that_fails_says_why_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "VIEWS", (FailingView(),))
    screen = page_of().go("?vy=faller")
    assert "Modellen saknas." in screen.message
    assert "Packa upp den igen." in screen.message
    assert 'aria-current="page">Faller' in screen.found.top


def test_more_hits_are_listed_on_demand() -> None:
    many = tuple(replace(DECISION, id=f"d{n}", item_id=f"item {n}") for n in range(30))
    first = show_view(StandInIndex(hits=many), Form("bussar"), SWEDISH).hits
    assert first.count("<article") == ITEMS_SHOWN
    assert "?q=bussar&amp;antal=20" in first
    more = show_view(StandInIndex(hits=many), Form("bussar", more="20"), SWEDISH).hits
    assert more.count("<article") == 20
    everything = show_view(StandInIndex(hits=many), Form("bussar", more="40"), SWEDISH).hits
    assert everything.count("<article") == 30
    assert "Visa fler träffar" not in everything


def test_hits_are_put_in_order_of_time_on_demand() -> None:
    def days(sort: str) -> list[str]:
        html = show_view(StandInIndex(), Form("bussar", sort=sort), SWEDISH).hits
        best = [piece.split('datetime="')[1][:10] for piece in html.split("<article")[1:]]
        return best

    assert days("nyast") == sorted(days("nyast"), reverse=True)
    assert days("aldst") == sorted(days("nyast"))
    assert days("") != days("nyast")


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
