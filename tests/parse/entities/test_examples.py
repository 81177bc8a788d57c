"""The examples in the docstrings of ``parse.entities`` give what they say."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import beslutssok.parse.entities

MODULES = [module.name for module in pkgutil.iter_modules(beslutssok.parse.entities.__path__)]


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    found = doctest.testmod(import_module(f"beslutssok.parse.entities.{module}"))
    assert found.failed == 0
