"""The examples in the docstrings of what makes tables and tells what somebody did."""

import doctest
from importlib import import_module

import pytest

MODULES = (
    "beslutssok.index.point_rows",
    "beslutssok.library.export.formats",
    "beslutssok.library.export.tables",
    "beslutssok.search.actions",
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert result.attempted
    assert result.failed == 0
