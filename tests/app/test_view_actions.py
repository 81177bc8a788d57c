"""The view of a party or a person: every act with its words and source, by item."""

from dataclasses import replace

import pytest
from tests.fakes.hostile import HOSTILE, hostile_hit
from tests.fakes.safe_html import parse_safe
from tests.fakes.stand_in_index import COVERAGE, DECISION, StandInIndex
from tests.fakes.stand_in_views import ACTIONS, NO_ACTIONS

from beslutssok.app.page.actions_view import (
    ITEMS_SHOWN,
    ActionsView,
    Asked,
    read_asked,
    render_actions,
    render_ask,
)
from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.domain import Action, ActionKind, Actions

ASKED = Asked("S")


def test_each_act_is_told_with_its_words_and_its_source() -> None:
    parsed = parse_safe(render_actions(ACTIONS, ASKED, SWEDISH))
    assert "Så har S agerat" in parsed.text
    for act in ACTIONS.actions:
        assert act.text in parsed.text
        assert act.hit.citation in parsed.values("data-citation")
        assert act.hit.item_title in parsed.text
    assert "Siv Granlund (S)" in parsed.text
    assert "12 ja, 1 nej" in parsed.text
    assert "Partiet" in parsed.text
    assert "Ärendets utgång: Återremitterat" in parsed.text


def test_the_kinds_are_counted_and_can_be_chosen() -> None:
    parsed = parse_safe(render_actions(ACTIONS, ASKED, SWEDISH))
    for said in ("Allt (3)", "1 yrkande", "1 röst", "1 reservation"):
        assert said in parsed.text
    assert "?vy=agerande&vem=S&slag=reservation" in parsed.values("href")
    chosen = parse_safe(render_actions(ACTIONS, Asked("S", kind=ActionKind.RESERVED), SWEDISH))
    assert ACTIONS.actions[2].text in chosen.text
    assert ACTIONS.actions[0].text not in chosen.text


def test_the_latest_item_comes_first_and_its_acts_in_order() -> None:
    first, second = (
        Action(ActionKind.MOVED, "A", "S", "", f"yrkande {n}", DECISION) for n in (1, 2)
    )
    later = replace(DECISION, item_id="later", item_title="Ett senare ärende")
    third = Action(ActionKind.MOVED, "A", "S", "", "yrkande 3", later)
    html = render_actions(Actions("S", (first, second, third), COVERAGE), ASKED, SWEDISH)
    places = [html.index(f"yrkande {n}") for n in (3, 1, 2)]
    assert places == sorted(places)
    assert html.count("<article") == 2


def test_many_items_are_turned_page_by_page() -> None:
    acts = tuple(
        Action(ActionKind.MOVED, "A", "S", "", f"yrkande {n};", replace(DECISION, item_id=str(n)))
        for n in range(ITEMS_SHOWN + 3)
    )
    actions = Actions("S", acts, COVERAGE)
    first = render_actions(actions, ASKED, SWEDISH)
    second = render_actions(actions, Asked("S", page=2), SWEDISH)
    assert first.count("<article") == ITEMS_SHOWN
    assert second.count("<article") == 3
    assert "Ärende 26–28 av 28" in parse_safe(second).text
    assert "?vy=agerande&vem=S&sida=2" in parse_safe(first).values("href")
    assert "?vy=agerande&vem=S" in parse_safe(second).values("href")
    assert all(f"yrkande {n};" in first + second for n in range(ITEMS_SHOWN + 3))


def test_nothing_found_is_said_with_what_was_looked_through() -> None:
    text = parse_safe(render_actions(NO_ACTIONS, Asked("X"), SWEDISH)).text
    assert "Inget hittades i protokollen" in text
    assert "Genomsökt: 16 handlingar" in text


def test_the_address_asks_who_and_about_what() -> None:
    index = StandInIndex()
    parameters = {"vem": "S", "om": "bussar", "organ": "KF", "fran": "2024", "slag": "jäv"}
    shown = ActionsView().load(index, SWEDISH, parameters)
    assert shown.title == "Så har S agerat om bussar"
    ((who, asked),) = index.asked
    assert (who, asked["about"], asked["organ"]) == ("S", "bussar", "KF")
    parsed = parse_safe(str(shown.updates[0]))
    assert {"S", "bussar", "KF", "2024"} <= set(parsed.values("value"))


def test_without_anybody_one_is_asked_for() -> None:
    index = StandInIndex()
    (html,) = ActionsView().load(index, SWEDISH, {}).updates
    assert "vem" in parse_safe(str(html)).values("name")
    assert index.asked == []


@pytest.mark.parametrize(
    "parameters", [{"slag": "mord"}, {"sida": "-1"}, {"sida": "٣x"}, {"sida": "0" * 99}]
)
def test_an_address_that_makes_no_sense_is_passed_over(parameters: dict[str, str]) -> None:
    asked = read_asked({"vem": "S", **parameters})
    assert (asked.who, asked.kind, asked.page) == ("S", None, 1)


def test_a_period_that_is_none_is_told() -> None:
    shown = ActionsView().load(StandInIndex(), SWEDISH, {"vem": "S", "fran": "i går"})
    assert SWEDISH.unclear in parse_safe(str(shown.updates[0])).text


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    hit = hostile_hit(text)
    acts = (
        Action(ActionKind.VOTED, None, text, text, text, hit, text),
        Action(ActionKind.STATED, text, None, "", text, hit),
    )
    asked = Asked(text, text)
    for texts in (SWEDISH, ENGLISH):
        parse_safe(render_ask(asked, texts))
        parse_safe(render_actions(Actions(text, acts, COVERAGE), asked, texts))
        parse_safe(render_actions(Actions(text, (), COVERAGE), asked, texts))
