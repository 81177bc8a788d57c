"""Which file is which document: every way in which two files can have changed places."""

import itertools
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from beslutssok.domain import DocumentStatus
from beslutssok.index.files import FoundFile
from beslutssok.index.plan import Plan, plan_ingest
from beslutssok.index.rows import FileStamp, KnownDocument

NEW, CHANGED = DocumentStatus.NEW, DocumentStatus.CHANGED
UNCHANGED, DUPLICATE = DocumentStatus.UNCHANGED, DocumentStatus.DUPLICATE


def plan(
    known: dict[str, str], now: dict[str, str], elsewhere: frozenset[str] = frozenset()
) -> Plan:
    """Plan from path-to-bytes maps; ``elsewhere`` are known paths outside the named folders."""
    documents = [
        KnownDocument(rowid, content, FileStamp("/r", path, f"/r/{path}", 1, 1, ""))
        for rowid, (path, content) in enumerate(known.items(), start=1)
    ]
    found = [
        (FoundFile(Path("/r", path), Path("/r"), path, 1, 1), content)
        for path, content in sorted(now.items())
    ]
    return plan_ingest(found, documents, lambda document: document.stamp.file in elsewhere)


def statuses(known: dict[str, str], now: dict[str, str]) -> dict[str, DocumentStatus]:
    return {step.found.file: step.status for step in plan(known, now).steps}


def test_new_changed_and_unchanged() -> None:
    assert statuses({"a": "1", "b": "2"}, {"a": "1", "b": "3", "c": "4"}) == {
        "a": UNCHANGED,
        "b": CHANGED,
        "c": NEW,
    }


def test_a_moved_file_keeps_its_document() -> None:
    (step,) = plan({"a": "1"}, {"b": "1"}).steps
    assert step.status is UNCHANGED
    assert step.known is not None and step.known.rowid == 1


def test_a_copy_is_a_duplicate() -> None:
    assert statuses({"b": "1"}, {"a": "1", "b": "1"}) == {"a": DUPLICATE, "b": UNCHANGED}
    assert statuses({}, {"a": "1", "b": "1"}) == {"a": NEW, "b": DUPLICATE}


def test_a_copy_of_what_lies_elsewhere_is_a_duplicate() -> None:
    (step,) = plan({"z": "1"}, {"a": "1"}, elsewhere=frozenset({"z"})).steps
    assert step.status is DUPLICATE
    assert step.original == Path("/r/z")


def test_files_may_change_places() -> None:
    assert statuses({"a": "1", "b": "2"}, {"a": "2", "b": "1"}) == {"a": UNCHANGED, "b": UNCHANGED}


def test_a_file_may_move_and_leave_its_place_to_a_new_one() -> None:
    found = plan({"a": "1"}, {"a": "9", "b": "1"})
    assert [step.status for step in found.steps] == [NEW, UNCHANGED]
    assert found.displaced == ()


def test_a_file_that_became_a_copy_of_another_displaces_what_it_was() -> None:
    found = plan({"a": "1", "b": "2"}, {"a": "2", "b": "2"})
    assert [step.status for step in found.steps] == [DUPLICATE, UNCHANGED]
    assert [document.sha256 for document in found.displaced] == ["1"]


def test_a_file_that_moved_onto_another_displaces_it() -> None:
    found = plan({"a": "1", "b": "2"}, {"b": "1"})
    assert [step.status for step in found.steps] == [UNCHANGED]
    assert [document.sha256 for document in found.displaced] == ["2"]


folders = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("1234"), max_size=4)


@given(known=folders, now=folders)
def test_afterwards_each_content_is_there_once(known: dict[str, str], now: dict[str, str]) -> None:
    known = {path: content for path, content in known.items() if unique(known, path)}
    found = plan(known, now)
    index = {rowid: (path, known[path]) for rowid, path in enumerate(known, start=1)}
    for document in found.displaced:
        del index[document.rowid]
    for step in found.steps:
        if step.status is UNCHANGED and step.known is not None:
            index[step.known.rowid] = (step.found.file, step.sha256)
    fresh = itertools.count(100)
    for step in found.steps:
        if step.status in (NEW, CHANGED):
            rowid = step.known.rowid if step.known is not None else next(fresh)
            index[rowid] = (step.found.file, step.sha256)
    held = [content for path, content in index.values() if path in now]
    assert sorted(held) == sorted(set(now.values()))
    assert all(now[path] == content for path, content in index.values() if path in now)
    paths = [path for path, _ in index.values()]
    assert len(set(paths)) == len(paths)


def unique(known: dict[str, str], path: str) -> bool:
    """An index has each content once: under the first path that has it."""
    return min(other for other in known if known[other] == known[path]) == path
