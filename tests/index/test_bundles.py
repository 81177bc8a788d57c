"""Files in which several meetings and handlingar are bound together."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Ingest
from tests.fakes.documents import PART, parse_stand_in, read_stand_in, write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import DocumentKind, Filters, Meeting
from beslutssok.index.identifiers import fallback_names
from beslutssok.index.store import Store

BOARD = "region-fjallbygden/regionstyrelsen/2024-12-10"
AGENDA = (
    "§ 7 Ny simhall; KS 2024/10; förslag; 2",
    "forslag: 1. Simhallen byggs.",
    f"{PART}handling; Region Fjällbygden; ; ; Skrivelse om simhallen; 3-4",
    "§ 1 Bakgrund; ; ; 3",
    "bakgrund: Simhallen är sliten.",
    f"{PART}handling; Region Fjällbygden; ; ; Kostnadskalkyl; 5",
    "§ 1 Bakgrund; ; ; 5",
    "bakgrund: Kalkylen är OSÄKER.",
    f"{PART}protokoll; Älvsele kommun; Byggnadsnämnden; 2024-11-05; ; 6-9",
    "§ 7 Yttrande om simhallen; KS 2024/10; bifall; 6",
    "beslut: 1. Nämnden tillstyrker, fast TVEKSAM.",
)


@pytest.fixture
def bundle(store: Store, ingest: Ingest, folder: Path) -> Store:
    """A kallelse with two enclosures and an extract of another body's minutes."""
    head = "kallelse; Region Fjällbygden; Regionstyrelsen; 2024-12-10; ; 1-2"
    write_document(folder / "2024" / "kallelse.pdf", *AGENDA, head=head)
    ingest()
    return store


def item_ids(store: Store, filters: Filters | None = None) -> list[str]:
    return [item.item_id for item in store.items(filters or Filters())]


def test_every_part_has_identifiers_of_its_own(bundle: Store) -> None:
    assert set(item_ids(bundle)) == {
        f"{BOARD}/arende-7",
        "region-fjallbygden/2024-kallelse-skrivelse-om-simhallen/odaterad/kapitel-1",
        "region-fjallbygden/2024-kallelse-kostnadskalkyl/odaterad/kapitel-1",
        "alvsele-kommun/byggnadsnamnden/2024-11-05/7",
    }
    for item_id in item_ids(bundle):
        passages = bundle.item_passages(item_id)
        assert passages and all(passage.id.startswith(f"{item_id}/") for passage in passages)


def test_a_part_is_found_by_its_own_body_date_and_kind(bundle: Store) -> None:
    wanted = {
        Filters(organ="byggnadsnämnden"): (1, "Yttrande om simhallen"),
        Filters(huvudman="Älvsele kommun"): (1, "Yttrande om simhallen"),
        Filters(date_to=date(2024, 11, 30)): (1, "Yttrande om simhallen"),
        Filters(document_kind=DocumentKind.AGENDA): (1, "Ny simhall"),
        Filters(document_kind=DocumentKind.OTHER): (2, "Bakgrund"),
    }
    for filters, (count, title) in wanted.items():
        found = bundle.passages(bundle.rowids(filters))
        assert (len(found), found[0].item_title) == (count, title)
        assert {passage.file for passage in found} == {"2024/kallelse.pdf"}


def test_a_passage_of_an_enclosure_is_cited_by_the_title_of_the_enclosure(bundle: Store) -> None:
    titles = {
        passage.document_title
        for passage in bundle.passages(bundle.rowids(Filters(document_kind=DocumentKind.OTHER)))
    }
    assert titles == {"Skrivelse om simhallen", "Kostnadskalkyl"}


def test_one_file_is_one_document_with_the_bodies_of_all_its_parts(bundle: Store) -> None:
    (document,) = bundle.documents()
    assert (document.kind, document.organ) == (DocumentKind.AGENDA, "Regionstyrelsen")
    assert (document.meetings, document.items, document.passages) == (4, 4, 4)
    coverage = bundle.coverage()
    assert (coverage.documents, coverage.items) == (1, 4)
    assert coverage.bodies == (
        "Regionstyrelsen, Region Fjällbygden",
        "Byggnadsnämnden, Älvsele kommun",
    )
    assert (coverage.date_from, coverage.date_to) == (date(2024, 11, 5), date(2024, 12, 10))
    assert dict(bundle.choices().kinds)[DocumentKind.OTHER] == 2


def test_all_parts_come_back_as_they_were_parsed(bundle: Store, folder: Path) -> None:
    source = read_stand_in(folder / "2024" / "kallelse.pdf")
    parsed = parse_stand_in(source, Path("2024/kallelse.pdf"))
    assert len(parsed) == 4
    assert bundle.meetings(source.sha256) == parsed
    assert [meeting.pages for meeting in parsed] == [(1, 2), (3, 4), (5, 5), (6, 9)]


def test_a_doubt_says_which_part_and_item_it_is_about(bundle: Store, ingest: Ingest) -> None:
    doubts = (
        "Kostnadskalkyl (s. 5): Datumet är osäkert.",
        "Byggnadsnämnden 2024-11-05 (s. 6–9): § 7 (s. 6): Beslutet är inte säkert läst.",
    )
    assert bundle.documents()[0].doubts == doubts
    report = ingest()
    assert report.documents[0].doubts == doubts
    assert report.documents[0].items == 4
    assert report.complete


def test_identifiers_stay_when_the_file_is_ingested_anew(
    bundle: Store, ingest: Ingest, folder: Path, embedder: FakeEmbedder
) -> None:
    before, embedded = item_ids(bundle), len(embedder.embedded)
    path = folder / "2024" / "kallelse.pdf"
    path.write_text(path.read_text("utf-8") + "\nbeslut: 2. Ett tillägg.", encoding="utf-8")
    ingest()
    assert item_ids(bundle) == before
    assert len(embedder.embedded) == embedded + 1


def test_nothing_is_left_of_a_bundle_that_is_removed(
    bundle: Store, ingest: Ingest, folder: Path
) -> None:
    (folder / "2024" / "kallelse.pdf").unlink()
    ingest(prune=True)
    assert (bundle.count(), bundle.items(), bundle.documents()) == (0, [], [])
    assert bundle.match(["simhall", "kalkyl"]) == []
    with bundle.reading() as connection:
        for table in ("meetings", "items", "item_trees", "passages", "vectors", "words"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_two_parts_of_one_meeting_are_told_apart(
    store: Store, ingest: Ingest, folder: Path
) -> None:
    minutes = "protokoll; Region Fjällbygden; Regionstyrelsen; 2024-12-10"
    item = ("§ 208 Ny simhall; ; ; 1", "beslut: 1. Simhallen byggs.")
    write_document(folder / "x.pdf", *item, f"{PART}{minutes}; ; 2", *item, head=minutes)
    ingest()
    assert item_ids(store) == [f"{BOARD}/208", f"{BOARD}/208~2"]
    assert store.passage(f"{BOARD}/208~2/beslut/1").item_id == f"{BOARD}/208~2"


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["Vad som helst"], ["2024/fil"]),
        (["Kallelse", "Skrivelse"], ["2024/fil kallelse", "2024/fil skrivelse"]),
        (["Bilaga", "bilaga!", ""], ["2024/fil del 1", "2024/fil del 2", "2024/fil del 3"]),
        (["fil", "Plan"], ["2024/fil del 1", "2024/fil plan"]),
    ],
)
def test_a_part_goes_by_a_title_that_only_it_has(titles: Sequence[str], names: list[str]) -> None:
    parts = [Meeting(DocumentKind.OTHER, "", "", None, title, ()) for title in titles]
    assert list(fallback_names(parts, "2024/fil")) == names
