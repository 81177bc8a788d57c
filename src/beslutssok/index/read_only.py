"""An index in a folder where nothing can be written: a read-only disk, or another user's.

SQLite keeps what readers and a writer tell each other in files beside the database. Where these
cannot be made, and no writer has made them, the database is read without any locks. Nobody then
tells that it changes, so its size and time are looked at before and after each reading.
"""

import os
from pathlib import Path
from typing import NamedTuple


class FileState(NamedTuple):
    """What tells that a file has been written to."""

    size: int
    mtime_ns: int
    inode: int


def unlocked_state(path: Path) -> FileState | None:
    """Give the state of a database that must be read without locks; ``None`` if it need not."""
    if os.access(path.parent, os.W_OK) or _log_size(path):
        return None
    status = path.stat()
    return FileState(status.st_size, status.st_mtime_ns, status.st_ino)


def read_only_address(path: Path) -> str | None:
    """Give the URI that opens a database in a folder that cannot be written to, else ``None``."""
    if os.access(path.parent, os.W_OK):
        return None
    how = "mode=ro" if _log_size(path) else "immutable=1"
    return f"{path.absolute().as_uri()}?{how}"


def _log_size(path: Path) -> int:
    """How many bytes a writer has put beside the database, to be moved into it later."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size
    except OSError:
        return 0
