"""What the program itself says, in English; names and quotations stay in Swedish."""

from dataclasses import replace
from datetime import date

import pytest
from tests.fakes.parsed_html import ParsedHtml
from tests.fakes.stand_in_index import BODY, DECISION, SECTION, StandInIndex

from beslutssok.app.page.answer_card import render_answer
from beslutssok.app.page.chips import render_reading
from beslutssok.app.page.english import ENGLISH
from beslutssok.app.page.english_sentences import in_english
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.question_reading import QuestionReading
from beslutssok.domain import AnswerLine, Filters, Interpretation, InterpretationKind
from beslutssok.domain.answers import LineKind

SENTENCES = {
    "Omröstning 1 av 2: 9 ja, 4 nej (ja: bifall; nej: avslag).": "Vote 1 of 2: 9 yes, 4 no "
    "(yes: “bifall”; no: “avslag”).",
    "Omröstning: 9 ja, 4 nej enligt texten; röstlistan ger 9 ja, 5 nej.": "Vote: 9 yes, 4 no by "
    "the text; the roll-call gives 9 yes, 5 no.",
    "Per parti, räknat i röstlistan: S 5 ja; C 2 nej.": "By party, counted in the roll-call: "
    "S 5 yes; C 2 no.",
    "V: 0 ja, 3 nej, 1 frånvarande, räknat i röstlistan.": "V: 0 yes, 3 no, 1 absent, counted in "
    "the roll-call.",
    "Siv Ek (V) röstade nej, omröstning 2 av 3.": "Siv Ek (V) voted no, vote 2 of 3.",
    "Reservation: Siv Ek (V), MP.": "Reservation: Siv Ek (V), MP.",
    "Yrkande, bifall och återremiss: Bo Ek (C).": "Motion for approval and referral back: "
    "Bo Ek (C).",
    "Avslaget. Kommunstyrelsen 2024-02-13 § 14: Nej till allt: ett och annat (KS 1/24).": (
        "Rejected. Kommunstyrelsen 2024-02-13 § 14: Nej till allt: ett och annat (KS 1/24)."
    ),
    "Endast förslag, ur kallelsen. Kommunstyrelsen 2025-02-11 ärende 4: Taxan.": "Only proposed, "
    "from the agenda. Kommunstyrelsen 2025-02-11 agenda item 4: Taxan.",
    "Senare beslut i ärendet: Nämnden 2025-10-22 § 72, bifallet delvis (Skolan).": "A later "
    "decision in the case: Nämnden 2025-10-22 § 72, partly approved (Skolan).",
    "6 ärenden i tidsordning, av 74 genomsökta paragrafer:": "6 items in order of time, of 74 "
    "paragraphs (§) looked through:",
    "SD reserverade sig i ett ärende, av 12 genomsökta paragrafer:": "SD reserved themselves in "
    "one item, of 12 paragraphs (§) looked through:",
    "Orden «moské», «kyrka» finns inte i handlingarna.": "“moské”, “kyrka” are not in the "
    "documents.",
}


@pytest.mark.parametrize(("swedish", "english"), SENTENCES.items())
def test_a_sentence_of_the_program_is_said_in_english(swedish: str, english: str) -> None:
    assert in_english(swedish) == english


@pytest.mark.parametrize("text", ["Motionen avslås.", "", "1. Taxan höjs: två kronor."])
def test_what_is_no_sentence_of_the_program_is_left(text: str) -> None:
    assert in_english(text) is None


def test_an_answer_in_english_quotes_in_swedish() -> None:
    vote = AnswerLine("Omröstning: 9 ja, 4 nej.", DECISION, quoted=False, kind=LineKind.VOTE)
    unknown = replace(vote, text="Något nytt som sägs.", kind=LineKind.TEXT)
    answer = StandInIndex().ask("nattbussar")
    answer = replace(answer, lines=(*answer.lines, vote, unknown))
    html = render_answer(answer, ENGLISH)
    assert '<span lang="en">Vote: 9 yes, 4 no.</span>' in html
    text = ParsedHtml(html).text
    assert DECISION.text in text
    assert unknown.text in text
    assert "Omröstning: 9 ja, 4 nej." in ParsedHtml(render_answer(answer, SWEDISH)).text


def test_what_a_question_was_taken_for_is_said_in_english() -> None:
    month = Filters(date_from=date(2025, 3, 1), date_to=date(2025, 3, 31))
    period = Interpretation("period:x", InterpretationKind.PERIOD, "Gärna mars 2025", 9, 9, month)
    html = render_reading(QuestionReading((BODY, SECTION, period)), ENGLISH)
    text = ParsedHtml(html).text
    for said in ("Regionstyrelsen", "Preferably decision", "Preferably 1 March 2025 – 31 March"):
        assert said in text
    assert "Gärna" not in html
