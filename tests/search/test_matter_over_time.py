"""A matter told over the years, under whatever number, and how others like it came out."""

from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import Answer, AnswerKind, Filters
from beslutssok.domain.answers import LineKind
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search import Retriever, ask
from beslutssok.search.same_titles import is_taken_up_anew

FIRST = "protokoll; Älvsele kommun; Kommunstyrelsen; 2019-05-14"
SECOND = "protokoll; Älvsele kommun; Kommunstyrelsen; 2022-03-08"
GIVEN = "Granbacka Bygg tilldelas markanvisning för Kvarnen 3."
GIVEN_ANEW = "Fjällhus tilldelas markanvisning för Kvarnen 3."
BY_COURT = "Mark- och miljödomstolen upphävde den förra anvisningen av Kvarnen 3."
DENIED = "2. Ansökan från Föreningen Trygga Tassar avslås."
GRANTED = "2. Föreningen Trygga Tassar beviljas 9 000 kronor."


@pytest.fixture
def retriever(store: Store, embedder: FakeEmbedder, ingest: Ingest, folder: Path) -> Retriever:
    write_document(
        folder / "2019.pdf",
        "§ 10 Markanvisning för bostäder inom Kvarnen 3; KS 2019/10; bifall; 2",
        f"beslut: {GIVEN}",
        "§ 11 Bidrag till föreningar 2019; KS 2019/11; bifall; 3",
        "beslut: 1. Ridklubben beviljas 40 000 kronor.",
        f"beslut: {DENIED}",
        head=FIRST,
    )
    write_document(
        folder / "2022.pdf",
        "§ 30 Ny markanvisning för Kvarnen 3; KS 2022/7; bifall; 2",
        f"bakgrund: Platsen är tom. {BY_COURT}",
        f"beslut: {GIVEN_ANEW}",
        "§ 31 Markanvisning för bostäder inom Kvarnen 8; KS 2022/9; avslag; 3",
        "beslut: Ansökan om markanvisning för Kvarnen 8 avslås.",
        "§ 32 Bidrag till föreningar 2022; KS 2022/11; bifall; 4",
        "beslut: 1. Ridklubben beviljas 50 000 kronor.",
        f"beslut: {GRANTED}",
        head=SECOND,
    )
    ingest()
    return Retriever(store, VectorIndex(store), embedder)


def quoted(answer: Answer, kind: LineKind) -> list[str]:
    return [line.text for line in answer.lines if line.quoted and line.kind is kind]


@pytest.mark.parametrize(
    "question",
    [
        "Hur har det gått med markanvisningen för Kvarnen 3 över tid?",
        "Berätta hela resan för markanvisningen av Kvarnen 3.",
        "Hur har markanvisningen för Kvarnen 3 gått fram och tillbaka?",
        "Först fick ett bolag markanvisning för Kvarnen 3, sen ett annat – hur gick det till?",
        "Markanvisningen för Kvarnen 3 från första idén till bygge",
    ],
)
def test_a_matter_taken_up_anew_is_told_from_the_beginning(
    retriever: Retriever, question: str
) -> None:
    answer = ask(retriever, question, Filters())
    assert answer.kind is AnswerKind.CASE
    assert answer.lines[0].text == "Ärendets gång (KS 2019/10, KS 2022/7), 2 steg i tidsordning:"
    assert quoted(answer, LineKind.DECISION) == [GIVEN, GIVEN_ANEW]
    assert quoted(answer, LineKind.TEXT) == [BY_COURT]


def test_what_was_decided_last_leads_where_it_is_asked_how_it_stands(retriever: Retriever) -> None:
    answer = ask(retriever, "Vem har markanvisningen för Kvarnen 3 nu?", Filters())
    heads = [line.text for line in answer.lines if line.kind is LineKind.HEAD]
    assert heads == [
        "Beslutat. Kommunstyrelsen 2022-03-08 § 30: Ny markanvisning för Kvarnen 3 (KS 2022/7)."
    ]
    assert answer.case_number == "KS 2022/7"


@pytest.mark.parametrize(
    "question",
    [
        "Brukar Trygga Tassar få bidrag när föreningen söker?",
        "Har styrelsen någonsin gett bidrag till föreningen Trygga Tassar?",
        "Föreningen Trygga Tassar söker bidrag. Blir det oftast nej?",
    ],
)
def test_how_others_like_it_came_out_is_counted_and_quoted(
    retriever: Retriever, question: str
) -> None:
    answer = ask(retriever, question, Filters())
    assert answer.lines[0].kind is LineKind.COUNT
    assert "liknande ärenden hittades:" in answer.lines[0].text
    assert "1 avslaget" in answer.lines[0].text
    decided = quoted(answer, LineKind.DECISION)
    assert {DENIED, GRANTED} <= set(decided)
    assert not any("Ridklubben" in text for text in decided)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Detaljplan för bad i Ekby", "Detaljplan för skola i Ekby"),
        ("Riktlinje för Älvsele kommuns bilar", "Riktlinje för Älvsele kommuns konst"),
        ("Motion av Anna Berg (S) om fri buss", "Motion av Anna Berg (S) om fri skidspår"),
        ("Buller från gjuteriet i Holmtorp 2023", "Buller från gjuteriet i Holmtorp 2024"),
        ("Undantag för sjukhuset i Vikmyra", "Förlossningen vid Vikmyra sjukhus"),
        ("Detaljplan för norra delen av Almdal", "Detaljplan för södra delen av Almdal"),
        ("Detaljplan för Kajen etapp A", "Detaljplan för Kajen etapp B"),
        ("Motion av Bo Alm (S) om gångbro i Ryd", "Motion av Eva Ek (M) om gångbana i Ryd"),
        ("Föreningsbidrag till Rydens IF", "Investeringsbidrag till Rydens IF"),
        ("Val av ledamot i styrelsen för Ryds Bostäder", "Val av ersättare i Ryds Bostäder"),
        ("Borgen för Ryds Fiber", "Borgen för Ryds IF"),
        ("Bygglov för garage på Kvarnen 3", "Bygglov för flerbostadshus på Kvarnen 3"),
    ],
)
def test_titles_alike_are_not_one_matter_if_place_year_or_thing_differs(
    one: str, other: str
) -> None:
    assert not is_taken_up_anew(one, other, "Älvsele kommun")


@pytest.mark.parametrize(
    "question",
    [
        "När invigdes Älvbadet?",
        "Vad beslutades om Älvbadet?",
        "Hur röstade Bo Alm om Älvbadet?",
        "Vem fick lämna rummet när Älvbadet såldes?",
        "Brukar nämnden säga ja till bad i Ekby?",
        "Hur har Älvbadet gått fram och tillbaka?",
        "Vad kostar Älvbadet nu?",
        "Varför stängdes Älvbadet?",
        "Fick Ekby IF bidrag?",
        "Vilka beslut har upphävts?",
        "What did the council decide about Älvbadet?",
    ],
)
def test_nothing_is_answered_where_there_is_nothing(
    store: Store, embedder: FakeEmbedder, question: str
) -> None:
    empty = Retriever(store, VectorIndex(store), embedder)
    answer = ask(empty, question, Filters())
    assert not answer.answered and answer.reason


def test_nothing_is_answered_where_a_filter_leaves_nothing(retriever: Retriever) -> None:
    assert not ask(retriever, "När såldes Kvarnen 3?", Filters(organ="Valnämnden")).answered
