"""The examples in the docstrings of ``parse`` give what they say."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import beslutssok.parse

MODULES = [module.name for module in pkgutil.iter_modules(beslutssok.parse.__path__)]


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    found = doctest.testmod(import_module(f"beslutssok.parse.{module}"))
    assert found.failed == 0
