"""The items of one kind: each with its source, so many as the bar said, a page at a time."""

from dataclasses import replace

import pytest
from tests.fakes.hostile import HOSTILE, hostile_hit
from tests.fakes.safe_html import parse_safe
from tests.fakes.stand_in_index import DECISION, StandInIndex

from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.matters_view import (
    AskedMatters,
    MattersView,
    read_asked,
    render_matters,
    say_scope,
)
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.turning import ITEMS_SHOWN
from beslutssok.app.page.view_scope import Scope
from beslutssok.domain import DocumentKind, MatterKind, Matters, Outcome

KS = Scope(organ="Kommunstyrelsen", date_from="2024-01", date_to="2024-03")


def test_the_items_are_asked_for_as_the_address_limits_them() -> None:
    index = StandInIndex()
    parameters = {"slag": "motion", "organ": "KS", "fran": "2024-01", "till": "2024-03"}
    shown = MattersView().load(index, SWEDISH, {**parameters, "sida": "2"})
    assert shown.title == "Motioner: KS"
    ((kind, asked),) = index.asked
    assert (kind, asked["start"], asked["limit"]) == ("motion", ITEMS_SHOWN, ITEMS_SHOWN)
    assert (str(asked["date_from"]), str(asked["date_to"])) == ("2024-01-01", "2024-03-31")
    assert read_asked({"slag": "<b>", "sida": "-1"}) == AskedMatters()


def test_each_item_has_its_outcome_its_case_and_its_source() -> None:
    rejected = replace(DECISION, outcome=Outcome.REJECTED)
    matters = Matters(MatterKind.MOTION, ((MatterKind.MOTION, 1),), (rejected,))
    parsed = parse_safe(render_matters(matters, AskedMatters(scope=KS), SWEDISH))
    assert "Kommunstyrelsen, januari–mars 2024: 1 ärende" in parsed.text
    assert rejected.item_title in parsed.text
    assert "Avslaget" in parsed.text
    assert rejected.id in parsed.values("data-id")
    assert "?vy=oversikt&organ=Kommunstyrelsen" in parsed.values("href")


def test_what_an_agenda_proposes_is_not_shown_as_decided() -> None:
    proposed = replace(DECISION, document_kind=DocumentKind.AGENDA, outcome=Outcome.APPROVED)
    matters = Matters(MatterKind.MOTION, ((MatterKind.MOTION, 1),), (proposed,))
    text = parse_safe(render_matters(matters, AskedMatters(), SWEDISH)).text
    assert "Beslutat" not in text
    assert "Kallelse" in text


def test_many_items_are_turned_and_other_kinds_are_counted() -> None:
    counts = ((MatterKind.MOTION, 60), (MatterKind.AUDIT, 3))
    matters = Matters(MatterKind.MOTION, counts, (DECISION,) * ITEMS_SHOWN)
    parsed = parse_safe(render_matters(matters, AskedMatters(scope=KS, page=2), SWEDISH))
    assert "Ärende 26–50 av 60" in parsed.text
    assert "Revision (3)" in parsed.text
    addresses = parsed.values("href")
    first = "?vy=arendeslag&slag=motion&organ=Kommunstyrelsen&fran=2024-01&till=2024-03"
    assert {first, f"{first}&sida=3"} <= set(addresses)
    assert parsed.values("start") == [str(ITEMS_SHOWN + 1)]


def test_none_is_told_and_so_is_a_period_that_is_none() -> None:
    none = Matters(MatterKind.AUDIT, (), ())
    asked = AskedMatters(MatterKind.AUDIT)
    assert "Inga ärenden av det slaget" in parse_safe(render_matters(none, asked, SWEDISH)).text
    shown = MattersView().load(StandInIndex(), ENGLISH, {"fran": "i går"})
    assert ENGLISH.unclear in parse_safe(str(shown.updates[0])).text


def test_the_scope_is_said_in_words() -> None:
    assert say_scope(Scope("R", "KS", "2023-01", "2023-12"), SWEDISH) == "KS, R, 2023"
    assert say_scope(Scope(date_from="2023-02-10"), SWEDISH) == "2023-02-10"
    assert say_scope(Scope(), ENGLISH) == ""


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    matters = Matters(MatterKind.OTHER, ((MatterKind.OTHER, 1),), (hostile_hit(text),))
    asked = AskedMatters(MatterKind.OTHER, Scope(text, text, text, text))
    parse_safe(render_matters(matters, asked, SWEDISH))
