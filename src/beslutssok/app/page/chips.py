"""How a question was read, as chips: each can be taken away, and put back."""

from collections.abc import Iterable

from beslutssok.app.page.english_sentences import in_language
from beslutssok.app.page.form import write_keys
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.app.question_reading import QuestionReading
from beslutssok.domain import Interpretation


def render_reading(reading: QuestionReading, texts: Texts) -> str:
    """Show how a question was read; ``script.js`` asks again when a chip is used.

    What limits the search, what is only preferred, what left nothing and what was taken away
    differ in shape and words, not in colour alone.
    """
    taken_away = tuple(part.key for part in reading.removed)
    parts = sorted((*reading.used, *reading.removed), key=lambda part: (part.start, part.end))
    chips = "".join(f"<li>{_render_chip(part, taken_away, texts)}</li>" for part in parts)
    row = ""
    if chips:
        row = (
            f'<div class="bs-chips" role="group" aria-labelledby="bs-read-as">'
            f'<span id="bs-read-as">{show_text(texts.understood_as)}</span><ul>{chips}</ul></div>'
        )
    notes = "".join(_render_note(text) for text in _notes(reading, texts))
    return f'<div class="bs-reading">{row}{notes}</div>' if row or notes else ""


def _render_chip(part: Interpretation, taken_away: tuple[str, ...], texts: Texts) -> str:
    said = in_language(part.label, texts)
    label = f"<bdi>{show_text(said)}</bdi>"
    if part.key in taken_away:
        after = write_keys(key for key in taken_away if key != part.key)
        name = texts.put_back_part.format(part=said)
        shown = f'<s>{label}</s><span class="bs-put-back">{show_text(texts.put_back)}</span>'
    else:
        after = write_keys((*taken_away, part.key))
        name = texts.take_away.format(part=said)
        shown = f"<s>{label}</s>" if part.relaxed else label
        shown += '<span class="bs-cross" aria-hidden="true">×</span>'
    return (
        f'<button type="button" class="bs-chip bs-chip-{_look(part, taken_away)}" '
        f'aria-label="{show_text(name)}" data-key="{show_text(part.key)}" '
        f'data-without="{show_text(after)}">{shown}</button>'
    )


def _look(part: Interpretation, taken_away: tuple[str, ...]) -> str:
    if part.key in taken_away or part.relaxed:
        return "unused"
    return "limits" if part.limits else "prefers"


def _notes(reading: QuestionReading, texts: Texts) -> Iterable[str]:
    if reading.relaxed:
        parts = ", ".join(
            texts.label.format(label=in_language(part.label, texts)) for part in reading.relaxed
        )
        yield texts.relaxed.format(parts=parts)
    for word in reading.corrected:
        yield texts.corrected.format(meant=word.meant, typed=word.typed)


def _render_note(text: str) -> str:
    return f'<p class="bs-note" data-announce="{show_text(text)}">{show_text(text)}</p>'
