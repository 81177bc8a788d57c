"""The views say everything in both languages, with the same blanks to fill in."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from string import Formatter

import pytest

from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.view_texts import ViewTexts
from beslutssok.app.page.view_words import words_in
from beslutssok.domain import ActionKind, MatterKind, Outcome, StepKind, StepLink

LANGUAGES = pytest.mark.parametrize("texts", [SWEDISH, ENGLISH], ids=lambda texts: texts.language)


def strings(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name), f"{name}.{field.name}")
    elif isinstance(value, Mapping):
        for key, text in value.items():
            yield from strings(text, f"{name}.{key}")
    else:
        assert isinstance(value, tuple)
        for place, text in enumerate(value):
            yield from strings(text, f"{name}.{place}")


def blanks(texts: ViewTexts) -> dict[str, set[str]]:
    return {
        name: {blank for _, blank, _, _ in Formatter().parse(text) if blank is not None}
        for name, text in strings(texts)
    }


@LANGUAGES
def test_no_text_is_missing(texts) -> None:
    assert [name for name, text in strings(words_in(texts)) if not text.strip()] == []


def test_the_languages_have_the_same_texts_and_blanks() -> None:
    assert blanks(words_in(SWEDISH)) == blanks(words_in(ENGLISH))


def test_the_languages_differ() -> None:
    alike = {
        name
        for (name, swedish), (_, english) in zip(
            strings(words_in(SWEDISH)), strings(words_in(ENGLISH)), strict=True
        )
        if swedish == english
    }
    shared = (".about.month_letters", ".about.gap")
    assert {name for name in alike if not name.startswith(shared)} <= {
        ".case.kinds.motion",
        ".overview.reservation.0",
        ".actions.many.reservation.0",
        ".actions.kinds.reservation",
        ".actions.shown",
        ".case.steps",
        ".about.month_cell",
        ".overview.motion.0",
    }


@LANGUAGES
def test_every_kind_has_a_word_of_its_own(texts) -> None:
    words = words_in(texts)
    for mapping, kinds in (
        (words.case.kinds, StepKind),
        (words.case.links, StepLink),
        (words.actions.kinds, ActionKind),
        (words.actions.many, ActionKind),
        (words.overview.matter_kinds, MatterKind),
    ):
        assert set(mapping) == set(kinds)
        assert len(set(mapping.values())) == len(mapping)


@LANGUAGES
def test_a_proposal_is_never_called_as_a_decision(texts) -> None:
    words = words_in(texts)
    decided = {
        words.case.kinds[StepKind.DECISION],
        texts.outcomes[Outcome.APPROVED],
        words.case.decided,
    }
    proposed = {
        words.case.kinds[StepKind.PROPOSAL],
        words.case.kinds[StepKind.AGENDA],
        texts.outcomes[Outcome.PROPOSED],
        words.case.proposed,
    }
    assert not decided & proposed
