"""A run of flowables in which no heading is left alone at the foot of a page."""

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

FULL_PAGE = 10_000.0


class Story:
    """Collects flowables for a column of a given width."""

    def __init__(self, width: float) -> None:
        """Begin with nothing."""
        self.width = width
        self.flowables: list[Flowable] = []
        self._headings: list[Flowable] = []

    def heading(self, *flowables: Flowable) -> None:
        """Add what must stand on the same page as that which comes next."""
        self._headings.extend(flowables)

    def add(self, flowable: Flowable, room: float) -> None:
        """Add a flowable of which at least `room` must fit under the headings before it."""
        if self._headings:
            needed = sum(self._height(heading) for heading in self._headings)
            needed += min(room, self._height(flowable))
            self.flowables.append(CondPageBreak(needed))
            self.flowables.extend(self._headings)
            self._headings = []
        self.flowables.append(flowable)

    def page_break(self) -> None:
        """Let what comes next stand on a new page."""
        self.end()
        self.flowables.append(PageBreak())

    def end(self) -> None:
        """Let no heading wait for more."""
        if self._headings:
            needed = sum(self._height(heading) for heading in self._headings)
            self.flowables.extend([CondPageBreak(needed), *self._headings])
            self._headings = []

    def _height(self, flowable: Flowable) -> float:
        height: float = flowable.wrap(self.width, FULL_PAGE)[1]
        return height + float(flowable.getSpaceBefore() + flowable.getSpaceAfter())
