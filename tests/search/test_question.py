from datetime import date

import pytest

from beslutssok.domain import Filters
from beslutssok.search.periods import find_period
from beslutssok.search.question import Intent, merge_filters, read_question
from beslutssok.search.understanding import relaxations

BODIES = ("Kommunfullmäktige", "Kommunstyrelsen", "Hälso- och sjukvårdsnämnden")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Vad beslutades den 7 september 2023?", date(2023, 9, 7), date(2023, 9, 7)),
        ("mötet 2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("i mars 2023", date(2023, 3, 1), date(2023, 3, 31)),
        ("i februari och mars 2024", date(2024, 2, 1), date(2024, 3, 31)),
        ("under hösten 2023", date(2023, 8, 1), date(2023, 12, 31)),
        ("in June 2023", date(2023, 6, 1), date(2023, 6, 30)),
        ("Vilka motioner avslogs under 2023?", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_periods_are_read(text: str, first: date, last: date) -> None:
    period = find_period(text)
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Vad blev skattesatsen för 2024?",
        "budget 2025",
        "målet 2023–2026",
        "Vad kostar läkarbesöket under 2025?",
    ],
)
def test_a_year_that_is_the_subject_is_no_period(text: str) -> None:
    assert find_period(text) is None


def test_case_paragraph_and_body_are_read() -> None:
    question = read_question("Vad beslutade KF i § 16 den 7 september 2023?", Filters(), BODIES)
    assert question.filters.organ == "Kommunfullmäktige"
    assert question.filters.item_number == "16"
    assert question.filters.date_from == date(2023, 9, 7)
    case = read_question("Hur gick det med RS 762/2024?", Filters(), BODIES)
    assert case.filters.case_number == "RS/762/2024"


def test_a_body_that_only_owns_the_proposal_is_no_filter() -> None:
    question = read_question("Vilka ville avslå kommunstyrelsens förslag?", Filters(), BODIES)
    assert question.filters.organ is None


def test_a_paragraph_is_not_read_with_the_preposition_behind_it() -> None:
    question = read_question(
        "§ 60 i hälso- och sjukvårdsnämnden den 23 maj 2024", Filters(), BODIES
    )
    assert question.filters.item_number == "60"
    assert question.filters.organ == "Hälso- och sjukvårdsnämnden"


def test_what_the_user_filters_for_wins() -> None:
    given = Filters(organ="Kommunstyrelsen", date_from=date(2020, 1, 1))
    question = read_question("Vad beslutade KF den 7 september 2023?", given, BODIES)
    assert question.filters.organ == "Kommunstyrelsen"
    assert question.filters.date_from == date(2020, 1, 1)


def test_relaxing_never_lets_go_of_what_the_user_gave() -> None:
    given = Filters(huvudman="Älvsele kommun")
    question = read_question("Vad beslutade KF i § 16 den 7 september 2023?", given, BODIES)
    parts = question.interpretations
    steps = [
        merge_filters(given, [part for part in parts if part not in let_go])
        for let_go in relaxations(parts)
    ]
    assert steps[-1] == given
    assert all(step.huvudman == "Älvsele kommun" for step in steps)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Vad beslutades om simhallen?", Intent.DECISION),
        ("Hur föll rösterna om vindkraften?", Intent.VOTE),
        ("Vilka reserverade sig mot beslutet?", Intent.WHO_RESERVED),
        ("Vem yrkade avslag?", Intent.WHO_MOVED),
        ("Vem drev igenom att stationen ska ligga i Norrhed?", Intent.WHO_MOVED),
        ("Vem var emot avtalet?", Intent.WHO_RESERVED),
        ("Vem var jävig?", Intent.WHO_DISQUALIFIED),
        ("Vem fick lämna salen när bryggan såldes?", Intent.WHO_DISQUALIFIED),
        ("Vilka fick inte vara med och besluta om bryggan?", Intent.WHO_DISQUALIFIED),
        ("Vem gick ut när bryggan såldes?", Intent.WHO_DISQUALIFIED),
        ("Vad gick motionen om bryggan ut på?", Intent.DECISION),
        ("Vem låg bakom förslaget om bryggan?", Intent.WHO_MOVED),
        ("Vilka låg bakom motionen om bryggan?", Intent.DECISION),
        ("Var hela nämnden med på att sälja bryggan?", Intent.WHO_RESERVED),
        ("Var det enigt när bryggan såldes?", Intent.WHO_RESERVED),
        ("Var det någon emot att sälja bryggan?", Intent.WHO_RESERVED),
        ("Hur många var för respektive emot att sälja bryggan?", Intent.VOTE),
        ("Hur många i nämnden ville sälja bryggan?", Intent.VOTE),
        ("Hur många bryggor ska säljas?", Intent.DECISION),
        ("Vilka taxor fastställdes i november?", Intent.LIST),
        ("Hur har motionen behandlats, möte för möte?", Intent.HISTORY),
        ("Hur gick det sedan med nattbussen?", Intent.HISTORY),
        ("Hur har planen för bryggan gått fram och tillbaka?", Intent.HISTORY),
        ("Först skulle bryggan säljas, sen inte?", Intent.HISTORY),
        ("Var nämnden enig om bryggan?", Intent.WHO_RESERVED),
        ("Var alla i nämnden för förslaget?", Intent.WHO_RESERVED),
        ("Hur många ledamöter var för?", Intent.VOTE),
        ("Vilka fick inte delta i beslutet om bryggan?", Intent.WHO_DISQUALIFIED),
    ],
)
def test_what_kind_of_answer_is_wanted(text: str, intent: Intent) -> None:
    assert read_question(text, Filters(), BODIES).intent is intent


@pytest.mark.parametrize(
    "text",
    [
        "Var alla barn med på simskolan?",
        "Är kommunen enig med regionen om färjan?",
        "Vem tog emot stipendiet?",
        "Vem gick ut i media om bryggan?",
        "Vem får gå ut med hunden?",
        "Vilka får inte delta i upphandlingen?",
        "Hur många ledamöter i nämnden sade upp sig?",
        "Hur många elever är för många i en klass?",
        "Hur många bryggor var för dyra?",
        "Är hela vägen belyst?",
        "Hur lång är cykelvägen fram och tillbaka?",
        "Vad får elever först göra sedan de slutat?",
        "Vem stod bakom bryggprojektet?",
    ],
)
def test_words_of_meetings_in_other_senses_want_no_other_answer(text: str) -> None:
    question = read_question(text, Filters(), BODIES)
    assert (question.intent, question.wording) == (Intent.DECISION, text)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Vem fick lämna rummet när bryggan såldes?", "Jäv när bryggan såldes?"),
        ("Vilka fick inte vara med och besluta om bryggan?", "Jäv om bryggan?"),
        ("Vem drev igenom att bryggan ska säljas?", "Yrkande att bryggan ska säljas?"),
        ("Vad blev siffrorna när KS röstade om bryggan?", "Omröstning i KS om bryggan?"),
        ("Vem sålde bryggan?", "Vem sålde bryggan?"),
    ],
)
def test_what_is_asked_in_everyday_words_is_searched_for_in_those_of_minutes(
    text: str, wording: str
) -> None:
    question = read_question(text, Filters(), BODIES)
    assert (question.text, question.wording) == (text, wording)
