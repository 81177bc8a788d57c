"""From a question to hits, an answer, a case's history or precedents."""

from beslutssok.search.answering import ask
from beslutssok.search.evaluation import EvaluationReport, evaluate, read_questions
from beslutssok.search.grouping import HitGroup, group_hits
from beslutssok.search.history import case_history
from beslutssok.search.precedents import find_similar
from beslutssok.search.retrieval import Retriever, search

__all__ = [
    "EvaluationReport",
    "HitGroup",
    "Retriever",
    "ask",
    "case_history",
    "evaluate",
    "find_similar",
    "group_hits",
    "read_questions",
    "search",
]
