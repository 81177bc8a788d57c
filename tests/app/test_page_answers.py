"""The answer card: the shape of each kind of line, of lists, gaps and reservations."""

import csv
import io
from dataclasses import replace
from urllib.parse import unquote_to_bytes

import pytest
from tests.fakes.parsed_html import ParsedHtml
from tests.fakes.sayings import said
from tests.fakes.stand_in_index import COVERAGE, DECISION, MOTION, RESERVATION, VOTE, StandInIndex

from beslutssok.app.page.answer_card import render_answer
from beslutssok.app.page.answer_lines import LISTED_AT_ONCE, render_lines
from beslutssok.app.page.asking import show_view
from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.form import Form
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.texts import Texts
from beslutssok.domain import Answer, AnswerLine, Hit, Outcome, Saying, VoteChoice
from beslutssok.domain.answers import AnswerKind, LineKind
from beslutssok.search.sentences import Says, say
from beslutssok.search.votes_told import say_counts, say_meaning

LISTED_MOTION = "Återremitterat. Kommunfullmäktige 2023-09-18 § 91: Motion om bussförbindelser."


def answer_of(*lines: AnswerLine, kind: AnswerKind = AnswerKind.DECISION) -> Answer:
    """An answer that stands in ``lines``."""
    return Answer(
        question="Vilka motioner handlar om bussar?",
        answered=True,
        outcome=lines[0].hit.outcome,
        text="\n".join(line.text for line in lines),
        reason=None,
        lines=lines,
        citations=tuple(line.hit for line in lines),
        case_number=lines[0].hit.case_number,
        also=(),
        coverage=COVERAGE,
        kind=kind,
    )


def stated(text: str, hit: Hit, kind: LineKind) -> AnswerLine:
    return AnswerLine(said(text), hit, kind)


def listed(count: int) -> tuple[AnswerLine, ...]:
    """A count, then entries with each what is told and what is quoted of it."""
    lines = [stated(f"{count} ärenden i tidsordning:", MOTION, LineKind.COUNT)]
    for place in range(1, count + 1):
        hit = replace(MOTION, id=f"{MOTION.id}/{place}", item_number=str(place))
        lines.append(stated(f"Avslaget. § {place}: En motion.", hit, LineKind.LISTED))
        lines.append(AnswerLine(f"Motion {place} avslås.", hit))
    return tuple(lines)


def cited(html: str) -> list[str]:
    """The identifiers that citations lead to, in order."""
    return [part.split('"')[0] for part in html.split('data-id="')[1:]]


def test_a_list_is_numbered_and_what_is_beyond_the_first_ones_is_folded_away() -> None:
    html = render_lines(listed(LISTED_AT_ONCE + 2), SWEDISH)
    parsed = ParsedHtml(html)
    assert parsed.tags.count("ol") == 2
    assert f"Visa hela listan ({LISTED_AT_ONCE + 2})" in parsed.text
    assert parsed.values("start") == [str(LISTED_AT_ONCE + 1)]
    before, _, folded = html.partition("<details")
    assert f"Motion {LISTED_AT_ONCE} avslås." in before
    assert f"Motion {LISTED_AT_ONCE + 1} avslås." in folded


def test_a_short_list_is_shown_whole() -> None:
    assert "details" not in ParsedHtml(render_lines(listed(LISTED_AT_ONCE), SWEDISH)).tags


def test_each_entry_names_its_source_once_and_the_count_names_none() -> None:
    html = render_lines(listed(3), SWEDISH)
    assert cited(html) == [f"{MOTION.id}/{place}" for place in (1, 2, 3)]
    assert "3 ärenden i tidsordning:" in html.partition("<ol")[0]


def test_what_is_told_and_quoted_of_different_passages_has_a_source_each() -> None:
    lines = (
        stated(LISTED_MOTION, MOTION, LineKind.LISTED),
        AnswerLine(VOTE.text, VOTE),
    )
    html = render_lines(lines, SWEDISH)
    assert cited(html) == [MOTION.id, VOTE.id]
    assert "Omröstning" in ParsedHtml(html).text


def test_a_count_that_is_not_of_a_list_has_its_source() -> None:
    html = render_lines([stated("Av 4 punkter visas 1:", DECISION, LineKind.COUNT)], SWEDISH)
    assert cited(html) == [DECISION.id]


@pytest.mark.parametrize("kind", [AnswerKind.LIST, AnswerKind.ACTIONS])
def test_a_list_is_not_headed_by_its_first_entry(kind: AnswerKind) -> None:
    html = render_answer(answer_of(*listed(3), kind=kind), SWEDISH)
    parsed = ParsedHtml(html)
    assert MOTION.item_title not in html.partition("<ol")[0]
    assert "Hela ärendet" not in parsed.text
    assert "form" not in parsed.tags
    assert "Återremitterat" not in parsed.text


def test_the_course_of_a_case_has_the_badge_of_no_one_step() -> None:
    html = render_answer(answer_of(*listed(3), kind=AnswerKind.CASE), SWEDISH)
    assert SWEDISH.outcomes[MOTION.outcome] not in ParsedHtml(html.partition("<ol")[0]).text
    one = answer_of(stated("Motionen.", MOTION, LineKind.HEAD), kind=AnswerKind.DECISION)
    assert SWEDISH.outcomes[MOTION.outcome] in ParsedHtml(render_answer(one, SWEDISH)).text


@pytest.mark.parametrize("texts", [SWEDISH, ENGLISH], ids=lambda texts: texts.language)
def test_a_list_is_taken_along_whole_as_csv(texts: Texts) -> None:
    count = LISTED_AT_ONCE + 3
    html = render_answer(answer_of(*listed(count), kind=AnswerKind.LIST), texts)
    (address,) = [each for each in ParsedHtml(html).values("href") if each.startswith("data:")]
    text = unquote_to_bytes(address.partition(",")[2]).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == count
    assert tuple(rows[0]) == texts.list_columns
    assert list(rows[-1].values()) == [
        "Älvnäs kommun",
        "Kommunfullmäktige",
        "2023-09-18",
        str(count),
        MOTION.item_title,
        "KS 2023/145",
        texts.outcomes[Outcome.REFERRED_BACK],
        f"Avslaget. § {count}: En motion.",
        f"Motion {count} avslås.",
        MOTION.citation,
        MOTION.file,
        "14",
    ]


def voted(*counts: int) -> Saying:
    """Counts of Yes, No and those who abstained, as many as are given."""
    return say_counts(zip(VoteChoice, counts, strict=False))


def test_a_vote_is_told_and_drawn() -> None:
    told = say(Says.VOTE, told=voted(21, 18, 2), meaning=say_meaning("ja: bifall; nej: avslag"))
    html = render_lines([AnswerLine(told, VOTE, LineKind.VOTE)], SWEDISH)
    parsed = ParsedHtml(html)
    assert "Omröstning: 21 ja, 18 nej, 2 avstår (ja: bifall; nej: avslag)." in parsed.text
    assert parsed.values("style") == ["flex-grow: 21", "flex-grow: 18", "flex-grow: 2"]
    assert cited(html) == [VOTE.id]


@pytest.mark.parametrize(
    "told",
    [
        say(Says.VOTE, told=(voted(21, 18), voted(30, 9)), meaning=""),
        say(Says.CAST, who="SD", told=say_counts([(VoteChoice.NO, 12)]), meaning=""),
        say(Says.NO_VOTE),
    ],
)
def test_what_is_not_one_whole_vote_is_not_drawn(told: Saying) -> None:
    html = render_lines([AnswerLine(told, VOTE, LineKind.VOTE)], SWEDISH)
    assert "bs-bar" not in html
    assert told in ParsedHtml(html).text


def test_none_against_is_counted_but_takes_no_room() -> None:
    told = say(Says.VOTE, told=voted(41, 0), meaning="")
    assert "41 ja, 0 nej" in told
    html = render_lines([AnswerLine(told, VOTE, LineKind.VOTE)], SWEDISH)
    assert ParsedHtml(html).values("style") == ["flex-grow: 41"]


@pytest.mark.parametrize("texts", [SWEDISH, ENGLISH], ids=lambda texts: texts.language)
def test_a_doubt_is_named_as_one(texts: Texts) -> None:
    doubt = "Beslutet är från 2024; ett senare kan finnas."
    head = AnswerLine(DECISION.text, DECISION, kind=LineKind.DECISION)
    html = render_lines([head, stated(doubt, DECISION, LineKind.DOUBT)], texts)
    assert f"{texts.doubt}: {doubt}" in ParsedHtml(html).text


@pytest.mark.parametrize("answered", [True, False])
def test_what_is_missing_among_the_documents_is_told_with_and_without_an_answer(
    answered: bool,
) -> None:
    gap = "Bilaga 4 nämns i protokollet men finns inte bland handlingarna."
    answer = answer_of(AnswerLine(DECISION.text, DECISION, kind=LineKind.DECISION))
    answer = replace(answer, answered=answered, gaps=(said(gap), said("<b>§ 12</b> saknas.")))
    html = render_answer(answer, SWEDISH)
    text = ParsedHtml(html).text
    assert text.index("Saknas bland handlingarna") < text.index(gap)
    assert "<b>" not in html


def test_steps_of_the_case_lead_to_its_course_in_their_order() -> None:
    lines = (
        AnswerLine(DECISION.text, DECISION, kind=LineKind.DECISION),
        stated("Tidigare: återremitterat.", MOTION, LineKind.EARLIER),
        stated("Senare: avslaget.", VOTE, LineKind.LATER),
    )
    html = render_answer(answer_of(*lines), SWEDISH)
    parsed = ParsedHtml(html)
    assert parsed.text.index("Tidigare: återremitterat.") < parsed.text.index("Senare: avslaget.")
    address = "?vy=arende&dnr=KS%202023/145&huvudman=%C3%84lvn%C3%A4s%20kommun"
    assert parsed.values("href").count(address) == 2


@pytest.mark.parametrize("texts", [SWEDISH, ENGLISH], ids=lambda texts: texts.language)
def test_what_was_repealed_later_is_not_headed_by_what_was_decided_alone(texts: Texts) -> None:
    repealed = stated("Senare upphävt eller ändrat: Kf § 9.", MOTION, LineKind.AMENDED)
    words = AnswerLine("Beslutet upphävs.", MOTION, kind=LineKind.AMENDED)
    html = render_answer(answer_of(repealed, words, AnswerLine(DECISION.text, DECISION)), texts)
    heading = html.partition('<div lang="sv">')[0]
    assert texts.amended in heading.partition("bs-badges")[2]
    steps = html.partition('<ul class="bs-case-steps">')[2].partition("</ul>")[0]
    assert "<blockquote" in steps and "Beslutet upphävs." in steps
    assert DECISION.text not in steps


def test_what_dissented_after_a_decision_is_marked_as_no_decision() -> None:
    lines = (
        AnswerLine(DECISION.text, DECISION, kind=LineKind.DECISION),
        AnswerLine(RESERVATION.text, RESERVATION, kind=LineKind.DISSENT),
    )
    text = ParsedHtml(render_answer(answer_of(*lines), SWEDISH)).text
    assert text.index(DECISION.text) < text.index("Reservation") < text.index(RESERVATION.text)


def test_an_answer_without_further_hits_is_not_followed_by_none_found() -> None:
    class Alone(StandInIndex):
        def ask(self, question: str, **given: object) -> Answer:  # type: ignore[override]
            line = AnswerLine(RESERVATION.text, RESERVATION, kind=LineKind.DISSENT)
            return replace(answer_of(line), after=RESERVATION.item_id)

    view = show_view(Alone(), Form("Vem reserverade sig?", after=RESERVATION.item_id), SWEDISH)
    assert RESERVATION.text in view.answer
    assert view.hits == ""
