"""However a body heads its items: number, title and case number are read."""

import pytest
from tests.parse.typeset import AGENDA, BOARD, numbers, titles, understand

from beslutssok.domain import DocumentKind

BODY = "\n! Beslut\nNämnden godkänner redovisningen och lägger den till handlingarna.\n"
BATH, VOTE = "Ny badplats", "Val av person"


@pytest.mark.parametrize("heads", [BOARD, AGENDA], ids=["minutes", "agenda"])
@pytest.mark.parametrize(
    ("first", "second", "labels", "cases"),
    [
        ("# Ks 1 Dnr KS 2012/45\n# {}", "# Ks 2 Dnr KS 2012/46\n# {}", "1 2",
         ["KS 2012/45", "KS 2012/46"]),
        ("# Ks 1 Dnr 2012-KS\n# {}", "# Ks 2 Dnr 2012-KS\n# {}", "1 2", None),
        ("# § 45 KS-2024/123 {}", "# § 46 KS-2024/124 {}", "45 46", ["KS 2024/123", "KS 2024/124"]),
        ("# Paragraf § 45 - {}", "# Paragraf § 46 - {}", "45 46", None),
        ("# Paragraf 45 {}", "# Paragraf 46 {}", "45 46", None),
        ("# § 45. {}", "# § 46. {}", "45 46", None),
        ("# §45/2024\n# {}", "# §46/2024\n# {}", "45/2024 46/2024", None),
        ("# Ärende 5\n# {}", "# Ärende 6\n# {}", "5 6", None),
        ("# Ärende nr 5: {} (KS 2024/12)", "# Ärende nr 6: {} (KS 2024/13)", "5 6",
         ["KS 2024/12", "KS 2024/13"]),
        ("# 5 (KS 2024/00123) {}", "# 6 (KS 2024/00124) {}", "5 6",
         ["KS 2024/123", "KS 2024/124"]),
        ("# {}\n! § 45 Dnr KS 2024/12", "# {}\n! § 46 Dnr KS 2024/13", "45 46",
         ["KS 2024/12", "KS 2024/13"]),
        ("# {}\n§ 45 | KS 2024/12", "# {}\n§ 46 | KS 2024/13", "45 46",
         ["KS 2024/12", "KS 2024/13"]),
        ("# § 45 | {} | KS 2024/12", "# § 46 | {} | KS 2024/13", "45 46",
         ["KS 2024/12", "KS 2024/13"]),
        ("KS 2024/12\n# § 45 {}", "KS 2024/13\n# § 46 {}", "45 46", ["KS 2024/12", "KS 2024/13"]),
        ("# § 45 {}\nDnr: KS/2024:123", "# § 46 {}\nDnr: KS/2024:124", "45 46",
         ["KS 2024/123", "KS 2024/124"]),
        ("# § 45\nDnr KS/2024:123\n\n# {}", "# § 46\nDnr KS/2024:124\n\n# {}", "45 46",
         ["KS 2024/123", "KS 2024/124"]),
        ("# § 45 {}\nÄrendenr KS 2024/12-041", "# § 46 {}\nÄrendenr KS 2024/13-041", "45 46",
         ["KS 2024/12", "KS 2024/13"]),
        ("# Dnr KS 2024/12 § 45 {}", "# Dnr KS 2024/13 § 46 {}", "45 46",
         ["KS 2024/12", "KS 2024/13"]),
        ("# § 45 – {}", "# § 46 – {}", "45 46", None),
        ("# KS § 45/24 {}", "# KS § 46/24 {}", "45/24 46/24", None),
        ("# BUN AU § 45 {}", "# BUN AU § 46 {}", "45 46", None),
        ("# Kommunstyrelsen § 45 {}", "# Kommunstyrelsen § 46 {}", "45 46", None),
        ("# 45 §\n# {}", "# 46 §\n# {}", "45 46", None),
        ("# 45 § {}\n\nHEL 2024-001234", "# 46 § {}\n\nHEL 2024-001235", "45 46",
         ["HEL-2024-001234", "HEL-2024-001235"]),
        ("§ 45 {}", "§ 46 {}", "45 46", None),
    ],
)  # fmt: skip
def test_a_template(
    first: str, second: str, labels: str, cases: list[str] | None, heads: tuple[str, ...]
) -> None:
    meeting = understand(
        f"{first.format(BATH)}\n{BODY}\n{second.format(VOTE)}\n{BODY}", heads=heads
    )
    assert numbers(meeting) == labels.split()
    assert titles(meeting) == [BATH, VOTE]
    assert [item.case_number or "" for item in meeting.items] == (cases or ["", ""])
    assert meeting.front == ()
    assert meeting.doubts == ()


def test_a_bare_number_above_the_title_in_an_agenda() -> None:
    meeting = understand(
        "# 1.\n# Upprop\n! Förslag till beslut\nAnna Berg (S) utses att justera.\n\n"
        "# 2.\n# Dagordning\n\n"
        "# 3. Dnr KS 2024/12\n# Ny badplats\n! Förslag till beslut\n1. Planen antas.\n"
        "2. Kostnaden ryms i ramen.\n",
        heads=AGENDA,
    )
    assert numbers(meeting) == ["1", "2", "3"]
    assert titles(meeting) == ["Upprop", "Dagordning", "Ny badplats"]


def test_a_title_in_lower_case_where_its_type_sets_it_apart() -> None:
    meeting = understand(f"# § 45 ny badplats\n{BODY}\n# § 46 val av person\n{BODY}", heads=BOARD)
    assert titles(meeting) == ["ny badplats", "val av person"]


def test_a_title_set_like_the_text_does_not_swallow_it() -> None:
    meeting = understand(
        "§ 84 Upprop\nUpprop förrättas.\n\n§ 85 Regionplan och budget för\nåren framöver\n"
        "Regionstyrelsen antar planen.\nDen gäller från januari.\n"
    )
    assert titles(meeting) == ["Upprop", "Regionplan och budget för åren framöver"]


UNNUMBERED = """
! Beslutsärenden
# Ny badplats vid Sjövik (KS 2024/12)
! Förslag till beslut
Badplatsen anläggs.
# Val av person
! Förslag till beslut
Anna Ek väljs.

! Informationsärenden
# Rapport från förvaltningen
! Sammanfattning
Förvaltningen rapporterar.
"""


def test_items_without_numbers_are_numbered_in_their_order() -> None:
    meeting = understand(UNNUMBERED, heads=AGENDA)
    assert meeting.document_kind is DocumentKind.AGENDA
    assert numbers(meeting) == ["1", "2", "3"]
    assert titles(meeting) == [
        "Ny badplats vid Sjövik",
        "Val av person",
        "Rapport från förvaltningen",
    ]
    assert [paragraph.text for paragraph in meeting.front] == [
        "Beslutsärenden",
        "Informationsärenden",
    ]
    assert "inte numrerade" in meeting.doubts[0]


@pytest.mark.parametrize("number", ["! {}. ", "! § {} "])
def test_headings_that_group_items_belong_to_none(number: str) -> None:
    one, two, three = (number.format(n) for n in (1, 2, 3))
    meeting = understand(
        f"# Beslutsärenden\n{one}Ny badplats{BODY}\n{two}Val av person{BODY}\n"
        f"# Informationsärenden\n{three}Rapport{BODY}",
        heads=AGENDA,
    )
    assert titles(meeting) == ["Ny badplats", "Val av person", "Rapport"]
    assert [p.text for p in meeting.front] == ["Beslutsärenden", "Informationsärenden"]
    last = meeting.items[1].sections[-1].paragraphs
    assert [paragraph.text for paragraph in last][-1].endswith("till handlingarna.")
