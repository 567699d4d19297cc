"""Every example in a method's documentation is true."""

import doctest
import importlib
import pkgutil

import pytest
from samplan.processing import methods

MODULES = sorted(
    name for _, name, _ in pkgutil.walk_packages(methods.__path__, methods.__name__ + ".")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0
