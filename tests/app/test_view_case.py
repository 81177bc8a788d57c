"""The view of a case: what is read at a glance, what is missing, what the decision changed."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.hostile import HOSTILE, LONG_TITLE, hostile_hit
from tests.fakes.safe_html import parse_safe
from tests.fakes.stand_in_index import DECISION, PROPOSAL, StandInIndex
from tests.fakes.stand_in_views import (
    BOARD,
    CASE,
    MISSING,
    MISSING_LATER,
    ONLY_PROPOSED,
    REJECTED,
    RESERVED,
)

from beslutssok.app.page.case_files import case_file_address, file_name, write_case
from beslutssok.app.page.case_view import CaseView, render_case_view
from beslutssok.app.page.change_marks import mark_changes
from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.timeline import in_order
from beslutssok.app.page.view_words import words_in
from beslutssok.domain import (
    Case,
    CaseStep,
    DocumentKind,
    Entities,
    MissingStep,
    Outcome,
    PointChange,
    Quotation,
    StepKind,
)

WORDS = words_in(SWEDISH).case


def summaries(html: str) -> list[str]:
    """What each step says before it is opened."""
    pieces = html.split('<details class="bs-entry')[1:]
    return [parse_loose(piece.split("</summary>")[0].partition("<summary>")[2]) for piece in pieces]


def parse_loose(html: str) -> str:
    return " ".join(parse_safe(html).text.split())


def case_of(*steps: CaseStep, missing: tuple[MissingStep, ...] = ()) -> Case:
    return Case("KS 2023/145", "En motion", steps, missing)


def test_each_step_tells_day_kind_body_and_what_came_of_it() -> None:
    rows = summaries(render_case_view(CASE, SWEDISH))
    assert rows == [
        "27 mars 2023 Motion Kommunfullmäktige § 31",
        "15 augusti 2023 Kommunstyrelsens arbetsutskott § 88 saknas bland handlingarna",
        "29 augusti 2023 Beredning Kommunstyrelsen § 140",
        "18 september 2023 Återremiss Kommunfullmäktige § 91",
        "26 februari 2024 Avslag Kommunfullmäktige § 12 Omröstning: 21 ja, 18 nej, 2 avstår · "
        "Reservation: V, Elsa Lundmark (C), Ivar Strand (C) och 2 till 3 skillnader mot förslaget",
        "18 juni 2024 Hänvisning Regionfullmäktige § 77",
        "2025 Gymnasienämnden saknas bland handlingarna",
    ]


def test_the_head_says_how_the_case_stands() -> None:
    text = parse_safe(render_case_view(CASE, SWEDISH)).text
    assert "Ärende KS 2023/145" in text
    assert "Senast:" in text
    assert "5 steg, 27 mars 2023 – 18 juni 2024. 2 steg som nämns saknas" in text
    assert "Ett senare steg nämns, men dess handling saknas" in text


def test_a_case_with_only_a_proposal_is_not_called_decided() -> None:
    html = render_case_view(ONLY_PROPOSED, SWEDISH)
    text = parse_safe(html).text
    assert "Inget beslut i ärendet finns bland handlingarna" in text
    assert "Senast:" not in text
    assert summaries(html) == ["26 november 2024 Kallelse Regionstyrelsen ärende 7"]
    assert "Beslutat" not in text


@pytest.mark.parametrize("kind", [StepKind.DECISION, StepKind.REJECTION, StepKind.EXECUTION])
def test_what_no_minutes_record_is_never_called_a_decision(kind: StepKind) -> None:
    for document in (DocumentKind.AGENDA, DocumentKind.OTHER):
        hit = replace(PROPOSAL, document_kind=document)
        html = render_case_view(case_of(CaseStep(hit, kind, Outcome.APPROVED)), SWEDISH)
        (summary,) = summaries(html)
        assert WORDS.kinds[kind] not in summary
        assert "Beslutat" not in html
        assert WORDS.no_decision in html


@pytest.mark.parametrize("kind", [StepKind.PREPARATION, StepKind.CONSULTATION, StepKind.MOTION])
def test_who_prepares_a_matter_has_not_decided_it(kind: StepKind) -> None:
    html = render_case_view(case_of(CaseStep(BOARD, kind, Outcome.APPROVED)), SWEDISH)
    assert "Beslutat" not in summaries(html)[0]
    assert WORDS.no_decision in html


def test_who_is_excepted_from_a_reservation_is_not_told_to_have_reserved() -> None:
    source = Quotation("Ledamöterna från C, utom Elsa Lundmark, reserverar sig.", ())
    dissent = replace(RESERVED, persons=(), parties=("C",), source=source)
    step = CaseStep(
        REJECTED, StepKind.REJECTION, Outcome.REJECTED, entities=Entities(dissents=(dissent,))
    )
    (summary,) = summaries(render_case_view(case_of(step), SWEDISH))
    assert summary.endswith("§ 12 Reservation")


def test_one_step_alone_offers_no_button_for_all() -> None:
    assert WORDS.open_all not in render_case_view(ONLY_PROPOSED, SWEDISH)
    assert WORDS.open_all in render_case_view(CASE, SWEDISH)


def test_an_outcome_that_the_kind_does_not_tell_is_said() -> None:
    step = CaseStep(REJECTED, StepKind.DECISION, Outcome.PARTLY_APPROVED)
    assert "Delvis bifallet" in summaries(render_case_view(case_of(step), SWEDISH))[0]


def test_the_step_that_decided_is_open_and_the_others_are_not() -> None:
    html = render_case_view(CASE, SWEDISH)
    opened = html.split('<details class="bs-entry" open>')[1:]
    assert len(opened) == 1
    assert "Avslag" in opened[0]


def test_each_step_is_quoted_with_its_source() -> None:
    parsed = parse_safe(render_case_view(CASE, SWEDISH))
    for step in CASE.steps:
        assert step.hit.text in parsed.text
        assert step.hit.citation in parsed.values("data-citation")
    assert "diarienumret nämns i texten" in parsed.text


def test_a_missing_step_is_quoted_from_the_document_that_tells_of_it() -> None:
    parsed = parse_safe(render_case_view(CASE, SWEDISH))
    for missing in CASE.missing:
        assert missing.text in parsed.text
        assert missing.told_by.citation in parsed.values("data-citation")


def test_missing_steps_stand_where_they_belong_in_time() -> None:
    first, second, third = (
        CaseStep(replace(DECISION, item_id=str(n), date=day), StepKind.TREATED, Outcome.UNKNOWN)
        for n, day in enumerate((date(2022, 1, 10), date(2023, 5, 2), date(2024, 9, 1)))
    )
    told = third.hit
    dated = MissingStep("KS", date(2022, 6, 1), "5", 2022, told, "x")
    of_year = MissingStep("KS", None, "9", 2022, told, "x")
    same_year = MissingStep("KS", None, "9", 2024, told, "x")
    coming = MissingStep("KS", None, None, 2026, first.hit, "x")
    unknown = MissingStep("KS", None, "9", None, second.hit, "x")
    before_all = MissingStep("KS", date(2020, 1, 1), None, 2020, told, "x")

    def order(missing: MissingStep) -> list[object]:
        return list(in_order(case_of(first, second, third, missing=(missing,))))

    assert order(dated) == [first, dated, second, third]
    assert order(of_year) == [first, of_year, second, third]
    assert order(same_year) == [first, second, same_year, third]
    assert order(coming) == [first, second, third, coming]
    assert order(unknown) == [first, unknown, second, third]
    assert order(before_all) == [before_all, first, second, third]


@settings(deadline=None)
@given(st.lists(st.sampled_from([MISSING, MISSING_LATER])))
def test_no_step_is_lost_and_none_changes_places(missing: list[MissingStep]) -> None:
    entries = in_order(replace(CASE, missing=tuple(missing)))
    assert [entry for entry in entries if isinstance(entry, CaseStep)] == list(CASE.steps)
    assert sorted(map(id, entries)) == sorted(map(id, (*CASE.steps, *missing)))


def test_what_the_decision_changed_stands_beside_the_proposal() -> None:
    parsed = parse_safe(render_case_view(CASE, SWEDISH))
    for words in ("Ändrad punkt", "Punkten beslutades inte", "Punkten fanns inte i förslaget"):
        assert words in parsed.text
    assert parsed.tags.count("del") == 3
    assert parsed.tags.count("ins") == 3
    assert "[struket: bifalls slut]" in " ".join(parsed.text.split())
    assert "[nytt: avslås slut]" in " ".join(parsed.text.split())


def test_a_change_of_one_word_marks_that_word() -> None:
    before, after = mark_changes("Högst 400 000 kronor.", "Högst 100 000 kronor.", WORDS)
    assert "<del>" in before and "400 000" in before.partition("<del>")[2]
    assert "100 000" in after.partition("<ins>")[2].partition("</ins>")[0]
    assert before.startswith("Högst ")
    assert mark_changes("Lika <b>", "Lika <b>", WORDS) == ("Lika &lt;b&gt;",) * 2


def test_texts_with_nothing_in_common_are_not_marked() -> None:
    before, after = mark_changes("Bussar körs.", "Simhallen stängs i maj och juni!", WORDS)
    assert "<del>" not in before
    assert "<ins>" not in after


def without_marks(html: str) -> str:
    shown = re.sub(r'<span class="bs-hidden">[^<]*</span>', "", html)
    return re.sub(r"</?(?:del|ins)>", "", shown)


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_marks_lose_nothing_of_either_text(before: str, after: str) -> None:
    left, right = mark_changes(before, after, WORDS)
    assert without_marks(left) == show_text(before)
    assert without_marks(right) == show_text(after)
    parse_safe(left + right)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    hit = hostile_hit(text)
    missing = MissingStep(text, None, text, None, hit, text)
    changes = (PointChange(hit, None), PointChange(hit, replace(hit, text=text[::-1])))
    entities = Entities(dissents=(replace(RESERVED, parties=(text,)),))
    step = CaseStep(hit, StepKind.DECISION, Outcome.APPROVED, changes=changes, entities=entities)
    case = Case(text, hit.item_title, (step,), (missing,))
    parsed = parse_safe(render_case_view(case, SWEDISH))
    assert hit.citation in parsed.values("data-citation")


def test_a_title_of_thousands_of_characters_is_cut() -> None:
    html = render_case_view(replace(CASE, title=LONG_TITLE), SWEDISH)
    assert len(html) < len(render_case_view(CASE, SWEDISH)) + 2000


def test_the_address_asks_for_a_case() -> None:
    index = StandInIndex()
    shown = CaseView().load(index, SWEDISH, {"dnr": " KS 2023/145 "})
    assert shown.title.startswith("Ärende KS 2023/145: Motion om")
    (html,) = shown.updates
    parsed = parse_safe(str(html))
    assert "arende.csv?dnr=KS%202023/145" in parsed.values("href")
    assert "arende.json?dnr=KS%202023/145" in parsed.values("href")
    assert any(to.startswith("?vy=liknande&id=") for to in parsed.values("href"))


def test_without_a_number_one_is_asked_for() -> None:
    (html,) = CaseView().load(StandInIndex(), SWEDISH, {}).updates
    parsed = parse_safe(str(html))
    assert "dnr" in parsed.values("name")
    assert "arende" in parsed.values("value")


def test_a_number_that_nothing_has_is_told_and_can_be_mended() -> None:
    shown = CaseView().load(StandInIndex(), SWEDISH, {"dnr": '<b>"9/9'})
    parsed = parse_safe(str(shown.updates[0]))
    assert 'Inget ärende har diarienumret «<b>"9/9»' in parsed.text
    assert '<b>"9/9' in parsed.values("value")


def test_it_is_in_english_too() -> None:
    text = parse_safe(render_case_view(CASE, ENGLISH)).text
    assert "Rejection" in text
    assert "not among the documents" in text
    assert "Steg" not in text
    assert REJECTED.text in text


def test_a_case_can_be_taken_along() -> None:
    csv = write_case(CASE, "csv").decode("utf-8-sig")
    json = write_case(CASE, "json").decode()
    for written in (csv, json):
        assert REJECTED.citation in written
        assert "KS 2023/145" in written
    assert file_name(Case('a/"b"\r\n', "", ())) == "arende-a--b"
    assert case_file_address('KS 1/2&x="', "", "csv") == "arende.csv?dnr=KS%201/2%26x%3D%22"
    assert case_file_address("1", "Å", "json") == "arende.json?dnr=1&huvudman=%C3%85"
