"""Awkward templates, set as PDF files and read again: what each says was checked by eye."""

from pathlib import Path

import pytest
from tests.parse.awkward import bodies_with_sign, bodies_without_sign
from tests.parse.awkward.press import Template, write_minutes
from tests.parse.awkward.tree import render_tree
from tests.parse.law import account_for_lines

from beslutssok.parse import parse_document
from beslutssok.read import read_document

GOLDEN = Path(__file__).parent / "awkward" / "golden"
BODIES: dict[str, tuple[Template, str]] = {
    name.lower(): body
    for module in (bodies_with_sign, bodies_without_sign)
    for name, body in vars(module).items()
    if isinstance(body, tuple)
}


@pytest.mark.parametrize("name", sorted(BODIES))
def test_a_template_is_understood(name: str, tmp_path: Path) -> None:
    document = read_document(write_minutes(tmp_path / "fil.pdf", *BODIES[name]))
    meeting = parse_document(document, Path("fil.pdf"))
    account_for_lines(document, meeting)
    assert render_tree(meeting) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_template_has_a_golden_file() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == sorted(BODIES)
