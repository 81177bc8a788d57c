"""About: what is there, what lacks, and a statement of access in all its parts."""

from dataclasses import replace

import pytest
from tests.fakes.hostile import HOSTILE
from tests.fakes.safe_html import parse_safe
from tests.fakes.stand_in_index import COVERAGE, DOCUMENTS, StandInIndex
from tests.fakes.stand_in_views import NO_FIGURES, OVERVIEW

import beslutssok
from beslutssok.app.page.about_program import ProgramFacts
from beslutssok.app.page.about_view import AboutView, render_about
from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.domain import (
    DocumentKind,
    DocumentStatus,
    IngestedDocument,
    MeetingsOfMonth,
    NumberGap,
    Overview,
)
from beslutssok.settings import Settings, read_settings

FACTS = ProgramFacts("en-modell", "tillganglighet@alvnas.example")


def about(overview: Overview = OVERVIEW, documents=DOCUMENTS, facts=FACTS, texts=SWEDISH):
    return parse_safe(render_about(overview, documents, facts, texts))


def test_months_are_counted_by_body_and_lead_to_their_hits() -> None:
    parsed = about()
    assert "Regionstyrelsen, Region Fjällbygden" in parsed.text
    assert "januari 2023: 4 handlingar" in parsed.values("aria-label")
    links = [to for to in parsed.values("href") if "fran=2023-01" in to]
    assert len(links) == 2
    assert all("till=2023-01" in to for to in links)


def test_years_between_are_shown_though_nothing_is_there() -> None:
    months = tuple(
        MeetingsOfMonth("Å", "KS", month, DocumentKind.MINUTES, 1)
        for month in ("2020-01", "2023-12")
    )
    text = about(replace(OVERVIEW, months=months)).text
    assert all(year in text for year in ("2020", "2021", "2022", "2023"))


def test_gaps_are_told_without_claiming_more() -> None:
    text = about().text
    assert "Regionstyrelsen, Region Fjällbygden 2024: §§ 101–118" in text
    assert "Kommunstyrelsen, Älvnäs kommun 2023: § 77" in text
    assert "Protokollen kan finnas utan att vara inlästa" in text
    assert "Inga luckor har hittats" in about(replace(OVERVIEW, gaps=())).text


def test_many_gaps_are_folded_away_and_all_there() -> None:
    gaps = tuple(NumberGap("Å", "KS", 2024, n, n) for n in range(1, 100, 2))
    parsed = about(replace(OVERVIEW, gaps=gaps))
    assert "50 rader" in parsed.text
    assert all(f"§ {gap.first}" in parsed.text for gap in gaps)


def test_what_could_not_be_read_has_its_reason_and_remedy() -> None:
    partly = IngestedDocument(
        "halv.pdf", DocumentStatus.UNCHANGED, 9, unread_pages=("Sida 3: bilden är för suddig.",)
    )
    text = about(documents=(*DOCUMENTS, partly)).text
    for said in (
        *("Älvnäs kommun/inskannat.pdf", "Sidorna är bilder utan text", "Kör texttolkning (OCR)"),
        *("halv.pdf", "Sida 3: bilden är för suddig."),
    ):
        assert said in text
    assert "Alla handlingar kunde läsas" in about(documents=DOCUMENTS[:1]).text


def test_doubts_are_listed_by_document() -> None:
    doubted = IngestedDocument(
        "a.pdf", DocumentStatus.UNCHANGED, doubts=("Datum saknas.", "Okänt organ.")
    )
    text = about(documents=(doubted,)).text
    assert all(said in text for said in ("a.pdf", "Datum saknas.", "Okänt organ."))
    assert "inte antecknat några tveksamheter" in about().text


@pytest.mark.parametrize("texts", [SWEDISH, ENGLISH], ids=lambda texts: texts.language)
def test_the_statement_of_access_has_all_its_parts(texts) -> None:
    parsed = about(texts=texts)
    for said in ("WCAG 2.1", "DOS-lagen", "2018:1937", "Digg", "axe-core", "JavaScript"):
        assert said in parsed.text
    assert "tillganglighet@alvnas.example" in parsed.text
    places = {place.removeprefix("#") for place in parsed.values("href") if place.startswith("#")}
    assert places <= set(parsed.values("id"))
    assert len(places) == 7


def test_a_contact_that_nobody_gave_is_not_invented() -> None:
    text = about(facts=ProgramFacts()).text
    assert "har ännu inte angett någon kontakt" in text
    assert "BESLUTSSOK_CONTACT" in text
    assert "Ingen sökmodell är i bruk" in text


def test_the_contact_is_a_setting() -> None:
    assert read_settings({"BESLUTSSOK_CONTACT": " registrator@x.example "}).contact == (
        "registrator@x.example"
    )
    index = StandInIndex(settings=replace(Settings(), contact="ring växeln"))
    (html,) = AboutView().load(index, SWEDISH, {}).updates
    assert "Kontakt: ring växeln" in parse_safe(str(html)).text


def test_version_and_model_are_told() -> None:
    text = about().text
    assert f"version {beslutssok.__version__}" in text
    assert "Sökmodell: en-modell" in text


def test_an_empty_index_is_told_with_what_to_do() -> None:
    text = about(NO_FIGURES, ()).text
    assert "Här finns inga handlingar ännu" in text
    assert "mappen ingest" in text


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    name = text[:200]
    documents = (
        IngestedDocument(text, DocumentStatus.UNREADABLE, reason=text, remedy=text),
        IngestedDocument(text, DocumentStatus.NEW, unread_pages=(text,), doubts=(text,)),
    )
    overview = replace(
        OVERVIEW,
        months=(MeetingsOfMonth(name, name, "2024-02", DocumentKind.AGENDA, 2),),
        gaps=(NumberGap(name, name, 2024, 1, 2),),
        coverage=replace(COVERAGE, bodies=(name,)),
    )
    for texts in (SWEDISH, ENGLISH):
        about(overview, documents, ProgramFacts(name, name), texts)
