"""The files that an ingest is about: which they are, and whether they have changed."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from beslutssok.errors import UnreadableDocument

PDF_SUFFIX = ".pdf"
_PDF_SIGN = b"%PDF-"
_SIGN_WITHIN = 1024
"""Bytes from the start within which readers of PDF look for its sign."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to ingest. ``file`` is its path relative to ``root``, with ``/``."""

    path: Path
    root: Path
    file: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class FileTrouble:
    """A path that cannot be ingested. ``lasting`` tells that there is a file to remember."""

    path: Path
    reason: str
    remedy: str
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found under the named paths.

    ``folders`` are those of the named paths that are folders; all paths are absolute.
    """

    files: tuple[FoundFile, ...]
    troubles: tuple[FileTrouble, ...]
    folders: tuple[Path, ...]
    named: tuple[Path, ...]

    def covers(self, path: Path) -> bool:
        """Whether a file at ``path`` would have been found, were it there."""
        return path in self.named or any(folder in path.parents for folder in self.folders)


def find_files(paths: Iterable[Path], known_folders: Iterable[Path]) -> Findings:
    """Find the PDF files that ``paths`` name: files, or folders with all that is below them.

    Hidden files and folders are skipped, as are files of other kinds within folders. The root of
    a file, from which its relative path is counted, is the outermost folder that holds it among
    ``known_folders`` (ingested before) and those named now; so it matters not in which order, or
    how often, folders and their parts are ingested. Otherwise it is the folder it lies in.
    """
    named = tuple(dict.fromkeys(Path(os.path.abspath(path)) for path in paths))
    folders = tuple(path for path in named if path.is_dir())
    roots = (*known_folders, *folders)
    troubles: list[FileTrouble] = []
    candidates = [
        path
        for start in named
        for path in (_pdf_files(start, troubles) if start in folders else (start,))
    ]
    files: dict[Path, FoundFile] = {}
    for path in candidates:
        found = _inspect(path, roots, explicit=path in named)
        if isinstance(found, FileTrouble):
            troubles.append(found)
        else:
            files[path] = found
    return Findings(tuple(files.values()), tuple(troubles), folders, named)


def file_digest(path: Path) -> str:
    """Give the hexadecimal SHA-256 of a file's bytes.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_gone(path: Path) -> bool:
    """Whether there is no file at ``path``; one that cannot be reached is not gone."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def unreachable(path: Path, error: OSError) -> FileTrouble:
    """Say that a file or folder cannot be opened, and what to do."""
    reason = error.strerror or type(error).__name__
    return FileTrouble(path, f"går inte att läsa ({reason})", "Kontrollera rättigheterna.")


def vanished(path: Path) -> FileTrouble:
    """Say that a file was there when the ingest began, and then no longer."""
    return FileTrouble(
        path,
        "försvann under inläsningen",
        "Kör ingest en gång till när filerna ligger där de ska.",
        lasting=False,
    )


def unexpected_failure(path: Path, exc: Exception) -> UnreadableDocument:
    """Say that a file could not be read because of something nobody thought of."""
    return UnreadableDocument(
        path,
        f"oväntat fel vid läsningen ({type(exc).__name__}: {exc})",
        "Spara om filen som PDF. Hjälper det inte, anmäl felet och bifoga filen.",
    )


def shown(path: Path | str) -> str:
    """Give a path as text that can be printed and stored, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")


def _pdf_files(folder: Path, troubles: list[FileTrouble]) -> Iterator[Path]:
    """Walk a folder in alphabetical order; links are followed, each folder entered once."""

    def complain(error: OSError) -> None:
        troubles.append(unreachable(Path(error.filename or folder), error))

    entered: set[str] = set()
    for where, subfolders, names in os.walk(folder, onerror=complain, followlinks=True):
        real = os.path.realpath(where)
        if real in entered:
            subfolders.clear()
            continue
        entered.add(real)
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(PDF_SUFFIX):
                yield Path(where, name)


def _inspect(path: Path, roots: Sequence[Path], explicit: bool) -> FoundFile | FileTrouble:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return FileTrouble(path, "är ingen vanlig fil", "Ange en PDF-fil eller en mapp.")
        if explicit and path.suffix.lower() != PDF_SUFFIX and not _looks_like_pdf(path):
            return FileTrouble(path, "är ingen PDF-fil", "Spara handlingen som PDF och läs in den.")
    except FileNotFoundError:
        if path.is_symlink():
            return FileTrouble(path, "är en länk till en fil som inte finns", "Rätta länken.")
        return FileTrouble(path, "finns inte", "Kontrollera sökvägen.", lasting=False)
    except OSError as exc:
        return unreachable(path, exc)
    if shown(path) != str(path):
        return FileTrouble(
            path, "har ett namn som inte är giltig UTF-8", "Byt namn på filen eller mappen."
        )
    holding = [root for root in roots if root in path.parents]
    root = min(holding, key=lambda folder: len(folder.parts), default=path.parent)
    return FoundFile(
        path=path,
        root=root,
        file=path.relative_to(root).as_posix(),
        size=status.st_size,
        mtime_ns=status.st_mtime_ns,
    )


def _looks_like_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return _PDF_SIGN in stream.read(_SIGN_WITHIN)
