"""What the façade gives as JSON, with the keys that programs can rely on.

The order of the keys is fixed, those of the contract come first. Enums are their values, dates
ISO 8601 (``null`` where there is none). Keys may be added, never renamed.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from beslutssok.app.case_form import case_form as case_form
from beslutssok.app.entity_form import day_form, entities_form
from beslutssok.app.hit_form import hit_form as hit_form
from beslutssok.domain import (
    Answer,
    AnswerLine,
    Coverage,
    DocumentStatus,
    Hit,
    IngestedDocument,
    IngestReport,
    Interpretation,
)
from beslutssok.library import ItemView
from beslutssok.search import EvaluationReport
from beslutssok.search.evaluation import Scores

Json = dict[str, Any]

_CONTROL = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def write_json(value: object) -> str:
    r"""Write a value of this module as JSON text; letters stand as they are.

    What a terminal would act on is escaped, so that the text does no harm if it is looked at.

    >>> write_json({"text": "Å\x9b2J"})
    '{\n  "text": "Å\\u009b2J"\n}'
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def hits_form(hits: Iterable[Hit]) -> list[Json]:
    """Hits, best first."""
    return [hit_form(hit) for hit in hits]


def answer_form(answer: Answer) -> Json:
    """An answer, or why there is none."""
    return {
        "question": answer.question,
        "answered": answer.answered,
        "outcome": answer.outcome.value,
        "answer": answer.text,
        "reason": answer.reason,
        "citations": hits_form(answer.citations),
        "case_number": answer.case_number,
        "also": hits_form(answer.also),
        "interpreted": list(answer.interpreted),
        "lines": [_line_form(line) for line in answer.lines],
        "unsure": answer.unsure,
        "coverage": coverage_form(answer.coverage),
        "interpretations": [interpretation_form(part) for part in answer.interpretations],
        "kind": answer.kind.value,
        "gaps": list(answer.gaps),
        "after": answer.after,
    }


def interpretation_form(part: Interpretation) -> Json:
    """A part of a question and what it was taken for; ``--without`` takes its key."""
    return {
        "key": part.key,
        "kind": part.kind.value,
        "label": part.label,
        "limits": part.limits,
        "relaxed": part.relaxed,
    }


def item_form(item: ItemView) -> Json:
    """An item as it stands in its document."""
    return {
        "citation": item.citation,
        "title": item.title,
        "case_number": item.case_number,
        "passages": hits_form(item.passages),
        "entities": entities_form(item.entities),
    }


def coverage_form(coverage: Coverage) -> Json:
    """What an index holds, or what was looked through."""
    return {
        "documents": coverage.documents,
        "items": coverage.items,
        "passages": coverage.passages,
        "unreadable": coverage.unreadable,
        "bodies": list(coverage.bodies),
        "date_from": day_form(coverage.date_from),
        "date_to": day_form(coverage.date_to),
    }


def document_form(document: IngestedDocument) -> Json:
    """A file, and what became of it at an ingest."""
    return {
        "path": document.path,
        "status": document.status.value,
        "pages": document.pages,
        "items": document.items,
        "passages": document.passages,
        "reason": document.reason,
        "remedy": document.remedy,
        "notes": list(document.notes),
        "unread_pages": list(document.unread_pages),
        "doubts": list(document.doubts),
    }


def ingest_form(report: IngestReport) -> Json:
    """What an ingest did."""
    return {
        "counts": {status.value: report.count(status) for status in DocumentStatus},
        "documents": [document_form(document) for document in report.documents],
        "embedded": report.embedded,
        "seconds": round(report.seconds, 3),
    }


def status_form(
    folder: Path,
    coverage: Coverage,
    documents: Iterable[IngestedDocument],
    model: tuple[str, int] | None,
) -> Json:
    """What an index holds, made with which model, and what could not be read."""
    return {
        "index": str(folder),
        "coverage": coverage_form(coverage),
        "model": {"name": model[0], "dimension": model[1]} if model else None,
        "documents": [document_form(document) for document in documents],
    }


def evaluation_form(report: EvaluationReport) -> Json:
    """The figures of an evaluation; ``null`` where no question has a value."""
    return {
        "by_type": {name: _scores_form(scores) for name, scores in report.by_type.items()},
        "total": _scores_form(report.total),
        "answered_precision": report.answered_precision,
        "answered_recall": report.answered_recall,
        "failures": [
            {"id": failure.id, "question": failure.question, "why": failure.why}
            for failure in report.failures
        ],
    }


def _scores_form(scores: Scores) -> Json:
    return {
        "count": scores.count,
        "ndcg_10": scores.ndcg,
        "hit_1": scores.hit_1,
        "hit_5": scores.hit_5,
        "hit_10": scores.hit_10,
        "right": scores.right,
        "silent": scores.silent,
    }


def _line_form(line: AnswerLine) -> Json:
    return {
        "text": line.text,
        "quoted": line.quoted,
        "id": line.hit.id,
        "rank": line.hit.rank,
        "kind": line.kind.value,
    }
