"""How answers are made, how accessible the page is, and what the program is."""

from collections.abc import Iterable
from dataclasses import dataclass

import beslutssok
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_words import words_in


@dataclass(frozen=True, slots=True)
class ProgramFacts:
    """What is told of the program: the model's name, and whom to write to (either may lack)."""

    model: str | None = None
    contact: str = ""

    @property
    def version(self) -> str:
        """The version of the program."""
        return beslutssok.__version__


def render_how_answers_are_made(texts: Texts) -> str:
    """Tell how answers come about, and what they cannot be trusted for."""
    words = words_in(texts).about
    return (
        f"{_paragraphs(words.how)}<h4>{show_text(words.limits_heading)}</h4>"
        f'<ul class="bs-list">{_rows(words.limits)}</ul>'
    )


def render_access_statement(facts: ProgramFacts, texts: Texts) -> str:
    """The statement that Swedish law asks of public bodies (DOS-lagen), in its parts."""
    words = words_in(texts).about
    contact = (
        words.access_contact.format(contact=facts.contact)
        if facts.contact
        else words.access_no_contact
    )
    parts = (
        (words.access_lacks_heading, f'<ul class="bs-list">{_rows(words.access_lacks)}</ul>'),
        (words.access_report_heading, _paragraphs((words.access_report, contact))),
        (words.access_authority_heading, _paragraphs((words.access_authority,))),
        (words.access_tested_heading, _paragraphs((words.access_tested,))),
    )
    shown = "".join(f"<h4>{show_text(heading)}</h4>{body}" for heading, body in parts)
    return f"{_paragraphs((words.access_status,))}{shown}"


def render_program(facts: ProgramFacts, texts: Texts) -> str:
    """Tell version and model, and that nothing leaves the machine."""
    words = words_in(texts).about
    model = words.model.format(model=facts.model) if facts.model else words.no_model
    version = words.version.format(version=facts.version)
    return _paragraphs((version, model, words.privacy))


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{show_text(text)}</p>" for text in texts)


def _rows(texts: Iterable[str]) -> str:
    return "".join(f"<li>{show_text(text)}</li>" for text in texts)
