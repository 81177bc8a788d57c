import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.embedder import FakeEmbedder
from tests.fakes.minutes_pdf import MINUTES, write_blank_pdf, write_pdf, write_region
from tests.fakes.stand_in_index import DECISION, StandInIndex

from beslutssok.app import cli, server, terminal
from beslutssok.app.access import read_users
from beslutssok.app.argument_values import (
    read_first_day,
    read_kind,
    read_last_day,
    read_organ,
    read_section,
)
from beslutssok.app.arguments import parse_arguments
from beslutssok.domain import (
    DocumentKind,
    DocumentStatus,
    IngestedDocument,
    IngestReport,
    PageProblem,
)
from beslutssok.domain import SectionKind as Kind
from beslutssok.errors import IndexBusy
from beslutssok.index.report import IngestProgress
from beslutssok.library import Index, open_index
from beslutssok.read import read_document

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    "ingest",
    "search",
    "ask",
    "case",
    "similar",
    "precedents",
    "show",
    "inspect",
    "status",
    "serve",
    "mcp",
    "user",
    "eval",
    "actions",
    "export",
    "overview",
)
ID_208 = "region-fjallbygden/regionstyrelsen/2024-12-10/208"
QUESTIONS = (
    {
        "id": "q1",
        "type": "topic",
        "question": "Vad beslutades om nattbussen till Tallmoen?",
        "relevant": [{"organ": "Regionstyrelsen", "date": "2024-12-10", "number": "208"}],
        "must_contain": ["1 juli 2025"],
        "answerable": True,
    },
    {
        "id": "q2",
        "type": "vote",
        "question": "Hur många röstade för parkeringen vid lasarettet?",
        "relevant": [{"organ": "Regionstyrelsen", "date": "2024-12-10", "number": "209"}],
        "must_contain": ["ett ord som inte finns"],
        "answerable": True,
    },
)


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("without_model")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*arguments: object) -> Result:
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as exc:
            code = int(exc.code or 0)
        return Result(code, *capsys.readouterr())

    return go


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of minutes and an agenda."""
    folder = tmp_path_factory.mktemp("cli")
    made = open_index(folder / "index", embedder=FakeEmbedder())
    made.ingest([write_region(folder / "ingest")])
    return folder / "index"


@pytest.fixture
def ask_index(index: Path, run: Run) -> Run:
    return lambda *arguments: run("--index", index, *arguments)


# -- ingest


def test_an_ingest_ends_with_a_table(tmp_path: Path, run: Run) -> None:
    folder = write_region(tmp_path / "ingest")
    result = run("--index", tmp_path / "index", "ingest", folder)
    assert result.code == 0
    assert re.search(r"ny +Region Fjällbygden/protokoll\.pdf +1 +2 +\d+\n", result.out)
    assert "2 handlingar: 2 nya. " in result.out

    again = run("--index", tmp_path / "index", "ingest", folder)
    assert again.code == 0
    assert re.search(r"oförändrad +2 handlingar +2 +3 +\d+\n", again.out)
    assert "2 handlingar: 2 oförändrade. Inget nytt att läsa in." in again.out


def test_an_unreadable_document_is_named_and_the_code_is_one(tmp_path: Path, run: Run) -> None:
    folder = write_region(tmp_path / "ingest")
    write_blank_pdf(folder / "skannad.pdf")
    (folder / "fel.pdf").write_text("inte en PDF", encoding="utf-8")
    result = run("--index", tmp_path / "index", "ingest", folder)
    assert result.code == 1
    rows = [line.split()[0] for line in result.out.splitlines() if ".pdf" in line]
    assert rows[:2] == ["ny", "ny"]
    assert re.search(r"oläslig +fel\.pdf\n +\S+", result.out)
    assert re.search(r"oläslig +skannad\.pdf\n +\S+", result.out)
    assert "4 handlingar: 2 nya, 2 oläsliga." in result.out

    unread = [
        row for row in run_json(run, tmp_path, "ingest", folder)["documents"] if row["reason"]
    ]
    assert [row["path"] for row in unread] == ["fel.pdf", "skannad.pdf"]
    assert all(row["status"] == "oläslig" and row["remedy"] for row in unread)

    status = run("--index", tmp_path / "index", "status")
    assert status.code == 0
    assert "Kunde inte läsas\n  fel.pdf\n" in status.out


def run_json(run: Run, folder: Path, *arguments: object) -> Any:
    return run("--index", folder / "index", *arguments, "--json").json


def test_what_is_gone_is_told_and_pruned(tmp_path: Path, run: Run) -> None:
    folder = write_region(tmp_path / "ingest")
    run("--index", tmp_path / "index", "ingest", folder)
    (folder / "Region Fjällbygden" / "kallelse.pdf").unlink()
    told = run("--index", tmp_path / "index", "ingest", folder)
    assert told.code == 0
    assert re.search(r"försvunnen +Region Fjällbygden/kallelse\.pdf\n +Filen finns inte", told.out)
    assert "--prune" in told.out
    assert run_json(run, tmp_path, "ingest", folder, "--prune")["counts"]["försvunnen"] == 1
    assert run_json(run, tmp_path, "status")["coverage"]["documents"] == 1


def test_rebuild_empties_a_damaged_index_and_reads_everything(tmp_path: Path, run: Run) -> None:
    folder = write_region(tmp_path / "ingest")
    run("--index", tmp_path / "index", "ingest", folder)
    (tmp_path / "index" / "beslutssok.db").write_bytes(b"inte en databas" * 400)
    refused = run("--index", tmp_path / "index", "ingest", folder)
    assert refused.code == 1
    assert "--rebuild" in refused.err
    mended = run("--index", tmp_path / "index", "ingest", "--rebuild", folder)
    assert mended.code == 0
    assert run_json(run, tmp_path, "status")["coverage"]["documents"] == 2


def test_a_path_without_documents_is_an_error(tmp_path: Path, run: Run) -> None:
    nothing = run("--index", tmp_path / "index", "ingest", tmp_path)
    assert (nothing.code, nothing.out) == (1, "Det finns inga PDF-filer där.\n")
    missing = run("--index", tmp_path / "index", "ingest", tmp_path / "borta")
    assert missing.code == 1
    assert "oläslig" in missing.out


def test_pages_that_were_not_read_are_in_the_table_and_make_the_code_one(
    monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    document = IngestedDocument(
        "lång.pdf",
        DocumentStatus.UNCHANGED,
        *(9, 4, 40),
        unread_pages=("Sida 3: sidan saknar text. Tolka den.",),
        doubts=("Datumet är osäkert.",),
    )
    report = IngestReport((document,))
    monkeypatch.setattr(Index, "ingest", lambda *_, **__: report)
    result = run("ingest", "x")
    assert result.code == 1
    assert "Sida 3: sidan saknar text." in result.out
    assert "1 tveksamhet: se «beslutssok status»" in result.out
    assert "1 handling lästes bara delvis." in result.out
    doubtful = replace(document, unread_pages=())
    monkeypatch.setattr(Index, "ingest", lambda *_, **__: IngestReport((doubtful,)))
    assert run("ingest", "x").code == 0


# -- search, ask, case, similar, show, status


def test_hits_are_shown(ask_index: Run) -> None:
    result = ask_index("search", "nattbuss", "Tallmoen", "--section", "beslut")
    assert (result.code, result.err) == (0, "")
    assert "1.  Beslut\n    Regionstyrelsen 2024-12-10 § 208, Beslut p. 1 (s. 1" in result.out


def test_hits_as_json_are_a_list(ask_index: Run) -> None:
    result = ask_index("search", "nattbuss", "--limit", "2", "--json")
    assert [hit["rank"] for hit in result.json] == [1, 2]
    assert result.json[0]["organ"] == "Regionstyrelsen"


@pytest.mark.parametrize(
    ("flags", "items"),
    [
        (["--organ", "RS", "--to", "2024-12-31"], {"208", "209"}),
        (["--organ", "regionstyrelsen", "--from", "2025-01-01"], {"7"}),
        (["--from", "2025"], {"7"}),
        (["--kind", "kallelse"], {"7"}),
        (["--case", "RS 801/2024"], {"209"}),
        (["--section", "Reservation"], {"208"}),
        (["--party", "S"], {"208"}),
        (["--huvudman", "Region Fjällbygden", "--case", "RS/762/2024"], {"208", "7"}),
        (["--huvudman", "Älvnäs kommun"], set()),
    ],
)
def test_filters_limit_a_search(ask_index: Run, flags: list[str], items: set[str]) -> None:
    hits = ask_index("search", "nattbuss parkering", *flags, "--limit", "50", "--json").json
    assert {hit["item_number"] for hit in hits if hit["item_number"]} == items


def test_a_filter_that_nothing_passes_is_told_on_standard_error(ask_index: Run) -> None:
    result = ask_index("search", "nattbuss", "--organ", "Tomtenämnden", "--json")
    assert (result.code, result.json) == (0, [])
    assert "«Tomtenämnden» finns inte i indexet. Här finns: Regionstyrelsen." in result.err


def test_a_question_is_shown_as_it_was_read_and_a_reading_can_be_taken_away(
    ask_index: Run,
) -> None:
    question = "nattbuss i regionstyrelsen"
    read = ask_index("search", question)
    assert read.out.startswith("Tolkat som: Regionstyrelsen\n")
    assert "--without organ:regionstyrelsen\n" in read.out
    away = ask_index("search", question, "--without", "organ:regionstyrelsen")
    assert away.out.startswith("Inte tolkat som: Regionstyrelsen\n")
    assert (away.code, away.err) == (0, "")
    answer = ask_index("ask", "Vad beslutade regionstyrelsen om nattbussen?", "--json").json
    keys = [part["key"] for part in answer["interpretations"]]
    assert "organ:regionstyrelsen" in keys
    left = ask_index(
        *("ask", "Vad beslutade regionstyrelsen om nattbussen?", "--json"),
        *(argument for key in keys for argument in ("--without", key)),
    ).json
    assert left["interpretations"] == []


def test_a_word_to_leave_out_is_no_flag() -> None:
    given = parse_arguments(["search", "taxa", "-hyra", "-skola", "--limit", "3"])
    assert given.text.split() == ["taxa", "-hyra", "-skola"]
    assert given.limit == 3
    assert parse_arguments(["ask", "-hyra"]).text == "-hyra"


def test_a_flag_with_one_hyphen_too_few_is_wrong_usage(run: Run) -> None:
    result = run("search", "taxa", "-limit", "3")
    assert result.code == 2
    assert "-limit" in result.err


def test_a_reading_that_is_none_is_told(ask_index: Run) -> None:
    result = ask_index("search", "nattbuss", "--without", "organ:tomtenämnden", "--json")
    assert (result.code, bool(result.json)) == (0, True)
    assert "«organ:tomtenämnden» är ingen tolkning av frågan. Här finns: inga." in result.err


def test_what_left_nothing_is_let_go_and_said_also_with_json(ask_index: Run) -> None:
    told = "Inget fanns för ”April 1999”; sökte utan."
    shown = ask_index("search", "nattbuss", "i april 1999")
    assert told in shown.out
    result = ask_index("search", "nattbuss", "i april 1999", "--json")
    assert result.json
    assert told in result.err


def test_an_answer_is_quoted_and_cited(ask_index: Run) -> None:
    result = ask_index("ask", "Vad beslutades om nattbussen till Tallmoen?")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Svar: Beslutat\n")
    text = " ".join(result.out.split())
    assert "”1. Nattbussen till Tallmoen inrättas från och med den 1 juli 2025.” [1]" in text
    assert "[1] Regionstyrelsen 2024-12-10 § 208, Beslut p. 1 (s. 1" in text
    assert "Region Fjällbygden/protokoll.pdf" in text


def test_an_answer_as_json_keeps_to_the_contract(ask_index: Run) -> None:
    answer = ask_index("--json", "ask", "Vad beslutades om nattbussen till Tallmoen?").json
    assert answer["answered"] is True
    assert answer["outcome"] == "bifall"
    assert answer["case_number"] == "RS/762/2024"
    assert answer["citations"][0]["id"] == f"{ID_208}/beslut/1"
    assert answer["reason"] is None


def test_silence_is_no_failure(ask_index: Run) -> None:
    result = ask_index("ask", "Vad heter kungens hund?")
    assert result.code == 0
    assert result.out.startswith("Inget svar\n")
    assert "Genomsökt: 2 handlingar" in result.out
    answer = ask_index("ask", "Vad heter kungens hund?", "--json").json
    assert (answer["answered"], answer["citations"]) == (False, [])
    assert answer["reason"]


def test_a_case_is_followed(ask_index: Run) -> None:
    result = ask_index("case", "dnr", "rs", "762/2024")
    assert result.code == 0
    assert result.out.index("2024-12-10") < result.out.index("2025-02-11")
    days = [
        step["hit"]["date"] for step in ask_index("case", "RS/762/2024", "--json").json["steps"]
    ]
    assert days == ["2024-12-10", "2025-02-11"]


@pytest.mark.parametrize(
    "arguments",
    [("case", "RS/1/1999"), ("show", "Regionstyrelsen 1999-01-01 § 1"), ("show", "x/y")],
)
def test_what_is_not_there_is_an_error(ask_index: Run, arguments: tuple[str, ...]) -> None:
    result = ask_index(*arguments)
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 2


@pytest.mark.parametrize(
    "citation",
    [
        "Regionstyrelsen 2024-12-10 § 208",
        "Regionstyrelsen 2024-12-10 § 208, Beslut p. 1 (s. 1)",
        ID_208,
        f"{ID_208}/beslut/1",
    ],
)
def test_an_item_is_shown_whole(ask_index: Run, citation: str) -> None:
    result = ask_index("show", *citation.split())
    assert result.code == 0
    for text in ("Nattbuss till Tallmoen", "Siv Granlund (S) yrkar avslag.", "Kostnaden är högst"):
        assert text in result.out


def test_precedents_are_found_by_text_citation_and_standard_input(
    ask_index: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_text = ask_index("similar", "buss om natten", "--json").json
    assert by_text
    monkeypatch.setattr("sys.stdin", io.StringIO("buss om natten"))
    by_input = ask_index("similar", "-", "--json").json
    assert [hit["id"] for hit in by_input] == [hit["id"] for hit in by_text]
    others = ask_index("similar", "Regionstyrelsen 2024-12-10 § 208", "--json", "--limit", 1).json
    assert len(others) == 1
    assert others[0]["item_id"] != ID_208


def test_a_file_to_compare_with_that_is_not_there_is_no_text(ask_index: Run) -> None:
    for verb in ("similar", "precedents"):
        result = ask_index(verb, "tjänsteskrivelse om buss.pdf")
        assert (result.code, result.out) == (1, "")
        assert "finns inte" in result.err


def test_empty_standard_input_is_told(ask_index: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(" \n"))
    assert ask_index("similar", "-").code == 1


def test_an_inspection_shows_what_was_understood_and_touches_no_index(
    tmp_path: Path, run: Run
) -> None:
    path = write_region(tmp_path / "ingest") / "Region Fjällbygden" / "protokoll.pdf"
    nowhere = tmp_path / "index"
    result = run("inspect", path, "--index", nowhere)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{path}: ")
    assert "Regionstyrelsen 2024-12-10 · Region Fjällbygden" in result.out
    assert "§ 208 Nattbuss till Tallmoen · RS/762/2024 · s. 1 · Beslutat" in result.out
    assert "högst 4,2 miljoner" not in result.out
    assert "högst 4,2 miljoner" in run("inspect", "--full", path).out
    (part,) = run("inspect", path, "--json").json["parts"]
    assert [item["number"] for item in part["items"]] == ["208", "209"]
    assert run("inspect", path, "--json", "--pages", "7-9").json["parts"] == []
    assert not nowhere.exists()


def test_an_inspection_of_what_cannot_be_read_says_why(tmp_path: Path, run: Run) -> None:
    blank = write_blank_pdf(tmp_path / "skannad.pdf")
    for path, told in ((blank, "saknar text"), (tmp_path / "borta.pdf", "finns inte")):
        result = run("inspect", path)
        assert (result.code, result.out) == (1, "")
        said = " ".join(result.err.split())
        assert path.name in said and told in said


def test_an_inspection_with_pages_that_were_not_read_ends_with_one(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_pdf(tmp_path / "protokoll.pdf", MINUTES)
    whole = read_document(path)
    partly = replace(whole, problems=(PageProblem(2, "sidan är en bild.", "Tolka den."),))
    monkeypatch.setattr("beslutssok.library.inspecting.read_document", lambda _: partly)
    result = run("inspect", path)
    assert result.code == 1
    assert "1 sida kunde inte läsas" in result.out
    assert "Sida 2: sidan är en bild. Tolka den." in result.out


def test_status_tells_what_the_index_holds(ask_index: Run, index: Path) -> None:
    result = ask_index("status")
    assert result.code == 0
    assert re.search(r"Innehåll +2 handlingar, 3 ärenden, \d+ stycken\n", result.out)
    assert re.search(r"Språkmodell +fake, 256 dimensioner\n", result.out)
    status = ask_index("status", "--json").json
    assert status["index"] == str(index)
    assert status["model"] == {"name": "fake", "dimension": 256}
    assert len(status["documents"]) == 2


def test_an_evaluation_prints_figures_and_failures(ask_index: Run, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    lines = (json.dumps(question, ensure_ascii=False) for question in QUESTIONS)
    questions.write_text("\n".join(lines), encoding="utf-8")
    result = ask_index("eval", questions)
    assert result.code == 0
    assert re.search(r"Typ +Frågor +nDCG@10 +hit@1 +hit@5 +hit@10 +Rätt svar", result.out)
    assert re.search(r"topic +1 +1\.000 +1\.000", result.out)
    assert "Besvarade: precision" in result.out
    assert "  q2: Hur många röstade för parkeringen vid lasarettet?\n" in result.out
    report = ask_index("eval", questions, "--json").json
    assert report["by_type"]["topic"]["hit_1"] == 1.0
    assert report["total"]["count"] == 2
    assert [failure["id"] for failure in report["failures"]] == ["q2"]
    missing = ask_index("eval", tmp_path / "inga.jsonl")
    assert (missing.code, missing.out) == (1, "")


def test_json_is_all_that_is_on_standard_output(ask_index: Run) -> None:
    for arguments in (
        ("search", "nattbuss"),
        ("ask", "Vad kostar nattbussen?"),
        ("case", "RS/762/2024"),
        ("similar", "nattbuss"),
        ("show", ID_208),
        ("status",),
    ):
        result = ask_index(*arguments, "--json")
        assert (result.code, result.err) == (0, "")
        assert result.json
        assert result.out.endswith(("}\n", "]\n"))


def test_what_a_library_prints_is_no_result(
    ask_index: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def noisy(*_: object, **__: object) -> list[object]:
        print("Loading weights", end="")  # noqa: T201
        return []

    monkeypatch.setattr(Index, "search", noisy)
    result = ask_index("search", "x", "--json")
    assert (result.json, result.err) == ([], "Loading weights")


# -- serve


def test_serve_gives_the_page_where_it_is_told(
    ask_index: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: dict[str, object] = {}

    def serve(source: object, host: str, port: int, announce: Callable[[str], None]) -> None:
        served.update(source=source, host=host, port=port)
        announce("Sidan finns på http://x")
        raise KeyboardInterrupt

    monkeypatch.setattr(server, "serve", serve)
    result = ask_index("serve", "--host", "0.0.0.0", "--port", "0")
    assert (result.code, result.out) == (0, "Sidan finns på http://x\n")
    assert (served["host"], served["port"]) == ("0.0.0.0", 0)
    monkeypatch.setenv("BESLUTSSOK_PORT", "8123")
    ask_index("serve")
    assert (served["host"], served["port"]) == ("127.0.0.1", 8123)


# -- errors and wrong usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "x"),
        ("ask", "x"),
        ("case", "RS/1/2024"),
        ("similar", "x"),
        ("show", "x/y"),
        ("status",),
        ("serve",),
    ],
    ids=lambda arguments: arguments[0],
)
def test_without_an_index_there_is_a_remedy(
    tmp_path: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    result = run("--index", tmp_path / "inget", *arguments)
    assert (result.code, result.out) == (1, "")
    assert "Det finns inget index i" in result.err
    assert "beslutssok ingest MAPP" in result.err
    assert not (tmp_path / "inget").exists()


def test_an_error_says_what_and_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise IndexBusy("En annan inläsning \x1b[31mpågår.", "Vänta.")

    monkeypatch.setattr(Index, "ingest", busy)
    result = run("ingest", "x", "--json")
    assert (result.code, result.out) == (1, "")
    assert result.err == "En annan inläsning [31mpågår.\nVänta.\n"


def test_an_interrupt_loses_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Index, "ingest", interrupted)
    result = run("ingest", "x")
    assert result.code == 130
    assert "Inget är förlorat" in result.err


def test_a_reader_that_went_away_is_not_complained_about(
    index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Closed(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    assert cli.main(["--index", str(index), "search", "nattbuss"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "det här saknas: KOMMANDO"),
        (["leta"], "leta är inget kommando"),
        (["ask"], "det här saknas: FRÅGA"),
        (["ask", " "], "texten är tom"),
        (["search", "x", "--from", "10/12 2024"], "«10/12 2024» är inget datum: skriv ÅÅÅÅ-MM-DD"),
        (["search", "x", "--to", "2024-02-30"], "«2024-02-30» är inget datum: skriv ÅÅÅÅ-MM-DD"),
        (["search", "x", "--from", "2025", "--to", "2024"], "perioden slutar innan den börjar"),
        (["search", "x", "--kind", "bok"], "«bok» finns inte: välj bland protokoll"),
        (["search", "x", "--section", "bok"], "«bok» finns inte: välj bland sammanfattning"),
        (["search", "x", "--limit", "0"], "«0» är inget heltal mellan 1 och 1000"),
        (["search", "x", "--limit"], "--limit behöver ett värde"),
        (["search", "x", "--lim", "3"], "okända argument: --lim 3"),
        (["serve", "--port", "99999"], "«99999» är inget heltal"),
        (["--json", "serve"], "serve har ingen --json"),
        (["serve", "--json"], "okända argument: --json"),
        (["ingest"], "det här saknas: SÖKVÄG"),
        (["eval"], "det här saknas: FIL"),
        (["inspect"], "det här saknas: FIL"),
        (["inspect", "a.pdf", "--pages", "5-3"], "«5-3» är inga sidor"),
        (["inspect", "a.pdf", "b.pdf"], "okända argument: b.pdf"),
    ],
)
def test_wrong_usage_says_how_it_is_written(run: Run, arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert "--help" in result.err


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
def test_every_command_has_help(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"användning: beslutssok {' '.join(command)}".rstrip())
    assert result.out.count("användning") == 1
    assert not re.search(r"usage|options|positional|show this", result.out)
    assert "--index" in result.out


def test_flags_of_all_commands_stand_before_or_after_the_name() -> None:
    for arguments in (["--index", "a", "--json", "status"], ["status", "--json", "--index", "a"]):
        given = parse_arguments(arguments)
        assert (given.index, given.json) == (Path("a"), True)
    assert (parse_arguments(["status"]).index, parse_arguments(["status"]).json) == (
        Path("index"),
        False,
    )


def test_words_are_read_as_people_write_them() -> None:
    assert read_organ("hsn") == "Hälso- och sjukvårdsnämnden"
    assert [read_organ(name) for name in ("KS", "KF", "RS", "RF")] == [
        "Kommunstyrelsen",
        "Kommunfullmäktige",
        "Regionstyrelsen",
        "Regionfullmäktige",
    ]
    assert read_section("Omröstning") is read_section("omrostning") is Kind.VOTE
    assert read_section("yrkanden") is read_section("Yrkande") is Kind.MOTION
    assert all(read_section(kind.value) is kind for kind in Kind)
    assert all(read_kind(kind.value.upper()) is kind for kind in DocumentKind)
    assert read_first_day("2024") == date(2024, 1, 1)
    assert read_last_day("2024") == date(2024, 12, 31)
    assert read_first_day("2024-02-29") == read_last_day("2024-02-29") == date(2024, 2, 29)


# -- text from documents


def test_a_document_cannot_send_codes_to_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = "\x1b]0;ny titel\x07\x1b[2Jrensat \x9b31m[bold]fet[/bold] :smile:"
    hit = replace(DECISION, text=evil, item_title=evil, citation=evil, file=evil)
    monkeypatch.setattr(cli, "open_index", lambda folder: StandInIndex(hits=(hit,)))
    for command in ("search", "ask"):
        shown = run(command, "nattbuss")
        assert shown.code == 0
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown.out + shown.err)
        assert "[bold]fet[/bold] :smile:" in shown.out
        written = run(command, "nattbuss", "--json")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", written.out)
        assert "\\u001b[2Jrensat \\u009b31m" in written.out


def test_the_table_of_an_ingest_takes_no_markup(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "[red]a[/red]\x1b[31m.pdf"
    document = IngestedDocument(
        name, DocumentStatus.UNREADABLE, reason="[bold]är \x07tom", remedy="[/]Hämta :smile:"
    )
    report = IngestReport((document,))
    monkeypatch.setattr(Index, "ingest", lambda *_, **__: report)
    shown = run("ingest", "x").out
    assert "[red]a[/red][31m.pdf" in shown
    assert "[bold]är tom. [/]Hämta :smile:." in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


# -- terminal


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def coloured(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "70")
    yield Terminal()


def test_a_terminal_gets_colours_and_its_width(coloured: Terminal) -> None:
    console = terminal.make_console(coloured)
    assert terminal.terminal_ink(console).coloured
    assert terminal.text_width(console) == 70


def test_colours_can_be_turned_off(coloured: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.terminal_ink(terminal.make_console(coloured)).coloured


def test_a_file_gets_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    console = terminal.make_console(io.StringIO())
    assert not terminal.terminal_ink(console).coloured
    assert terminal.text_width(console) == terminal.WIDTH


def test_a_bar_tells_how_far_an_ingest_is(coloured: Terminal) -> None:
    with terminal.ingest_progress(coloured) as progress:
        progress(IngestProgress(3, 10, "[b]a\x1b[2J", 32, 64, 1.0))
    shown = coloured.getvalue()
    assert "3/10" in shown
    assert "[b]a[2J (32/64)" in shown


def test_a_log_gets_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(terminal.time, "monotonic", lambda: now[0])
    log = io.StringIO()
    with terminal.ingest_progress(log) as progress:
        for second in range(12):
            now[0] = float(second)
            progress(IngestProgress(second, 20, "a.pdf", 0, None, now[0]))
    assert log.getvalue().splitlines() == [
        "Läser in: 5 av 20 handlingar, a.pdf",
        "Läser in: 10 av 20 handlingar, a.pdf",
    ]


# -- the command as it is installed


def test_the_command_starts_without_the_model_and_the_page(index: Path) -> None:
    code = """
import sys
import beslutssok.library.opened
from beslutssok.app.cli import main
beslutssok.library.opened.load_embedder = lambda settings: None
main(["--index", sys.argv[1], "status"])
heavy = {"torch", "transformers", "sentence_transformers", "gradio", "fastapi", "uvicorn"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(index)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_package_runs_as_a_module_in_any_locale(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "beslutssok", "--index", str(tmp_path / "å"), "status"],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"beslutssok ingest MAPP" in done.stderr


def test_a_closed_pipe_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "beslutssok", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


# -- user, mcp


def test_the_line_of_a_user_has_no_password(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("häst batteri\n"))
    result = run("user", "anna")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("anna:scrypt:")
    (tmp_path / "users.txt").write_text(result.out, encoding="utf-8")
    assert read_users(tmp_path / "users.txt").know("anna", "häst batteri")
    monkeypatch.setattr("sys.stdin", io.StringIO("kort\n"))
    refused = run("user", "anna")
    assert (refused.code, refused.out) == (1, "")
    assert "minst 8 tecken" in refused.err


def test_an_assistant_needs_an_index(run: Run, tmp_path: Path) -> None:
    refused = run("--index", tmp_path / "none", "mcp")
    assert (refused.code, refused.out) == (1, "")
    assert "beslutssok ingest" in refused.err


# -- the documentation


def commands_in(path: Path) -> list[str]:
    blocks = re.findall(r"```\w*\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    found = [re.search(r"(?:^|\| |/)beslutssok (.+)", line) for line in lines]
    return [match[1].split("   #")[0].split(" | ")[0] for match in found if match]


@pytest.mark.parametrize("name", ["anvandarguide.md", "cli.md"])
def test_every_command_in_the_documentation_can_be_written(name: str) -> None:
    commands = commands_in(ROOT / "docs" / name)
    assert len(commands) >= 5
    for command in commands:
        words = shlex.split(command.replace(" > ", " #"), comments=True)
        assert parse_arguments(words).command in COMMANDS
