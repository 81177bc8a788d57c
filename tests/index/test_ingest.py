"""What an ingest does with new, changed, moved, copied, vanished and unreadable files."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.conftest import Ingest
from tests.fakes.documents import SIGN, parse_stand_in, read_stand_in, write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.domain import DocumentStatus, Filters, IngestReport
from beslutssok.errors import IndexBusy, IndexMismatch, ModelUnavailable, UnreadableDocument
from beslutssok.index import ingest as ingest_module
from beslutssok.index import prepare as prepare_module
from beslutssok.index.report import IngestProgress
from beslutssok.index.rows import Vectors
from beslutssok.index.store import Store

NEW, CHANGED = DocumentStatus.NEW, DocumentStatus.CHANGED
UNCHANGED, VANISHED = DocumentStatus.UNCHANGED, DocumentStatus.VANISHED
UNREADABLE, DUPLICATE = DocumentStatus.UNREADABLE, DocumentStatus.DUPLICATE
ROOT = Path(__file__).resolve().parents[2]


def statuses(report: IngestReport) -> dict[str, DocumentStatus]:
    return {row.path: row.status for row in report.documents}


def minutes(path: Path, number: int = 1, *more: str) -> Path:
    return write_document(
        path, f"§ {number} Rubrik; KS 2024/{number}; bifall; 1", f"beslut: Beslut {number}.", *more
    )


def texts(store: Store) -> list[str]:
    return [passage.text for passage in store.passages(store.rowids())]


def stamp(path: Path, seconds: int) -> None:
    """Give a file another time, as if it was written then."""
    os.utime(path, (seconds, seconds))


# -- what is found


def test_folders_are_read_to_the_bottom_and_hidden_and_other_files_left(
    ingest: Ingest, folder: Path
) -> None:
    minutes(folder / "b" / "c" / "djupt.PDF", 1)
    minutes(folder / "a.pdf", 2)
    minutes(folder / ".dold.pdf", 3)
    minutes(folder / ".dold" / "x.pdf", 4)
    (folder / "läsmig.txt").write_text("inget att läsa")
    report = ingest()
    assert statuses(report) == {"a.pdf": NEW, "b/c/djupt.PDF": NEW}
    assert report.complete


def test_a_row_of_the_report_has_its_numbers(ingest: Ingest, folder: Path) -> None:
    minutes(folder / "a.pdf", 1, "§ 2 Annat; ; ; 1", "beslut: 1. Ett.", "beslut: 2. Två.")
    (row,) = ingest().documents
    assert (row.pages, row.items, row.passages) == (1, 2, 3)
    (again,) = ingest().documents
    assert again.status is UNCHANGED
    assert (again.pages, again.items, again.passages) == (1, 2, 3)


def test_what_is_named_explicitly_and_is_no_pdf_is_unreadable(ingest: Ingest, folder: Path) -> None:
    word = folder / "protokoll.docx"
    word.write_bytes(b"PK\x03\x04")
    missing = folder / "saknas.pdf"
    unnamed = minutes(folder / "utan-ändelse")
    report = ingest(word, missing, unnamed)
    reasons = {row.path: row.reason for row in report.documents if row.status is UNREADABLE}
    assert reasons == {str(word): "är ingen PDF-fil", str(missing): "finns inte"}
    assert statuses(report)["utan-ändelse"] is NEW
    assert all(row.remedy for row in report.documents if row.status is UNREADABLE)


def test_a_file_named_twice_is_read_once(ingest: Ingest, folder: Path) -> None:
    path = minutes(folder / "a.pdf")
    assert len(ingest(folder, path, folder / ".." / folder.name / "a.pdf").documents) == 1


def test_links_are_followed_and_loops_are_not(ingest: Ingest, folder: Path, tmp_path: Path) -> None:
    minutes(tmp_path / "annan" / "x.pdf")
    (folder / "länk").symlink_to(tmp_path / "annan")
    (folder / "slinga").symlink_to(folder)
    (folder / "bruten.pdf").symlink_to(tmp_path / "saknas.pdf")
    assert statuses(ingest()) == {
        "länk/x.pdf": NEW,
        str(folder / "bruten.pdf"): UNREADABLE,
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_is_no_document(ingest: Ingest, folder: Path) -> None:
    os.mkfifo(folder / "rör.pdf")
    (row,) = ingest().documents
    assert (row.status, row.reason) == (UNREADABLE, "är ingen vanlig fil")


def test_a_name_that_is_no_text_is_named_as_well_as_can_be(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    minutes(folder / "a.pdf")
    try:
        os.rename(folder / "a.pdf", os.fsencode(folder) + b"/m\xf6te.pdf")
    except OSError:
        pytest.skip("the file system takes only text for names")
    (row,) = ingest().documents
    assert (row.status, row.path) == (UNREADABLE, str(folder / "m\ufffdte.pdf"))
    assert store.coverage().unreadable == 1


def test_the_root_is_the_outermost_folder_that_was_ever_named(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    head = "protokoll; ; Nämnden; 2024-01-0"
    write_document(folder / "Åmåla" / "a.pdf", "§ 1 X; ; ; 1", "beslut: X.", head=head + "1")
    ingest(folder / "Åmåla")
    assert [document.file for document in store.documents()] == ["a.pdf"]
    report = ingest(folder)
    assert [(row.path, row.status) for row in report.documents] == [("Åmåla/a.pdf", UNCHANGED)]
    assert store.documents()[0].huvudman == "Åmåla"
    write_document(folder / "Åmåla" / "b.pdf", "§ 2 X; ; ; 1", "beslut: X.", head=head + "2")
    ingest(folder / "Åmåla" / "b.pdf")
    assert [document.huvudman for document in store.documents()] == ["Åmåla", "Åmåla"]


def test_the_organisation_of_what_names_none_may_be_given(
    ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder
) -> None:
    write_document(folder / "a.pdf", "§ 1 X; ; ; 1", "beslut: X.", head="protokoll; ; Nämnden; ")
    ingest()
    assert store.documents()[0].huvudman == ""
    assert ingest(default_huvudman="Region Ek").documents[0].reason == "tolkad på nytt"
    assert store.documents()[0].huvudman == "Region Ek"
    assert len(embedder.embedded) == 1


# -- what has changed


def test_nothing_is_done_or_written_when_nothing_has_changed(
    ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder
) -> None:
    minutes(folder / "a.pdf")
    assert ingest().embedded == 1
    version = store.version()

    def read(_: Path) -> Any:
        raise AssertionError("was read")

    report = ingest(read=read)
    assert statuses(report) == {"a.pdf": UNCHANGED}
    assert (store.version(), report.embedded, len(embedder.embedded)) == (version, 0, 1)


def test_a_file_with_a_new_time_but_the_same_bytes_is_unchanged(
    ingest: Ingest, folder: Path, embedder: FakeEmbedder
) -> None:
    path = minutes(folder / "a.pdf")
    ingest()
    stamp(path, 1_000_000)
    assert statuses(ingest()) == {"a.pdf": UNCHANGED}
    assert len(embedder.embedded) == 1


def test_a_changed_file_replaces_the_old_and_embeds_only_what_is_new(
    ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder
) -> None:
    minutes(folder / "a.pdf", 1, "§ 2 Annat; ; ; 1", "beslut: Gammalt.")
    ingest()
    minutes(folder / "a.pdf", 1, "§ 2 Annat; ; ; 1", "beslut: Nytt.")
    report = ingest()
    assert statuses(report) == {"a.pdf": CHANGED}
    assert texts(store) == ["Beslut 1.", "Nytt."]
    assert report.embedded == 1
    assert embedder.embedded[-1].endswith("\nNytt.")


def test_a_copy_is_named_and_not_indexed_twice(ingest: Ingest, store: Store, folder: Path) -> None:
    minutes(folder / "a.pdf")
    minutes(folder / "kopia.pdf")
    report = ingest()
    assert statuses(report) == {"a.pdf": NEW, "kopia.pdf": DUPLICATE}
    assert str(folder / "a.pdf") in report.documents[1].reason
    assert statuses(ingest()) == {"a.pdf": UNCHANGED, "kopia.pdf": DUPLICATE}
    assert len(texts(store)) == 1


def test_when_the_original_goes_the_copy_takes_its_place(
    ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder
) -> None:
    original = minutes(folder / "a.pdf")
    minutes(folder / "kopia.pdf")
    ingest()
    original.unlink()
    assert statuses(ingest(prune=True)) == {"kopia.pdf": UNCHANGED}
    assert store.document_path("kopia.pdf") == folder / "kopia.pdf"
    assert len(embedder.embedded) == 1


def test_a_moved_file_is_followed_without_embedding(
    ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder
) -> None:
    path = minutes(folder / "a.pdf")
    ingest()
    (folder / "2024").mkdir()
    path.rename(folder / "2024" / "b.pdf")
    (row,) = ingest().documents
    assert (row.path, row.status, row.reason) == ("2024/b.pdf", UNCHANGED, "flyttad från a.pdf")
    assert [document.file for document in store.documents()] == ["2024/b.pdf"]
    assert len(embedder.embedded) == 1


def test_a_whole_folder_may_move(
    ingest: Ingest, store: Store, folder: Path, tmp_path: Path, embedder: FakeEmbedder
) -> None:
    for number in range(3):
        minutes(folder / f"{number}.pdf", number)
    ingest()
    folder.rename(tmp_path / "flyttad")
    report = ingest(tmp_path / "flyttad", read=None)
    assert set(statuses(report).values()) == {UNCHANGED}
    assert store.document_path("0.pdf") == tmp_path / "flyttad" / "0.pdf"


def test_files_may_change_places(
    ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder
) -> None:
    first, second = minutes(folder / "a.pdf", 1), minutes(folder / "b.pdf", 2)
    ingest()
    first.rename(folder / "c")
    second.rename(first)
    (folder / "c").rename(second)
    stamp(first, 1_000_000)
    stamp(second, 2_000_000)
    assert statuses(ingest()) == {"a.pdf": UNCHANGED, "b.pdf": UNCHANGED}
    by_file = {passage.file: passage.text for passage in store.passages(store.rowids())}
    assert by_file == {"a.pdf": "Beslut 2.", "b.pdf": "Beslut 1."}
    assert len(embedder.embedded) == 2


def test_a_file_that_becomes_a_copy_loses_what_it_said(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    minutes(folder / "a.pdf", 1)
    minutes(folder / "b.pdf", 2)
    ingest()
    minutes(folder / "a.pdf", 2)
    stamp(folder / "a.pdf", 1_000_000)
    assert statuses(ingest()) == {"a.pdf": DUPLICATE, "b.pdf": UNCHANGED}
    assert texts(store) == ["Beslut 2."]


def test_a_vanished_file_is_reported_and_removed_only_on_request(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    minutes(folder / "a.pdf", 1)
    minutes(folder / "b.pdf", 2).unlink()
    minutes(folder / "b.pdf", 2)
    ingest()
    (folder / "b.pdf").unlink()
    report = ingest()
    assert statuses(report) == {"a.pdf": UNCHANGED, "b.pdf": VANISHED}
    assert "--prune" in report.documents[1].remedy
    assert len(texts(store)) == 2
    assert statuses(ingest(prune=True))["b.pdf"] is VANISHED
    assert texts(store) == ["Beslut 1."]
    assert statuses(ingest(prune=True)) == {"a.pdf": UNCHANGED}


def test_what_lies_outside_the_named_paths_is_left_alone(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    minutes(folder / "a" / "x.pdf", 1)
    minutes(folder / "b" / "y.pdf", 2)
    ingest()
    (folder / "a" / "x.pdf").unlink()
    assert statuses(ingest(folder / "b", prune=True)) == {"b/y.pdf": UNCHANGED}
    assert len(texts(store)) == 2


def test_a_folder_that_is_not_there_prunes_nothing(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    minutes(folder / "a.pdf")
    ingest()
    folder.rename(folder.with_name("borta"))
    (row,) = ingest(prune=True).documents
    assert (row.status, row.reason) == (UNREADABLE, "finns inte")
    assert len(texts(store)) == 1


def test_a_single_vanished_file_may_be_named(ingest: Ingest, store: Store, folder: Path) -> None:
    path = minutes(folder / "a.pdf")
    ingest()
    path.unlink()
    assert VANISHED in statuses(ingest(path, prune=True)).values()
    assert texts(store) == []


# -- what cannot be read


def test_what_cannot_be_read_is_named_and_stops_nothing(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    minutes(folder / "a.pdf")
    (folder / "tom.pdf").write_bytes(b"")
    (folder / "tom2.pdf").write_bytes(b"")
    (folder / "krypterad.pdf").write_text(SIGN + "KRYPTERAD")
    (folder / "krasch.pdf").write_text(SIGN + "KRASCH")
    (folder / "bildsida.pdf").write_text(SIGN + "protokoll; ; ; \n§ 1 BILDSIDA OSÄKER; ; ; 1")
    report = ingest()
    rows = {row.path: row for row in report.documents}
    assert rows["a.pdf"].status is NEW
    assert rows["tom.pdf"].reason == rows["tom2.pdf"].reason == "är ingen PDF-fil"
    assert rows["krypterad.pdf"].remedy == "Spara den utan lösenord."
    assert "ZeroDivisionError: division by zero" in rows["krasch.pdf"].reason
    assert rows["bildsida.pdf"].unread_pages == (
        "Sida 3: sidan har ingen text. Tolka den med OCR.",
    )
    assert rows["bildsida.pdf"].doubts == ("Datumet är osäkert.",)
    assert report.count(UNREADABLE) == 4
    assert not report.complete
    assert store.coverage().unreadable == 4
    assert [file.file for file in store.unreadable()] == [
        "krasch.pdf",
        "krypterad.pdf",
        "tom.pdf",
        "tom2.pdf",
    ]


def test_the_unreadable_are_tried_again_and_forgotten_when_read(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    path = folder / "a.pdf"
    path.write_text(SIGN + "KRYPTERAD")
    ingest()
    version = store.version()
    assert statuses(ingest()) == {"a.pdf": UNREADABLE}
    assert store.version() == version
    minutes(path)
    assert statuses(ingest()) == {"a.pdf": NEW}
    assert store.unreadable() == []


def test_an_unreadable_file_that_is_gone_is_forgotten(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(b"")
    ingest()
    (folder / "a.pdf").unlink()
    assert ingest().documents == ()
    assert store.unreadable() == []


def test_a_file_that_became_unreadable_is_no_longer_cited(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    path = minutes(folder / "a.pdf")
    ingest()
    path.write_bytes(b"")
    assert statuses(ingest()) == {"a.pdf": UNREADABLE}
    assert texts(store) == []


def test_the_text_of_unchanged_bytes_is_kept_though_they_cannot_be_read_again(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    minutes(folder / "a.pdf")
    ingest()

    def read(_: Path) -> Any:
        raise MemoryError

    report = ingest(read=read, default_huvudman="Region Ek")
    assert statuses(report) == {"a.pdf": UNREADABLE}
    assert "MemoryError" in report.documents[0].reason
    assert texts(store) == ["Beslut 1."]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_keeps_its_text(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    path = minutes(folder / "a.pdf")
    ingest()
    stamp(path, 1_000_000)
    path.chmod(0)
    assert list(statuses(ingest(prune=True)).values()) == [UNREADABLE]
    assert texts(store) == ["Beslut 1."]


def test_a_file_that_is_locked_keeps_its_text(
    ingest: Ingest, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = minutes(folder / "a.pdf")
    ingest()
    stamp(path, 1_000_000)

    def refuse(_: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(ingest_module, "file_digest", refuse)
    (row,) = ingest(prune=True).documents
    assert (row.status, row.reason) == (UNREADABLE, "går inte att läsa (Permission denied)")
    assert texts(store) == ["Beslut 1."]


def test_a_file_that_changes_while_it_is_read_is_left_for_next_time(
    ingest: Ingest, folder: Path
) -> None:
    path = minutes(folder / "a.pdf")

    def read(path: Path) -> Any:
        minutes(path, 2)
        return read_stand_in(path)

    (row,) = ingest(read=read).documents
    assert (row.status, row.reason) == (UNREADABLE, "ändrades under inläsningen")
    assert statuses(ingest()) == {path.name: NEW}


def test_a_file_that_vanishes_before_it_is_read_is_said_to_have_vanished(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    first, second = minutes(folder / "a.pdf", 1), minutes(folder / "b.pdf", 2)
    ingest()
    minutes(first, 3)
    minutes(second, 4)
    stamp(first, 1_000_000)
    stamp(second, 1_000_000)

    def read(path: Path) -> Any:
        second.unlink(missing_ok=True)
        if path == second:
            raise UnreadableDocument(path, "filen kan inte öppnas", "Kontrollera rättigheterna.")
        return read_stand_in(path)

    rows = {Path(row.path).name: row for row in ingest(read=read).documents}
    assert rows["a.pdf"].status is CHANGED
    assert rows["b.pdf"].status is UNREADABLE
    assert rows["b.pdf"].reason == "försvann under inläsningen"
    assert "en gång till" in rows["b.pdf"].remedy
    assert store.unreadable() == []
    assert texts(store) == ["Beslut 2.", "Beslut 3."]
    assert statuses(ingest())["b.pdf"] is VANISHED


def test_a_file_that_vanishes_while_files_are_compared_is_said_to_have_vanished(
    ingest: Ingest, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = minutes(folder / "a.pdf")
    digest = ingest_module.file_digest

    def vanish(path: Path) -> str:
        path.unlink()
        return digest(path)

    monkeypatch.setattr(ingest_module, "file_digest", vanish)
    (row,) = ingest().documents
    assert (row.path, row.reason) == (str(path), "försvann under inläsningen")


@pytest.mark.parametrize("stage", ["parse", "split", "identify", "terms"])
def test_what_any_stage_raises_is_reported_with_its_name(
    ingest: Ingest, folder: Path, stage: str
) -> None:
    minutes(folder / "a.pdf")

    def fail(*_: object) -> Any:
        raise RecursionError("too deep")

    (row,) = ingest(**{stage: fail}).documents
    assert row.status is UNREADABLE
    assert "RecursionError: too deep" in row.reason


def test_letters_that_no_file_can_hold_are_replaced(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    minutes(folder / "a.pdf")

    def parse(source: Any, path: Path, huvudman: str) -> Any:
        from dataclasses import replace

        (meeting,) = parse_stand_in(source, path, huvudman)
        item = meeting.items[0]
        return (replace(meeting, items=(replace(item, title="Trasig \ud800 text \0"),)),)

    assert statuses(ingest(parse=parse)) == {"a.pdf": NEW}
    assert store.items()[0].title == "Trasig \ufffd text \0"
    assert store.item(store.items()[0].item_id).title == "Trasig \ud800 text \0"


# -- the model


def test_another_model_is_refused(ingest: Ingest, folder: Path) -> None:
    minutes(folder / "a.pdf")
    ingest()
    with pytest.raises(IndexMismatch, match="BESLUTSSOK_MODEL"):
        ingest(embedder=FakeEmbedder("other"))


def test_without_vectors_any_model_will_do(ingest: Ingest, store: Store, folder: Path) -> None:
    path = minutes(folder / "a.pdf")
    ingest()
    path.unlink()
    ingest(prune=True)
    minutes(folder / "b.pdf")
    ingest(embedder=FakeEmbedder("other", 64))
    assert store.model() == ("other", 64)


@pytest.mark.parametrize("bad", [np.full((1, 256), np.nan), np.ones((1, 255)), np.ones((2, 256))])
def test_useless_vectors_are_refused(
    ingest: Ingest, store: Store, folder: Path, bad: Vectors
) -> None:
    minutes(folder / "a.pdf")

    class Broken(FakeEmbedder):
        def embed_passages(
            self, texts: Sequence[str], progress: Callable[[int], None] | None = None
        ) -> Vectors:
            return bad.astype(np.float32)

    with pytest.raises(ModelUnavailable, match="oanvändbara"):
        ingest(embedder=Broken())
    assert store.count() == 0


def test_the_model_is_not_loaded_when_there_is_nothing_to_embed(
    ingest: Ingest, folder: Path
) -> None:
    class NotThere(FakeEmbedder):
        @property
        def dimension(self) -> int:
            raise AssertionError("was loaded")

        @dimension.setter
        def dimension(self, _: int) -> None:
            pass

    minutes(folder / "a.pdf")
    ingest()
    (folder / "tom.pdf").write_bytes(b"")
    write_document(folder / "inget.pdf")
    assert statuses(ingest(embedder=NotThere())) == {
        "a.pdf": UNCHANGED,
        "inget.pdf": NEW,
        "tom.pdf": UNREADABLE,
    }


# -- progress, interruption


def test_progress_is_told(ingest: Ingest, folder: Path) -> None:
    minutes(folder / "a.pdf", 1, "beslut: 1. Mer.")
    minutes(folder / "b.pdf", 2)
    told: list[IngestProgress] = []
    ingest(progress=told.append)
    assert {step.total_files for step in told} == {2}
    assert [step.done_files for step in told] == sorted(step.done_files for step in told)
    assert told[-1].done_files == 2
    embedded = [step for step in told if step.path == "a.pdf" and step.passages_done]
    assert (embedded[0].passages_done, embedded[0].passages_total) == (2, 2)
    assert [step.seconds for step in told] == sorted(step.seconds for step in told)


class Interrupted(FakeEmbedder):
    """An embedder at whose nth call the user gives up."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.left = at

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> Vectors:
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt
        return super().embed_passages(texts, progress)


def test_an_interrupted_ingest_goes_on_where_it_stopped(
    ingest: Ingest, store: Store, folder: Path, embedder: FakeEmbedder
) -> None:
    for number in range(1, 6):
        minutes(folder / f"{number}.pdf", number, "beslut: Mer.")
    with pytest.raises(KeyboardInterrupt):
        ingest(embedder=Interrupted(at=3))
    with Store.open(store.folder) as reopened:
        assert [document.file for document in reopened.documents()] == ["1.pdf", "2.pdf"]
        assert reopened.count() == len(reopened.match(["beslut", "mer"])) == 2
    report = ingest()
    assert [row.status for row in report.documents] == [UNCHANGED] * 2 + [NEW] * 3
    assert len(embedder.embedded) == report.embedded == 3
    assert ingest().embedded == 0


def test_a_long_document_goes_on_where_it_stopped(
    ingest: Ingest,
    store: Store,
    folder: Path,
    embedder: FakeEmbedder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ingest_module, "EMBEDDED_AT_ONCE", 10)
    points = [f"beslut: {number}. Punkt {number}." for number in range(1, 36)]
    minutes(folder / "a.pdf")
    minutes(folder / "lång.pdf", 2, *points)
    with pytest.raises(KeyboardInterrupt):
        ingest(embedder=Interrupted(at=4))
    assert store.count() == 1
    version = store.version()
    minutes(folder / "b.pdf", 3)
    report = ingest()
    assert report.embedded == 1 + 16
    assert store.count() == 1 + 1 + 36
    assert store.version().generation == version.generation + 2
    with store.writing() as writer:
        waiting = writer._connection.execute("SELECT count(*) FROM waiting_vectors").fetchone()
    assert waiting == (0,)


def test_an_interruption_while_writing_leaves_the_old_document_whole(
    ingest: Ingest, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from beslutssok.index import insert

    minutes(folder / "a.pdf", 1)
    ingest()
    minutes(folder / "a.pdf", 2, "beslut: 1. Mer.")

    def interrupt(_: str) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(insert, "find_parties", interrupt)
        with pytest.raises(KeyboardInterrupt):
            ingest()
    assert texts(store) == ["Beslut 1."]
    assert store.match(["beslut"])
    assert statuses(ingest()) == {"a.pdf": CHANGED}


KILLED = """
    import sys, time
    from pathlib import Path
    from beslutssok.index.identifiers import item_identifier
    from beslutssok.index.ingest import ingest_paths
    from beslutssok.index.passages import split_passages
    from beslutssok.index.store import Store
    from beslutssok.index.words import index_terms
    from tests.fakes.documents import parse_stand_in, read_stand_in
    from tests.fakes.embedder import FakeEmbedder

    def progress(step):
        print(step.done_files, flush=True)
        time.sleep(0.005)

    with Store.create(Path(sys.argv[1])) as store:
        ingest_paths(
            [Path(sys.argv[2])], store, FakeEmbedder(),
            read=read_stand_in, parse=parse_stand_in, split=split_passages,
            identify=item_identifier, terms=index_terms, progress=progress,
        )
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL")
@pytest.mark.parametrize("after", [1, 8, 17])
def test_a_killed_ingest_leaves_whole_documents(
    folder: Path, tmp_path: Path, ingest: Ingest, after: int
) -> None:
    for number in range(1, 31):
        points = [f"beslut: {point}. Punkt {point} av {number}." for point in range(1, 21)]
        write_document(folder / f"{number:02}.pdf", f"§ {number} Rubrik; ; ; 1", *points)
    where = tmp_path / "killed"
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(where), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
    )
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= after:
            break
    time.sleep(0.003 * after)
    process.kill()
    process.wait()
    process.stdout.close()
    embedder = FakeEmbedder()
    with Store.create(where) as store:
        whole = len(store.documents())
        assert after <= whole < 30
        assert store.count() == 20 * whole == len(store.match(["punkt"], limit=1000))
        report = ingest(store=store, embedder=embedder)
        assert report.count(NEW) == 30 - whole
        assert len(embedder.embedded) == 20 * (30 - whole)
        assert store.count() == 600
        assert store.coverage().items == 30


def test_two_ingests_at_once_are_refused(ingest: Ingest, store: Store, folder: Path) -> None:
    minutes(folder / "a.pdf")
    with store.writing(), pytest.raises(IndexBusy):
        ingest()
    assert statuses(ingest()) == {"a.pdf": NEW}


def test_a_new_way_of_reading_reads_all_again_and_embeds_nothing_twice(
    ingest: Ingest, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes(folder / "a.pdf")
    ingest()
    monkeypatch.setattr(prepare_module, "READING", prepare_module.READING + 1)
    report = ingest()
    assert (report.documents[0].status, report.embedded) == (UNCHANGED, 0)
    assert report.documents[0].reason == "tolkad på nytt"
    assert ingest().documents[0].reason == ""


def test_the_same_sentence_in_two_documents_is_found_in_both(
    ingest: Ingest, store: Store, folder: Path
) -> None:
    head = "protokoll; Region Fjällbygden; {}; 2024-12-10"
    for organ in ("Nämnden", "Styrelsen"):
        write_document(
            folder / f"{organ}.pdf", "§ 1 X; ; ; 1", "beslut: Samma.", head=head.format(organ)
        )
    ingest()
    assert texts(store) == ["Samma.", "Samma."]
    assert store.count(Filters(organ="nämnden")) == 1
