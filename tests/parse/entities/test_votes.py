"""Votes: what was put, the tally as stated, roll-calls in every layout, and doubts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.entities.written import entities_and_doubts, entities_of

from beslutssok.domain import PartyVote, SectionKind, Vote, VoteChoice

YES, NO, ABSTAINED = VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAINED
ABSENT = VoteChoice.ABSENT
SHOWN = {YES: "Ja", NO: "Nej", ABSTAINED: "Avstår", ABSENT: "Frånvarande"}


def votes(*paragraphs: str, heading: str = "Omröstning") -> tuple[Vote, ...]:
    return entities_of((SectionKind.VOTE, heading, paragraphs)).votes


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        (
            "Ja för bifall till förslaget. Nej för bifall till Anna Bergs m.fl. yrkande.",
            "bifall till förslaget",
            "bifall till Anna Bergs m.fl. yrkande",
        ),
        (
            "”Ja för ärendets avgörande i dag och Nej för återremiss.”",
            "ärendets avgörande i dag",
            "återremiss",
        ),
        ("Ja-röst för förslaget. Nej-röst för Per Eks yrkande.", "förslaget", "Per Eks yrkande"),
        (
            "Ja-röst innebär bifall till planen.\nNej-röst innebär avslag.",
            "bifall till planen",
            "avslag",
        ),
        ("JA = bifall till förslaget\nNEJ = avslag", "bifall till förslaget", "avslag"),
        (
            "Den som vill bifalla planen röstar Ja. Den som vill avslå den röstar Nej.",
            "bifalla planen",
            "avslå den",
        ),
        (
            "Den som bifaller förslaget röstar ja, den det ej vill röstar nej.",
            "bifaller förslaget",
            "den det ej vill",
        ),
        ("Godkännes: Ja för bifall, nej för avslag.", "bifall", "avslag"),
        (
            "De båda yrkandena ställs mot varandra. Omröstning begärs. Den som röstar enligt"
            " utskottets förslag röstar ja, den som röstar för Per Eks yrkande röstar nej.",
            "utskottets förslag",
            "Per Eks yrkande",
        ),
        (
            "Ja-proposition: Bifall till planen. Nej-proposition: Avslag på planen.",
            "Bifall till planen",
            "Avslag på planen",
        ),
    ],
)
def test_what_yes_and_no_stood_for(text: str, yes: str, no: str) -> None:
    (vote,) = votes(text, "Omröstningen utfaller med 8 Ja mot 7 Nej.")
    assert vote.proposition
    assert (vote.proposition.yes, vote.proposition.no) == (yes, no)
    assert vote.tally
    assert (vote.tally.yes, vote.tally.no) == (8, 7)


@pytest.mark.parametrize(
    ("text", "tally", "yes", "no"),
    [
        (
            "Med 25 röster för styrelsens förslag mot 5 för Per Eks yrkande och en som avstår"
            " bifaller fullmäktige styrelsens förslag.",
            (25, 5, 1),
            "styrelsens förslag",
            "Per Eks yrkande",
        ),
        (
            "16 ja-röster för styrelsens förslag, 15 nej-röster för avslag.",
            (16, 15, None),
            "styrelsens förslag",
            "avslag",
        ),
        (
            "5 ja-röster för Eva Linds yrkande, 5 nej-röster för Per Eks yrkande."
            " Siv Ask (KD) och Bo Alm (C) avstår.",
            (5, 5, 2),
            "Eva Linds yrkande",
            "Per Eks yrkande",
        ),
        (
            "Vid votering röstar 18 ledamöter för att ärendet ska avgöras i dag och 13 för"
            " återremiss.",
            (18, 13, None),
            "att ärendet ska avgöras i dag",
            "återremiss",
        ),
        (
            "Ja-röst för planen, nej-röst för avslag. 25 röster för planen mot 6 för avslag.",
            (25, 6, None),
            "planen",
            "avslag",
        ),
        (
            "Ja för avslag, nej för bifall: 23 ja-röster, 7 nej-röster, 1 avstår.",
            (23, 7, 1),
            "avslag",
            "bifall",
        ),
        (
            "Vid omröstning om ärendet ska avgöras i dag (ja) eller återremitteras (nej) avges 14"
            " ja-röster och 17 nej-röster.",
            (14, 17, None),
            "ärendet ska avgöras i dag",
            "återremitteras",
        ),
    ],
)
def test_a_count_that_names_its_sides_is_one_vote(
    text: str, tally: tuple[int, int, int | None], yes: str, no: str
) -> None:
    (vote,) = votes(text)
    assert vote.tally and vote.proposition
    assert (vote.tally.yes, vote.tally.no, vote.tally.abstained) == tally
    assert (vote.proposition.yes, vote.proposition.no) == (yes, no)


def test_the_vote_on_which_proposal_stands_against_the_main_one_is_a_vote_of_its_own() -> None:
    first, second = votes(
        "Som kontraproposition antas Centerns förslag, där Centerns förslag får 9 röster,"
        " Byapartiets 6 och 16 ledamöter avstår.",
        "Ja för styrelsens förslag, nej för Centerns. Ja-röster: 16. Nej-röster: 15.",
    )
    assert first.tally and (first.tally.yes, first.tally.no, first.tally.abstained) == (9, 6, 16)
    assert first.proposition and first.proposition.no == "Byapartiets"
    assert second.tally and (second.tally.yes, second.tally.no) == (16, 15)
    assert second.proposition and second.proposition.yes == "styrelsens förslag"


def test_an_election_is_no_vote_on_a_proposal() -> None:
    assert not votes("Anna Berg (S) väljs. 30 röster för Anna Berg och 20 för Per Ek.")


def test_each_of_several_votes_has_its_own_proposition() -> None:
    counter, main = votes(
        "Kontraproposition: Ja för Anna Bergs yrkande, Nej för Per Eks yrkande.",
        "Utfallet blev 9 Ja mot 6 Nej.",
        "Huvudvotering: Ja för styrelsens förslag. Nej för Anna Bergs yrkande.",
        "Utfallet blev 8 Ja mot 6 Nej. En ledamot avstår.",
    )
    assert counter.tally and main.tally and counter.proposition and main.proposition
    assert (counter.tally.yes, main.tally.yes, main.tally.abstained) == (9, 8, 1)
    assert counter.proposition.no == "Per Eks yrkande"
    assert main.proposition.yes == "styrelsens förslag"


def test_a_tally_told_again_in_the_decision_is_one_vote() -> None:
    found = entities_of(
        (SectionKind.DECISION, "Beslut", ["Med 8 ja-röster mot 7 nej-röster antas planen."]),
        (SectionKind.VOTE, "Omröstning", ["Omröstning begärs. 8 röstar ja och 7 röstar nej."]),
    )
    assert len(found.votes) == 1


def test_two_votes_with_the_same_numbers_are_two() -> None:
    found = votes(
        "Omröstning begärs. Den utfaller med 8 Ja mot 7 Nej.",
        "Omröstning begärs. Den utfaller med 8 Ja mot 7 Nej.",
    )
    assert len(found) == 2


@pytest.mark.parametrize("kind", [SectionKind.EARLIER, SectionKind.BACKGROUND, SectionKind.SUMMARY])
def test_a_vote_at_another_meeting_is_not_this_one(kind: SectionKind) -> None:
    text = "Arbetsutskottet beslutade efter omröstning, med 3 ja mot 2 nej, att föreslå planen."
    assert entities_of((kind, "Ärendet", [text])).votes == ()


def test_parties_that_vote_as_one_are_told_and_not_counted() -> None:
    (vote,) = votes(
        "Omröstningen utfaller med 9 Ja mot 3 Nej.",
        "Ja röstar ledamöterna från S och C. Nej röstar Anna Berg (V) och Per Ek (L).",
    )
    assert vote.by_party == (PartyVote("S", YES), PartyVote("C", YES))
    assert vote.count(NO) == 2
    assert vote.agrees


@pytest.mark.parametrize(
    "rows",
    [
        ["Parti | Ja | Nej | Avstår", "S | 12 | 0 | 0", "M | 0 | 9 | 1", "Summa | 12 | 9 | 1"],
        ["Parti\nJa\nNej\nAvstår", "S\n12\n0\n0", "M\n0\n9\n1", "Summa\n12\n9\n1"],
    ],
)
def test_a_summary_by_party(rows: list[str]) -> None:
    (vote,) = votes(*rows)
    assert vote.tally
    assert (vote.tally.yes, vote.tally.no, vote.tally.abstained) == (12, 9, 1)
    assert vote.by_party == (
        PartyVote("S", YES, 12),
        PartyVote("M", NO, 9),
        PartyVote("M", ABSTAINED, 1),
    )


def test_lists_go_to_the_votes_that_name_them() -> None:
    def rows(choices: str) -> list[str]:
        shown = {"j": "Ja", "n": "Nej"}
        names = ("Anna Berg", "Per Ek", "Eva Lind")
        listed = [
            f"{name} | S | Ledamot | {shown[c]}" for name, c in zip(names, choices, strict=True)
        ]
        return ["Namn | Parti | Funktion | Resultat", *listed]

    first, second = entities_of(
        (
            SectionKind.VOTE,
            "Omröstning",
            [
                "Omröstningen utfaller med 2 Ja mot 1 Nej. Se bilaga 3.",
                "Omröstning begärs om tillägget. Den utfaller med 1 Ja mot 2 Nej. Se bilaga 2.",
            ],
        ),
        (SectionKind.VOTE, "Bilaga 2", rows("jnn")),
        (SectionKind.VOTE, "Bilaga 3", rows("jjn")),
    ).votes
    assert (first.count(YES), second.count(YES)) == (2, 1)
    assert first.agrees and second.agrees


def test_a_list_that_says_otherwise_than_the_text_is_a_doubt_that_names_both() -> None:
    _, doubts = entities_and_doubts(
        (
            SectionKind.VOTE,
            "Omröstning",
            [
                "Omröstningen utfaller med 2 Ja mot 2 Nej.",
                "Ja röstar Anna Berg (S) och Per Ek (S). Nej röstar Eva Lind (M).",
            ],
        )
    )
    assert len(doubts) == 1
    assert "2 ja och 2 nej" in doubts[0]
    assert "2 ja och 1 nej" in doubts[0]


def test_a_row_that_cannot_be_read_is_a_doubt() -> None:
    rows = [
        "Ledamot | Parti | Ja | Nej",
        "Anna Berg | S | X | ",
        "Per Ek | M |  | X",
        "? | V | X | ",
    ]
    _, doubts = entities_and_doubts((SectionKind.VOTE, "Omröstning", rows))
    assert len(doubts) == 1
    assert "1 rad" in doubts[0]


@pytest.mark.parametrize(
    "rows",
    [
        ["Ja-röster", "Anna Berg (S)", "Per Ek (V)", "Nej-röster", "Eva Lind (M)"],
        ["Ja", "Anna Berg (S)", "Per Ek (V)", "Nej", "Eva Lind (M)"],
        ["Ja: Anna Berg (S), Per Ek (V)", "Nej: Eva Lind (M)"],
        ["Anna Berg (S) och Per Ek (V) röstar ja. Eva Lind (M) röstar nej."],
        ["Följande röstar ja: Anna Berg (S) och Per Ek (V). Följande röstar nej: Eva Lind (M)."],
        ["Ja-röst avges av Anna Berg (S) och Per Ek (V). Nej-röst avges av Eva Lind (M)."],
        ["Ja | Nej", "Anna Berg (S) | Eva Lind (M)", "Per Ek (V)"],
        ["Anna Berg (S) | Ja", "Per Ek (V) | Ja", "Eva Lind (M) | Nej"],
        ["Ledamot | Röst", "Anna Berg (S) | Ja", "Per Ek (V) | Ja", "Eva Lind (M) | Nej"],
        ["Namn | Ja | Nej", "Berg, Anna (S) | X", "Ek, Per (V) | X", "Lind, Eva (M) |  | X"],
        [
            "Namn | Ja | Nej",
            "Anna Berg, ordförande (S) | X",
            "Per Ek (V) | X",
            "Eva Lind (M) |  | X",
        ],
        ["Ja", "• Anna Berg (S)\n• Per Ek (V)", "Nej", "• Eva Lind (M)"],
    ],
)
def test_more_ways_to_list_who_voted_how(rows: list[str]) -> None:
    (vote,) = votes("Omröstningen utfaller med 2 Ja mot 1 Nej.", *rows)
    assert {(c.person.name, c.person.party, c.choice) for c in vote.cast} == {
        ("Anna Berg", "S", YES),
        ("Per Ek", "V", YES),
        ("Eva Lind", "M", NO),
    }


@pytest.mark.parametrize(
    ("text", "stood_for"),
    [
        (
            "Följande röstar ja till rivning: Anna Berg (S) och Bo Alm (C)."
            " Följande röstar nej: Per Ek (M).",
            "rivning",
        ),
        ("Ja-röst för rivning: Anna Berg (S), Bo Alm (C). Nej-röst: Per Ek (M).", "rivning"),
        ("För rivning röstar Anna Berg (S) och Bo Alm (C). Emot röstar Per Ek (M).", "rivning"),
        (
            "För rivning röstade: Anna Berg (S), Bo Alm (C). För avslag röstade: Per Ek (M)",
            "rivning",
        ),
    ],
)
def test_a_list_that_says_what_it_is_for_names_both_sides(text: str, stood_for: str) -> None:
    found, doubts = entities_and_doubts(
        (SectionKind.VOTE, "Omröstning", [f"{text} Förslaget bifalls med 2 röster mot 1."])
    )
    (vote,) = found.votes
    assert [(cast.person.name, cast.choice) for cast in vote.cast] == [
        ("Anna Berg", YES),
        ("Bo Alm", YES),
        ("Per Ek", NO),
    ]
    assert vote.proposition
    assert vote.proposition.yes == stood_for
    assert doubts == ()


_AGREED = "Ja-röst innebär bifall till styrelsens förslag. Nej-röst innebär "
_THREE_FOR = "För bifall röstar Anna Berg (S), Bo Al (S) och Eva Lind (V)."


@pytest.mark.parametrize(
    "text",
    [
        f"{_AGREED}avslag. För avslag röstar Cia Dal (M) och Dan Ek (M). {_THREE_FOR}",
        f"{_AGREED}bifall till Cia Dals yrkande. För Cia Dals yrkande röstar Cia Dal (M) och"
        " Dan Ek (M). För styrelsens förslag röstar Anna Berg (S), Bo Al (S) och Eva Lind (V).",
        f"{_AGREED}avslag. Emot förslaget röstar Cia Dal (M) och Dan Ek (M). {_THREE_FOR}",
        "Emot förslaget röstar Cia Dal (M) och Dan Ek (M)."
        " För förslaget röstar Anna Berg (S), Bo Al (S) och Eva Lind (V).",
        f"För avslag röstar Cia Dal (M) och Dan Ek (M). {_THREE_FOR}",
        "Ja-röst innebär avslag på motionen. Nej-röst innebär bifall till motionen. För avslag"
        " röstar Anna Berg (S), Bo Al (S) och Eva Lind (V). För bifall röstar Cia Dal (M) och"
        " Dan Ek (M).",
    ],
)
def test_what_was_put_tells_which_side_is_the_yes(text: str) -> None:
    found, doubts = entities_and_doubts((SectionKind.VOTE, "Omröstning", [text]))
    (vote,) = found.votes
    assert {cast.person.name for cast in vote.cast if cast.choice is NO} == {"Cia Dal", "Dan Ek"}
    assert (vote.count(YES), vote.count(NO)) == (3, 2)
    assert doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{_AGREED}avslag. För Cia Dals yrkande röstar Cia Dal (M) och Dan Ek (M). {_THREE_FOR}",
        "Ja-röst innebär avslag på Cia Dals yrkande. Nej-röst innebär bifall till förslaget."
        " För Cia Dals yrkande röstar Dan Ek (M). För förslaget röstar Bo Al (S).",
        f"{_AGREED}avslag. {_THREE_FOR} För avslag röstar Dan Ek (M)."
        " För återremiss röstar Bo Alm (C).",
        f"{_AGREED}avslag. {_THREE_FOR}",
        "För rivning röstar Anna Berg (S). För bevarande röstar Dan Ek (M).",
        f"För avslag röstar Cia Dal (M) och Dan Ek (M). {_THREE_FOR}"
        " Nämnden avslår med 2 röster mot 3.",
    ],
)
def test_sides_that_cannot_be_told_for_certain_are_a_doubt(text: str) -> None:
    found, doubts = entities_and_doubts((SectionKind.VOTE, "Omröstning", [text]))
    assert not any(vote.cast or vote.roll_call for vote in found.votes)
    assert len(doubts) == 1
    assert "vilka som röstade ja" in doubts[0]


def test_who_abstains_is_kept_beside_the_sides() -> None:
    (vote,) = votes(
        "För planen röstar Anna Berg (S). Emot röstar Dan Ek (M). Avstår gör Bo Al (C)."
    )
    assert [(cast.person.name, cast.choice) for cast in vote.cast] == [
        ("Anna Berg", YES),
        ("Dan Ek", NO),
        ("Bo Al", ABSTAINED),
    ]


def test_who_serves_instead_is_who_votes() -> None:
    (vote,) = votes(
        "Ledamot | Ersättare | Parti | Ja | Nej",
        "Anna Berg |  | S | X",
        "Per Ek | Ulla Lund | V | X",
        "Eva Lind |  | M |  | X",
    )
    assert [(c.person.name, c.role) for c in vote.cast] == [
        ("Anna Berg", ""),
        ("Ulla Lund", "ersätter Per Ek"),
        ("Eva Lind", ""),
    ]


NAMES = st.tuples(
    st.sampled_from(["Anna", "Per", "Eva-Lena", "Åke", "Siv"]),
    st.sampled_from(["Berg", "Ek", "Lind af Ugglas", "Öberg", "von Essen", "Bergman Alm"]),
    st.integers(1, 9),
).map(lambda parts: f"{parts[0]} {parts[1]} {'ABCDEFGHI'[parts[2] - 1]}ström")
ROLL = st.lists(
    st.tuples(
        NAMES, st.sampled_from(["S", "M", "SD", "KD", "V", "ÄL"]), st.sampled_from(list(SHOWN))
    ),
    min_size=3,
    max_size=25,
    unique_by=lambda row: row[0],
)
Row = tuple[str, str, VoteChoice]


def row_cells(rows: list[Row]) -> list[str]:
    listed = [f"{n} | {p} | {at} | Ledamot | {SHOWN[c]}" for at, (n, p, c) in enumerate(rows, 1)]
    return ["Namn | Parti | Plats | Funktion | Resultat", *listed]


def cells_on_lines(rows: list[Row]) -> list[str]:
    return [cell for row in row_cells(rows) for cell in row.split(" | ")]


def crossed(rows: list[Row]) -> list[str]:
    columns = list(SHOWN)
    marks = [" | ".join("X" if c is column else "" for column in columns) for _, _, c in rows]
    head = "Ledamot | Parti | " + " | ".join(SHOWN[column] for column in columns)
    return [head, *(f"{n} | {p} | {m}" for (n, p, _), m in zip(rows, marks, strict=True))]


def prose(rows: list[Row]) -> list[str]:
    leads = {
        YES: "Ja röstar",
        NO: "Nej röstar",
        ABSTAINED: "Följande avstår:",
        ABSENT: "Frånvarande:",
    }
    told = []
    for choice, lead in leads.items():
        names = [f"{name} ({party})" for name, party, own in rows if own is choice]
        if names:
            told.append(f"{lead} {', '.join(names)}.")
    return told


@settings(max_examples=60, deadline=None)
@given(rows=ROLL, layout=st.sampled_from([row_cells, cells_on_lines, crossed, prose]))
def test_a_roll_call_counts_as_it_was_written(rows, layout) -> None:  # type: ignore[no-untyped-def]
    wanted = {choice: sum(own is choice for _, _, own in rows) for choice in SHOWN}
    if not (wanted[YES] or wanted[NO]):
        return
    tally = f"Omröstningen utfaller med {wanted[YES]} Ja mot {wanted[NO]} Nej."
    entities, doubts = entities_and_doubts((SectionKind.VOTE, "Omröstning", [tally, *layout(rows)]))
    (vote,) = entities.votes
    assert {choice: vote.count(choice) for choice in SHOWN} == wanted
    assert {(cast.person.name, cast.person.party) for cast in vote.cast} == {
        (name, party) for name, party, _ in rows
    }
    assert vote.agrees
    assert doubts == ()


def test_a_name_broken_in_its_cell_keeps_its_party_and_its_vote() -> None:
    cells = ["Namn", "Parti", "Plats", "Funktion", "Resultat"]
    cells += ["Anna Berg", "S", "21", "Ledamot", "Ja"]
    cells += ["Karl Emanuel", "Lindfors", "S", "22", "Ledamot", "Ja"]
    cells += ["Per Ek", "M", "23", "Ledamot", "Nej"]
    (vote,) = votes(*cells)
    assert vote.parties == ("S", "M")
    assert vote.count(YES, "S") == 2
    assert [cast.person.name for cast in vote.cast][1] == "Karl Emanuel Lindfors"
