"""The texts of the views in the language of the page."""

from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_texts import ViewTexts
from beslutssok.app.page.view_texts_en import VIEWS_IN_ENGLISH
from beslutssok.app.page.view_texts_sv import VIEWS_IN_SWEDISH

_BY_LANGUAGE = {"sv": VIEWS_IN_SWEDISH, "en": VIEWS_IN_ENGLISH}


def words_in(texts: Texts) -> ViewTexts:
    """The texts of the views, in the language that the page is in."""
    return _BY_LANGUAGE[texts.language]
