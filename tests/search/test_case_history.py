"""The history of a case: which items belong to it, in what order, and what is missing."""

from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import write_document
from tests.fakes.embedder import FakeEmbedder
from tests.search.case_fakes import parse_with_references

from beslutssok.domain import Case, SectionKind, StepKind, StepLink
from beslutssok.errors import CitationNotFound
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.search import Retriever
from beslutssok.search.history import case_history, case_of
from beslutssok.search.missing import missing_steps

HOME = "Älvsele kommun"


@pytest.fixture
def retriever(store: Store, ingest: Ingest, folder: Path, embedder: FakeEmbedder) -> Retriever:
    def write(name: str, head: str, *lines: str) -> None:
        write_document(folder / f"{name}.pdf", *lines, head=head)

    write(
        "namnd",
        f"protokoll; {HOME}; Socialnämnden; 2024-02-20",
        "§ 17 Yttrande över motion om mat på plats; KS-2024-00010; bifall",
        "beslut: Nämnden avstyrker motionen.",
        "§ 18 Ny spis i köket; ; bifall",
        "bakgrund: Frågan väcktes av Kommunfullmäktige 2024-04-29 § 12.",
        "beslut: En spis köps.",
    )
    write(
        "kf-april",
        f"protokoll; {HOME}; Kommunfullmäktige; 2024-04-29",
        "§ 12 Motion om mat lagad på plats; KS 2024/10; bordläggning",
        "beslut: Ärendet bordläggs.",
        "§ 13 Meddelanden",
        "underlag: Beslut i KS 2024/10 om remiss",
    )
    write(
        "ks",
        f"protokoll; {HOME}; Kommunstyrelsen; 2024-05-28",
        "§ 60 Svar på motion om mat lagad på plats; KS 2024/10; förslag",
        "forslag: 1. Motionen avslås.",
    )
    write(
        "kf-juni",
        f"protokoll; {HOME}; Kommunfullmäktige; 2024-06-17",
        "§ 48 Motion om mat lagad på plats; KS 2024/10; avslag",
        "bakgrund: Socialnämnden har den 20 februari 2024, § 17, avstyrkt motionen.",
        "bakgrund: Bordlagt den 29 april 2024, § 12, och den 20 maj 2024, § 30.",
        "bakgrund: KS beslutade 2024-05-28 § 60 att föreslå avslag.",
        "bakgrund: Enligt 5 kap. 4 § kommunallagen får fullmäktige besluta.",
        "bakgrund: Regionstyrelsen beslutade 2024-03-19 § 7 om mat på sjukhusen.",
        "bakgrund: Kommunstyrelsen i Ekby kommun beslutade 2023-01-10 § 4 om kök.",
        "bakgrund: Kultur- och fritidsnämnden beslutade den 5 mars 2024 om bidrag.",
        "bakgrund: Kommunstyrelsen beslutade 2030-01-01 § 1 om framtiden.",
        "beslut: 1. Motionen avslås.",
        "§ 49 Budget; KS 2024/77; bifall",
        "bakgrund: Maten behandlades av kommunfullmäktige 2024-04-29 § 12.",
        "beslut: Budgeten fastställs.",
    )
    write(
        "kallelse",
        f"kallelse; {HOME}; Kommunstyrelsen; 2024-05-28",
        "§ 4 Svar på motion om mat lagad på plats; KS 2024/10; förslag",
        "forslag: 1. Motionen bifalls.",
    )
    write(
        "annan",
        "protokoll; Ekby kommun; Kommunfullmäktige; 2024-04-29",
        "§ 12 Ny bro; KS 2024/99; bifall",
        "bakgrund: Bron finns i KS 2024/10.",
        "beslut: Bron byggs.",
    )
    ingest(parse=parse_with_references)
    return Retriever(store, VectorIndex(store), embedder)


def steps(case: Case) -> list[tuple[str, str, StepKind]]:
    return [(str(s.hit.date), s.hit.item_number, s.kind) for s in case.steps]


def test_a_case_is_told_in_order_of_time_with_the_kind_of_each_step(retriever: Retriever) -> None:
    case = case_history(retriever, "KS 2024/10")
    own = [step for step in case.steps if step.link is StepLink.CASE_NUMBER]
    assert [(str(s.hit.date), s.hit.item_number, s.kind) for s in own] == [
        ("2024-02-20", "17", StepKind.PREPARATION),
        ("2024-04-29", "12", StepKind.TABLED),
        ("2024-05-28", "4", StepKind.AGENDA),
        ("2024-05-28", "60", StepKind.PREPARATION),
        ("2024-06-17", "48", StepKind.REJECTION),
    ]
    assert case.title == "Motion om mat lagad på plats"
    assert [step.hit.rank for step in case.steps] == list(range(1, len(case.steps) + 1))


@pytest.mark.parametrize(
    "spelled",
    ["KS-2024-00010", "ks 2024/10", "dnr KS 2024/10", "ärende KS 2024/10", "KS/10/2024"],
)
def test_any_spelling_names_the_case(retriever: Retriever, spelled: str) -> None:
    assert steps(case_history(retriever, spelled)) == steps(case_history(retriever, "KS 2024/10"))


@pytest.mark.parametrize(
    "named", ["Kommunfullmäktige 2024-06-17 § 48", "Socialnämnden 2024-02-20 § 17"]
)
def test_any_item_of_a_case_names_it(retriever: Retriever, named: str) -> None:
    case = case_history(retriever, named)
    assert steps(case) == steps(case_history(retriever, "KS 2024/10"))
    found = case_history(retriever, case.steps[0].hit.item_id)
    assert steps(found) == steps(case)


def test_nothing_of_the_sort_is_said_with_a_remedy(retriever: Retriever) -> None:
    with pytest.raises(CitationNotFound) as told:
        case_history(retriever, "KS 1999/1")
    assert "KS 1999/1" in told.value.message
    assert told.value.remedy


def test_a_reference_ties_an_item_without_number_to_the_case(retriever: Retriever) -> None:
    case = case_history(retriever, "KS 2024/10")
    tied = {s.hit.item_title: s for s in case.steps if s.link is StepLink.REFERENCE}
    assert tied["Ny spis i köket"].kind is StepKind.DECISION
    assert tied["Budget"].kind is StepKind.REFERENCE
    assert "2024-04-29 § 12" in tied["Budget"].hit.text


def test_another_organisation_with_the_number_is_left_out(retriever: Retriever) -> None:
    case = case_history(retriever, "KS 2024/10")
    assert {step.hit.huvudman for step in case.steps} == {HOME}


def test_a_number_that_two_organisations_have_is_asked_about(
    retriever: Retriever, ingest: Ingest, folder: Path
) -> None:
    write_document(
        folder / "ekby.pdf",
        "§ 5 Ny väg; KS 2024/10; bifall",
        "beslut: Vägen byggs.",
        head="protokoll; Ekby kommun; Kommunstyrelsen; 2024-02-01",
    )
    ingest(parse=parse_with_references)
    with pytest.raises(CitationNotFound, match="Ekby kommun"):
        case_history(retriever, "KS 2024/10")
    case = case_history(retriever, "KS 2024/10", huvudman="Ekby kommun")
    assert [step.hit.item_title for step in case.steps if step.link is StepLink.CASE_NUMBER] == [
        "Ny väg"
    ]
    other = case_history(retriever, "Kommunfullmäktige 2024-06-17 § 48")
    assert all(step.hit.huvudman == HOME for step in other.steps)


def test_a_proposal_is_quoted_as_a_proposal(retriever: Retriever) -> None:
    for step in case_history(retriever, "KS 2024/10").steps:
        if step.kind in (StepKind.PREPARATION, StepKind.AGENDA) and step.hit.item_number != "17":
            assert step.hit.section is SectionKind.PROPOSAL


def test_what_is_referred_to_but_not_there_is_missing(retriever: Retriever) -> None:
    missing = case_history(retriever, "KS 2024/10").missing
    assert [(m.organ, str(m.date), m.number) for m in missing] == [
        ("Kultur- och fritidsnämnden", "2024-03-05", None),
        ("Kommunfullmäktige", "2024-05-20", "30"),
    ]
    for step in missing:
        assert step.text in step.told_by.text
        assert step.told_by.citation.startswith("Kommunfullmäktige 2024-06-17 § 48")


def test_an_arriving_document_is_missing_no_more(
    retriever: Retriever, ingest: Ingest, folder: Path
) -> None:
    write_document(
        folder / "kf-maj.pdf",
        "§ 30 Motion om mat lagad på plats; KS 2024/10; bordläggning",
        "beslut: Ärendet bordläggs.",
        head=f"protokoll; {HOME}; Kommunfullmäktige; 2024-05-20",
    )
    ingest(parse=parse_with_references)
    case = case_history(retriever, "KS 2024/10")
    assert [m.organ for m in case.missing] == ["Kultur- och fritidsnämnden"]
    assert ("2024-05-20", "30", StepKind.TABLED) in steps(case)


def test_lists_of_notifications_miss_nothing(retriever: Retriever, store: Store) -> None:
    lists = [item for item in store.items() if item.title == "Meddelanden"]
    assert lists
    assert missing_steps(retriever, lists) == ()
    assert missing_steps(retriever, []) == ()


def test_an_item_without_number_has_a_case_of_its_own(retriever: Retriever, store: Store) -> None:
    item = next(item for item in store.items() if item.title == "Ny spis i köket")
    case = case_of(retriever, item)
    assert case.case_number == ""
    assert case.title == "Ny spis i köket"
    assert ("2024-04-29", "12", StepKind.REFERENCE) in steps(case)


def test_minutes_and_the_extract_of_them_are_one_step(
    retriever: Retriever, ingest: Ingest, folder: Path
) -> None:
    before = steps(case_history(retriever, "KS 2024/10"))
    write_document(
        folder / "utdrag.pdf",
        "§ 48 Motion om mat lagad på plats; KS 2024/10; avslag",
        "beslut: 1. Motionen avslås.",
        head=f"protokollsutdrag; {HOME}; Kommunfullmäktige; 2024-06-17",
    )
    ingest(parse=parse_with_references)
    case = case_history(retriever, "KS 2024/10")
    assert steps(case) == before
    folded = [step.hit for step in case.steps if step.hit.also_in]
    assert [hit.document_kind.value for hit in folded] == ["protokoll"]
    assert "protokollsutdrag" in folded[0].also_in[0]
