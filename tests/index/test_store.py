"""The index as the search room sees it, filled by an ingest of invented documents."""

import sqlite3
import subprocess
import sys
import textwrap
import threading
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Ingest
from tests.fakes.documents import parse_stand_in, read_stand_in, write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import DocumentKind, Filters, Outcome, SectionKind
from beslutssok.errors import (
    BeslutssokError,
    CitationNotFound,
    IndexBusy,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    UnreadableDocument,
)
from beslutssok.index import schema
from beslutssok.index.insert import unique_id
from beslutssok.index.parties import find_parties, party_letters
from beslutssok.index.schema import DATABASE_NAME, SCHEMA_VERSION
from beslutssok.index.store import Store

AGENDA = "kallelse; Region Fjällbygden; Regionstyrelsen; 2024-12-10"
COUNCIL = "protokoll; Åmåla kommun; KOMMUNFULLMÄKTIGE; 2023-05-02"
ITEM = "region-fjallbygden/regionstyrelsen/2024-12-10/208"


@pytest.fixture
def filled(store: Store, ingest: Ingest, folder: Path) -> Store:
    """Two bodies of two organisations, three meetings."""
    write_document(
        folder / "styrelsen.pdf",
        "§ 208 Ny simhall i Tallmoen; KS 2024/10; bifall; 2",
        "bakgrund: Simhallen är sliten, se KS 2023/7.",
        "beslut: 1. Simhallen byggs för 40 miljoner kronor.",
        "beslut: 2. Medel avsätts i budgeten.",
        "reservation: Ylva Fors (SD) och Per Ek (M, KD) reserverar sig.",
        "§ 209 Rapport om tandvård; KS 2024/11; noterat; 3",
        "beslut: Rapporten läggs till handlingarna.",
    )
    write_document(
        folder / "kallelse.pdf",
        "§ 7 Ny simhall i Tallmoen; KS 2024/10; förslag; 4",
        "forslag: 1. Simhallen byggs.",
        head=AGENDA,
    )
    write_document(
        folder / "fullmaktige.pdf",
        "§ 7 A Motion om simhall; KS 2023/7; avslag; 1",
        "beslut: Motionen om simhall avslås. Ledamöterna från V reserverar sig.",
        head=COUNCIL,
    )
    ingest()
    return store


def ids(store: Store, filters: Filters) -> list[str]:
    return [passage.id for passage in store.passages(store.rowids(filters))]


# -- passages


def test_a_passage_has_all_that_a_citation_needs(filled: Store) -> None:
    passage = filled.passage(f"{ITEM}/beslut/2")
    assert passage.text == "2. Medel avsätts i budgeten."
    assert (passage.organ, passage.huvudman) == ("Regionstyrelsen", "Region Fjällbygden")
    assert (passage.date, passage.document_kind) == (date(2024, 12, 10), DocumentKind.MINUTES)
    assert (passage.item_id, passage.item_number) == (ITEM, "208")
    assert passage.item_title == "Ny simhall i Tallmoen"
    assert (passage.case_number, passage.outcome) == ("KS 2024/10", Outcome.APPROVED)
    assert (passage.section, passage.section_heading) == (SectionKind.DECISION, "Beslut")
    assert (passage.point, passage.page, passage.file) == ("2", 2, "styrelsen.pdf")
    assert passage.places[0].page == 2
    assert len(passage.sha256) == 64


def test_passages_come_in_the_order_they_are_asked_for(filled: Store) -> None:
    backwards = filled.rowids()[::-1]
    assert [passage.rowid for passage in filled.passages(backwards)] == list(backwards)


def test_a_row_that_is_gone_is_left_out(filled: Store) -> None:
    last = int(filled.rowids()[-1])
    assert [row.rowid for row in filled.passages([last + 1, last])] == [last]
    assert not filled.vectors([last + 1]).any()


def test_passages_of_an_item_stand_in_order(filled: Store) -> None:
    found = [passage.id.removeprefix(ITEM) for passage in filled.item_passages(ITEM)]
    assert found == ["/bakgrund/s1", "/beslut/1", "/beslut/2", "/reservation/s1"]
    assert filled.item_passages("nowhere") == []


def test_a_passage_that_is_not_there_is_named(filled: Store) -> None:
    with pytest.raises(CitationNotFound, match="nowhere"):
        filled.passage("nowhere")


# -- filters


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), 7),
        (Filters(organ="regionSTYRELSEN"), 6),
        (Filters(organ="kommunfullmäktige"), 1),
        (Filters(organ="Kommunfullma\u0308ktige"), 1),
        (Filters(organ="styrelsen"), 0),
        (Filters(huvudman="ÅMÅLA KOMMUN"), 1),
        (Filters(date_from=date(2024, 12, 10)), 6),
        (Filters(date_from=date(2024, 12, 11)), 0),
        (Filters(date_to=date(2023, 5, 2)), 1),
        (Filters(date_to=date(2023, 5, 1)), 0),
        (Filters(document_kind=DocumentKind.AGENDA), 1),
        (Filters(section=SectionKind.DECISION), 4),
        (Filters(section=SectionKind.DECISION, organ="Regionstyrelsen"), 3),
        (Filters(case_number="ks 2024/10"), 5),
        (Filters(item_number="208"), 4),
        (Filters(item_number="20"), 0),
        (Filters(item_number="§ 7a"), 1),
        (Filters(party="KD"), 1),
        (Filters(party="kristdemokraterna"), 1),
        (Filters(party="v"), 1),
        (Filters(party="S"), 0),
        (Filters(organ="'; DROP TABLE passages; --"), 0),
    ],
)
def test_filters_leave_what_they_say(filled: Store, filters: Filters, expected: int) -> None:
    assert filled.count(filters) == expected
    assert len(filled.rowids(filters)) == expected
    assert filled.rowids(filters).dtype == np.int64
    items = {passage.item_id for passage in filled.passages(filled.rowids(filters))}
    assert {item.item_id for item in filled.items(filters)} == items
    assert len(filled.match(["simhall", "rapport", "medel", "reserver"], filters)) == expected
    coverage = filled.coverage(filters)
    assert (coverage.passages, coverage.items) == (expected, len(items))


def test_the_newest_file_is_told_by_the_day_it_was_saved(filled: Store, folder: Path) -> None:
    newest = max(file.stat().st_mtime for file in folder.rglob("*.pdf"))
    assert filled.coverage().newest_file == date.fromtimestamp(newest)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Yrkande av Ylva Fors (M).", {"M"}),
        ("Ylva Fors (S, V och MP) och Per Ek (SD)", {"S", "V", "MP", "SD"}),
        ("Ledamöterna från M, KD och SD reserverar sig", {"M", "KD", "SD"}),
        ("S-gruppen och Fi-gruppen avstår", {"S", "FI"}),
        ("Moderaternas yrkande", {"M"}),
        ("Sverigedemokraterna", {"SD"}),
        ("Moderata samlingspartiets och Centerns yrkande", {"M", "C"}),
        ("Folkpartiet och Miljöpartiet de gröna", {"L", "MP"}),
        ("Vänsterns motion", {"V"}),
        ("Sväng till vänster", set()),
        ("Malmö (se bilaga), punkt M", set()),
        ("Ledamöterna i Mora", set()),
    ],
)
def test_parties_are_found(text: str, parties: set[str]) -> None:
    assert find_parties(text) == parties


def test_a_party_goes_by_letters_or_name() -> None:
    assert [party_letters(given) for given in ("(m)", "Vänsterpartiet", " sd ")] == ["M", "V", "SD"]


# -- full text


def test_match_ranks_by_words_and_weights(filled: Store) -> None:
    found = filled.match(["tandvård"], weights=(10.0, 0.0, 1.0))
    assert [row.item_number for row in filled.passages(rowid for rowid, _ in found)] == ["209"]
    scores = [score for _, score in filled.match(["simhall", "miljon"])]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0
    best = filled.match(["simhall", "miljon"], limit=1)
    assert filled.passages([best[0][0]])[0].id == f"{ITEM}/beslut/1"


def test_an_identifier_is_one_word(store: Store, ingest: Ingest, folder: Path) -> None:
    write_document(folder / "x.pdf", "§ 1 Svar; ; ; 1", "beslut: Se RS/762/2024 och § 15.")
    ingest()
    assert store.match(["rs/762/2024"])
    assert store.match(["§15"])
    assert store.match(["762"]) == store.match(["2024"]) == []


@pytest.mark.parametrize(
    "term",
    [
        '"',
        'a"b',
        "simhall*",
        "AND",
        "NOT simhall",
        "title:simhall",
        "NEAR(a b)",
        "(",
        "^a",
        "-",
        "",
    ],
)
def test_no_term_is_ever_an_operator(filled: Store, term: str) -> None:
    filled.match([term])
    assert filled.match([term, "simhall"])


@given(terms=st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_any_terms_can_be_searched(filled: Store, terms: list[str]) -> None:
    filled.match(terms)


def test_very_many_terms_can_be_searched(filled: Store) -> None:
    assert filled.match([f"ord{number}" for number in range(5_000)] + ["simhall"])


def test_nothing_is_found_of_nothing(filled: Store) -> None:
    assert filled.match([]) == filled.match([" "]) == filled.match(["simhall"], limit=0) == []


def test_what_is_replaced_is_no_longer_found(filled: Store, ingest: Ingest, folder: Path) -> None:
    write_document(
        folder / "fullmaktige.pdf", "§ 1 Val; ; ; 1", "beslut: Valet görs.", head=COUNCIL
    )
    assert filled.match(["motion"])
    ingest()
    assert filled.match(["motion"]) == []
    assert filled.count(Filters(party="V")) == 0


# -- items, documents, the whole


def test_items_come_in_order_of_time(filled: Store) -> None:
    numbers = [(item.date and item.date.year, item.number) for item in filled.items()]
    assert numbers == [(2023, "7 A"), (2024, "7"), (2024, "208"), (2024, "209")]


def test_a_case_has_its_items_and_then_those_that_mention_it(filled: Store) -> None:
    assert [item.number for item in filled.items_of_case("KS 2023/7")] == ["7 A", "208"]
    assert [item.number for item in filled.items_of_case("ks 2024/10")] == ["7", "208"]
    assert filled.items_of_case("KS 1900/1") == []
    assert filled.items_of_case("KS-2023-00007") == filled.items_of_case("KS 2023/7")


def test_an_item_and_a_meeting_come_back_as_they_were_parsed(filled: Store, folder: Path) -> None:
    source = read_stand_in(folder / "styrelsen.pdf")
    (meeting,) = parse_stand_in(source, Path("styrelsen.pdf"))
    assert filled.meetings(source.sha256) == (meeting,)
    assert filled.item(ITEM) == meeting.items[0]
    for missing in (filled.meetings, filled.item):
        with pytest.raises(CitationNotFound, match="nowhere"):
            missing("nowhere")


def test_coverage_says_what_is_looked_through(filled: Store) -> None:
    coverage = filled.coverage()
    assert (coverage.documents, coverage.items, coverage.passages) == (3, 4, 7)
    assert coverage.bodies == (
        "Regionstyrelsen, Region Fjällbygden",
        "KOMMUNFULLMÄKTIGE, Åmåla kommun",
    )
    assert (coverage.date_from, coverage.date_to) == (date(2023, 5, 2), date(2024, 12, 10))
    narrow = filled.coverage(Filters(organ="Kommunfullmäktige"))
    assert (narrow.documents, narrow.items, len(narrow.bodies)) == (1, 1, 1)


def test_an_empty_index_covers_nothing(store: Store) -> None:
    coverage = store.coverage()
    assert (coverage.documents, coverage.passages, coverage.date_from) == (0, 0, None)
    assert store.rowids().shape == (0,)
    assert store.vectors([]).shape == (0, 0)


def test_choices_count_items(filled: Store) -> None:
    choices = filled.choices()
    assert choices.organ == (("Regionstyrelsen", 3), ("KOMMUNFULLMÄKTIGE", 1))
    assert choices.huvudman == (("Region Fjällbygden", 3), ("Åmåla kommun", 1))
    assert choices.kinds == ((DocumentKind.MINUTES, 3), (DocumentKind.AGENDA, 1))
    assert choices.sections[0] == (SectionKind.DECISION, 3)
    assert choices.years == ((2023, 1), (2024, 3))


def test_documents_are_listed(filled: Store) -> None:
    documents = filled.documents()
    assert [document.file for document in documents] == [
        "fullmaktige.pdf",
        "kallelse.pdf",
        "styrelsen.pdf",
    ]
    assert (documents[2].items, documents[2].passages, documents[2].pages) == (2, 5, 1)


def test_only_files_of_the_index_have_a_path(filled: Store, folder: Path) -> None:
    assert filled.document_path("kallelse.pdf") == folder / "kallelse.pdf"
    for stranger in ("../index/beslutssok.db", "/etc/passwd", ""):
        with pytest.raises(CitationNotFound):
            filled.document_path(stranger)
    with pytest.raises(CitationNotFound):
        filled.document_path("kallelse.pdf", sha256="0" * 64)
    (folder / "kallelse.pdf").unlink()
    with pytest.raises(UnreadableDocument, match="finns inte kvar"):
        filled.document_path("kallelse.pdf")


def test_the_digest_tells_files_of_one_name_apart(
    store: Store, ingest: Ingest, tmp_path: Path
) -> None:
    first = write_document(tmp_path / "a" / "x.pdf", "§ 1 Ett; ; ; 1", "beslut: Ett.")
    second = write_document(tmp_path / "b" / "x.pdf", "§ 2 Två; ; ; 1", "beslut: Två.")
    ingest(tmp_path / "a", tmp_path / "b")
    by_digest = {
        entry.sha256: store.document_path("x.pdf", entry.sha256) for entry in store.documents()
    }
    assert set(by_digest.values()) == {first, second}


def test_a_recognised_text_is_told_from_others(store: Store, ingest: Ingest, folder: Path) -> None:
    write_document(
        folder / "x.pdf",
        "§ 1 Simhall; ; ; 1",
        "beslut: 1. Simhallen byggs.",
        "beslut: 2. En MASKINLÄST punkt.",
    )
    ingest()
    assert [(passage.point, passage.ocr) for passage in store.passages(store.rowids())] == [
        ("1", False),
        ("2", True),
    ]


def test_a_title_on_a_recognised_page_is_recognised_too(
    store: Store, ingest: Ingest, folder: Path
) -> None:
    write_document(
        folder / "x.pdf",
        "§ 1 Utgår; ; ; 1",
        "§ 2 Utgår; ; ; 2",
        "§ 3 Simhall; ; ; 2",
        "beslut: En MASKINLÄST text.",
    )
    ingest()
    held = {passage.item_number: passage.ocr for passage in store.passages(store.rowids())}
    assert held == {"1": False, "2": True, "3": True}


# -- identifiers


def test_minutes_and_an_extract_of_them_both_stay(
    store: Store, ingest: Ingest, folder: Path
) -> None:
    extract = "protokollsutdrag; Region Fjällbygden; Regionstyrelsen; 2024-12-10"
    item = ("§ 208 Ny simhall; ; ; 1", "beslut: 1. Simhallen byggs.")
    write_document(folder / "a-protokoll.pdf", *item, "§ 209 Annat; ; ; 1", "beslut: Annat.")
    write_document(folder / "b-utdrag.pdf", *item, head=extract)
    ingest()
    digest = store.documents()[1].sha256[:8]
    assert [entry.item_id for entry in store.items(Filters(item_number="208"))] == [
        ITEM,
        f"{ITEM}~{digest}",
    ]
    assert store.passage(f"{ITEM}~{digest}/beslut/1").file == "b-utdrag.pdf"
    assert [passage.file for passage in store.item_passages(ITEM)] == ["a-protokoll.pdf"]


def test_two_items_of_one_number_are_told_apart(store: Store, ingest: Ingest, folder: Path) -> None:
    write_document(
        folder / "x.pdf",
        "§ 208 Simhall; ; ; 1",
        "beslut: 1. Simhallen byggs.",
        "§ 208 Skola; ; ; 2",
        "beslut: 1. Skolan byggs.",
    )
    ingest()
    assert [item.item_id for item in store.items()] == [ITEM, f"{ITEM}~2"]
    assert store.passage(f"{ITEM}/beslut/1").item_title == "Simhall"
    assert store.passage(f"{ITEM}~2/beslut/1").item_title == "Skola"
    assert store.passage(f"{ITEM}~2/beslut/1").page == 2


def test_identifiers_stay_when_a_document_is_ingested_anew(
    filled: Store, ingest: Ingest, folder: Path
) -> None:
    before = ids(filled, Filters())
    path = folder / "styrelsen.pdf"
    path.write_text(path.read_text("utf-8") + "\nbakgrund: Ett tillägg.", encoding="utf-8")
    ingest()
    assert set(before) < set(ids(filled, Filters()))


@given(st.lists(st.sampled_from(["x/1", "x/1~2", "x/1~abcd1234", "x/2"]), max_size=8))
def test_identifiers_are_unique(wanted: list[str]) -> None:
    foreign = {"x/1"}
    own: set[str] = set()
    given_out = [unique_id(entry, "abcd1234ef", own, foreign.__contains__) for entry in wanted]
    assert len(set(given_out) - foreign) == len(wanted)


# -- opening


def test_there_must_be_an_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="beslutssok ingest"):
        Store.open(tmp_path)
    assert not list(tmp_path.iterdir())


def test_an_index_that_was_never_finished_is_missing(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).touch()
    with pytest.raises(IndexMissing):
        Store.open(tmp_path)
    Store.create(tmp_path).close()
    Store.open(tmp_path).close()


def test_making_an_index_twice_keeps_it(filled: Store) -> None:
    with Store.create(filled.folder) as again:
        assert again.count() == filled.count()


@pytest.mark.parametrize("content", [b"Not a database at all. " * 200, b"\0" * 8192, b"SQLite"])
def test_what_is_no_database_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(content)
    with pytest.raises(IndexDamaged, match="--rebuild"):
        Store.open(tmp_path)
    with pytest.raises(IndexDamaged, match="--rebuild"):
        Store.create(tmp_path)


def test_another_database_is_no_index(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE_NAME) as connection:
        connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(IndexDamaged, match="inget index"):
        Store.open(tmp_path)


def test_a_damaged_index_is_named_whenever_it_shows(filled: Store) -> None:
    filled.close()
    path = filled.path
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with pytest.raises(IndexDamaged, match="--rebuild"), Store.open(filled.folder) as damaged:
        damaged.passages(range(100))
        damaged.choices()


def test_a_truncated_index_is_damaged(filled: Store) -> None:
    filled.close()
    content = filled.path.read_bytes()
    filled.path.write_bytes(content[: len(content) // 2])
    with pytest.raises(IndexDamaged), Store.open(filled.folder) as damaged:
        damaged.coverage()
        damaged.match(["simhall"])
        damaged.passages(range(100))


def set_version(store: Store, version: int) -> None:
    store.close()
    connection = sqlite3.connect(store.path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 99])
def test_a_newer_index_is_refused(filled: Store, version: int) -> None:
    set_version(filled, version)
    with pytest.raises(IndexMismatch, match="Uppgradera"):
        Store.open(filled.folder)


def test_an_index_from_before_rectangles_is_refused_and_can_be_rebuilt(filled: Store) -> None:
    set_version(filled, 1)
    with pytest.raises(IndexMismatch, match="--rebuild"):
        Store.open(filled.folder)
    with pytest.raises(IndexMismatch, match="--rebuild"):
        Store.create(filled.folder)
    with Store.rebuild(filled.folder) as fresh:
        assert fresh.count() == 0


def test_an_older_index_is_migrated_or_refused(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_version(filled, SCHEMA_VERSION)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with pytest.raises(IndexMismatch, match="--rebuild"):
        Store.open(filled.folder)
    steps = {SCHEMA_VERSION: ("ALTER TABLE items ADD COLUMN added TEXT",)}
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    with Store.open(filled.folder) as migrated:
        assert migrated.count() == 7
    with Store.open(filled.folder) as again:
        assert again.count() == 7


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BeslutssokError, match="file"):
        Store.create(tmp_path / "file" / "index")


def test_rebuilding_empties_a_sound_index(filled: Store, embedder: FakeEmbedder) -> None:
    before = filled.version()
    Store.rebuild(filled.folder).close()
    assert filled.count() == 0
    assert filled.version().generation > before.generation
    filled.check_model("another model")


def test_rebuilding_replaces_a_damaged_or_newer_index(filled: Store, tmp_path: Path) -> None:
    set_version(filled, 99)
    with Store.rebuild(filled.folder) as fresh:
        assert fresh.count() == 0
    fresh.path.write_bytes(b"no database" * 1000)
    with Store.rebuild(filled.folder) as fresh:
        assert fresh.count() == 0
    with Store.rebuild(tmp_path / "new") as fresh:
        assert fresh.count() == 0


# -- model and lock


def test_another_model_is_refused_with_both_names(filled: Store) -> None:
    assert filled.model() == ("fake", 256)
    filled.check_model("fake")
    with pytest.raises(IndexMismatch, match="BESLUTSSOK_MODEL") as caught:
        filled.check_model("other")
    assert (caught.value.expected, caught.value.found) == ("other", "fake")


def test_one_writes_at_a_time(store: Store) -> None:
    with store.writing(), pytest.raises(IndexBusy, match="pågår"), store.writing():
        pass
    with store.writing():
        pass


def test_another_process_cannot_write_meanwhile(store: Store) -> None:
    program = """
        import sys
        from pathlib import Path
        from beslutssok.errors import IndexBusy
        from beslutssok.index.store import Store
        with Store.open(Path(sys.argv[1])) as store:
            try:
                with store.writing():
                    print("wrote")
            except IndexBusy:
                print("busy", store.count())
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(store.folder)]
    with store.writing():
        assert subprocess.check_output(command, text=True).split() == ["busy", "0"]
    assert subprocess.check_output(command, text=True).split() == ["wrote"]


def test_readers_see_whole_documents_while_one_writes(
    store: Store, ingest: Ingest, folder: Path
) -> None:
    for number in range(30):
        points = [f"beslut: {point}. Beslut {number}." for point in range(1, 11)]
        write_document(folder / f"{number:02}.pdf", f"§ {number} Rubrik; ; ; 1", *points)
    finished = threading.Event()
    seen: list[int] = []
    failures: list[BaseException] = []

    def look() -> None:
        try:
            while not finished.is_set():
                seen.append(store.count())
                rowids = store.rowids()
                assert len(store.passages(rowids)) == len(rowids)
                store.match(["beslut"])
        except BaseException as exc:
            failures.append(exc)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    ingest()
    finished.set()
    for thread in threads:
        thread.join()
    assert not failures
    assert all(count % 10 == 0 for count in seen)
    assert store.count() == 300


def test_items_are_given_by_their_identifiers_and_unknown_ones_left_out(filled: Store) -> None:
    known = [item.item_id for item in filled.items()]
    found = filled.items_named([known[-1], "nowhere/at/all", known[0]])
    assert [item.item_id for item in found] == [known[0], known[-1]]
