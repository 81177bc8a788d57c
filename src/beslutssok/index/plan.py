"""What an ingest has to do, worked out from what was found and what is known.

A document is its bytes; where it lies may change. So a file that was moved or renamed is not
read as new, files may change places, and the same bytes at two places are indexed once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from beslutssok.domain import DocumentStatus
from beslutssok.index.files import FoundFile
from beslutssok.index.rows import KnownDocument


@dataclass(frozen=True, slots=True)
class Step:
    """What to do with a file that was found.

    - ``NEW``: read it.
    - ``CHANGED``: read it in place of ``known``.
    - ``UNCHANGED``: it is ``known``, though perhaps under another path.
    - ``DUPLICATE``: it has the same bytes as ``original``.
    """

    found: FoundFile
    sha256: str
    status: DocumentStatus
    known: KnownDocument | None = None
    original: Path | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A step for each file, and the known documents whose place others have taken for good."""

    steps: tuple[Step, ...]
    displaced: tuple[KnownDocument, ...]


def plan_ingest(
    digests: Sequence[tuple[FoundFile, str]],
    known: Sequence[KnownDocument],
    is_intact: Callable[[KnownDocument], bool],
) -> Plan:
    """Work out what to do, given the files and the digests of their bytes.

    ``is_intact`` tells whether a known document, whose path is not among the files, still lies
    there with the same bytes; it is asked only about documents whose bytes were found elsewhere.
    """
    known_at = {document.stamp.path: document for document in known}
    known_as = {document.sha256: document for document in known}
    now_at = {str(found.path): sha256 for found, sha256 in digests}
    holders = {
        sha256: Path(path)
        for path, sha256 in now_at.items()
        if path in known_at and known_at[path].sha256 == sha256
    }
    steps: list[Step] = []
    for found, sha256 in digests:
        same = known_as.get(sha256)
        if sha256 not in holders and same is not None and same.stamp.path not in now_at:
            holders[sha256] = Path(same.stamp.path) if is_intact(same) else found.path
        holder = holders.setdefault(sha256, found.path)
        if holder != found.path:
            steps.append(Step(found, sha256, DocumentStatus.DUPLICATE, original=holder))
        elif same is not None:
            steps.append(Step(found, sha256, DocumentStatus.UNCHANGED, known=same))
        else:
            steps.append(Step(found, sha256, DocumentStatus.NEW))
    kept = {step.known.rowid for step in steps if step.known is not None}
    kept.update(known_as[step.sha256].rowid for step in steps if step.sha256 in known_as)
    final = [_in_place_of(step, known_at, kept) for step in steps]
    kept.update(step.known.rowid for step in final if step.known is not None)
    displaced = (known_at[path] for path in now_at if path in known_at)
    return Plan(tuple(final), tuple(entry for entry in displaced if entry.rowid not in kept))


def _in_place_of(step: Step, known_at: dict[str, KnownDocument], kept: set[int]) -> Step:
    """Make a new file a changed one if the document that was at its path is nowhere else now."""
    before = known_at.get(str(step.found.path))
    if step.status is not DocumentStatus.NEW or before is None or before.rowid in kept:
        return step
    return Step(step.found, step.sha256, DocumentStatus.CHANGED, known=before)
