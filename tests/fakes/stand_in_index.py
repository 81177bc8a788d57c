"""An index that finds nothing by itself: it gives invented hits, for tests of the page."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from tests.fakes.sayings import said

from beslutssok.domain import (
    Actions,
    Answer,
    AnswerLine,
    Case,
    CaseStep,
    Coverage,
    DocumentKind,
    DocumentStatus,
    Entities,
    Filters,
    Hit,
    IngestedDocument,
    Interpretation,
    InterpretationKind,
    MatterKind,
    Matters,
    Outcome,
    Overview,
    Place,
    Precedents,
    SectionKind,
    StepKind,
)
from beslutssok.errors import CitationNotFound
from beslutssok.index.rows import Choices
from beslutssok.library import ItemView
from beslutssok.read import PageImage, count_pages, read_page_image
from beslutssok.search.expansion import Correction
from beslutssok.search.sentences import Says, say
from beslutssok.settings import Settings

MINIMAL_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"5 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
"""Three empty pages."""

DECISION = Hit(
    rank=1,
    score=1.0,
    citation="Regionstyrelsen 2024-12-10 § 208, Beslut p. 1 (s. 2)",
    id="region-fjallbygden/regionstyrelsen/2024-12-10/208/beslut/1",
    organ="Regionstyrelsen",
    huvudman="Region Fjällbygden",
    date=date(2024, 12, 10),
    document_kind=DocumentKind.MINUTES,
    item_number="208",
    item_title="Ny upphandling av nattbussar mellan Älvnäs och Tallmoen",
    case_number="RS/762/2024",
    section=SectionKind.DECISION,
    section_heading="Beslut",
    point="1",
    text="1. Regionstyrelsen uppdrar åt regiondirektören att upphandla nattbussar på linje 40 "
    "mellan Älvnäs och Tallmoen från och med den 1 juli 2025.",
    file="Region Fjällbygden/protokoll 2024-12-10.pdf",
    page=2,
    outcome=Outcome.APPROVED,
    item_id="region-fjallbygden/regionstyrelsen/2024-12-10/208",
    similarity=0.9,
    matched=("nattbuss", "upphandl"),
    places=(Place(2, 70, 120, 520, 150),),
)
SECOND_POINT = replace(
    DECISION,
    rank=2,
    citation="Regionstyrelsen 2024-12-10 § 208, Beslut p. 2 (s. 2)",
    id="region-fjallbygden/regionstyrelsen/2024-12-10/208/beslut/2",
    point="2",
    text="2. Kostnaden, högst 4,2 miljoner kronor per år, ryms inom kollektivtrafikens ram.",
    matched=(),
    places=(Place(2, 70, 160, 520, 190),),
)
RESERVATION = replace(
    DECISION,
    rank=3,
    citation="Regionstyrelsen 2024-12-10 § 208, Reservation (s. 3)",
    id="region-fjallbygden/regionstyrelsen/2024-12-10/208/reservation",
    section=SectionKind.RESERVATION,
    section_heading="Reservation",
    point=None,
    text="Mot beslutet reserverar sig Siv Granlund (S) och Ture Myrberg (V) till förmån för eget "
    "yrkande.",
    page=3,
    matched=(),
    places=(Place(3, 70, 120, 520, 150),),
)
PROPOSAL = replace(
    DECISION,
    rank=4,
    citation="Regionstyrelsen 2024-11-26 ärende 7, Förslag till beslut p. 1 (s. 4, kallelse)",
    id="region-fjallbygden/regionstyrelsen/2024-11-26/arende-7/forslag/1",
    date=date(2024, 11, 26),
    document_kind=DocumentKind.AGENDA,
    item_number="7",
    section=SectionKind.PROPOSAL,
    section_heading="Förslag till beslut",
    text="1. Regionstyrelsen föreslås uppdra åt regiondirektören att upphandla nattbussar på "
    "linje 40 mellan Älvnäs och Tallmoen.",
    file="Region Fjällbygden/kallelse 2024-11-26.pdf",
    page=4,
    outcome=Outcome.PROPOSED,
    item_id="region-fjallbygden/regionstyrelsen/2024-11-26/arende-7",
)
MOTION = replace(
    DECISION,
    rank=5,
    citation="Kommunfullmäktige 2023-09-18 § 91, Yrkanden (s. 14)",
    id="alvnas-kommun/kommunfullmaktige/2023-09-18/91/yrkanden",
    organ="Kommunfullmäktige",
    huvudman="Älvnäs kommun",
    date=date(2023, 9, 18),
    item_number="91",
    item_title="Motion om bussförbindelser till gymnasieskolan på helgkvällar",
    case_number="KS 2023/145",
    section=SectionKind.MOTION,
    section_heading="Yrkanden",
    point=None,
    text="Elsa Lundmark (C) yrkar att ärendet återremitteras för att nattbussarnas kostnad ska "
    "utredas tillsammans med regionen. Gunnar Åström (M) yrkar bifall till kommunstyrelsens "
    "förslag.",
    file="Älvnäs kommun/protokoll-kf-2023-09-18.pdf",
    page=14,
    outcome=Outcome.REFERRED_BACK,
    item_id="alvnas-kommun/kommunfullmaktige/2023-09-18/91",
)
VOTE = replace(
    MOTION,
    rank=6,
    citation="Kommunfullmäktige 2024-02-26 § 12, Omröstning (s. 5)",
    id="alvnas-kommun/kommunfullmaktige/2024-02-26/12/omrostning",
    date=date(2024, 2, 26),
    item_number="12",
    section=SectionKind.VOTE,
    section_heading="Omröstning",
    text="Med 21 ja-röster mot 18 nej-röster, 2 som avstår, avslår kommunfullmäktige motionen.",
    file="Älvnäs kommun/protokoll-kf-2024-02-26.pdf",
    page=5,
    outcome=Outcome.REJECTED,
    item_id="alvnas-kommun/kommunfullmaktige/2024-02-26/12",
    matched=(),
)
HITS = (DECISION, SECOND_POINT, RESERVATION, PROPOSAL, MOTION, VOTE)

SAME_TEXT = replace(
    MOTION,
    rank=7,
    citation="Kommunstyrelsen 2023-08-29 § 140, Yrkanden (s. 9)",
    id="alvnas-kommun/kommunstyrelsen/2023-08-29/140/yrkanden",
    organ="Kommunstyrelsen",
    date=date(2023, 8, 29),
    item_number="140",
    file="Älvnäs kommun/protokoll-ks-2023-08-29.pdf",
    page=9,
    item_id="alvnas-kommun/kommunstyrelsen/2023-08-29/140",
)
"""The text of ``MOTION`` in an item of another body; not among ``HITS``."""

BODY = Interpretation(
    "organ:regionstyrelsen",
    InterpretationKind.ORGAN,
    "Regionstyrelsen",
    0,
    15,
    Filters(organ="Regionstyrelsen"),
)
SECTION = Interpretation(
    "avsnitt:beslut",
    InterpretationKind.SECTION,
    say(Says.PREFERRED, part=say(Says.CALLED, name="beslut", meant=SectionKind.DECISION)),
    16,
    23,
    Filters(section=SectionKind.DECISION),
    limits=False,
)
NOWHERE = Interpretation(
    "period:1901-01-01/1901-12-31",
    InterpretationKind.PERIOD,
    "1901",
    24,
    28,
    Filters(date_from=date(1901, 1, 1), date_to=date(1901, 12, 31)),
    relaxed=True,
)
READ = {"regionstyrelsen": BODY, "beslut": SECTION, "1901": NOWHERE}
"""Words that the stand-in takes for more than words."""

COVERAGE = Coverage(
    documents=16,
    items=1284,
    passages=7310,
    unreadable=2,
    bodies=("Regionstyrelsen", "Regionfullmäktige", "Kommunfullmäktige"),
    date_from=date(2023, 1, 17),
    date_to=date(2024, 12, 10),
)
DOCUMENTS = (
    IngestedDocument("Region Fjällbygden/protokoll 2024-12-10.pdf", DocumentStatus.UNCHANGED, 12),
    IngestedDocument(
        "Älvnäs kommun/inskannat.pdf",
        DocumentStatus.UNREADABLE,
        reason="Sidorna är bilder utan text",
        remedy="Kör texttolkning (OCR) på filen och läs in den igen.",
    ),
    IngestedDocument(
        "Region Fjällbygden/låst.pdf",
        DocumentStatus.UNREADABLE,
        reason="Filen är krypterad",
        remedy="Spara en kopia utan lösenord.",
    ),
)


CHOICES = Choices(
    huvudman=(("Region Fjällbygden", 840), ("Älvnäs kommun", 444)),
    organ=(("Regionstyrelsen", 512), ("Regionfullmäktige", 328), ("Kommunfullmäktige", 444)),
    kinds=((DocumentKind.MINUTES, 1002), (DocumentKind.AGENDA, 282)),
    sections=(
        (SectionKind.DECISION, 1200),
        (SectionKind.PROPOSAL, 900),
        (SectionKind.MOTION, 90),
    ),
    years=((2023, 600), (2024, 684)),
    parties=(("S", 410), ("V", 120)),
    items=1284,
)


_STEPS = {Outcome.PROPOSED: StepKind.PROPOSAL, Outcome.UNKNOWN: StepKind.TREATED}


@dataclass
class StandInIndex:
    """Gives what it was made with, and keeps what it was asked.

    A question with «meningen» in it has no answer, one with «krasch» fails, and one with
    «långsamt» takes a second. The words of ``READ`` are understood, and «nattbusar» is put right.
    """

    hits: tuple[Hit, ...] = HITS
    contents: Coverage = COVERAGE
    ingested: tuple[IngestedDocument, ...] = DOCUMENTS
    offered: Choices = CHOICES
    folder: Path | None = None
    settings: Settings = Settings()
    warm: bool = False
    entities: Entities = Entities()
    lent: list[tuple[Path, bytes]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    taken_away: list[tuple[str, ...]] = field(default_factory=list)
    went_on: list[str | None] = field(default_factory=list)

    def search(
        self, query: str, limit: int = 10, *, without: Iterable[str] = (), **filters: object
    ) -> list[Hit]:
        self.asked.append((query, filters))
        self.taken_away.append(tuple(without))
        if "långsamt" in query:
            time.sleep(0.5)
        if "krasch" in query:
            raise RuntimeError("a secret of the machine")
        organ = filters.get("organ")
        if BODY in self.understand(query, without=without):
            organ = organ or "Regionstyrelsen"
        return [hit for hit in self.hits if organ in (None, hit.organ)][:limit]

    def understand(
        self, question: str, *, without: Iterable[str] = (), **filters: object
    ) -> tuple[Interpretation, ...]:
        words = question.casefold().replace("?", " ").split()
        read = [READ[word] for word in words if word in READ]
        return tuple(part for part in read if part.key not in set(without))

    def corrections(self, question: str) -> tuple[Correction, ...]:
        wrong = "nattbusar" in question
        return (Correction("nattbusar", "nattbussar"),) if wrong else ()

    def ask(
        self,
        question: str,
        *,
        without: Iterable[str] = (),
        after: str | None = None,
        **filters: object,
    ) -> Answer:
        self.went_on.append(after)
        hits = self.search(question, without=without, **filters)
        read = self.understand(question, without=without)
        decisions = [hit for hit in hits if hit.section is SectionKind.DECISION]
        answered = bool(decisions) and "meningen" not in question
        lines = tuple(AnswerLine(hit.text, hit) for hit in decisions) if answered else ()
        return Answer(
            question=question,
            answered=answered,
            outcome=decisions[0].outcome if answered else Outcome.UNKNOWN,
            text="\n".join(line.text for line in lines),
            reason=None if answered else said("Inget stycke ligger tillräckligt nära frågan."),
            lines=lines,
            citations=tuple(line.hit for line in lines),
            case_number=decisions[0].case_number if answered else None,
            also=tuple(hits),
            coverage=self.contents,
            interpreted=tuple(part.label for part in read),
            interpretations=read,
            after=after,
        )

    def case(self, case_number: str, huvudman: str | None = None) -> Case:
        steps = [hit for hit in self.hits if hit.case_number == case_number]
        if not steps:
            raise CitationNotFound(say(Says.NO_CASE, number=case_number), say(Says.CHECK_NUMBER))
        steps.sort(key=lambda hit: hit.date or date.min)
        return Case(
            case_number,
            steps[0].item_title,
            tuple(
                CaseStep(hit, _STEPS.get(hit.outcome, StepKind.DECISION), hit.outcome)
                for hit in steps
            ),
        )

    def show(self, citation: str) -> ItemView:
        found = [hit for hit in self.hits if citation in (hit.id, hit.item_id, hit.citation)]
        if not found:
            raise CitationNotFound(f"Inget svarar mot «{citation}».")
        item = [hit for hit in self.hits if hit.item_id == found[0].item_id]
        first = item[0]
        name = first.citation.partition(",")[0]
        return ItemView(name, first.item_title, first.case_number, tuple(item), self.entities)

    def precedents(self, wanted: str | Path, limit: int = 10, **filters: object) -> Precedents:
        from tests.fakes.stand_in_views import PRECEDENTS

        if isinstance(wanted, Path):
            self.lent.append((wanted, wanted.read_bytes()))
            return replace(PRECEDENTS, source=wanted.name)
        self.asked.append((wanted, filters))
        if "inget" in wanted:
            return replace(PRECEDENTS, compared=wanted, cases=(), outcomes=())
        return replace(PRECEDENTS, compared=wanted)

    def overview(self, **filters: object) -> Overview:
        from tests.fakes.stand_in_views import NO_FIGURES, OVERVIEW

        self.asked.append(("overview", filters))
        return OVERVIEW if self.contents.documents else NO_FIGURES

    def matters(
        self, kind: MatterKind, start: int = 0, limit: int = 25, **filters: object
    ) -> Matters:
        """Every hit is a motion, and nothing is anything else."""
        self.asked.append((kind.value, {"start": start, "limit": limit, **filters}))
        counts = ((MatterKind.MOTION, len(self.hits)), (MatterKind.OTHER, 2))
        hits = self.hits[start : start + limit] if kind is MatterKind.MOTION else ()
        return Matters(kind, counts, tuple(hits))

    def actions(self, who: str, about: str | None = None, **filters: object) -> Actions:
        from tests.fakes.stand_in_views import ACTIONS, NO_ACTIONS

        self.asked.append((who, {"about": about, **filters}))
        return ACTIONS if who == "S" else replace(NO_ACTIONS, who=who)

    def model(self) -> str | None:
        return "en-modell" if self.contents.documents else None

    def warm_up(self) -> None:
        self.warm = True

    def coverage(self) -> Coverage:
        return self.contents

    def documents(self) -> tuple[IngestedDocument, ...]:
        return self.ingested

    def choices(
        self, question: str = "", *, without: Iterable[str] = (), **filters: object
    ) -> Choices:
        """Counted among the hits, where anything is asked or limits."""
        if not question and not any(filters.values()):
            return self.offered
        organs = Counter(hit.organ for hit in self.hits)
        return replace(self.offered, organ=tuple(organs.items()), items=len(self.hits))

    def document_path(self, file: str, sha256: str | None = None) -> Path:
        if self.folder is None or file not in {hit.file for hit in self.hits}:
            raise CitationNotFound(f"Ingen handling heter {file}.")
        return self.folder / file

    def page_image(
        self, file: str, page: int, sha256: str | None = None, scale: float = 1.5
    ) -> PageImage:
        return read_page_image(self.document_path(file, sha256), page, scale)

    def page_count(self, file: str, sha256: str | None = None) -> int:
        return count_pages(self.document_path(file, sha256))


def write_documents(index: StandInIndex, folder: Path) -> None:
    """Write a small PDF for each file the hits name, and let the index know the folder."""
    index.folder = folder
    for hit in index.hits:
        path = folder / hit.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(MINIMAL_PDF)
