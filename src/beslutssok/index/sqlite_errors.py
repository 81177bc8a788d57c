"""What SQLite complains of, in the words of this package."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beslutssok.errors import BeslutssokError, IndexBusy, IndexDamaged

_DISK = "SQLITE_IOERR"
_CUT_SHORT = frozenset({"SQLITE_IOERR_SHORT_READ", "SQLITE_IOERR_CORRUPTFS"})
_LITTLE_BYTES = 1 << 20


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Give what SQLite complains of within the block the names of this package."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # a mistake of this program, not of the file
    except sqlite3.DatabaseError as exc:
        raise _translated(path, exc) from exc


def _translated(path: Path, exc: sqlite3.DatabaseError) -> BeslutssokError:
    name = getattr(exc, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return IndexBusy(
            f"Indexet {path} används av ett annat program.", "Försök igen när det är klart."
        )
    if name.startswith("SQLITE_FULL") or (name.startswith(_DISK) and _is_full(path.parent)):
        return BeslutssokError(
            f"Disken är full: det finns inte plats för indexet {path}.",
            "Frigör utrymme och kör om. Det som redan har lästs in finns kvar.",
        )
    if name.startswith(_DISK) and name not in _CUT_SHORT:
        return BeslutssokError(
            f"Disken svarar inte som den ska för indexet {path} ({exc}).",
            "Kontrollera disken eller nätverksmappen och försök igen.",
        )
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return BeslutssokError(
            f"Indexet {path} går inte att öppna ({exc}).",
            f"Se till att mappen {path.parent} går att läsa och skriva i.",
        )
    return IndexDamaged(path, str(exc))


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LITTLE_BYTES
    except OSError:
        return False
