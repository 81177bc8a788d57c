"""The commands that give an index as data: actions, export, overview."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from tests.conftest import Ingest
from tests.fakes.documents import parse_stand_in, write_document
from tests.fakes.entities import ENTITIES

from beslutssok.app import cli
from beslutssok.domain import Meeting, SourceDocument

NAMES = 15


def parse(source: SourceDocument, path: Path, huvudman: str = "") -> tuple[Meeting, ...]:
    return tuple(
        replace(meeting, items=tuple(replace(item, entities=ENTITIES) for item in meeting.items))
        for meeting in parse_stand_in(source, path, huvudman)
    )


pytestmark = pytest.mark.usefixtures("without_model")


@pytest.fixture
def index(ingest: Ingest, folder: Path, tmp_path: Path) -> Path:
    write_document(
        folder / "a.pdf",
        "§ 208 Ny simhall; KS 2024/10; bifall; 2",
        "yrkanden: Siv Granlund (S) och Ture Myrberg (V) yrkar avslag på förslaget.",
        "beslut: 1. Simhallen byggs.",
    )
    ingest(parse=parse)
    return tmp_path / "index"


def run(index: Path, *arguments: object) -> int:
    try:
        return cli.main(["--index", str(index), *map(str, arguments)])
    except SystemExit as exc:
        return int(exc.code or 0)


def test_actions_are_told_item_by_item(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(index, "actions", "Siv", "Granlund") == 0
    told = capsys.readouterr().out
    assert told.startswith("Siv Granlund\n1 yrkande, 1 röst, 1 reservation\nGenomsökt: ")
    assert "2024-12-10  Ny simhall (KS 2024/10)" in told
    assert "    Yrkande, avslag: Siv Granlund (S)\n" in told
    assert "    Röst, nej: Siv Granlund (S)\n      (ja: bifall till förslaget; nej: avslag)" in told
    assert "Regionstyrelsen 2024-12-10 § 208, Yrkanden (s. 2)" in told

    assert run(index, "actions", "V", "--json") == 0
    form = json.loads(capsys.readouterr().out)
    assert form["who"] == "V"
    assert form["counts"]["röst"] == 2
    assert form["actions"][0]["text"] in form["actions"][0]["hit"]["text"]


def test_nothing_done_is_said(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(index, "actions", "Ingen Alls") == 0
    told = capsys.readouterr().out
    assert "reservation eller anmälan om jäv av Ingen Alls hittades." in told
    assert "Genomsökt: 1 handling" in told


def test_an_export_tells_what_it_wrote_and_keeps_what_is_there(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "ut"
    assert run(index, "export", target, "--format", "parquet") == 0
    assert capsys.readouterr().out.startswith(f"{NAMES} tabeller skrivna\n")
    assert len(pd.read_parquet(target / "motions.parquet")) == 3
    assert run(index, "export", target, "--format", "parquet", "--table", "items") == 1
    assert "finns redan items.parquet" in capsys.readouterr().err
    assert run(index, "export", target, "--format", "parquet", "--overwrite", "--json") == 0
    written = json.loads(capsys.readouterr().out)
    assert (len(written), written[2]["table"], written[2]["rows"]) == (NAMES, "items", 1)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_one_table_goes_to_standard_output(
    index: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    assert run(index, "export", "-", "--table", "decisions", "--format", form) == 0
    written = io.BytesIO(capsysbinary.readouterr().out)
    if form == "csv":
        frame = pd.read_csv(written, sep=";")
    else:
        frame = pd.read_parquet(written) if form == "parquet" else pd.read_json(written, lines=True)
    assert list(frame["text"]) == ["1. Simhallen byggs."]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "ange en mapp"),
        (("-",), "välj den med --table"),
        (("ut", "--dictionary"), "ange en mapp"),
        (("ut", "--table", "beslut"), "välj bland documents, meetings"),
        (("ut", "--format", "xlsx"), "välj bland csv, jsonl, parquet"),
    ],
)
def test_an_export_that_makes_no_sense_is_refused(
    index: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert run(index, "export", *arguments) == 2
    assert told in capsys.readouterr().err


def test_the_dictionary_needs_no_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "inget", "export", "--dictionary") == 0
    assert capsys.readouterr().out.startswith("# Datalexikon\n")


def test_the_overview_says_what_was_decided_and_contested(
    index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(index, "overview") == 0
    told = capsys.readouterr().out
    assert "  Regionstyrelsen, Region Fjällbygden\n    2024  1 beslutat\n" in told
    assert "  S  2024: 1\n" in told
    assert "Ärenden efter slag\n  Regionstyrelsen, Region Fjällbygden\n" in told
    assert "2 omröstningar, 1 reservation, 2 olika yrkanden" in " ".join(told.split())
    assert run(index, "overview", "--json", "--from", "2025") == 0
    form = json.loads(capsys.readouterr().out)
    assert form["outcomes"] == form["contested"] == form["matters"] == []
    assert form["coverage"]["items"] == 0


@pytest.mark.parametrize("command", [("actions", "V"), ("export", "ut"), ("overview",)])
def test_without_an_index_the_remedy_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert run(tmp_path / "inget", *command) == 1
    assert "beslutssok ingest" in " ".join(capsys.readouterr().err.split())
