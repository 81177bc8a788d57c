"""Both languages say everything, with the same blanks to fill in."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from string import Formatter

import pytest

from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.texts import Texts
from beslutssok.domain import DocumentKind, Outcome, SectionKind

LANGUAGES = pytest.mark.parametrize("texts", [SWEDISH, ENGLISH], ids=lambda texts: texts.language)


def strings(texts: Texts) -> Iterator[tuple[str, str]]:
    for field in fields(texts):
        value = getattr(texts, field.name)
        if isinstance(value, str):
            yield field.name, value
        elif isinstance(value, Mapping):
            yield from ((f"{field.name}.{key}", text) for key, text in value.items())
        else:
            yield from ((f"{field.name}.{place}", text) for place, text in enumerate(value))


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@LANGUAGES
def test_no_text_is_missing(texts: Texts) -> None:
    empty = [name for name, text in strings(texts) if not text.strip()]
    assert empty == [f"outcomes.{Outcome.UNKNOWN}"]


def test_the_languages_have_the_same_texts_and_blanks() -> None:
    assert {name: blanks(text) for name, text in strings(SWEDISH)} == {
        name: blanks(text) for name, text in strings(ENGLISH)
    }


@LANGUAGES
def test_every_kind_has_a_word_of_its_own(texts: Texts) -> None:
    for words, kinds in (
        (texts.sections, SectionKind),
        (texts.outcomes, Outcome),
        (texts.kinds, DocumentKind),
    ):
        assert set(words) == set(kinds)
        assert len(set(words.values())) == len(words)
    assert len(set(texts.months)) == 12


@LANGUAGES
def test_a_proposal_is_never_called_as_a_decision(texts: Texts) -> None:
    decided = {texts.sections[SectionKind.DECISION], texts.outcomes[Outcome.APPROVED]}
    proposed = {
        texts.sections[SectionKind.PROPOSAL],
        texts.agenda_decision,
        texts.outcomes[Outcome.PROPOSED],
    }
    assert not decided & proposed


def test_counts_and_dates_are_written_as_in_swedish() -> None:
    assert SWEDISH.number_of(0, SWEDISH.item) == "0 ärenden"
    assert SWEDISH.number_of(1284, SWEDISH.item) == "1\N{NO-BREAK SPACE}284 ärenden"
    assert SWEDISH.day(date(2025, 5, 1)) == "1 maj 2025"
    assert SWEDISH.day(None) == "odaterad"
