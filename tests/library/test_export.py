"""An index as tables: what is in them, in each format, and what is refused."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import Ingest
from tests.fakes.documents import parse_stand_in, write_document
from tests.fakes.entities import ATTENDANCE, ENTITIES

from beslutssok.domain import (
    Case,
    CaseStep,
    Filters,
    Meeting,
    MissingStep,
    Outcome,
    SourceDocument,
    StepKind,
)
from beslutssok.errors import BeslutssokError, CitationNotFound
from beslutssok.index.store import Store
from beslutssok.library.export import (
    TABLES,
    ExportFormat,
    HandedFormat,
    export_case,
    export_hits,
    export_to_folder,
    export_to_stream,
)
from beslutssok.library.export.dictionary import render_dictionary
from beslutssok.library.export.formats import as_cell, write_json_lines
from beslutssok.library.export.parquet import parquet_schema
from beslutssok.library.export.schema import Column, ColumnType
from beslutssok.search.hits import make_hit

ROOT = Path(__file__).parents[2]
ITEM = "region-fjallbygden/regionstyrelsen/2024-12-10/208"
NAMES = [table.name for table in TABLES]


def parse_with_entities(
    source: SourceDocument, path: Path, huvudman: str = ""
) -> tuple[Meeting, ...]:
    """What the stand-in says, and all entities in § 208."""
    meetings = parse_stand_in(source, path, huvudman)
    return tuple(
        replace(
            meeting,
            items=tuple(
                replace(item, entities=ENTITIES) if item.number == "208" else item
                for item in meeting.items
            ),
            attendance=ATTENDANCE if meeting.items[0].number == "208" else (),
        )
        for meeting in meetings
    )


@pytest.fixture
def filled(store: Store, ingest: Ingest, folder: Path) -> Store:
    write_document(
        folder / "a.pdf",
        "§ 208 Ny simhall; KS 2024/10; bifall; 2",
        "forslag: 1. Simhallen byggs i Tallmoen.",
        "beslut: Enligt styrelsens förslag:",
        "beslut: 1. Simhallen byggs.",
        "beslut: 2. Taxan höjs.",
        "§ 209 Yttrande; ; förslag; 6",
        "beslut: Regionfullmäktige föreslås säga nej.",
        "§ 210 Val; ; bifall; 7",
        "beslut: Till justerare utses:",
    )
    write_document(
        folder / "b.pdf",
        "§ 5 Ny simhall; KS 2024/10; förslag; 1",
        "beslut: 1. Simhallen byggs snart.",
        head="kallelse; Region Fjällbygden; Regionstyrelsen; 2024-11-10",
    )
    write_document(folder / "c.pdf", "KRYPTERAD")
    ingest(parse=parse_with_entities)
    return store


def history(store: Store) -> Any:
    """A case of all its items, with a step that is missing."""

    def tell(number: str) -> Case:
        items = store.items_of_case(number)
        if not items:
            raise CitationNotFound(number)
        hits = [make_hit(store.item_passages(item.item_id)[0], 1) for item in items]
        steps = [CaseStep(hit, StepKind.TREATED, hit.outcome) for hit in hits]
        missing = MissingStep("Regionfullmäktige", None, "12", 2023, hits[0], "enligt § 12/2023")
        return Case(number, "Ny simhall", tuple(steps), (missing,))

    return tell


def rows(store: Store, table: str, filters: Filters = Filters()) -> list[dict[str, Any]]:  # noqa: B008
    stream = io.BytesIO()
    written = export_to_stream(
        store, history(store), stream, table, ExportFormat.JSON_LINES, filters
    )
    lines = [json.loads(line) for line in stream.getvalue().decode("utf-8").splitlines()]
    assert len(lines) == written.rows
    return lines


def column(records: Sequence[dict[str, Any]], name: str) -> list[Any]:
    return [record[name] for record in records]


def test_decisions_have_what_was_decided_and_never_a_proposal(filled: Store) -> None:
    decisions = rows(filled, "decisions")
    assert column(decisions, "text") == [
        "1. Simhallen byggs.",
        "2. Taxan höjs.",
        "Till justerare utses:",
    ]
    assert column(decisions, "lead_in") == ["Enligt styrelsens förslag:"] * 2 + [None]
    assert decisions[1]["citation"] == "Regionstyrelsen 2024-12-10 § 208, Beslut p. 2 (s. 2)"
    assert column(rows(filled, "proposals"), "text") == [
        "1. Simhallen byggs snart.",
        "1. Simhallen byggs i Tallmoen.",
    ]


def test_every_row_tells_where_it_stands(filled: Store) -> None:
    sha256 = {document.sha256 for document in filled.documents()}
    for name in NAMES:
        for record in rows(filled, name):
            assert record["citation"]
            if record.get("status") == "oläslig":
                assert record["file"] == "c.pdf"
                continue
            assert record["sha256"] in sha256
            assert record["page"] >= 1
            assert record["organ"] == "Regionstyrelsen"
            assert date.fromisoformat(record["date"]).year == 2024
            outside = name in ("documents", "meetings", "attendance")
            assert (record["item_id"] is None) is outside


def test_what_was_read_of_an_item_comes_in_tables(filled: Store) -> None:
    motions = rows(filled, "motions")
    assert column(motions, "person") == ["Siv Granlund", "Ture Myrberg", None]
    assert column(motions, "party") == ["S", "V", "MP"]
    assert column(motions, "motion") == [1, 1, 2]
    assert motions[0]["text"] == "Siv Granlund (S) och Ture Myrberg (V) yrkar avslag på förslaget."
    assert motions[2]["citation"] == "Regionstyrelsen 2024-12-10 § 208 (s. 3)"
    first, second = rows(filled, "votes")
    assert (first["yes_stated"], first["no_counted"], first["yes_means"]) == (
        2,
        1,
        "bifall till förslaget",
    )
    assert (second["vote"], second["yes_stated"], second["agrees"]) == (2, None, True)
    assert column(rows(filled, "cast_votes"), "choice") == ["ja", "ja", "nej", "avstår"]
    assert column(rows(filled, "party_votes"), "count") == [2, None]
    assert column(rows(filled, "reservations"), "party") == ["S", "V"]
    assert rows(filled, "statements") == []
    assert rows(filled, "disqualifications")[0]["text"] == "Per Ek (M) anmäler jäv."
    reference = rows(filled, "references")[0]
    assert (reference["to_date"], reference["to_year"], reference["to_number"]) == (
        "2025-05-27",
        2025,
        "79 A",
    )
    assert column(rows(filled, "attendance"), "role")[:2] == ["ordförande", "sekreterare"]


def test_the_steps_of_cases_come_in_order_with_those_that_are_missing(filled: Store) -> None:
    steps = rows(filled, "case_steps")
    assert column(steps, "step") == [1, 2, 3]
    assert column(steps, "present") == [False, True, True]
    assert steps[0]["missing"] == "Regionfullmäktige 2023 § 12"
    assert steps[0]["text"] == "enligt § 12/2023"
    assert column(steps, "case_number") == ["KS 2024/10"] * 3


def test_filters_limit_every_table(filled: Store) -> None:
    agenda = Filters(date_to=date(2024, 11, 30))
    assert column(rows(filled, "documents", agenda), "file") == ["b.pdf"]
    assert column(rows(filled, "meetings", agenda), "document_kind") == ["kallelse"]
    assert rows(filled, "motions", agenda) == []
    of_case = Filters(case_number="KS 2024/10")
    assert column(rows(filled, "items", of_case), "item_number") == ["5", "208"]
    assert len(rows(filled, "meetings", of_case)) == 2
    assert column(rows(filled, "meetings", Filters(item_number="209")), "items") == [3]


def test_a_file_that_could_not_be_read_is_told_of(filled: Store) -> None:
    documents = rows(filled, "documents")
    assert column(documents, "status") == ["läst", "läst", "oläslig"]
    assert documents[2]["reason"] == "är krypterad"


@pytest.mark.parametrize("form", ExportFormat)
def test_all_formats_say_the_same(filled: Store, tmp_path: Path, form: ExportFormat) -> None:
    written = export_to_folder(filled, history(filled), tmp_path / "ut", (), form)
    assert [table.name for table in written] == NAMES
    read = {
        ExportFormat.CSV: lambda path: pd.read_csv(path, sep=";"),
        ExportFormat.JSON_LINES: lambda path: pd.read_json(path, lines=True),
        ExportFormat.PARQUET: pd.read_parquet,
    }[form]
    for table in written:
        assert table.path == tmp_path / "ut" / f"{table.name}.{form.value}"
        if table.rows or form is not ExportFormat.JSON_LINES:
            frame = read(table.path)
            assert len(frame) == table.rows
            declared = next(each for each in TABLES if each.name == table.name)
            assert list(frame.columns) == [column.name for column in declared.columns]
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == sorted(
        f"{name}.{form.value}" for name in NAMES
    )


def test_parquet_has_types_and_what_columns_mean_even_of_no_rows(
    store: Store, tmp_path: Path
) -> None:
    (table,) = export_to_folder(store, history(store), tmp_path, ["votes"], ExportFormat.PARQUET)
    schema = pq.read_schema(table.path)
    assert table.rows == 0
    assert schema.field("date").type == pa.date32()
    assert schema.field("yes_stated").type == pa.int64()
    assert schema.field("agrees").type == pa.bool_()
    assert schema.field("yes_stated").metadata == {
        b"description": b"Ja enligt texten.",
        b"unit": b"r\xc3\xb6ster",
    }
    assert schema.metadata[b"table"] == b"votes"
    assert schema.equals(parquet_schema(next(each for each in TABLES if each.name == "votes")))


def test_csv_is_what_swedish_excel_opens(filled: Store) -> None:
    stream = io.BytesIO()
    export_to_stream(filled, history(filled), stream, "items")
    raw = stream.getvalue()
    assert raw.startswith(b"\xef\xbb\xbfcitation;item_id;")
    assert raw.count(b"\r\n") == 5
    assert not stream.closed


@given(st.text())
def test_no_cell_is_a_formula_and_each_can_be_had_back(text: str) -> None:
    cell = as_cell(text)
    assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert cell.removeprefix("'") == text.replace("\r\n", "\n").replace("\r", "\n")
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerow([cell, "nästa"])
    assert next(csv.reader(io.StringIO(stream.getvalue(), newline=""), delimiter=";")) == [
        cell,
        "nästa",
    ]


@given(st.text())
@example("=cmd|' /C calc'!A0\x00\u2028\u2029\x85\u202e")
def test_a_record_is_one_line_of_json_and_comes_back(text: str) -> None:
    stream = io.BytesIO()
    column = Column("text", ColumnType.TEXT, "En text.")
    assert write_json_lines([column], [(text,), (text,)], stream) == 2
    lines = stream.getvalue().decode().splitlines()
    assert [json.loads(line) for line in lines] == [{"text": text}] * 2


def test_files_that_are_there_are_kept_unless_told_otherwise(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "items.csv").write_text("min fil")
    with pytest.raises(BeslutssokError, match=r"finns redan items\.csv"):
        export_to_folder(filled, history(filled), tmp_path, ["items", "votes"])
    assert (tmp_path / "items.csv").read_text() == "min fil"
    assert not (tmp_path / "votes.csv").exists()
    export_to_folder(filled, history(filled), tmp_path, ["items"], overwrite=True)
    assert (tmp_path / "items.csv").read_text("utf-8-sig").startswith("citation;")


def test_a_folder_that_cannot_be_made_is_told_of(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    with pytest.raises(BeslutssokError, match="går inte att skriva"):
        export_to_folder(filled, history(filled), tmp_path / "fil" / "ut", ["items"])


def test_a_file_is_whole_or_not_there(filled: Store, tmp_path: Path) -> None:
    def failing(number: str) -> Case:
        raise ZeroDivisionError(number)

    with pytest.raises(ZeroDivisionError):
        export_to_folder(filled, failing, tmp_path, ["items", "case_steps"])
    assert [path.name for path in tmp_path.glob("*.csv")] == ["items.csv"]
    assert not list(tmp_path.glob(".*"))


def test_a_table_that_is_not_there_is_named(filled: Store) -> None:
    with pytest.raises(BeslutssokError, match="'beslut' finns inte.*Välj bland documents"):
        export_to_stream(filled, history(filled), io.BytesIO(), "beslut")


def test_the_dictionary_is_up_to_date() -> None:
    written = (ROOT / "docs" / "datalexikon.md").read_text("utf-8")
    assert written == render_dictionary(), "beslutssok export --dictionary > docs/datalexikon.md"


def test_the_pandas_example_of_the_dictionary_runs(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    export_to_folder(filled, history(filled), Path("mapp"), ["decisions"])
    export_to_folder(filled, history(filled), Path("mapp"), ["reservations"], ExportFormat.PARQUET)
    code = render_dictionary().partition("```python\n")[2].partition("```")[0]
    names: dict[str, Any] = {}
    exec(code, names)  # what stands in the documentation
    assert names["by_year"].to_dict() == {("S", 2024): 1, ("V", 2024): 1}
    assert str(names["decisions"]["date"].dtype).startswith("datetime64")


def test_hits_at_hand_can_be_taken_away(filled: Store) -> None:
    hits = [make_hit(passage, rank) for rank, passage in enumerate(filled.item_passages(ITEM), 1)]
    frame = pd.read_csv(io.BytesIO(export_hits(hits)), sep=";")
    assert list(frame["rank"]) == [1, 2, 3, 4]
    assert list(frame["citation"]) == [hit.citation for hit in hits]
    told = json.loads(export_hits(hits, HandedFormat.JSON))
    assert [each["text"] for each in told] == [hit.text for hit in hits]
    assert told[0]["outcome"] == Outcome.APPROVED.value
    assert json.loads(export_hits([], HandedFormat.JSON)) == []


def test_a_case_at_hand_can_be_taken_away(filled: Store) -> None:
    case = history(filled)("KS 2024/10")
    told = json.loads(export_case(case, HandedFormat.JSON))
    assert told == rows(filled, "case_steps")
    assert export_case(case).decode("utf-8-sig").count("\r\n") == 4
