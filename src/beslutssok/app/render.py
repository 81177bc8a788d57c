"""What the façade gives as text for people: for terminals, files and mail.

Every function returns whole lines. What comes from documents is cleaned in ``wrap_text`` and
``clean_line`` before anything else happens to it.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from beslutssok.app.entity_lines import entity_lines
from beslutssok.app.hit_lines import LONGEST_TITLE, group_lines, ocr_lines
from beslutssok.app.ink import PLAIN, Ink
from beslutssok.app.plain_text import (
    NO_BREAK_SPACE,
    WIDTH,
    clean_line,
    join_blocks,
    keep_together,
    shell_word,
    shorten_text,
    wrap_text,
)
from beslutssok.app.question_lines import question_lines
from beslutssok.app.question_reading import QuestionReading
from beslutssok.app.render_case import render_case as render_case
from beslutssok.app.wording import (
    KIND_WORDS,
    OUTCOME_WORDS,
    PLACE,
    SECTION_WORDS,
    UNTITLED,
    count_of,
    day_in_words,
    say_coverage,
    say_hits,
)
from beslutssok.domain import (
    Answer,
    AnswerLine,
    DocumentKind,
    Hit,
)
from beslutssok.library import ItemView
from beslutssok.search import group_hits

NEAREST = 5
"""Items that are shown where there is no answer."""

NOT_READ = QuestionReading()
"""For what is no question."""


def render_hits(
    hits: Sequence[Hit], width: int = WIDTH, ink: Ink = PLAIN, reading: QuestionReading = NOT_READ
) -> str:
    """List the hits of a search by item, best first, below how the question was read."""
    read = question_lines(reading, width, ink)
    if not hits:
        advice = (
            "Prova andra ord, eller beskriv saken som den kan tänkas stå i ett protokoll. "
            "Finns det avgränsningar kan de vara för snäva."
        )
        return join_blocks(read, [ink.strong("Inga träffar")], wrap_text(advice, width))
    groups = group_hits(hits)
    listed = [
        group_lines(group, number, width, ink) for number, group in enumerate(groups, start=1)
    ]
    heading = ink.strong(say_hits(hits))
    return join_blocks(read, [heading], *listed, _show_hint(hits, ink))


def render_answer(
    answer: Answer, width: int = WIDTH, ink: Ink = PLAIN, reading: QuestionReading = NOT_READ
) -> str:
    """Say the answer with its quotations and their sources, or why there is none.

    How the question was read stands above.
    """
    read = question_lines(reading, width, ink)
    if answer.answered and answer.lines:
        return _answered(answer, read, width, ink)
    return _unanswered(answer, read, width, ink)


def render_item(item: ItemView, width: int = WIDTH, ink: Ink = PLAIN) -> str:
    """Set out an item as it stands in its document, section by section."""
    first = item.passages[0]
    where = [
        clean_line(first.huvudman),
        day_in_words(first.date),
        KIND_WORDS[first.document_kind],
        f"dnr {clean_line(item.case_number)}" if item.case_number else "",
        OUTCOME_WORDS[first.outcome],
    ]
    heading = [
        ink.strong(clean_line(item.citation)),
        *(ink.strong(line) for line in wrap_text(item.title or UNTITLED, width)),
        ink.faint(" · ".join(part for part in where if part)),
        ink.faint(clean_line(first.file)),
    ]
    sections = groupby(item.passages, key=lambda hit: (hit.section, hit.section_heading))
    return join_blocks(
        heading,
        *(_section_lines(list(hits), width, ink) for _, hits in sections),
        _entity_block(item, width, ink),
    )


def render_message(text: str, width: int = WIDTH) -> str:
    """Set a message of the program itself, such as an error and its remedy."""
    return "\n".join(wrap_text(text, width)) + "\n"


def _answered(answer: Answer, read: Sequence[str], width: int, ink: Ink) -> str:
    numbers = {hit.id: number for number, hit in enumerate(answer.citations, start=1)}
    word = OUTCOME_WORDS[answer.outcome]
    places = len({line.hit.item_id for line in answer.lines if line.quoted})
    if answer.unsure:
        heading = "Osäkert svar"
    elif places > 1:
        heading = f"Svar från {count_of(places, PLACE)} i handlingarna"
    else:
        heading = f"Svar: {ink.outcome(word, answer.outcome)}" if word else "Svar ur handlingarna"
    said = "" if answer.unsure or places > 1 else word
    lines = [
        _answer_lines(line, numbers.get(line.hit.id, line.hit.rank), said, width)
        for line in answer.lines
    ]
    case = f"Ärendets gång: beslutssok case {shell_word(answer.case_number or '')}"
    return join_blocks(
        read,
        [ink.strong(heading)],
        *lines,
        _source_lines(answer.citations, width, ink),
        _also_lines(answer.also, width, ink),
        _hint(case, ink) if answer.case_number else [],
    )


def _unanswered(answer: Answer, read: Sequence[str], width: int, ink: Ink) -> str:
    reason = answer.reason or "Inget i handlingarna ligger tillräckligt nära frågan."
    looked = wrap_text(f"Genomsökt: {say_coverage(answer.coverage)}", width)
    nearest: list[str] = []
    if answer.also:
        note = "De här styckena ligger närmast frågan, men besvarar den inte säkert."
        nearest = [ink.strong("Närmaste träffar"), *wrap_text(note, width)]
    return join_blocks(
        read,
        [ink.strong("Inget svar"), *wrap_text(reason, width), *looked],
        nearest,
        *(
            group_lines(group, number, width, ink)
            for number, group in enumerate(group_hits(answer.also)[:NEAREST], start=1)
        ),
    )


def _answer_lines(line: AnswerLine, number: int, word: str, width: int) -> list[str]:
    source = f"{NO_BREAK_SPACE}[{number}]"
    if line.quoted:
        return wrap_text(f"”{line.text}”{source}", width, "    ", "  ")
    text = line.text.removeprefix(f"{word}. ") if word else line.text
    return wrap_text(f"{keep_together(text)}{source}", width)


def _source_lines(citations: Sequence[Hit], width: int, ink: Ink) -> list[str]:
    lines = [ink.strong("Källor")]
    label = len(str(len(citations))) + 3
    numbered = enumerate(citations, start=1)
    for file, hits in groupby(numbered, key=lambda pair: pair[1].file):
        for number, hit in hits:
            first = f"  {f'[{number}]'.ljust(label)}"
            lines += wrap_text(keep_together(hit.citation), width, " " * len(first), first)
        lines += [
            ink.faint(text) for text in wrap_text(clean_line(file), width, "   " + " " * label)
        ]
    return lines + ocr_lines(citations, "  ", ink)


def _also_lines(hits: Sequence[Hit], width: int, ink: Ink) -> list[str]:
    if not hits:
        return []
    lines = [ink.strong("Se också")]
    for hit in hits:
        title = shorten_text(clean_line(hit.item_title) or UNTITLED, LONGEST_TITLE)
        lines += wrap_text(keep_together(hit.citation), width, "    ", "  • ")
        if title not in clean_line(hit.citation):
            lines += [ink.faint(text) for text in wrap_text(title, width, "    ")]
    return lines


def _section_lines(hits: Sequence[Hit], width: int, ink: Ink) -> list[str]:
    first = hits[0]
    heading = clean_line(first.section_heading).rstrip(" :") or SECTION_WORDS[first.section]
    pages = f"s. {first.page}"
    if hits[-1].page != first.page:
        pages += f"–{hits[-1].page}"
    lines = [f"{ink.section(heading, first.section)} {ink.faint(f'({pages})')}"]
    for hit in hits:
        lines += wrap_text(hit.text, width, "  ")
    return lines + ocr_lines(hits, "  ", ink)


def _entity_block(item: ItemView, width: int, ink: Ink) -> list[str]:
    lines: list[str] = []
    for line in entity_lines(item.entities):
        first = "  " + " " * (len(line) - len(line.lstrip()))
        lines += wrap_text(keep_together(line), width, "    ", first)
    return [ink.strong("Utläst ur texten"), *lines] if lines else []


def _hint(text: str, ink: Ink) -> list[str]:
    return [ink.faint(text)]


def _show_hint(hits: Iterable[Hit], ink: Ink) -> list[str]:
    """Tell how to see the whole item of the first hit that has one."""
    for hit in hits:
        if hit.item_id:
            return _hint(f"Hela texten: beslutssok show {shell_word(_item_name(hit))}", ink)
    return []


def _item_name(hit: Hit) -> str:
    """What ``show`` finds the item by: its citation, or its identifier where that is no §."""
    if hit.document_kind is DocumentKind.OTHER or not hit.date:
        return hit.item_id
    sign = "ärende" if hit.document_kind is DocumentKind.AGENDA else "§"
    return f"{hit.organ} {hit.date} {sign} {hit.item_number}"
