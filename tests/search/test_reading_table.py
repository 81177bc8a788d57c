"""What is read from questions: a table, each row reviewed by eye.

A row is a question and the keys of what is read from it, in order; a ``~`` before a key says that
it is only preferred, and a space in a key is written ``_``. The questions are asked on Wednesday
20 November 2024.
"""

from datetime import date

import pytest

from beslutssok.domain import Filters
from beslutssok.search.question import read_question

ASKED = date(2024, 11, 20)
BODIES = (
    "Kommunfullmäktige",
    "Kommunstyrelsen",
    "Kommunstyrelsens arbetsutskott",
    "Barn- och utbildningsnämnden",
    "Hälso- och sjukvårdsnämnden",
    "Regionstyrelsen",
    "Kulturnämnden",
)
ORGANISATIONS = ("Region Fjällbygden", "Älvsele kommun", "Skarvdalens kommun")

QUESTIONS = (
    ("RS/762/2024", "arende:rs/762/2024"),
    ("Vad hände med dnr RS 762/2024?", "arende:rs/762/2024"),
    ("RS/943:1/2025", "arende:rs/943/2025"),
    ("KS 2023/45", "arende:ks_2023/45"),
    ("ks 2023/45 om badet", "arende:ks_2023/45"),
    ("KS-2023/45", "arende:ks_2023/45"),
    ("SLK-2024-00385", "arende:slk-2024-00385"),
    ("Vad blev det av BN-2021-00030?", "arende:bn-2021-00030"),
    ("Ärende 0120/22", "arende:0120/22"),
    ("§ 208", "paragraf:208"),
    ("§208 den 10 december 2024", "paragraf:208 period:2024-12-10/2024-12-10"),
    ("paragraf 12", "paragraf:12"),
    ("Paragraf 12 i kommunstyrelsen", "paragraf:12 organ:kommunstyrelsen"),
    ("§ 7 a", "paragraf:7_a"),
    ("§ 343 september 2024", "paragraf:343 period:2024-09-01/2024-09-30"),
    ("§12 KF 14/5", "paragraf:12 organ:kommunfullmäktige period:2024-05-14/2024-05-14"),
    ("Vad står i § 60 från mötet den 23 maj 2024?", "paragraf:60 period:2024-05-23/2024-05-23"),
    ("ärende 7 i kallelsen", "paragraf:7 handling:kallelse"),
    ("ärende nr 14 på dagordningen", "paragraf:14 handling:kallelse"),
    ("§§ 12–14 i protokollet", "~handling:protokoll"),
    ("Vad säger 2 kap. 3 § kommunallagen?", ""),
    ("enligt § 5 reglementet", ""),
    ("Vad beslutades i våras om badet?", "period:2024-01-01/2024-06-30"),
    ("Vad sades i höstas?", "period:2024-08-01/2024-12-31"),
    ("Vad beslutades förra hösten?", "period:2023-08-01/2023-12-31"),
    ("beslut i somras", "period:2024-06-01/2024-08-31"),
    ("Vad togs upp i vintras?", "period:2024-01-01/2024-03-31"),
    ("Vad beslutas i höst?", "period:2024-08-01/2024-12-31"),
    ("Vad beslutades i vår kommun om skolan?", ""),
    ("Vad beslutade de i fjol om taxan?", "period:2023-01-01/2023-12-31"),
    ("beslut förra året", "period:2023-01-01/2023-12-31"),
    ("motioner i år", "~sort:motioner period:2024-01-01/2024-12-31"),
    ("motioner i förfjol", "~sort:motioner period:2022-01-01/2022-12-31"),
    (
        "Vilka motioner avslogs under 2023?",
        "~sort:motioner ~utgang:avslag period:2023-01-01/2023-12-31",
    ),
    ("motioner 2023", "~sort:motioner period:2023-01-01/2023-12-31"),
    (
        "Vilka ärenden återremitterades i mars 2024?",
        "~utgang:återremiss period:2024-03-01/2024-03-31",
    ),
    ("Vilka taxor fastställdes?", "~sort:taxor"),
    ("Varför avslogs motionen om badet?", ""),
    ("Vad hände 2023?", "period:2023-01-01/2023-12-31"),
    ("Vad beslutades om parken 2022?", "~period:2022-01-01/2022-12-31"),
    ("Vilka beslut togs 2019–2022?", "period:2019-01-01/2022-12-31"),
    ("beslut mellan 2019 och 2022", "period:2019-01-01/2022-12-31"),
    ("möten åren 2020-2021", "period:2020-01-01/2021-12-31"),
    ("mellan mars och juni 2024", "period:2024-03-01/2024-06-30"),
    ("beslut från mars till juni 2024", "period:2024-03-01/2024-06-30"),
    ("beslut mellan den 12 mars och den 14 april 2024", "period:2024-03-12/2024-04-14"),
    ("november 2023 till februari 2024", "period:2023-11-01/2024-02-29"),
    ("under förra mandatperioden", "period:2018-10-15/2022-10-14"),
    (
        "Vad beslutade kommunstyrelsen under förra mandatperioden?",
        "organ:kommunstyrelsen period:2019-01-01/2022-12-31",
    ),
    ("denna mandatperiod", "period:2022-10-15/2026-10-14"),
    ("mandatperioden 2014–2018", "period:2014-10-15/2018-10-14"),
    ("beslut före sommaren", "period:2024-01-01/2024-06-30"),
    ("beslut före sommaren 2023", "period:2023-01-01/2023-06-30"),
    ("beslut efter sommaren", "period:2024-08-01/2024-12-31"),
    ("beslut efter valet 2022", "period:2022-09-12/"),
    ("beslut före valet", "period:/2022-09-10"),
    ("beslut sedan 2021", "period:2021-01-01/"),
    ("beslut efter den 1 juli 2023", "period:2023-07-02/"),
    ("ändrades taxan före 2020", "period:/2019-12-31"),
    ("beslut fram till och med mars 2024", "period:/2024-03-31"),
    ("senaste tre åren", "period:2021-11-20/2024-11-20"),
    ("beslut de senaste 6 månaderna", "period:2024-05-20/2024-11-20"),
    ("beslut det senaste halvåret", "period:2024-05-20/2024-11-20"),
    ("Vad har hänt på sistone?", ""),
    ("beslut för två år sedan", "period:2022-01-01/2022-12-31"),
    ("förra veckan", "period:2024-11-11/2024-11-17"),
    ("denna vecka", "period:2024-11-18/2024-11-24"),
    ("förra månaden", "period:2024-10-01/2024-10-31"),
    ("kvartal 2", "period:2024-04-01/2024-06-30"),
    ("andra kvartalet 2023", "period:2023-04-01/2023-06-30"),
    ("Q3 2023", "period:2023-07-01/2023-09-30"),
    ("första halvåret 2024", "period:2024-01-01/2024-06-30"),
    ("vecka 14", "period:2024-04-01/2024-04-07"),
    ("vecka 14 2023", "period:2023-04-03/2023-04-09"),
    ("v. 14", "period:2024-04-01/2024-04-07"),
    ("den 12:e mars", "period:2024-03-12/2024-03-12"),
    ("12 mars 2023", "period:2023-03-12/2023-03-12"),
    ("12/3 2023", "period:2023-03-12/2023-03-12"),
    ("mötet 12/3", "period:2024-03-12/2024-03-12"),
    ("öppet dygnet runt 24/7", ""),
    ("höjd med 3/4 procent", ""),
    ("2023-03-12", "period:2023-03-12/2023-03-12"),
    ("20230312", "period:2023-03-12/2023-03-12"),
    ("i tisdags", "period:2024-11-19/2024-11-19"),
    ("förra tisdagen", "period:2024-11-12/2024-11-12"),
    ("i går", "period:2024-11-19/2024-11-19"),
    ("i mars", "period:2024-03-01/2024-03-31"),
    ("i maj i fjol", "period:2023-05-01/2023-05-31"),
    ("hösten -23", "period:2023-08-01/2023-12-31"),
    ("vintern 2022/23", "period:2022-12-01/2023-03-31"),
    ("mar 2024", "period:2024-03-01/2024-03-31"),
    ("what was decided in June 2023", "period:2023-06-01/2023-06-30"),
    ("what was decided last year", "period:2023-01-01/2023-12-31"),
    ("decisions since 2021", "period:2021-01-01/"),
    ("Vad blev skattesatsen för 2024?", ""),
    ("budget 2025", ""),
    ("mål och budget 2024–2026", ""),
    ("Vad kostar läkarbesöket under 2025?", ""),
    ("Hur mycket höjs avgiften från sommaren 2025?", ""),
    ("Är tandvården gratis våren 2026?", "~period:2026-01-01/2026-06-30"),
    ("den 31 februari 2024", "period:2024-02-01/2024-02-29"),
    ("Vad beslutade KS om badet?", "organ:kommunstyrelsen"),
    ("KF:s beslut om taxor", "organ:kommunfullmäktige"),
    ("HSN § 60", "organ:hälso-_och_sjukvårdsnämnden paragraf:60"),
    ("KSAU 3 maj 2023", "organ:kommunstyrelsens_arbetsutskott period:2023-05-03/2023-05-03"),
    ("Vad beslutade BUN om skolskjutsen?", "organ:barn-_och_utbildningsnämnden"),
    ("kommunstyrelsens förslag om badet", ""),
    ("Vad blev kommunstyrelsens beslut om badet?", "organ:kommunstyrelsen"),
    ("Vilka ville avslå kommunstyrelsens förslag?", ""),
    ("förslag till kommunfullmäktige om badet", ""),
    ("remiss till kulturnämnden", ""),
    ("ledamöter i kommunstyrelsen", ""),
    ("Vad fick kulturnämnden i uppdrag?", ""),
    ("Har kommunstyrelsen beslutat om parkering?", "organ:kommunstyrelsen"),
    ("Har kommunstyrelsen bestämt att badet ska stänga?", "organ:kommunstyrelsen"),
    ("Vem uppdrog åt kommunstyrelsen att stänga badet?", ""),
    ("fullmäktige om vindkraften", "organ:kommunfullmäktige"),
    ("arbetsutskottet om badet", "organ:kommunstyrelsens_arbetsutskott"),
    ("Vad tyckte nämnden?", ""),
    ("i kommunstyrelsen och i kulturnämnden", ""),
    (
        "Vad sade hälso- och sjukvårdsnämnden om sommarstängningen?",
        "organ:hälso-_och_sjukvårdsnämnden",
    ),
    (
        "protokoll från kommunstyrelsen 2024-03-12",
        "~handling:protokoll organ:kommunstyrelsen period:2024-03-12/2024-03-12",
    ),
    (
        "kallelsen till kommunfullmäktige i mars 2024",
        "handling:kallelse organ:kommunfullmäktige period:2024-03-01/2024-03-31",
    ),
    ("Vad står i kallelsen om badet?", "handling:kallelse"),
    ("Region Fjällbygdens beslut om nattbuss", "huvudman:region_fjällbygden"),
    ("avtal med Älvsele kommun", ""),
    ("vårdcentralen i Älvsele", "~huvudman:älvsele_kommun"),
    ("Vad beslutade Skarvdalens kommun?", "huvudman:skarvdalens_kommun"),
    ("yrkanden om badet", "~avsnitt:yrkanden"),
    ("reservationer mot vindkraften", "~avsnitt:reservation"),
    ("protokollsanteckning om taxan", "~avsnitt:anteckning"),
    ("omröstningen om skolan", "~avsnitt:omrostning"),
    ("förslag till beslut om badet", "~avsnitt:forslag"),
    ("beslutsunderlag till taxan", "~avsnitt:underlag"),
    ("Vad tyckte Moderaterna om badet?", "~parti:m"),
    ("Sverigedemokraternas motion", "~parti:sd"),
    ("Vänsterpartiet och Miljöpartiet om taxan", "~parti:v ~parti:mp"),
    ("Hur röstade V?", "~parti:v"),
    ("Hur röstade S, V och MP?", "~parti:s ~parti:v ~parti:mp"),
    ("Folkpartiet om skolan", "~parti:l"),
    ("Centern om skogen", "~parti:c"),
    ("Vad sade sossarna?", "~parti:s"),
    ("motion av Anna Berg (S)", "~namn:anna_berg ~parti:s"),
    ("vitamin C och hepatit B", ""),
    ("Vad yrkade Anna Berg om badet?", "~namn:anna_berg"),
    ("Kalle von Alm om skogen", "~namn:kalle_von_alm"),
    ("SD:s budget", "~parti:sd"),
    ("senaste beslutet om badet", "~ordning:latest"),
    ("Vad är det senaste om badet?", "~ordning:latest"),
    ("när togs badet upp första gången?", "~ordning:earliest"),
    ("äldsta beslutet om badet", "~ordning:earliest"),
    ("första hjälpen i skolan", ""),
    ("Sista ansökningsdag för bidrag", ""),
    ('"fri entré" till badet', "ordagrant:fri_entré"),
    ("”fri entré” -gymnasiet", "ordagrant:fri_entré utan:gymnasiet"),
    ("»öppet hus« i skolan", "ordagrant:öppet_hus"),
    ('skola -"fri skola"', "utan:fri_skola"),
    ("- skola", ""),
    ("-skola", ""),
    ("hälso- och sjukvård", ""),
    ("bad -entré sedan 2021", "utan:entré"),
    ('"RS/762/2024"', "arende:rs/762/2024"),
    ('"§ 12" i mars 2024', "paragraf:12 period:2024-03-01/2024-03-31"),
    ('15" skärmar till skolan', ""),
    ("Is the maternity ward closing?", ""),
    ("Mitä päätettiin koulusta?", ""),
    ("Giellagas ja sámegiella", ""),
    ("Hvad besluttede de om skolen?", ""),
    ("🙂🙂🙂", ""),
    ('!?§-"', ""),
)


def keys(text: str) -> str:
    question = read_question(text, Filters(), BODIES, ORGANISATIONS, today=ASKED)
    return " ".join(
        ("" if part.limits else "~") + part.key.replace(" ", "_")
        for part in question.interpretations
    )


@pytest.mark.parametrize(("text", "expected"), QUESTIONS)
def test_what_is_read_from_a_question(text: str, expected: str) -> None:
    assert keys(text) == expected


def test_each_part_names_the_words_it_was_read_from() -> None:
    text = "Vad beslutade KF i § 16 i mars 2024 om badet -entré?"
    parts = read_question(text, Filters(), BODIES, today=ASKED).interpretations
    assert [(part.label, text[part.start : part.end].strip()) for part in parts] == [
        ("Kommunfullmäktige", "KF"),
        ("§ 16", "§ 16"),
        ("Mars 2024", "mars 2024"),
        ("Utan «entré»", "-entré"),
    ]


@pytest.mark.parametrize("text", [text for text, expected in QUESTIONS if expected])
def test_every_part_can_be_taken_away(text: str) -> None:
    parts = read_question(text, Filters(), BODIES, ORGANISATIONS, today=ASKED).interpretations
    taken = [part.key for part in parts]
    left = read_question(text, Filters(), BODIES, ORGANISATIONS, today=ASKED, without=taken)
    assert left.interpretations == ()
    assert left.filters == Filters()
    assert left.period is None and left.order is None


def test_what_is_taken_away_leaves_the_rest() -> None:
    text = "Vad beslutade KF i mars 2024?"
    left = read_question(text, Filters(), BODIES, without=["organ:kommunfullmäktige"], today=ASKED)
    assert left.filters == Filters(date_from=date(2024, 3, 1), date_to=date(2024, 3, 31))
    assert left.interpreted == ("Mars 2024",)


def test_what_the_user_filters_for_is_not_read_again() -> None:
    given = Filters(organ="Kulturnämnden", date_from=date(2020, 1, 1))
    read = read_question("Vad beslutade KF i mars 2024?", given, BODIES, today=ASKED)
    assert read.interpretations == ()
    assert read.filters == given


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vad beslutade socialnämnden?", "Socialnämnden"),
        ("Vad beslutade SN om hemtjänsten?", "Socialnämnden"),
        ("Vad beslutade regionfullmäktige?", "Regionfullmäktige"),
        ("Vad beslutade KF?", None),
        ("förslag till socialnämnden", None),
    ],
)
def test_a_body_that_is_not_in_the_index_is_told(text: str, expected: str | None) -> None:
    assert read_question(text, Filters(), BODIES).unknown_organ == expected


def test_the_marks_of_phrases_are_not_searched_for() -> None:
    question = read_question('"fri entré" badet -gymnasiet', Filters(), BODIES)
    assert question.wording == "fri entré badet"
    assert question.phrases == ("fri entré",)
    assert question.excluded == ("gymnasiet",)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "--", '"', '""', "§", "§§", "¤%&/()=", "\u202e\u200f§ 12\u202c", "🙂" * 300,
        "\x00", "a" * 10_000, "§ 1 " * 2_500, "-ord " * 2_000, '"fras" ' * 1_500,
        "den 12/3 " * 1_100, "kommunstyrelsen " * 30,
        "(((((" * 90, "1/1/1/1/1/1/1", "vecka 99", "kvartal 9", "99/99",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_or_pasted_breaks(text: str) -> None:
    question = read_question(text, Filters(), BODIES, ORGANISATIONS, today=ASKED)
    assert question.text == text


def test_a_pasted_text_is_not_read_for_filters() -> None:
    pasted = "Kommunstyrelsen beslutade i § 12 den 3 maj 2024 att anta planen. " * 10
    assert read_question(pasted, Filters(), BODIES).filters == Filters()


def test_local_parties_are_known_by_their_letters() -> None:
    def asked(letters: tuple[str, ...]) -> tuple[str, ...]:
        question = read_question("motion av Bo Alm (ÄL)", Filters(), (), parties=letters)
        return tuple(p.filters.party for p in question.interpretations if p.filters.party)

    assert asked(("ÄL",)) == ("ÄL",)
    assert asked(()) == ()
