"""Questions asked of a small index: what they mean there, and what is shown of what is found."""

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import DocumentKind, Filters, Hit, LineKind
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search.answering import ask
from beslutssok.search.grouping import group_hits
from beslutssok.search.retrieval import Retriever, search

HUVUDMAN = "Älvsele kommun"
TODAY = date(2024, 11, 20)
PLAN = (
    "Planen för simhallen anger att bassängen byggs om under två år och att entrén flyttas till "
    "den södra gaveln."
)


def head(organ: str, day: str, kind: str = "protokoll") -> str:
    return f"{kind}; {HUVUDMAN}; {organ}; {day}"


@pytest.fixture
def retriever(ingest: Ingest, store: Store, folder: object, embedder: FakeEmbedder) -> Retriever:
    return _retriever(ingest, store, folder, embedder)


def _retriever(ingest, store, folder, embedder):  # type: ignore[no-untyped-def]
    write_document(
        folder / "kf1.pdf",
        "§ 16 Motion om simhallen; KS 2023/40; avslag; 2",
        "beslut: 1. Motionen om simhallen avslås.",
        "reservation: Mot beslutet reserverar sig Anna Berg (S) i fråga om simhallen.",
        f"bakgrund: {PLAN}",
        "yrkanden: Bo Alm (ÄL) yrkar bifall till motionen om simhallen.",
        "§ 17 Skolskjuts på landsbygden; KS 2023/41; bifall; 3",
        "beslut: 1. Reglerna för skolskjuts ändras, med öppet hus i maj.",
        "§ 18 Taxa för badet; KS 2023/42; bifall; 3",
        "beslut: 1. Taxan för badet fastställs till 40 kronor.",
        head=head("Kommunfullmäktige", "2023-09-07"),
    )
    write_document(
        folder / "kf2.pdf",
        "§ 4 Simhallens öppettider; KS 2024/7; bifall; 2",
        "beslut: 1. Simhallen öppnar tidigare om våren.",
        "§ 5 Gymnasiets lokaler; KS 2024/8; bifall; 3",
        "beslut: 1. Gymnasiets hus öppet hela dagen.",
        "§ 6 Taxa för badet; KS 2024/9; bifall; 3",
        "beslut: 1. Taxan för badet fastställs till 50 kronor.",
        head=head("Kommunfullmäktige", "2024-03-14"),
    )
    write_document(
        folder / "ks.pdf",
        "§ 9 Motion om simhallen; KS 2023/40; avslag; 2",
        "forslag: 1. Motionen om simhallen avslås.",
        "beslut: 1. Motionen om simhallen avslås.",
        f"bakgrund: {PLAN}",
        head=head("Kommunstyrelsen", "2023-08-20"),
    )
    write_document(
        folder / "ks-kallelse.pdf",
        "§ 3 Motion om simhallen; KS 2023/40; förslag; 2",
        f"bakgrund: {PLAN}",
        head=head("Kommunstyrelsen", "2023-08-20", "kallelse"),
    )
    ingest()
    return Retriever(store, VectorIndex(store), embedder, clock=lambda: TODAY)


def asked(retriever: Retriever, text: str, **more: object) -> list[Hit]:
    return search(retriever, text, Filters(), 50, **more)  # type: ignore[arg-type]


def relaxed(retriever: Retriever, text: str) -> list[str]:
    return [part.label for part in retriever.understand(text, Filters()) if part.relaxed]


def test_a_period_without_documents_is_let_go_and_said(retriever: Retriever) -> None:
    text = "Vad beslutade KF i höstas om simhallen?"
    assert relaxed(retriever, text) == ["Hösten 2024"]
    hits = asked(retriever, text)
    assert {hit.organ for hit in hits} == {"Kommunfullmäktige"}
    assert {str(hit.date) for hit in hits} == {"2023-09-07", "2024-03-14"}


def test_a_day_without_a_year_is_of_a_year_with_documents(retriever: Retriever) -> None:
    text = "Vad beslutade KF den 7 september om simhallen?"
    assert [part.label for part in retriever.understand(text, Filters())] == [
        "Kommunfullmäktige",
        "7 september 2023",
    ]
    assert {str(hit.date) for hit in asked(retriever, text)} == {"2023-09-07"}


def test_only_what_leaves_nothing_is_let_go(retriever: Retriever) -> None:
    assert relaxed(retriever, "§ 99 i KF den 7 september 2023") == ["§ 99"]
    assert relaxed(retriever, "KS 2023/40 i kommunfullmäktige i september 2023") == []


def test_filters_of_the_user_are_never_let_go(retriever: Retriever) -> None:
    given = Filters(organ="Kommunstyrelsen")
    assert search(retriever, "simhallen § 99 i mars 2024", given, 10) != []
    hits = search(retriever, "simhallen § 99 i mars 2024", given, 10)
    assert {hit.organ for hit in hits} == {"Kommunstyrelsen"}
    assert search(retriever, "simhallen", Filters(organ="Byggnadsnämnden"), 10) == []


def test_an_answer_tells_how_the_question_was_read(retriever: Retriever) -> None:
    text = "Vad beslutade KF den 14 mars 2024 om simhallens öppettider?"
    answer = ask(retriever, text, Filters())
    assert answer.answered
    assert [part.label for part in answer.interpretations] == list(answer.interpreted)
    assert answer.interpreted == ("Kommunfullmäktige", "14 mars 2024")
    assert answer.relaxed == ()
    gone = ask(retriever, "Vad beslutade KF i höstas om simhallens öppettider?", Filters())
    assert gone.relaxed == ("Hösten 2024",)
    assert gone.reason is not None and "hösten 2024" in gone.reason
    freed = ask(retriever, text, Filters(), without=[answer.interpretations[1].key])
    assert freed.interpreted == ("Kommunfullmäktige",)


def test_a_part_that_is_taken_away_does_not_limit(retriever: Retriever) -> None:
    text = "Vad beslutade KF i mars 2024 om simhallen?"
    assert {str(hit.date) for hit in asked(retriever, text)} == {"2024-03-14"}
    freed = asked(retriever, text, without=("period:2024-03-01/2024-03-31",))
    assert {str(hit.date) for hit in freed} == {"2023-09-07", "2024-03-14"}
    keys = [
        part.key
        for part in retriever.understand(text, Filters(), ("period:2024-03-01/2024-03-31",))
    ]
    assert keys == ["organ:kommunfullmäktige"]


@pytest.mark.parametrize("mark", ['"{}"', "”{}”", "»{}«", "«{}»", "“{}”"])
def test_a_phrase_stands_word_for_word(retriever: Retriever, mark: str) -> None:
    hits = asked(retriever, mark.format("Öppet hus") + " skola")
    assert hits
    assert all("öppet hus" in hit.text.casefold() for hit in hits)


def test_a_phrase_may_stand_in_the_title(retriever: Retriever) -> None:
    hits = asked(retriever, '"motion om simhallen"')
    assert {hit.item_title for hit in hits} == {"Motion om simhallen"}


def test_a_phrase_that_is_nowhere_is_let_go_and_said(retriever: Retriever) -> None:
    text = '"simhallen öppnar aldrig"'
    assert relaxed(retriever, text) == ["Ordagrant «simhallen öppnar aldrig»"]
    assert asked(retriever, text)


@pytest.mark.parametrize("text", ["KS 2019/999", "0999-18", "april 1999", "§ 913"])
def test_what_is_only_named_and_not_there_finds_nothing(retriever: Retriever, text: str) -> None:
    assert asked(retriever, text) == []
    assert relaxed(retriever, text)
    assert not ask(retriever, text, Filters()).answered


def test_what_is_named_besides_the_subject_and_not_there_is_said(retriever: Retriever) -> None:
    text = "simhallen KS 2019/999"
    assert relaxed(retriever, text) == ["Ärende KS 2019/999"]
    assert any("simhall" in hit.text.casefold() for hit in asked(retriever, text))


@pytest.mark.parametrize(
    "text", ["Vilka motioner bifölls i april 1999?", "Vad hände med simhallen under 1987?"]
)
def test_a_period_without_documents_is_not_answered(retriever: Retriever, text: str) -> None:
    answer = ask(retriever, text, Filters())
    assert not answer.answered
    assert "ingen handling från" in (answer.reason or "")


def test_a_word_with_a_minus_is_left_out_in_every_form(retriever: Retriever) -> None:
    assert any("Gymnasiet" in hit.item_title for hit in asked(retriever, "öppet hus"))
    hits = asked(retriever, "öppet hus -gymnasium -gymnasiet")
    assert hits
    assert not any("gymnasi" in (hit.text + hit.item_title).casefold() for hit in hits)


def test_the_same_text_in_agenda_and_minutes_is_shown_once(retriever: Retriever) -> None:
    hits = asked(retriever, "hur byggs simhallens bassäng om?")
    plans = [hit for hit in hits if hit.text == PLAN]
    assert all(hit.document_kind is DocumentKind.MINUTES for hit in plans)
    (board,) = [hit for hit in plans if hit.organ == "Kommunstyrelsen"]
    assert any("kallelse" in citation for citation in board.also_in)
    assert any(citation.startswith("Kommunfullmäktige") for citation in board.also_in)


def test_a_decision_is_shown_rather_than_the_proposal_with_its_words(retriever: Retriever) -> None:
    hits = asked(retriever, "kommunstyrelsen motionen om simhallen avslås")
    board = [hit for hit in hits if hit.organ == "Kommunstyrelsen" and "avslås" in hit.text]
    assert [hit.section.value for hit in board] == ["beslut"]
    assert any("Forslag" in citation for citation in board[0].also_in)


def test_nothing_is_left_out_in_silence(retriever: Retriever, store: Store) -> None:
    hits = asked(retriever, "simhallen")
    named = {hit.citation for hit in hits} | {c for hit in hits for c in hit.also_in}
    about = [p for p in store.passages(store.rowids()) if "imhall" in p.text]
    items = {p.item_number + str(p.date) + p.organ for p in about}
    assert all(any(number[:1] in citation for citation in named) for number in items)
    assert len(hits) + sum(len(hit.also_in) for hit in hits) >= len(about)


def test_hits_of_one_item_are_put_together(retriever: Retriever) -> None:
    groups = group_hits(asked(retriever, "hur byggs simhallens bassäng om?"))
    items = [group.best.item_id for group in groups]
    assert len(items) == len(set(items))
    assert all(len({hit.item_id for hit in group.hits}) == 1 for group in groups)
    first = groups[0]
    assert first.best.text == PLAN
    assert {hit.item_id for hit in first.elsewhere} - {first.best.item_id}


def test_the_latest_or_the_earliest_is_put_first(retriever: Retriever) -> None:
    latest = asked(retriever, "senaste beslutet om taxan för badet")
    earliest = asked(retriever, "första beslutet om taxan för badet")
    assert (latest[0].text[-10:], earliest[0].text[-10:]) == ("50 kronor.", "40 kronor.")
    assert "40 kronor" not in "".join(latest[0].also_in)
    assert latest[0].also_in == ()


def test_what_is_preferred_is_raised_and_the_rest_is_kept(retriever: Retriever) -> None:
    plain = asked(retriever, "simhallen")
    asked_for = asked(retriever, "reservationer om simhallen")
    assert asked_for[0].section.value == "reservation"
    assert {hit.item_id for hit in asked_for} == {hit.item_id for hit in plain}
    by_name = asked(retriever, "Anna Berg simhallen")
    assert "Anna Berg" in by_name[0].text


def test_a_local_party_is_known_by_its_letters(retriever: Retriever) -> None:
    keys = [part.key for part in retriever.understand("simhallen (ÄL) (XYZ)", Filters())]
    assert keys == ["parti:äl"]


def test_case_numbers_are_found_after_a_change(
    retriever: Retriever, ingest: Ingest, folder: object
) -> None:
    assert retriever.case_items("KS 2024/99") == []
    write_document(
        folder / "ny.pdf",  # type: ignore[operator]
        "§ 1 Nytt; KS 2024/99; bifall; 1",
        "beslut: 1. Ja.",
        head=head("Kommunstyrelsen", "2024-10-01"),
    )
    ingest()
    assert [item.number for item in retriever.case_items("KS 2024/99")] == ["1"]


def test_only_decisions_that_repeal_a_decision_are_listed_as_such(
    retriever: Retriever, ingest: Ingest, folder: Path
) -> None:
    write_document(
        folder / "upphavt.pdf",
        "§ 31 Stängning av färjan; KS 2024/31; bifall; 2",
        "beslut: Nämndens beslut 2023-05-04, § 12, om att stänga färjan upphävs.",
        "§ 32 Parkering i Norrhed; KS 2024/32; bifall; 2",
        "beslut: Kommunstyrelsen beslutar att upphäva sitt beslut om parkering i Norrhed.",
        "§ 33 Medborgarförslag om färjan; KS 2024/33; avslag; 2",
        "beslut: Medborgarförslaget om att upphäva beslutet om färjan avslås.",
        "§ 34 Länsstyrelsens besked; KS 2024/34; noterat; 2",
        "beslut: Det noteras att länsstyrelsen upphävt nämndens beslut om bygglov.",
        "§ 35 Lokaler i Ryd; KS 2024/35; bifall; 2",
        "beslut: Kommunstyrelsen beslutar att häva hyresavtalet i Ryd.",
        "§ 36 Bygglov i Ryd; KS 2024/36; bifall; 2",
        "beslut: Beslutet skickas till sökanden, som hävdar att grannen byggt för nära.",
        head=head("Kommunstyrelsen", "2024-10-01"),
    )
    ingest()
    answer = ask(retriever, "Vilka beslut har upphävts?", Filters())
    listed = [line.hit.item_number for line in answer.lines if line.kind is LineKind.LISTED]
    assert listed == ["31", "32"]


@pytest.mark.parametrize(
    "text", ["", "-", "!?", "🙂", "\u202e§", "a" * 10_000, "ord " * 2_500, '"', "Mitä päätettiin?"]
)
def test_whatever_is_typed_gives_a_list(retriever: Retriever, text: str) -> None:
    assert isinstance(asked(retriever, text), list)


def test_another_municipality_that_is_asked_about_is_not_answered_for(
    retriever: Retriever,
) -> None:
    answer = ask(retriever, "Vad beslutade Norrvik kommunfullmäktige om simhallen?", Filters())
    assert not answer.answered
    assert answer.reason == "Ingen handling från Norrvik finns bland dem som är inlästa."
    assert ask(
        retriever, "Vad beslutade Älvsele kommunfullmäktige om simhallen?", Filters()
    ).answered


def test_a_list_of_a_kind_of_matter_is_whole_and_in_order(retriever: Retriever) -> None:
    answer = ask(retriever, "Vilka taxor har fastställts?", Filters())
    told = [line.text for line in answer.lines if not line.quoted]
    assert [sentence.split(":")[0] for sentence in told if "§" in sentence] == [
        "Beslutat. Kommunfullmäktige 2023-09-07 § 18",
        "Beslutat. Kommunfullmäktige 2024-03-14 § 6",
    ]
