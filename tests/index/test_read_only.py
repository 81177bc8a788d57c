"""An index whose folder cannot be written to, and disks that are full or fail."""

import errno
import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from tests.fakes.documents import parse_stand_in, read_stand_in, write_document
from tests.fakes.embedder import FakeEmbedder

from beslutssok.errors import BeslutssokError, IndexBusy, IndexDamaged
from beslutssok.index.identifiers import item_identifier
from beslutssok.index.ingest import ingest_paths
from beslutssok.index.passages import split_passages
from beslutssok.index.sqlite_errors import database_errors
from beslutssok.index.store import Store
from beslutssok.index.words import index_terms

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "65534"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights of folders are those of POSIX")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may enter, which pytest's own are not."""
    made = Path(mkdtemp())
    made.chmod(0o755)
    yield made
    made.joinpath("index").chmod(0o755)
    rmtree(made)


def ingest_into(store: Store, folder: Path) -> None:
    ingest_paths(
        [folder],
        store,
        FakeEmbedder(),
        read=read_stand_in,
        parse=parse_stand_in,
        split=split_passages,
        identify=item_identifier,
        terms=index_terms,
    )


def fill(place: Path, *files: str) -> None:
    for number, name in enumerate(files, start=1):
        write_document(place / "ingest" / name, f"§ {number} Simhall; ; ; 1", "beslut: Byggs.")
    with Store.create(place / "index") as store:
        ingest_into(store, place / "ingest")


def as_somebody_else(program: str, place: Path) -> subprocess.Popen[str]:
    """Run a program as one who may read the folder and no more."""
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(program).replace("NOBODY", NOBODY),
            str(place / "index"),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"},
    )


READ = """
    import os, sys
    from pathlib import Path
    from beslutssok.index.store import Store
    from beslutssok.index.vectors import VectorIndex
    from tests.fakes.embedder import FakeEmbedder

    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with Store.open(Path(sys.argv[1])) as store:
        vectors = VectorIndex(store)
        for _ in sys.stdin:
            near = vectors.search(FakeEmbedder().embed_queries(["Byggs."])[0], 10)
            print(store.count(), len(store.match(["bygg"])), len(near), flush=True)
"""


def test_a_folder_that_cannot_be_written_to_is_searched(place: Path) -> None:
    fill(place, "a.pdf")
    (place / "index").chmod(0o555)
    held = {path.name for path in (place / "index").iterdir()}
    process = as_somebody_else(READ, place)
    assert process.communicate("?\n")[0].split() == ["1", "1", "1"]
    assert {path.name for path in (place / "index").iterdir()} == held


def test_without_rights_to_write_the_changes_of_others_are_seen(place: Path) -> None:
    fill(place, "a.pdf")
    (place / "index").chmod(0o755 if os.geteuid() == 0 else 0o555)
    process = as_somebody_else(READ, place)
    assert process.stdin is not None and process.stdout is not None

    def ask() -> list[str]:
        process.stdin.write("?\n")
        process.stdin.flush()
        return process.stdout.readline().split()

    assert ask() == ["1", "1", "1"]
    (place / "index").chmod(0o755)
    fill(place, "a.pdf", "b.pdf")
    if os.geteuid() != 0:
        (place / "index").chmod(0o555)
    assert ask() == ["2", "2", "2"]
    process.communicate()


def test_a_document_that_is_written_meanwhile_is_seen_too(place: Path) -> None:
    """The writer is still at work, so what it wrote is in the log beside the database."""
    fill(place, "a.pdf")
    if os.geteuid() != 0:
        pytest.skip("takes two users")
    write_document(place / "ingest" / "b.pdf", "§ 2 Simhall; ; ; 1", "beslut: Byggs.")
    with Store.open(place / "index") as store:
        ingest_into(store, place / "ingest")
        assert store.path.with_name(f"{store.path.name}-wal").stat().st_size
        process = as_somebody_else(READ, place)
        assert process.communicate("?\n")[0].split() == ["2", "2", "2"]


def test_what_changes_under_a_reading_without_locks_is_not_believed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(place, "a.pdf")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Store.open(place / "index") as store:
        assert store.count() == 1
        with pytest.raises(IndexBusy, match="Försök igen"), store.reading():
            os.utime(store.path, (1_000_000, 1_000_000))
        assert store.count() == 1


INGEST = """
    import os, sys
    from pathlib import Path
    from beslutssok.errors import BeslutssokError
    from beslutssok.index.store import Store

    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        with Store.create(Path(sys.argv[1])) as store, store.writing():
            print("wrote")
    except BeslutssokError as exc:
        print(exc)
"""


def test_who_may_not_write_is_told_which_folder(place: Path) -> None:
    fill(place, "a.pdf")
    (place / "index").chmod(0o555)
    said = as_somebody_else(INGEST, place).communicate()[0]
    assert str(place / "index") in said
    assert "skriva" in said
    assert "Traceback" not in said


# -- disks


def test_a_full_disk_is_named_with_the_file_and_loses_nothing(tmp_path: Path) -> None:
    with Store.create(tmp_path / "index") as store:
        write_document(tmp_path / "a" / "a.pdf", "§ 1 Simhall; ; ; 1", "beslut: Byggs.")
        ingest_into(store, tmp_path / "a")
        with (
            pytest.raises(BeslutssokError, match="Disken är full") as caught,
            store.writing() as writer,
        ):
            connection = writer._connection
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
            writer.add_folders([f"/{'lång' * 500}/{number}" for number in range(50)])
        assert str(store.path) in caught.value.message
        assert "Frigör utrymme" in caught.value.remedy
        assert not isinstance(caught.value, IndexDamaged)
        assert store.count() == 1
        assert store.match(["bygg"])


@pytest.mark.parametrize(
    ("name", "free", "told"),
    [
        ("SQLITE_IOERR_WRITE", 0, "Disken är full"),
        ("SQLITE_IOERR_SHMSIZE", 100, "Disken är full"),
        ("SQLITE_IOERR_FSYNC", 1 << 40, "Disken svarar inte"),
        ("SQLITE_IOERR_SHORT_READ", 1 << 40, "är skadat"),
        ("SQLITE_CORRUPT", 1 << 40, "är skadat"),
    ],
)
def test_a_failing_disk_is_told_from_a_damaged_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, free: int, told: str
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    failure = sqlite3.OperationalError(os.strerror(errno.EIO))
    failure.sqlite_errorname = name
    with pytest.raises(BeslutssokError, match=told) as caught, database_errors(tmp_path / "x.db"):
        raise failure
    assert str(tmp_path / "x.db") in caught.value.message
    assert caught.value.remedy
