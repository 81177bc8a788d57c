"""Characters as they should be: composed, without ligatures, odd spaces or invisible marks."""

import re
import unicodedata

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_SPACES = dict.fromkeys(
    (0x00A0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009),
    " ",
) | {0x200A: " ", 0x202F: " ", 0x205F: " ", 0x3000: " "}
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SYMBOLS = (0xF0B7, 0xF0A7, 0xF06E, 0xF076, 0xF0D8)  # where Symbol and Wingdings have theirs
_BULLETS = dict.fromkeys((*_SYMBOLS, 0x25CF, 0x25AA, 0x25E6, 0x25BA, 0x27A2, 0x2023, 0x2043), "•")
_BULLETS[0x00B7] = "•"
_TRANSLATION = str.maketrans(_LIGATURES) | _SPACES | _INVISIBLE | _BULLETS
_CONTROL = re.compile(r"[\x02\x07\x0b-\x0d\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# In the usual encoding of PDF files codes without a letter are bullets, and Word uses this one.
_BULLET_CODE = re.compile(r"(?<!\S)\x7f")
# Most text of Swedish documents is made of these, which are as they should be.
_PLAIN = re.compile(r"[ -~åäöÅÄÖéÉüÜ§–—”’…•]*")
# What fonts give whose character map lacks the letter: it stands there, and nobody knows which.
_UNKNOWN = re.compile(r"[\x00\x01\x03-\x06\x08\x0e-\x1e]")

# A page of Swedish prose is nearly all letters, digits, spaces and common punctuation. Broken
# font maps give private-use characters, replacement marks or letters of other scripts instead.
_EXPECTED = r"\w\s.,:;!?()\[\]/\\\-–—−‑•§%&+=*#@'\"”“’‘´`«»<>|_…°²³½¼€$£™©®→←~^{}"
_ODD = re.compile(rf"[^{_EXPECTED}]|[\u0370-\u1fff\u2e80-\ufaff\ufffd]")
MOJIBAKE_SHARE = 0.2
_PRIVATE = re.compile(r"[\ufffd\ue000-\uf8ff]")
_UNKNOWN_IN_WORD = re.compile(r"(?<=\w)[\ufffd\ue000-\uf8ff]|[\ufffd\ue000-\uf8ff](?=\w)")


def clean_text(text: str) -> str:
    r"""Compose accents, open ligatures, and put plain spaces and bullets.

    A letter that the file does not tell becomes the replacement character.

    >>> clean_text("ﬁnansa\u0308r\u00a01")
    'finansär 1'
    >>> clean_text("\x7f Karta")
    '• Karta'
    >>> clean_text("K\x00mmunstyrelsen")
    'K\ufffdmmunstyrelsen'
    """
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", _BULLET_CODE.sub("•", text)).translate(_TRANSLATION)
    return _UNKNOWN.sub("\ufffd", _CONTROL.sub("", text))


def looks_broken(text: str) -> bool:
    r"""Whether text of a page cannot be Swedish (nor its neighbours'): a broken font map.

    >>> looks_broken("Kommunstyrelsen beslutar att anta planen.")
    False
    >>> looks_broken("\ue01a\ue02b\ue03c \ue01a\ue04d\ue05e\ue06f")
    True
    """
    printed = "".join(text.split())
    return bool(printed) and len(_ODD.findall(printed)) / len(printed) > MOJIBAKE_SHARE


def count_unknown(text: str) -> int:
    r"""How many letters within words the file does not tell.

    >>> count_unknown("K\ufffdmmunstyrelsen \ufffd 12 m\ue001te")
    2
    """
    return len(_UNKNOWN_IN_WORD.findall(text)) if _PRIVATE.search(text) else 0
