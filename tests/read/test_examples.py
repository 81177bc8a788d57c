"""The examples in the docstrings of ``read`` give what they say."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import beslutssok.read

MODULES = [module.name for module in pkgutil.iter_modules(beslutssok.read.__path__)]


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    found = doctest.testmod(import_module(f"beslutssok.read.{module}"))
    assert found.failed == 0
