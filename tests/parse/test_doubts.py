"""Doubts are few: what staff should look at, and nothing on a document that is plain."""

from tests.parse.typeset import BOARD, MINUTES, understand

BODY = "\n! Beslut\nNämnden godkänner redovisningen.\n"


def test_a_plain_document_has_none() -> None:
    meeting = understand(f"# § 4 Upprop{BODY}\n# § 5 Frågor\nInga frågor ställdes.\n", heads=BOARD)
    assert meeting.doubts == ()
    assert [item.doubts for item in meeting.items] == [(), ()]


def test_gaps_are_named_together() -> None:
    meeting = understand(f"# § 4 Upprop{BODY}\n# § 9 Budget{BODY}\n# § 11 Övrigt{BODY}")
    assert meeting.doubts == (
        "§ 5–8 saknas mellan första och sista.",
        "§ 10 saknas mellan första och sista.",
    )


def test_a_number_that_comes_again() -> None:
    meeting = understand(
        f"# § 4 Upprop{BODY}\n# § 5 Budget{BODY}\n# § 5 Taxa{BODY}\n# § 6 Övrigt{BODY}"
    )
    (doubt,) = meeting.doubts
    assert doubt in (
        "«§ 5 Taxa» (s. 1) räknas inte som en paragraf.",
        "«§ 5 Budget» (s. 1) räknas inte som en paragraf.",
    )


def test_something_moved_and_nothing_decided() -> None:
    meeting = understand(
        f"# § 4 Upprop{BODY}\n# § 5 Budget\n! Yrkanden\nAnna Ek (S) yrkar bifall.\n"
    )
    assert meeting.items[1].doubts == (
        "Inget beslut hittades i § 5, fast något föreslås eller yrkas.",
    )


def test_a_heading_that_may_be_a_decision() -> None:
    meeting = understand(
        f"# § 4 Upprop{BODY}\n# § 5 Budget\n! Beslutsklausul\nBudgeten antas.\n{BODY}"
    )
    (doubt,) = meeting.items[1].doubts
    assert "«Beslutsklausul» är okänd" in doubt


def test_an_appendix_of_nobody() -> None:
    meeting = understand(
        f"# § 4 Upprop{BODY}\n# § 5 Budget{BODY}",
        "! Bilaga 7 till § 99: Reservation\nVi reserverar oss.",
        heads=MINUTES,
    )
    assert meeting.doubts == (
        "«Bilaga 7 till § 99: Reservation» (s. 2) hör inte till någon paragraf.",
    )


def test_an_appendix_that_the_minutes_point_to_is_not_in_the_file() -> None:
    meeting = understand(
        f"# § 4 Upprop{BODY}\n# § 5 Budget\n! Omröstning\nMed 16 Ja mot 15 Nej bifalls förslaget. "
        f"Hur var och en röstade framgår av bilaga 3.\n{BODY}\n# § 6 Taxa\n! Reservation\n"
        "Anna Ek (S) reserverar sig, bilaga 4.\n",
        heads=BOARD,
    )
    assert [item.doubts for item in meeting.items] == [
        (),
        (
            "Bilaga 3 med hur var och en röstade finns inte i filen;"
            " läs in protokollet med dess bilagor.",
        ),
        ("Bilaga 4 med en reservation finns inte i filen; läs in protokollet med dess bilagor.",),
    ]


def test_an_appendix_that_is_there_or_of_another_document_is_no_doubt() -> None:
    meeting = understand(
        f"# § 4 Upprop{BODY}\n# § 5 Budget\n! Omröstning\nMed 1 Ja mot 1 Nej bifalls förslaget. "
        f"Hur var och en röstar framgår av bilaga 1.\n{BODY}\n# § 6 Taxa\n! Beslut\n"
        "Taxan antas enligt bilaga 2 till tjänsteskrivelsen.\n",
        "Bilaga 1\nAntal Ja: 1\nAntal Nej: 1\nAnna Ek\nJa\nBo Alm\nNej",
        heads=BOARD,
    )
    assert [item.doubts for item in meeting.items] == [(), (), ()]
