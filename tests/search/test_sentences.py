"""Every sentence that the program says is said somewhere, with all of its values."""

import ast
import copy
import pickle
from pathlib import Path
from string import Formatter

import beslutssok
from beslutssok.app.page.english_sentences import SENTENCES
from beslutssok.search.sentences import Says, say

SOURCES = [
    ast.parse(path.read_text(encoding="utf-8"))
    for path in Path(str(beslutssok.__file__)).parent.rglob("*.py")
    if not path.name.endswith("sentences.py")
]
NODES = [node for source in SOURCES for node in ast.walk(source)]


def named(node: ast.AST) -> str | None:
    """The name of the sentence that an expression is, if it is one."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr if node.value.id == Says.__name__ else None
    return None


def test_no_sentence_is_left_that_nothing_says() -> None:
    assert {named(node) for node in NODES} - {None} == {each.name for each in Says}


def values_in(words: str) -> set[str]:
    return {value for _, value, _, _ in Formatter().parse(words) if value}


def test_a_sentence_is_given_all_of_its_values_in_each_language() -> None:
    calls = [node for node in NODES if isinstance(node, ast.Call) and node.args]
    said = [(named(call.args[0]), {word.arg for word in call.keywords}) for call in calls]
    for name, given in said:
        if name is not None:
            english = SENTENCES.get(Says[name], "")
            assert values_in(Says[name].value) | values_in(english) <= given, name


def test_no_language_needs_a_value_that_the_others_lack() -> None:
    differing = [
        each for each, said in SENTENCES.items() if values_in(each.value) != values_in(said)
    ]
    assert differing == [Says.CALLED]


def test_what_is_said_can_be_copied_and_sent() -> None:
    said = say(Says.NO_CASE, number="KS 1/24")
    for same in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert (str(same), same.sentence, same.values) == (str(said), said.sentence, said.values)
