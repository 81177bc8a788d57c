"""Earlier cases like one at hand: grouped, with how they ended, the case itself left out."""

from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import parse_stand_in, read_stand_in, write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import Filters, Outcome
from beslutssok.errors import BeslutssokError
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search import Retriever, find_similar
from beslutssok.search.papers import Paper, paper_of_meetings
from beslutssok.search.precedents import find_precedents, precedents_of_paper, queries_of

EVERYTHING = Filters()
DESCRIBED = "En motion föreslår fria skridskor på isbanan. Hur har det gått i liknande fall?"


@pytest.fixture
def retriever(store: Store, ingest: Ingest, folder: Path, embedder: FakeEmbedder) -> Retriever:
    def write(name: str, head: str, *lines: str) -> None:
        write_document(folder / f"{name}.pdf", *lines, head=head)

    write(
        "ks",
        "protokoll; Älvsele kommun; Kommunstyrelsen; 2024-05-28",
        "§ 60 Motion av Ylva Ek (C) om fria skridskor på isbanan; KS 2024/10; förslag",
        "forslag: 1. Motionen avslås, eftersom skridskor på isbanan kostar pengar.",
    )
    write(
        "kf",
        "protokoll; Älvsele kommun; Kommunfullmäktige; 2024-06-17",
        "§ 48 Motion av Ylva Ek (C) om fria skridskor på isbanan; KS 2024/10; bifall",
        "beslut: 1. Motionen om skridskor på isbanan bifalls.",
        "§ 49 Motion av Bo Ås (V) om fria skidor på isbanan; KS 2024/12; avslag",
        "beslut: Motionen om skidor på isbanan avslås.",
        "§ 50 Frågestund om skridskor på isbanan",
        "bakgrund: Är skridskor på isbanan fria?",
        "§ 51 Anmälan av inkomna handlingar",
        "underlag: Skrivelse om skridskor på isbanan",
        "§ 52 Taxa för vatten; KS 2024/13; bifall",
        "beslut: Taxan antas.",
    )
    write(
        "kallelse",
        "kallelse; Älvsele kommun; Kommunstyrelsen; 2025-02-11",
        "§ 7 Ansökan om is på isbanan; KS 2025/3; förslag",
        "forslag: Ansökan om is på isbanan bifalls.",
    )
    ingest()
    return Retriever(store, VectorIndex(store), embedder)


def test_cases_are_grouped_and_told_by_their_last_deciding_item(retriever: Retriever) -> None:
    found = find_precedents(retriever, DESCRIBED, EVERYTHING, 10)
    first = found.cases[0]
    assert first.case_number == "KS 2024/10"
    assert first.outcome is Outcome.APPROVED
    assert [str(hit.date) for hit in first.hits] == ["2024-05-28", "2024-06-17"]
    outcomes = {case.case_number: case.outcome for case in found.cases}
    assert outcomes["KS 2024/12"] is Outcome.REJECTED
    assert outcomes["KS 2025/3"] is Outcome.PROPOSED
    assert len(outcomes) == len(found.cases)


def test_outcomes_count_the_cases(retriever: Retriever) -> None:
    found = find_precedents(retriever, DESCRIBED, EVERYTHING, 10)
    assert sum(counted.count for counted in found.outcomes) == len(found.cases)
    counts = [counted.count for counted in found.outcomes]
    assert counts == sorted(counts, reverse=True)
    assert found.source == ""
    assert found.coverage.documents == 3


def test_what_is_of_the_meeting_itself_is_no_precedent(retriever: Retriever) -> None:
    found = find_precedents(retriever, DESCRIBED, EVERYTHING, 10)
    titles = {hit.item_title for case in found.cases for hit in (case.best, *case.hits)}
    assert not any(title.startswith(("Frågestund", "Anmälan")) for title in titles)


def test_the_case_itself_is_no_precedent(retriever: Retriever) -> None:
    own = "Kommunfullmäktige 2024-06-17 § 48"
    found = find_precedents(retriever, own, EVERYTHING, 10)
    assert found.source == own
    assert "KS 2024/10" not in {case.case_number for case in found.cases}
    assert found.cases[0].case_number == "KS 2024/12"
    similar = find_similar(retriever, own, EVERYTHING, 10)
    assert not any(hit.citation.startswith(own) for hit in similar)


def test_filters_and_limit_hold(retriever: Retriever) -> None:
    assert len(find_precedents(retriever, DESCRIBED, EVERYTHING, 1).cases) == 1
    only = find_precedents(retriever, DESCRIBED, Filters(organ="Kommunfullmäktige"), 10)
    assert {case.best.organ for case in only.cases} == {"Kommunfullmäktige"}


def test_an_empty_index_has_none(store: Store, embedder: FakeEmbedder) -> None:
    found = find_precedents(
        Retriever(store, VectorIndex(store), embedder), DESCRIBED, EVERYTHING, 10
    )
    assert found.cases == ()
    assert found.outcomes == ()


def test_a_paper_is_compared_without_its_own_case(retriever: Retriever) -> None:
    paper = Paper(
        title="Motion om fria skridskor på isbanan",
        summary="Skridskor på isbanan ska vara fria.",
        proposal="Motionen avslås.",
        case_number="KS-2024-00010",
        huvudman="Älvsele kommun",
    )
    found = precedents_of_paper(retriever, paper, "skrivelse.pdf", EVERYTHING, 10)
    assert found.source == "skrivelse.pdf"
    assert "Skridskor på isbanan" in found.compared
    assert found.cases[0].case_number == "KS 2024/12"


def test_a_paper_of_a_case_stands_with_its_case(
    retriever: Retriever, ingest: Ingest, folder: Path
) -> None:
    write_document(
        folder / "forslag.pdf",
        "§ 1 Medborgarförslag om fria skridskor på isbanan",
        "ovrigt: Låt skridskor på isbanan vara fria, se KS 2024/10.",
        head="handling; Älvsele kommun; ; ; Medborgarförslag",
    )
    ingest()
    found = find_precedents(retriever, DESCRIBED, EVERYTHING, 10)
    numbers = [case.case_number for case in found.cases]
    assert numbers.count("KS 2024/10") == 1
    assert None not in numbers
    assert found.cases[numbers.index("KS 2024/10")].outcome is Outcome.APPROVED


def test_the_asking_and_the_names_of_movers_are_not_compared() -> None:
    assert queries_of(None, DESCRIBED) == ("En motion föreslår fria skridskor på isbanan.",)
    paper = Paper("Motion av Ylva Ek (C) om att öppna isbanan", "Isbanan är stängd.", "")
    assert queries_of(paper) == ("öppna isbanan", "öppna isbanan\nIsbanan är stängd.")
    assert queries_of(None, "Hur gick det?") == ("Hur gick det?",)


def test_a_paper_is_read_by_its_headings_whatever_set_them_off(folder: Path) -> None:
    path = write_document(
        folder / "skrivelse.pdf",
        "§ 1 TJÄNSTESKRIVELSE; KS 2026/14",
        "ovrigt: Datum 2026-01-12",
        "§ 2 Plogning av gångväg till förskolan; KS 2026/14",
        "ovrigt: Förslag till beslut",
        "ovrigt: Förslaget avslås.",
        "ovrigt: Sammanfattning",
        "ovrigt: En invånare vill att gångvägen plogas.",
        head="handling; Älvsele kommun; ; 2026-01-12; skrivelse",
    )
    paper = paper_of_meetings(parse_stand_in(read_stand_in(path), Path("skrivelse.pdf")))
    assert paper.title == "Plogning av gångväg till förskolan"
    assert paper.summary == "En invånare vill att gångvägen plogas."
    assert paper.proposal == "Förslaget avslås."
    assert paper.case_number == "KS 2026/14"


def test_a_file_of_many_items_is_refused_with_a_remedy(folder: Path) -> None:
    path = write_document(folder / "a.pdf", "§ 1 Ett", "beslut: Ja.", "§ 2 Två", "beslut: Nej.")
    with pytest.raises(BeslutssokError, match="2 ärenden"):
        paper_of_meetings(parse_stand_in(read_stand_in(path), Path("a.pdf")))
