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
