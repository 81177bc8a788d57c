"""From pages to a meeting: items, sections, paragraphs. Pure functions, no files."""

from beslutssok.parse.case_numbers import find_case_numbers, normalise_case_number
from beslutssok.parse.meeting import parse_document
from beslutssok.parse.organs import find_organ, organ_of_abbreviation

__all__ = [
    "find_case_numbers",
    "find_organ",
    "normalise_case_number",
    "organ_of_abbreviation",
    "parse_document",
]
