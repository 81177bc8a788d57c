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
    ],
)
def test_normal_form(spelled: str, normal: str) -> None:
    assert normalise_case_number(spelled) == normal


@pytest.mark.parametrize(
    "text", ["", "2024", "§ 208", "2017:725", "SFS 2017/725", "12/24", "kap. 4", "RS/762/24/1"]
)
def test_what_is_no_case_number(text: str) -> None:
    assert normalise_case_number(text) is None


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
    ],
)
def test_the_case_number_of_a_heading(heading: str, title: str | None, number: str | None) -> None:
    assert split_case_number(heading) == (heading if title is None else title, number)
