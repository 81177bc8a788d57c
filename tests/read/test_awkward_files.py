"""Files that cannot be read, or not whole: each is named with a reason and a remedy."""

import base64
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ByteStringObject, NameObject, StreamObject
from tests.pdfs import blank_pages, rewritten, text_page, write_pdf

from beslutssok.domain import SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.read import MAX_PAGES, hash_file, read_document

PLAN = text_page("Kommunstyrelsen beslutar att anta planen.", "Beslutet gäller från maj.", top=300)
BUDGET = text_page("Budgeten fastställs till tio miljoner.", "Den följs upp i oktober.", top=340)


def texts(document: SourceDocument, page: int = 1) -> list[str]:
    return [line.text for line in document.pages[page - 1].lines]


def refusal(path: Path) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path)
    assert caught.value.remedy
    assert caught.value.path == path
    return caught.value


def test_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "tom.pdf"
    path.touch()
    assert "tom" in refusal(path).reason


def test_not_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(b"PK\x03\x04 a document of another program" * 50)
    assert "ingen PDF" in refusal(path).reason


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="kan inte öppnas"):
        hash_file(tmp_path / "saknas.pdf")


def test_truncated_in_the_header(tmp_path: Path) -> None:
    path = tmp_path / "avbruten.pdf"
    path.write_bytes(write_pdf(path, PLAN).read_bytes()[:60])
    assert "skadad" in refusal(path).reason


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8, 0.95])
def test_truncated_in_the_middle(tmp_path: Path, share: float) -> None:
    path = write_pdf(tmp_path / "avbruten.pdf", PLAN, PLAN, PLAN)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    try:
        read_document(path)
    except UnreadableDocument as problem:
        assert problem.remedy


def test_locked_with_a_password(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "hemlig.pdf", PLAN)
    rewritten(path, lambda writer: writer.encrypt("hemligt", algorithm="RC4-128"))
    assert "lösenord" in refusal(path).reason


def test_encrypted_without_a_password(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "skyddad.pdf", PLAN)
    rewritten(path, lambda writer: writer.encrypt("", "ägare", algorithm="RC4-128"))
    assert texts(read_document(path))[0] == "Kommunstyrelsen beslutar att anta planen."


def test_encrypted_with_aes_without_a_password(tmp_path: Path) -> None:
    path = tmp_path / "aes.pdf"
    path.write_bytes(base64.b64decode(AES_OPEN))
    assert texts(read_document(path)) == ["Kommunstyrelsen beslutar att anta planen."]


def test_locked_with_aes(tmp_path: Path) -> None:
    path = tmp_path / "aes.pdf"
    path.write_bytes(base64.b64decode(AES_LOCKED))
    assert "lösenord" in refusal(path).reason


def test_blank_page_is_no_problem(tmp_path: Path) -> None:
    document = read_document(write_pdf(tmp_path / "blank.pdf", PLAN, []))
    assert document.problems == ()
    assert document.pages[1].lines == ()


def test_only_blank_pages(tmp_path: Path) -> None:
    assert "saknar text" in refusal(write_pdf(tmp_path / "blank.pdf", [], [])).reason


def test_no_pages(tmp_path: Path) -> None:
    assert refusal(blank_pages(tmp_path / "utan.pdf", 0))


def test_absurdly_long(tmp_path: Path) -> None:
    path = blank_pages(tmp_path / "enorm.pdf", MAX_PAGES + 1)
    found = refusal(path)
    assert str(MAX_PAGES) in found.reason


def test_longer_than_asked_for(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "lang.pdf", PLAN, PLAN, PLAN)
    assert len(read_document(path, max_pages=3).pages) == 3
    with pytest.raises(UnreadableDocument, match="3 sidor, fler än 2"):
        read_document(path, max_pages=2)


def test_a_page_that_crashes_the_reader_loses_no_other(tmp_path: Path) -> None:
    def spoil(writer: PdfWriter) -> None:
        broken = StreamObject()
        broken.set_data(b"BT /F9 11 Tf (a) Tj [ << ] TJ ET")
        writer.pages[1][NameObject("/Contents")] = writer._add_object(broken)
        writer.pages[1][NameObject("/MediaBox")] = ByteStringObject(b"nonsense")

    path = rewritten(write_pdf(tmp_path / "trasig.pdf", PLAN, PLAN, BUDGET), spoil)
    document = read_document(path)
    assert [len(page.lines) for page in document.pages] == [2, 0, 2]
    assert [problem.page for problem in document.problems] == [2]


def test_two_pages(tmp_path: Path) -> None:
    document = read_document(write_pdf(tmp_path / "kort.pdf", PLAN, BUDGET, title="Protokoll maj"))
    assert document.title == "Protokoll maj"
    assert texts(document, 1) == [drawn.text for drawn in PLAN]
    assert texts(document, 2) == [drawn.text for drawn in BUDGET]
    assert len(document.sha256) == 64


def test_bookmarks(tmp_path: Path) -> None:
    marks = (("§ 1 Upprop", 1, 0), ("Beslut", 1, 1), ("§ 2 Budget", 2, 0))
    document = read_document(write_pdf(tmp_path / "a.pdf", PLAN, PLAN, bookmarks=marks))
    assert [(e.title, e.page, e.level) for e in document.outline] == list(marks)


AES_OPEN = (
    "JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovUGFnZU1vZGUgL1VzZU5vbmUKL1BhZ2VzIDIgMCBSCi9UeXBlIC9D"
    "YXRhbG9nCj4+CmVuZG9iagoyIDAgb2JqCjw8Ci9Db3VudCAxCi9LaWRzIFsgMyAwIFIgXQovVHlwZSAvUGFnZXMK"
    "Pj4KZW5kb2JqCjMgMCBvYmoKPDwKL0NvbnRlbnRzIDQgMCBSCi9NZWRpYUJveCBbIDAgMCA1OTUuMjc1NiA4NDEu"
    "ODg5OCBdCi9QYXJlbnQgMiAwIFIKL1Jlc291cmNlcyA8PAovRm9udCA1IDAgUgovUHJvY1NldCBbIC9QREYgL1Rl"
    "eHQgL0ltYWdlQiAvSW1hZ2VDIC9JbWFnZUkgXQo+PgovUm90YXRlIDAKL1RyYW5zIDw8Cj4+Ci9UeXBlIC9QYWdl"
    "Cj4+CmVuZG9iago0IDAgb2JqCjw8Ci9GaWx0ZXIgWyAvQVNDSUk4NURlY29kZSAvRmxhdGVEZWNvZGUgXQovTGVu"
    "Z3RoIDE3Ngo+PgpzdHJlYW0K+GvBdhna4rlgRjqSBXHq8nvdwQFQeN5PgY04X9aEzI9oRnhnZXfI3mCTm5OzCafH"
    "XFeWU0dJDZyZzM8Mcusbi2oRA89mYNx4+Gn2YWoUkSY7PQBeFvbnOaUqRTMsUN5Laay0m49DJMp80V8n3UiT7n/o"
    "cC0TBqPLyeNUfVuto/myrhTxFz2+NyCyVk8MzLOC5cMCtgIs5l19kJSPPj2o4tVtuSqlsELlX1sGaNyv3CAKZW5k"
    "c3RyZWFtCmVuZG9iago1IDAgb2JqCjw8Ci9GMSA2IDAgUgo+PgplbmRvYmoKNiAwIG9iago8PAovQmFzZUZvbnQg"
    "L0hlbHZldGljYQovRW5jb2RpbmcgL1dpbkFuc2lFbmNvZGluZwovTmFtZSAvRjEKL1N1YnR5cGUgL1R5cGUxCi9U"
    "eXBlIC9Gb250Cj4+CmVuZG9iago4IDAgb2JqCjw8Ci9WIDUKL1IgNgovTGVuZ3RoIDI1NgovUCA0Mjk0OTY3Mjky"
    "Ci9GaWx0ZXIgL1N0YW5kYXJkCi9PIDxiODFhMjUzNDRhZGFlNWUxZDMyY2M3N2ViYmFlODcwM2Q5NzhhM2ZjYTRl"
    "OTIyMmRkYjM5NzljNWVkYmU5MWJmY2EyZWE5MWQ0MTkyNjU4ODcwODk2Y2UxYTA1ZGM4YzM+Ci9VIDw3Mzk2ZTg2"
    "OTVjZWU1NmYzNTJjZGM5ODhlNDQyOTFiMGFiMDYyY2I1NTBkYzIxZDRlZGI5YWZjM2E3MzM4YjNjYzY2MTY4ZDhl"
    "ZmExZTU1MDBiNGZhNzBkMTgzZTEzN2I+Ci9DRiA8PAovU3RkQ0YgPDwKL0F1dGhFdmVudCAvRG9jT3BlbgovQ0ZN"
    "IC9BRVNWMwovTGVuZ3RoIDMyCj4+Cj4+Ci9TdG1GIC9TdGRDRgovU3RyRiAvU3RkQ0YKL09FIDxiMDJkODRjNTJm"
    "NmQ0NTM1ZmZjODBlYjQxYzM5NDVlNDg0YmY1MDljYzY0MWFjMTcxYTVmMTY4MTc4ZThlOGY4PgovVUUgPGE2ZDU4"
    "OTMzNGE5MjdkYTEyMzZiMGU0ZmNjY2EwNDFhZTgxZmFhNTEzYTQzYTc3MjcxYTA0MTYwOGNkODU5YTc+Ci9QZXJt"
    "cyA8NWRkMzEzOGNhZjMwZmRkMjI2YTA0NTI4NTBlNTA5ZTE+Cj4+CmVuZG9iagp4cmVmCjAgOQowMDAwMDAwMDA3"
    "IDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA4MyAwMDAwMCBuIAowMDAwMDAwMTQyIDAwMDAw"
    "IG4gCjAwMDAwMDAzNDEgMDAwMDAgbiAKMDAwMDAwMDYwOCAwMDAwMCBuIAowMDAwMDAwNjM5IDAwMDAwIG4gCjAw"
    "MDAwMDAwMDAgMDAwMDEgZiAKMDAwMDAwMDc0NiAwMDAwMCBuIAp0cmFpbGVyCjw8Ci9TaXplIDkKL1Jvb3QgMSAw"
    "IFIKL0lEIFsgPDFjMTc4MTk4ZmJkZmE1MWIyNTk5NWQ4OWQ0MTAyMDQzPiA8ZjI1Y2ViYjc0NzY2NGNjYmY3ODU4"
    "ZjFjNmM0MWQ4Nzc+IF0KL0VuY3J5cHQgOCAwIFIKPj4Kc3RhcnR4cmVmCjEzMDEKJSVFT0YK"
)
"""One page, AES-256, opened without a password."""
AES_LOCKED = (
    "JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovUGFnZU1vZGUgL1VzZU5vbmUKL1BhZ2VzIDIgMCBSCi9UeXBlIC9D"
    "YXRhbG9nCj4+CmVuZG9iagoyIDAgb2JqCjw8Ci9Db3VudCAxCi9LaWRzIFsgMyAwIFIgXQovVHlwZSAvUGFnZXMK"
    "Pj4KZW5kb2JqCjMgMCBvYmoKPDwKL0NvbnRlbnRzIDQgMCBSCi9NZWRpYUJveCBbIDAgMCA1OTUuMjc1NiA4NDEu"
    "ODg5OCBdCi9QYXJlbnQgMiAwIFIKL1Jlc291cmNlcyA8PAovRm9udCA1IDAgUgovUHJvY1NldCBbIC9QREYgL1Rl"
    "eHQgL0ltYWdlQiAvSW1hZ2VDIC9JbWFnZUkgXQo+PgovUm90YXRlIDAKL1RyYW5zIDw8Cj4+Ci9UeXBlIC9QYWdl"
    "Cj4+CmVuZG9iago0IDAgb2JqCjw8Ci9GaWx0ZXIgWyAvQVNDSUk4NURlY29kZSAvRmxhdGVEZWNvZGUgXQovTGVu"
    "Z3RoIDE3Ngo+PgpzdHJlYW0KeknJr/6tRHy41+t5Jc+1D2pcR6bhgE5HyantGQofzCeFFPjbU7RZwYkoMkhdXc7Y"
    "Dgpn6ULFx/NyuQbypRjsYy/Wab6BFGbwlkopffSLyOoj33hKy1jHE9JZeutmEJyQIoSx1R44z/SJusBNEfkzOzmg"
    "7pCpPy2MBUF9tKHFHVRmyslfQg9DMB2Nq8gT8eILMAfww34yeSZm5KuHIe6Oe1N9xpnsC3mNivWSpOtJ6/UKZW5k"
    "c3RyZWFtCmVuZG9iago1IDAgb2JqCjw8Ci9GMSA2IDAgUgo+PgplbmRvYmoKNiAwIG9iago8PAovQmFzZUZvbnQg"
    "L0hlbHZldGljYQovRW5jb2RpbmcgL1dpbkFuc2lFbmNvZGluZwovTmFtZSAvRjEKL1N1YnR5cGUgL1R5cGUxCi9U"
    "eXBlIC9Gb250Cj4+CmVuZG9iago4IDAgb2JqCjw8Ci9WIDUKL1IgNgovTGVuZ3RoIDI1NgovUCA0Mjk0OTY3Mjky"
    "Ci9GaWx0ZXIgL1N0YW5kYXJkCi9PIDw3OGZiMDJhMjY0NTNmNmMyOWQ2Y2FhYWYzMWU1OTBhYjYwYmU4ZjAzMTYw"
    "NGFiOGI4NTVhNjFkYjYwMzE5MTYxMGNjN2M1NTBhMjJlODYwOGNjYTk4M2M4ODlmZTgwZWY+Ci9VIDwzYzVjMDA1"
    "ZDJhMjU1OTE3MTExNDExZDIxNjMwMDY3YWZlZTFjZjE3ZjUxMzllYTI3YjNhMzFjMzMyMDE0MzI4MzFiNjM1MDIw"
    "ZjUzZTJkYjgxZWRkOWIwNDdlMzVmZTQ+Ci9DRiA8PAovU3RkQ0YgPDwKL0F1dGhFdmVudCAvRG9jT3BlbgovQ0ZN"
    "IC9BRVNWMwovTGVuZ3RoIDMyCj4+Cj4+Ci9TdG1GIC9TdGRDRgovU3RyRiAvU3RkQ0YKL09FIDw2NDk2OWI5MDQ0"
    "YmU2YmJhZjVhNGQ3M2MyMmNhMTFhZjg5NWQ0NmY2NzY3YWU5NjVkNTMwNDExMDAxMjBjOTc0PgovVUUgPGEzYzY3"
    "M2I5YTFiZWMxZTZkZjRkYjY3NDg1ZmY1YzA3MTM0OGE5ZDNlODhiNDAzMzAzYTQ2ZDU3YWVkNDhiZWM+Ci9QZXJt"
    "cyA8NjJhMWVmZTVjZmZmNmQwMzU1MjYyZGUwOTZiYWUwZGQ+Cj4+CmVuZG9iagp4cmVmCjAgOQowMDAwMDAwMDA3"
    "IDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA4MyAwMDAwMCBuIAowMDAwMDAwMTQyIDAwMDAw"
    "IG4gCjAwMDAwMDAzNDEgMDAwMDAgbiAKMDAwMDAwMDYwOCAwMDAwMCBuIAowMDAwMDAwNjM5IDAwMDAwIG4gCjAw"
    "MDAwMDAwMDAgMDAwMDEgZiAKMDAwMDAwMDc0NiAwMDAwMCBuIAp0cmFpbGVyCjw8Ci9TaXplIDkKL1Jvb3QgMSAw"
    "IFIKL0lEIFsgPDFjMTc4MTk4ZmJkZmE1MWIyNTk5NWQ4OWQ0MTAyMDQzPiA8MGU1NmMyODNmMzVlMTM3YjE3NDY1"
    "MWYwMDdiMDViYzk+IF0KL0VuY3J5cHQgOCAwIFIKPj4Kc3RhcnR4cmVmCjEzMDEKJSVFT0YK"
)
"""The same page, locked with a password."""
