"""The list of an answer as a file to take along."""

from collections.abc import Iterable, Sequence

from beslutssok.app.page.downloads import Cell, Table, render_download, write_csv
from beslutssok.app.page.english_sentences import in_language
from beslutssok.app.page.texts import Texts
from beslutssok.domain import AnswerLine
from beslutssok.domain.answers import LineKind

FILE_NAME = "lista.csv"


def render_list_file(lines: Sequence[AnswerLine], texts: Texts) -> str:
    """Make a link that saves the whole list; nothing where the answer has none."""
    table = tabulate_list(lines, texts)
    if not table.rows:
        return ""
    saved = render_download(write_csv(table), FILE_NAME, "text/csv", texts.save_list)
    return f'<p class="bs-more">{saved}</p>'


def tabulate_list(lines: Iterable[AnswerLine], texts: Texts) -> Table:
    """Give a row for each entry: where it stands, what is told of it, and what is quoted."""
    entries: list[list[AnswerLine]] = []
    for line in lines:
        if line.kind is LineKind.LISTED:
            entries.append([line])
        elif entries and line.quoted:
            entries[-1].append(line)
    rows = tuple(_tabulate(entry, texts) for entry in entries)
    return Table(texts.answer, texts.list_columns, rows, FILE_NAME)


def _tabulate(entry: Sequence[AnswerLine], texts: Texts) -> tuple[Cell, ...]:
    hit = entry[0].hit
    told = " ".join(in_language(line.text, texts) for line in entry if not line.quoted)
    quoted = "\n".join(line.text for line in entry if line.quoted)
    day = hit.date.isoformat() if hit.date else ""
    values: tuple[str | int, ...] = (
        *(hit.huvudman, hit.organ, day, hit.item_number, hit.item_title),
        *(hit.case_number or "", texts.outcomes[hit.outcome], told, quoted),
        *("; ".join(dict.fromkeys(line.hit.citation for line in entry)), hit.file, hit.page),
    )
    return tuple(map(Cell, values))
