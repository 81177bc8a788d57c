"""One form for each case number, however it is spelled."""

import pytest

from beslutssok.parse.case_numbers import (
    find_case_numbers,
    normalise_case_number,
    split_case_number,
)


@pytest.mark.parametrize(
    ("spelled", "normal"),
    [
        ("RS/762/2024", "RS/762/2024"),
        ("RS 762/2024", "RS/762/2024"),
        ("dnr RS/762/2024", "RS/762/2024"),
        ("Dnr: RS 762/2024", "RS/762/2024"),
        ("(RS/762/2024)", "RS/762/2024"),
        ("rs/762/2024", "RS/762/2024"),
        ("RS/943:1/2025", "RS/943/2025"),
        ("HSN/1641:2/2025", "HSN/1641/2025"),
        ("KS 2023/45", "KS 2023/45"),
        ("KS-2023/45", "KS 2023/45"),
        ("KS 2023-45", "KS 2023/45"),
        ("KS/2023:45", "KS 2023/45"),
        ("KS 2023/045", "KS 2023/45"),
        ("SLK-2024-00385", "SLK-2024-00385"),
        ("SLK-2024-00009:35", "SLK-2024-00009"),
        ("Ärendenummer SLK-2023-00001:-1", "SLK-2023-00001"),
        ("BN-2021- 00030", "BN-2021-00030"),
        ("0120/22", "0120/22"),
        ("KS 2024/00123", "KS 2024/123"),
        ("KS2024/0123", "KS 2024/123"),
        ("KS/2024/123", "KS 2024/123"),
        ("2024/KS0123", "KS 2024/123"),
        ("2024/123-KS", "KS 2024/123"),
        ("KS 2024/123-041", "KS 2024/123"),
        ("SN.2024.123", "SN 2024/123"),
        ("STK-2024-123", "STK 2024/123"),
        ("STK-2024-023", "STK 2024/23"),
        ("STK 2024/123", "STK 2024/123"),
        ("GSN 2024-1234", "GSN 2024/1234"),
        ("GSN-2024/1234", "GSN 2024/1234"),
        ("LTV 2024/123", "LTV 2024/123"),
        ("KSN-2023-01234", "KSN-2023-01234"),
        ("RS 2023-00123", "RS-2023-00123"),
        ("RS-2023-00123", "RS-2023-00123"),
        ("HSNS 2024-0123", "HSNS-2024-0123"),
        ("D 2024-00012", "D-2024-00012"),
        ("HEL 2024-001234", "HEL-2024-001234"),
        ("24RS1234", "24RS1234"),
        ("1.3.1-123/2024", "1.3.1-123/2024"),
        ("Dnr 1.1.2.-39/2019", "1.1.2-39/2019"),
        ("2023-O000123", "2023-O000123"),
        ("Diarienummer 123-2024", "123/2024"),
        ("Ärende: RS 2023-00123", "RS-2023-00123"),
        ("Dnr 2024/0123", "2024/123"),
        ("Dnr RS 12-2023", "RS/12/2023"),
        ("Dnr RV230123", "RV230123"),
    ],
)
def test_normal_form(spelled: str, normal: str) -> None:
    assert normalise_case_number(spelled) == normal


@pytest.mark.parametrize(
    "text", ["", "2024", "§ 208", "2017:725", "SFS 2017/725", "12/24", "kap. 4", "RS/762/24/1"]
)
def test_what_is_no_case_number(text: str) -> None:
    assert normalise_case_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "enligt SFS 2017:725 och lagen (2017:725)",
        "enligt PBL 2010:900 och HSLF-FS 2017:40 samt AFS 2001:1",
        "prop. 2023/24:100 och förordning (EU) 2016/679",
        "under läsåret 2023/24, HT 2023/24 och VT 2024",
        "Plan 2024-2027, Mål 2024-2026 och Budget 2025-2027",
        "KS 2024-03-05 § 45 och Dnr 2024-03-05",
        "ring 08-508 29 000, 070-123 45 67 eller 2024/12",
        "sidan 12/24, s. 3/2024 och Bilaga 2024/1",
        "ersättning på 25 000/2024 och 100MKR2024, 20KM30",
        "NJA 2012 s. 12, HFD 2014:54 och mål T 1234-22",
        "organisationsnummer 212000-1234",
    ],
)
def test_statutes_years_sums_and_dates_are_none(text: str) -> None:
    assert find_case_numbers(text) == ()


def test_case_numbers_in_running_text() -> None:
    text = "Se RS/118/2024 och KS 2023/214, men inte SFS 2017/725 eller den 2024-05-14."
    assert [number for number, _, _ in find_case_numbers(text)] == ["RS/118/2024", "KS 2023/214"]
    for _, start, end in find_case_numbers(text):
        assert text[start:end] in ("RS/118/2024", "KS 2023/214")


@pytest.mark.parametrize(
    ("heading", "title", "number"),
    [
        ("FoU-budget 2026 (RS/535/2024)", "FoU-budget 2026", "RS/535/2024"),
        ("Dnr 2024-00001", "", "2024-00001"),
        ("0120/22", "", "0120/22"),
        ("Ny badplats, Dnr KS 2023/45", "Ny badplats", "KS 2023/45"),
        ("Svar på remiss om RS/12/2024 och dess följder", None, None),
        ("Ärendenummer -", "", None),
        ("Upprop", "Upprop", None),
        ("Dnr KS 2018/14 042", "", "KS 2018/14"),
        ("Ny skola Dnr 2012-KS", "Ny skola", None),
        ("KS-2024/123 Ny badplats", "Ny badplats", "KS 2024/123"),
    ],
)
def test_the_case_number_of_a_heading(heading: str, title: str | None, number: str | None) -> None:
    assert split_case_number(heading) == (heading if title is None else title, number)
