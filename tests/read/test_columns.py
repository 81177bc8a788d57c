"""Columns of text are read one after the other, tables row by row, however they are drawn."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.pdfs import Drawn, write_pdf

from beslutssok.domain import Line
from beslutssok.read import read_document

LEFT = (
    "Nämnden har under året följt",
    "arbetet med de nya baden och",
    "ser att kostnaderna ökar mer",
    "än vad som var planerat från",
    "början. Därför behövs en ny",
    "plan som visar hur baden kan",
    "hållas öppna även under maj.",
)
RIGHT = (
    "Förvaltningen får i uppdrag",
    "att ta fram förslag till hur",
    "taxorna kan ändras och vilka",
    "bad som kan stängas utan att",
    "skolornas undervisning blir",
    "lidande. Uppdraget redovisas",
    "senast vid mötet i november.",
)
NAMES = ("Ledamot", "Anna Ek", "Bo Dahl", "Cilla Fors", "David Gran")
PARTIES = ("Parti", "S", "M", "KD", "SD")


def column(texts: Sequence[str], left: float, top: float = 300, step: float = 14) -> list[Drawn]:
    return [Drawn(text, top + step * row, left) for row, text in enumerate(texts)]


def across(*columns: Sequence[Drawn]) -> list[Drawn]:
    return [cell for row in zip(*columns, strict=True) for cell in row]


def lines(tmp_path: Path, drawn: Sequence[Drawn]) -> tuple[Line, ...]:
    return read_document(write_pdf(tmp_path / "a.pdf", drawn)).pages[0].lines


def texts(tmp_path: Path, drawn: Sequence[Drawn]) -> list[str]:
    return [line.text for line in lines(tmp_path, drawn)]


@pytest.mark.parametrize("order", ["down", "across", "right first"])
def test_running_text_in_two_columns(tmp_path: Path, order: str) -> None:
    left, right = column(LEFT, 70), column(RIGHT, 310)
    drawn = {"down": left + right, "across": across(left, right), "right first": right + left}
    title = Drawn("En rubrik som går över båda spalterna och hela sidan, och lite till", 270, 70)
    end = Drawn("Texten slutar med en rad som går över båda spalterna, liksom rubriken.", 420, 70)
    found = texts(tmp_path, [title, *drawn[order], end])
    assert found == [title.text, *LEFT, *RIGHT, end.text]


def test_running_text_in_three_columns_drawn_across(tmp_path: Path) -> None:
    def narrow(rows: Sequence[str]) -> list[str]:
        return [row[:22] for row in rows]

    three = [narrow(LEFT), narrow(RIGHT), narrow(LEFT[::-1])]
    placed = [column(rows, 60 + 165 * at) for at, rows in enumerate(three)]
    assert texts(tmp_path, across(*placed)) == [row.strip() for rows in three for row in rows]


def test_a_table_drawn_across_is_not_taken_for_columns(tmp_path: Path) -> None:
    reasons = [f"Avslag på yrkande {row} från nämnden" for row in range(7)]
    answers = [f"Bifall enligt remissvar nummer {row}" for row in range(7)]
    found = texts(tmp_path, across(column(reasons, 70), column(answers, 320)))
    assert found == [f"{one}\t{other}" for one, other in zip(reasons, answers, strict=True)]


def test_a_roll_call_drawn_row_by_row(tmp_path: Path) -> None:
    drawn = across(column(NAMES, 70), column(PARTIES, 250))
    votes = [Drawn("Ja", 300, 320), Drawn("Nej", 300, 380), Drawn("Avstår", 300, 440)]
    marks = [
        Drawn("X", 300 + 14 * row, left) for row, left in ((1, 322), (2, 384), (3, 322), (4, 448))
    ]
    found = lines(
        tmp_path,
        [*drawn[:2], *votes, *(cell for row in range(4) for cell in (
            *drawn[2 + 2 * row : 4 + 2 * row], marks[row],
        ))],
    )  # fmt: skip
    assert [line.text for line in found] == [
        "Ledamot\tParti\tJa\tNej\tAvstår",
        "Anna Ek\tS\tX",
        "Bo Dahl\tM\tX",
        "Cilla Fors\tKD\tX",
        "David Gran\tSD\tX",
    ]
    heads = found[0].cell_lefts
    nearest = [
        min(range(5), key=lambda at: abs(heads[at] - row.cell_lefts[2])) for row in found[1:]
    ]
    assert [found[0].text.split("\t")[at] for at in nearest] == ["Ja", "Nej", "Ja", "Avstår"]


def test_a_roll_call_drawn_down_its_columns(tmp_path: Path) -> None:
    intro = [Drawn("Ledamöterna röstar så här:", 270), Drawn("namnen är i bokstavsordning.", 284)]
    yes = [Drawn("Ja", 300, 320), Drawn("X", 314, 322), Drawn("X", 342, 322)]
    no = [Drawn("Nej", 300, 380), Drawn("X", 328, 384), Drawn("X", 356, 384)]
    after = [Drawn("Ordföranden finner att förslaget faller med lika många röster.", 400)]
    drawn = [*intro, *column(NAMES, 70), *column(PARTIES, 250), *yes, *no, *after]
    found = lines(tmp_path, drawn)
    assert [line.text for line in found] == [
        *(line.text for line in intro),
        "Ledamot\tParti\tJa\tNej",
        "Anna Ek\tS\tX",
        "Bo Dahl\tM\tX",
        "Cilla Fors\tKD\tX",
        "David Gran\tSD\tX",
        after[0].text,
    ]
    assert [line.cell_lefts[-1] for line in found[3:7]] == [322.0, 384.0, 322.0, 384.0]


def test_marks_drawn_before_the_names_of_their_rows(tmp_path: Path) -> None:
    drawn = [
        cell
        for row, name in enumerate(NAMES[1:])
        for cell in (Drawn("X", 300 + 14 * row, 322), Drawn(name, 300 + 14 * row, 70))
    ]
    assert texts(tmp_path, drawn) == [f"{name}\tX" for name in NAMES[1:]]


def test_names_and_roles_in_two_columns_stay_columns(tmp_path: Path) -> None:
    members = ["Ledamöter", "Anna Ek, ordförande", "Bo Dahl", "Cilla Fors"]
    substitutes = ["Ersättare", "David Gran", "Eva Hult", "Fredrik Ivarsson"]
    found = texts(tmp_path, column(members, 70) + column(substitutes, 320))
    assert found == members + substitutes


def test_a_single_cell_has_no_cell_lefts(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, [Drawn("Planen antas.", 300)])
    assert line.cell_lefts == ()
