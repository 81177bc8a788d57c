"""The examples in the docstrings of the package give what they say."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import beslutssok

MODULES = [
    module.name
    for module in pkgutil.walk_packages(beslutssok.__path__, "beslutssok.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
