"""Stems of Swedish words, asked for by many threads at once, as a server does."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from beslutssok.index.stems import stem

BEGINNINGS = ("simhall", "kommun", "beslut", "ärende", "nattbuss", "förvaltning", "avgift", "skol")
ENDINGS = ("arna", "ernas", "et", "ens", "heterna", "ligt", "ande", "ades", "or", "an", "en", "s")
WORDS = [a + b + c for a in BEGINNINGS for b in BEGINNINGS for c in ENDINGS]


@pytest.fixture
def hurried_threads() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("hurried_threads")
def test_threads_do_not_mix_their_words() -> None:
    alone = [stem.__wrapped__(word) for word in WORDS]
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: [stem.__wrapped__(word) for word in WORDS], range(8)):
            assert found == alone
