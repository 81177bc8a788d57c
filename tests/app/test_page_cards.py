"""Answer and hits as HTML: what they say, where they lead, and that text stays text."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.hostile import HOSTILE, LONG_TITLE, hostile_hit
from tests.fakes.parsed_html import ParsedHtml
from tests.fakes.sayings import said
from tests.fakes.stand_in_index import (
    BODY,
    COVERAGE,
    DECISION,
    DOCUMENTS,
    HITS,
    MOTION,
    NOWHERE,
    PROPOSAL,
    RESERVATION,
    SAME_TEXT,
    SECOND_POINT,
    SECTION,
    VOTE,
    StandInIndex,
)

from beslutssok.app.page.answer_card import render_answer, render_message, render_notice
from beslutssok.app.page.chips import render_reading
from beslutssok.app.page.coverage_line import render_coverage
from beslutssok.app.page.document_panel import render_document, show_document
from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.hit_cards import LONGEST_TEXT, render_hit, render_hits
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.question_reading import QuestionReading
from beslutssok.domain import (
    AnswerLine,
    CastVote,
    Coverage,
    Disqualification,
    Dissent,
    DissentKind,
    DocumentKind,
    DocumentStatus,
    Entities,
    Hit,
    IngestedDocument,
    ItemReference,
    Motion,
    MotionKind,
    Outcome,
    PartyVote,
    Person,
    Place,
    Proposition,
    Quotation,
    SectionKind,
    Tally,
    Vote,
    VoteChoice,
)
from beslutssok.domain.answers import LineKind
from beslutssok.library import ItemView
from beslutssok.search import HitGroup, group_hits
from beslutssok.search.expansion import Correction
from beslutssok.search.sentences import Says, say

ALLOWED_TAGS = {
    *("article", "section", "div", "p", "h2", "h3", "ol", "ul", "li", "blockquote", "details"),
    *("summary", "a", "bdi", "button", "img", "mark", "s", "span", "strong", "time"),
    *("form", "input", "label"),
}
ALLOWED_ATTRIBUTES = {
    *("aria-hidden", "aria-labelledby", "class", "data-announce", "data-citation", "datetime"),
    *("aria-label", "data-key", "data-without"),
    *("dir", "href", "id", "lang", "rel", "role", "target", "type"),
    *("data-id", "data-file", "data-focus", "download", "alt", "hidden", "tabindex", "title"),
    *("data-page", "data-pages", "data-image", "data-box", "data-turn", "data-zoom", "data-hit"),
    *("data-goto", "aria-busy", "style", "action", "name", "value", "for", "autocomplete"),
    *("maxlength", "placeholder"),
}


def parse_safe(html: str) -> ParsedHtml:
    parsed = ParsedHtml(html)
    assert set(parsed.tags) <= ALLOWED_TAGS
    assert {name for _, name, _ in parsed.attributes} <= ALLOWED_ATTRIBUTES
    assert not parsed.open_tags
    for address in parsed.values("href"):
        assert address.startswith(("handlingar/", "traffar.", "?"))
    for style in parsed.values("style"):
        assert style.startswith("flex-grow: ")
    return parsed


def parse_text(html: str) -> str:
    """The text of a piece that need not be whole."""
    return ParsedHtml(html).text


def badges(html: str) -> list[str]:
    return [
        piece.split("</span>")[0].partition(">")[2]
        for piece in html.split('<span class="bs-badge')[1:]
    ]


def entities_of(text: str) -> Entities:
    """Entities with the text wherever a text can be."""
    source = Quotation(text, (Place(1, 10, 10, 90, 20),))
    person = Person(text, text)
    return Entities(
        motions=(Motion(MotionKind.APPROVAL, (person,), text, source, (text,)),),
        votes=(
            Vote(
                source,
                Tally(2, 1, 0, None, text),
                Proposition(text, text, source),
                (CastVote(person, VoteChoice.YES, text),),
                by_party=(PartyVote(text, VoteChoice.NO, 3),),
            ),
        ),
        dissents=(Dissent(DissentKind.RESERVATION, (person,), (text,), source),),
        disqualifications=(Disqualification((person,), source),),
        references=(ItemReference(text, None, text, source),),
    )


def render_everything(hit: Hit) -> str:
    index = StandInIndex(hits=(hit,))
    answer = replace(
        index.ask("Vad gäller?"),
        reason=said(hit.text),
        case_number=hit.case_number,
    )
    coverage = replace(COVERAGE, bodies=(hit.organ,) * 6)
    problem = IngestedDocument(
        hit.file,
        DocumentStatus.UNREADABLE,
        reason=hit.text,
        remedy=hit.text,
        unread_pages=(f"Sida 1: {hit.text}",),
    )
    part = replace(BODY, key=hit.text, label=hit.text)
    reading = QuestionReading(
        used=(part, replace(part, key="x", relaxed=True)),
        removed=(replace(part, key="y"),),
        corrected=(Correction(hit.text, hit.text),),
    )
    twin = replace(hit, id="twin", item_id="twin", also_in=(hit.text, hit.citation))
    group = HitGroup((twin, twin), (hit, hit))
    item = ItemView(hit.citation, hit.text, hit.case_number, (hit, twin), entities_of(hit.text))
    return "".join(
        (
            render_answer(answer, SWEDISH),
            render_answer(replace(answer, answered=False, coverage=coverage), SWEDISH),
            render_reading(reading, SWEDISH),
            render_hits([group, HitGroup((hit,))], SWEDISH, nearest=True),
            render_coverage(coverage, [problem], SWEDISH),
            render_message(hit.text, hit.text, hit.text),
            render_notice(hit.text),
            render_document(item, hit, 3, SWEDISH, hit.text),
            render_document(item, hit, 0, SWEDISH, hit.text, beside=False),
            show_document(index, hit.text, SWEDISH),
        )
    )


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:24])
def test_hostile_text_is_shown_as_text(text: str) -> None:
    hit = hostile_hit(text)
    parsed = parse_safe(render_everything(hit))
    assert " ".join(text.split())[:100] in " ".join(parsed.text.split())
    assert hit.citation in parsed.values("data-citation")


@settings(deadline=None)  # all views at once; a busy machine is no fault of the text
@given(st.text())
def test_any_text_is_shown_as_text(text: str) -> None:
    parse_safe(render_everything(hostile_hit(text)))


def test_a_title_of_thousands_of_characters_is_cut() -> None:
    html = render_hit(hostile_hit("text", title=LONG_TITLE), SWEDISH)
    assert len(html) < 3000
    assert "mycket …" in html


def test_a_hit_tells_what_where_and_how_to_cite() -> None:
    html = render_hit(DECISION, SWEDISH)
    parsed = parse_safe(html)
    for part in (
        "Beslut",
        "Regionstyrelsen",
        "Region Fjällbygden",
        "10 december 2024",
        "§ 208",
        DECISION.item_title,
        "RS/762/2024",
        DECISION.text,
        "Visa i handlingen (s. 2)",
        "Kopiera källhänvisning",
    ):
        assert part in parsed.text
    assert parsed.values("data-citation") == [DECISION.citation]
    assert f"?id={DECISION.id}" in parsed.values("href")
    assert parsed.values("data-id") == [DECISION.id]
    address = "?vy=arende&dnr=RS/762/2024&huvudman=Region%20Fj%C3%A4llbygden"
    assert address in parsed.values("href")
    assert f"?vy=liknande&id={DECISION.item_id}" in parsed.values("href")


@pytest.mark.parametrize(
    ("section", "kind", "word"),
    [
        (SectionKind.DECISION, DocumentKind.MINUTES, "Beslut"),
        (SectionKind.DECISION, DocumentKind.EXTRACT, "Beslut"),
        (SectionKind.DECISION, DocumentKind.AGENDA, "Förslag till beslut"),
        (SectionKind.PROPOSAL, DocumentKind.AGENDA, "Förslag"),
        (SectionKind.PROPOSAL, DocumentKind.MINUTES, "Förslag"),
        (SectionKind.MOTION, DocumentKind.MINUTES, "Yrkande"),
        (SectionKind.RESERVATION, DocumentKind.MINUTES, "Reservation"),
        (SectionKind.VOTE, DocumentKind.MINUTES, "Omröstning"),
    ],
)
def test_the_badge_says_in_words_what_a_paragraph_is(
    section: SectionKind, kind: DocumentKind, word: str
) -> None:
    html = render_hit(replace(DECISION, section=section, document_kind=kind), SWEDISH)
    assert badges(html) == [word]


def test_a_hit_in_an_agenda_says_so() -> None:
    text = parse_safe(render_hit(PROPOSAL, SWEDISH)).text
    assert "ärende 7" in text
    assert "Kallelse" in text
    assert "Ärendets utgång" not in text


def test_a_motion_tells_what_became_of_its_item() -> None:
    assert "Ärendets utgång: Återremitterat" in render_hit(MOTION, SWEDISH)
    assert "Ärendets utgång: Avslaget" in render_hit(VOTE, SWEDISH)


def test_an_undated_untitled_handling_has_a_card_too() -> None:
    hit = replace(
        DECISION,
        organ="",
        huvudman="",
        date=None,
        document_kind=DocumentKind.OTHER,
        item_number="",
        item_title=" ",
        case_number=None,
        section=SectionKind.OTHER,
        outcome=Outcome.UNKNOWN,
    )
    text = parse_safe(render_hit(hit, SWEDISH)).text
    assert "Utan rubrik" in text
    assert "Annan handling" in text


def test_of_a_long_paragraph_the_rest_is_shown_on_demand() -> None:
    long_text = "Nämnden föreslår att " * 60
    parsed = parse_safe(render_hit(replace(DECISION, text=long_text), SWEDISH))
    assert parsed.tags.count("details") == 1
    assert "Visa hela stycket" in parsed.text
    assert len(long_text) > LONGEST_TEXT
    joined = parsed.text.replace(" …", "").replace("Visa hela stycket", "")
    assert long_text in joined


def test_an_answer_quotes_each_point_with_its_source() -> None:
    answer = StandInIndex().ask("Vad beslutades om nattbussar?")
    parsed = parse_safe(render_answer(answer, SWEDISH))
    assert parsed.tags.count("blockquote") == len(answer.lines) == 2
    assert badges(render_answer(answer, SWEDISH)) == ["Beslutat"]
    for line in answer.lines:
        assert line.text in parsed.text
        assert line.hit.citation in parsed.text.replace("\N{NO-BREAK SPACE}", " ")
        assert line.hit.citation in parsed.values("data-citation")
    assert "Hela ärendet RS/762/2024" in parsed.text


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (Outcome.APPROVED, "Beslutat"),
        (Outcome.REJECTED, "Avslaget"),
        (Outcome.REFERRED_BACK, "Återremitterat"),
        (Outcome.TABLED, "Bordlagt"),
        (Outcome.NOTED, "Noterat"),
        (Outcome.PROPOSED, "Endast förslag"),
        (Outcome.UNKNOWN, "Ur handlingarna"),
    ],
)
def test_an_answer_says_the_outcome_in_words(outcome: Outcome, word: str) -> None:
    answer = replace(StandInIndex().ask("Vad?"), outcome=outcome)
    assert badges(render_answer(answer, SWEDISH)) == [word]


def test_each_kind_of_section_in_an_answer_is_named() -> None:
    answer = StandInIndex().ask("Vad?")
    lines = (
        *answer.lines,
        AnswerLine(VOTE.text, VOTE),
        AnswerLine(said("Tidigare: § 1."), MOTION),
    )
    html = render_answer(replace(answer, lines=lines), SWEDISH)
    assert badges(html) == ["Beslutat", "Omröstning"]
    assert ParsedHtml(html).values("class").count("bs-begins") == 2
    proposed = replace(answer, lines=(AnswerLine(PROPOSAL.text, PROPOSAL),))
    assert badges(render_answer(proposed, SWEDISH)) == ["Beslutat", "Förslag"]


def test_a_statement_that_only_repeats_the_head_of_the_card_is_left_out() -> None:
    answer = StandInIndex().ask("Vad?")
    head = say(Says.ITEM, became=answer.outcome, place="RS § 208", title=DECISION.item_title)
    repeats = AnswerLine(head, DECISION, LineKind.HEAD)
    other = replace(repeats, hit=replace(DECISION, item_id="annan"))
    html = render_answer(replace(answer, lines=(repeats, *answer.lines)), SWEDISH)
    assert "Beslutat. " not in html
    of_two = render_answer(replace(answer, lines=(repeats, other)), SWEDISH)
    assert of_two.count("Beslutat. ") == 1
    assert "Beslutat. " in render_answer(replace(answer, lines=(repeats,)), SWEDISH)


def test_what_is_not_quoted_is_not_set_as_a_quotation() -> None:
    answer = StandInIndex().ask("Vad?")
    stated = replace(answer, lines=(AnswerLine(said("Avslogs 2024."), DECISION),))
    assert "blockquote" not in ParsedHtml(render_answer(stated, SWEDISH)).tags


def test_no_answer_says_so_why_and_what_was_looked_through() -> None:
    answer = StandInIndex().ask("Vad är meningen?")
    text = parse_safe(render_answer(answer, SWEDISH)).text.replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith("Handlingarna ger inget svar")
    assert answer.reason is not None
    assert answer.reason in text
    assert "Genomsökt: 16 handlingar, 1 284 ärenden; Regionstyrelsen" in text
    assert "17 januari 2023 – 10 december 2024" in text


def test_hits_without_an_answer_are_marked_as_merely_near() -> None:
    text = parse_safe(render_hits(group_hits(HITS), SWEDISH, nearest=True)).text
    assert text.startswith("Närmaste träffar")
    assert "besvarar den inte säkert" in text
    assert "Närmaste" not in render_hits(group_hits(HITS), SWEDISH)


def test_headings_come_in_order() -> None:
    answer = StandInIndex().ask("Vad?")
    html = render_answer(answer, SWEDISH) + render_hits(group_hits(HITS), SWEDISH)
    levels = [tag for tag in ParsedHtml(html).tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels == ["h2", "h2"] + ["h3"] * len({hit.item_id for hit in HITS})


def test_hits_of_one_item_are_one_card_with_the_best_on_top() -> None:
    html = render_hits(group_hits((DECISION, SECOND_POINT, RESERVATION, VOTE)), SWEDISH)
    parsed = parse_safe(html)
    assert "4 träffar i 2 ärenden" in parsed.text
    assert parsed.tags.count("article") == 2
    top, folded = html.split("<details", 1)
    assert DECISION.text in parse_text(top)
    assert SECOND_POINT.text not in parse_text(top)
    assert "Fler stycken ur samma ärende (2)" in folded
    assert badges(folded.split("</details>")[0]) == ["Beslut", "Reservation"]
    for hit in (DECISION, SECOND_POINT, RESERVATION, VOTE):
        assert hit.text in parsed.text
        assert hit.citation in parsed.values("data-citation")


def test_the_same_text_elsewhere_is_named_and_linked() -> None:
    agenda = "Kommunfullmäktige 2023-09-18 ärende 9, Yrkanden (s. 30, kallelse)"
    motion = replace(MOTION, also_in=(SAME_TEXT.citation, agenda))
    html = render_hits(group_hits((motion, SAME_TEXT)), SWEDISH)
    text = parse_safe(html).text.replace("\N{NO-BREAK SPACE}", " ")
    assert f"Samma text i: {SAME_TEXT.citation}" in text
    assert agenda in text
    assert html.count("<article") == 1
    assert f'data-id="{SAME_TEXT.id}"' in html


def test_another_paragraph_of_an_item_with_the_same_text_is_not_lost() -> None:
    motion = replace(MOTION, also_in=(SAME_TEXT.citation,))
    other = replace(
        SAME_TEXT, id="other", citation="Kommunstyrelsen § 140, Bakgrund", text="Annat."
    )
    parsed = parse_safe(render_hits(group_hits((motion, SAME_TEXT, other)), SWEDISH))
    assert "Fler stycken där samma text står (1)" in parsed.text
    assert "Annat." in parsed.text


def test_each_interpretation_is_a_chip_that_says_what_it_does() -> None:
    reading = QuestionReading(used=(BODY, SECTION))
    html = render_reading(reading, SWEDISH)
    parsed = parse_safe(html)
    assert parsed.text.startswith("Tolkat som:Regionstyrelsen×Gärna beslut×")
    assert parsed.values("aria-label") == [
        "Ta bort tolkningen Regionstyrelsen",
        "Ta bort tolkningen Gärna beslut",
    ]
    assert parsed.values("data-without") == [BODY.key, SECTION.key]
    assert "bs-chip bs-chip-limits" in parsed.values("class")
    assert "bs-chip bs-chip-prefers" in parsed.values("class")


def test_what_was_taken_away_is_struck_and_can_be_put_back() -> None:
    html = render_reading(QuestionReading(used=(SECTION,), removed=(BODY,)), SWEDISH)
    parsed = parse_safe(html)
    assert parsed.tags.count("s") == 1
    assert "RegionstyrelsenLägg tillbaka" in parsed.text
    assert parsed.values("aria-label")[0] == "Lägg tillbaka tolkningen Regionstyrelsen"
    assert parsed.values("data-without") == ["", f"{BODY.key}|{SECTION.key}"]


def test_what_left_nothing_and_what_was_spelt_otherwise_is_said() -> None:
    reading = QuestionReading(used=(NOWHERE,), corrected=(Correction("nattbusar", "nattbussar"),))
    text = parse_safe(render_reading(reading, SWEDISH)).text
    assert "Inget fanns för ”1901”; sökte utan." in text
    assert "Visar även träffar för ”nattbussar”; ”nattbusar” finns inte i handlingarna." in text
    assert render_reading(QuestionReading(), SWEDISH) == ""


def test_the_coverage_line_says_what_is_searched_and_what_is_not() -> None:
    html = render_coverage(COVERAGE, DOCUMENTS, SWEDISH)
    text = parse_safe(html).text.replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith("Söker i 16 handlingar med 1 284 ärenden från Regionstyrelsen, ")
    assert "2 handlingar kunde inte läsas" in text
    assert "inskannat.pdf Sidorna är bilder utan text. Gör så här: Kör texttolkning" in text
    assert "protokoll 2024-12-10.pdf" not in text


def test_bodies_with_a_comma_in_the_name_are_kept_apart() -> None:
    bodies = ("Nämnden, Region A", "Nämnden, B kommun")
    text = parse_safe(render_coverage(replace(COVERAGE, bodies=bodies), (), SWEDISH)).text
    assert "från Nämnden, Region A; Nämnden, B kommun, 17 januari" in text


def test_many_bodies_are_counted_in_the_line_and_listed_on_demand() -> None:
    bodies = tuple(f"Nämnd {number}" for number in range(9))
    text = parse_safe(render_coverage(replace(COVERAGE, bodies=bodies), (), SWEDISH)).text
    assert "från 9 organ, 17 januari" in text
    assert "Visa organen" in text
    assert "Nämnd 8" in text


def test_a_recognised_text_is_shown_with_a_warning() -> None:
    warning = "Texten är maskinläst (OCR) och kan ha fel."
    index = StandInIndex(hits=(replace(DECISION, ocr=True),))
    assert warning in parse_safe(render_hits(group_hits(index.hits), SWEDISH)).text
    assert warning in parse_safe(render_answer(index.ask("Vad?"), SWEDISH)).text
    assert "recognised by machine" in parse_safe(render_hits(group_hits(index.hits), ENGLISH)).text
    assert "OCR" not in render_hits(group_hits(HITS), SWEDISH)


def test_partly_read_documents_are_told_with_what_was_not_read() -> None:
    document = IngestedDocument(
        "a.pdf",
        DocumentStatus.NEW,
        unread_pages=("Sida 4: Bild utan text",),
        doubts=("Datumet är osäkert",),
    )
    text = parse_safe(render_coverage(COVERAGE, [document], SWEDISH)).text
    assert "1 handling lästes bara delvis" in text
    assert "Sida 4: Bild utan text." in text
    assert "osäkert" not in text


def test_it_is_told_how_new_the_documents_are() -> None:
    assert "sparades" not in render_coverage(COVERAGE, (), SWEDISH)
    covered = replace(COVERAGE, newest_file=date(2024, 12, 19))
    text = parse_safe(render_coverage(covered, (), SWEDISH)).text
    assert "17 januari 2023 – 10 december 2024. Den nyaste filen sparades 19 december" in text


def test_an_empty_index_tells_what_to_do() -> None:
    empty = Coverage(0, 0, 0, 0, (), None, None)
    text = parse_safe(render_coverage(empty, (), SWEDISH)).text
    assert "inga handlingar ännu" in text
    assert "mappen ingest" in text


def test_the_cards_exist_in_english_with_the_quotation_as_it_stands() -> None:
    answer = StandInIndex().ask("Vad?")
    text = parse_safe(render_answer(answer, ENGLISH) + render_hits(group_hits(HITS), ENGLISH)).text
    assert "Decided" in text
    assert "Proposal" in text
    assert "10 December 2024" in text
    assert DECISION.text in text
    assert date(2024, 12, 10).isoformat() in render_hits(group_hits(HITS), ENGLISH)
