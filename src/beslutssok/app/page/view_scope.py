"""What a view is limited to: an organisation, a body, a period, as the address has them."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from beslutssok.app.page.form import Form, UnclearForm, read_filters
from beslutssok.app.page.markup import show_text
from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_forms import ChoiceField, TextField, render_form
from beslutssok.app.page.view_words import words_in
from beslutssok.app.page.views import Parameters, write_link
from beslutssok.index.rows import Choices
from beslutssok.library import FilterKeywords

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """The limits as text; an empty one does not limit."""

    huvudman: str = ""
    organ: str = ""
    date_from: str = ""
    date_to: str = ""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The limits with the names they have in the address."""
        return (
            ("huvudman", self.huvudman),
            ("organ", self.organ),
            ("fran", self.date_from),
            ("till", self.date_to),
        )


def read_scope(parameters: Parameters) -> Scope:
    """What the address limits a view to."""
    names = ("huvudman", "organ", "fran", "till")
    return Scope(*(parameters.get(name, "").strip()[:LONGEST] for name in names))


def read_limits(scope: Scope, texts: Texts) -> FilterKeywords:
    """The limits as the façade takes them.

    Raises:
        UnclearForm: a date that is no date, or a period that ends before it begins.
    """
    form = Form(
        huvudman=scope.huvudman,
        organ=scope.organ,
        date_from=scope.date_from,
        date_to=scope.date_to,
    )
    filters = read_filters(form, texts)
    return FilterKeywords(
        huvudman=filters.huvudman,
        organ=filters.organ,
        date_from=filters.date_from,
        date_to=filters.date_to,
    )


def narrow_scope(scope: Scope, first: str, last: str, texts: Texts) -> Scope:
    """Limit a scope to the months from ``first`` to ``last``, if it is not narrower itself.

    A date of the scope that is no date does not limit.
    """
    try:
        limits = read_limits(Scope(date_from=scope.date_from, date_to=scope.date_to), texts)
    except UnclearForm:
        limits = FilterKeywords()
    since, until = limits.get("date_from"), limits.get("date_to")
    year, month = map(int, last.split("-"))
    ends = date(year, month, monthrange(year, month)[1])
    date_from = since.isoformat() if since and since > date.fromisoformat(f"{first}-01") else first
    date_to = until.isoformat() if until and until < ends else last
    return Scope(scope.huvudman, scope.organ, date_from, date_to)


def render_scope_form(view: str, scope: Scope, choices: Choices, texts: Texts) -> str:
    """Show the fields that limit a view."""
    words = words_in(texts).overview
    fields: list[TextField | ChoiceField] = []
    if len(choices.huvudman) > 1:
        options = _options(texts.everything, choices.huvudman)
        fields.append(ChoiceField("huvudman", words.huvudman, options, scope.huvudman))
    options = _options(words.all_bodies, choices.organ)
    fields.append(ChoiceField("organ", texts.organ, options, scope.organ))
    fields.append(TextField("fran", texts.date_from, scope.date_from, words.year_hint))
    fields.append(TextField("till", texts.date_to, scope.date_to, words.year_hint))
    clear = ""
    if scope != Scope():
        clear = f'<a href="{show_text(write_link(vy=view))}">{show_text(texts.clear)}</a>'
    return render_form(view, fields, words.apply, more=clear)


def _options(everything: str, counts: Sequence[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    return ((everything, ""), *((f"{name} ({count})", name) for name, count in counts if name))
