"""What is written in a list of those present: the labels of its rows, and what follows a name."""

import re

from beslutssok.domain import AttendanceRole

_R = AttendanceRole
_VICE = r"(?:\d\s?:?\s?[ea]?|först[ae]|andr[ae]|tredje)?\s*v(?:ice|\.)?\s*ordf(?:örande|\.)?"
_LABELS: tuple[tuple[AttendanceRole | None, str], ...] = (
    (_R.VICE_CHAIR, rf"{_VICE}n?"),
    (_R.CHAIR, r"ordförande(?:n)?|ordf\.?|mötesordförande|ålderspresident"),
    (
        _R.SUBSTITUTE,
        r"(?:ej|icke|inte)\s*-?\s*tjänstgörande(?:\s+ersättare|\s+suppleanter)?|närvarande\s+ersättare"
        r"|övriga\s+ersättare|ej\s+tjg\.?\s+ersättare|ersättare|suppleanter",
    ),
    (
        _R.SERVING_SUBSTITUTE,
        r"tjänstgörande\s+ersättare|tjg\.?\s+ers(?:ättare|\.)?|tjänstgörande\s+suppleanter"
        r"|tjänstgörande(?!\s+ledam)",
    ),
    (
        _R.ABSENT,
        r"frånvarande(?:\s+ledamöter)?|ej\s+närvarande(?:\s+ledamöter)?|anmält\s+förhinder|förhinder(?:ade)?|ej\s+deltagande",
    ),
    (
        _R.ADJUSTER,
        r"justerare|justerande|justeras|protokolljusterare|utse(?:dd|dda|s)\s+att\s+justera(?:\s+protokollet)?|justeringspersoner|justeringsmän",
    ),
    (
        _R.SECRETARY,
        r"(?:nämnd|protokoll|möte)?s?-?sekreterare|protokollförare|vid\s+protokollet|sekr\.?",
    ),
    (
        _R.OTHER,
        r"övriga(?:\s+(?:deltagare|deltagande|närvarande|förtroendevalda))?|(?:övriga\s+)?tjänste(?:personer|män|person)"
        r"|(?:föredragande|adjungerade?|insynsplats|fackliga?\s+(?:företrädare|representanter?)|personalföreträdare)"
        r"|(?:från\s+)?(?:förvaltningen|kansliet)|inbjudna|närvarande\s+tjänste(?:män|personer)|andra\s+närvarande|gäster",
    ),
    (
        _R.MEMBER,
        r"(?:beslutande|närvarande|tjänstgörande)?\s*ledam[oö]t(?:er)?(?:na)?|beslutande(?:\s+(?:förtroendevalda|närvarande))?"
        r"|närvarande(?:\s+beslutande)?"
        r"|närvarolista|deltagare|förtroendevalda|närvarande\s+(?:ledamöter|förtroendevalda)",
    ),
    (
        None,
        r"plats(?:\s+och\s+tid)?|tid(?:\s+och\s+plats)?|lokal|paragrafer|anslag\w*|underskrifter|signaturer|bevis\b.*|innehåll\w*"
        r"|ärende(?:n|lista|förteckning)?|justering(?:ens?|\s).{0,20}|datum.*|protokoll(?:et)?|sammanträdesdatum|organ|förvaringsplats.*|utdragsbestyrkande|föredragningslista|dagordning|ajournering|webbsändning|omfattning",
    ),
)
_LABEL = re.compile(
    "|".join(f"(?P<l{index}>(?:{pattern}))" for index, (_, pattern) in enumerate(_LABELS)), re.I
)
SIGNING = re.compile(r"^(?:underskrift|signatur|anslag|bevis)", re.IGNORECASE)
LEADERS = re.compile(r"\.{4,}|_{3,}|…{2,}")
_SUFFIXES: tuple[tuple[AttendanceRole, re.Pattern[str]], ...] = (
    (_R.VICE_CHAIR, re.compile(rf"^[\s,–(-]*{_VICE}", re.IGNORECASE)),
    (_R.CHAIR, re.compile(r"^[\s,–(-]*(?:ordförande|ordf\.?)(?!\w)", re.IGNORECASE)),
    (
        _R.SERVING_SUBSTITUTE,
        re.compile(
            r"^[\s,–(-]*(?:tjg\.?|tjänstgör\w*|tj\.?\s?ers\w*|ersätter|ers\.?\s+för|ersättare\s+för|för|inträder|i\s+stället\s+för)(?!\w)",
            re.I,
        ),
    ),
    (_R.SECRETARY, re.compile(r"^[\s,–(-]*(?:\w+)?sekreterare", re.IGNORECASE)),
    (_R.SUBSTITUTE, re.compile(r"^[\s,–(-]*(?:ej\s+tjänstg\w*|ersättare)", re.IGNORECASE)),
    (_R.ABSENT, re.compile(r"^[\s,–(-]*(?:frånvarande|ej\s+närvarande)", re.IGNORECASE)),
    (_R.MEMBER, re.compile(r"^[\s,–-]*ledamot(?!\w)", re.IGNORECASE)),
)
_RECORDER = re.compile(r"^[\s,–(-]*(?:nämnd|protokoll|möte)?s?-?sekreterare(?!\w)", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"^[\s,–(-]*(?P<idle>(?:ej|icke|inte)\s?-?\s?)?(?:tjänstgörande|tjg\.?)\s+ers(?:ättare|\.)",
    re.I,
)
NOT_NAMES = re.compile(r"\d|kl\.|sammanträd|kommun|region|nämnd|styrelse|rådhus|sal\b|\bAB$", re.I)


def read_label(text: str) -> tuple[AttendanceRole | None, int] | None:
    """The label that a line begins with, and its length; it stands in its own cell or alone."""
    first, tab, _ = text.partition("\t")
    first = first.strip()
    if not first[:1].isupper():
        return None
    whole = _LABEL.fullmatch(first.rstrip(" :"))
    if whole:
        return _role(whole), len(first)
    if tab:
        match = _LABEL.match(first)
        if match and not first[match.end() : match.end() + 1].isalpha():
            return _role(match), match.end()
    match = _LABEL.match(text)
    if match and text[:1].isupper() and re.match(r"\s*:|\s+[A-ZÅÄÖ]", text[match.end() :]):
        return _role(match), match.end()
    return None


def role_of_label(text: str) -> AttendanceRole | None:
    """The role that a text is the label of, and of nothing but that."""
    label = _LABEL.fullmatch(text)
    return _role(label) if label else None


def is_label(text: str) -> bool:
    """Whether a text is a label, be it of persons or of something else."""
    return _LABEL.fullmatch(text) is not None


def _role(match: re.Match[str]) -> AttendanceRole | None:
    index = int((match.lastgroup or "l0")[1:])
    return _LABELS[index][0]


def own_role(behind: str, role: AttendanceRole) -> AttendanceRole:
    """What stands behind the name, where it says more than the label does."""
    if role is _R.OTHER and _RECORDER.match(behind):
        return _R.SECRETARY
    if role is _R.OTHER and (substitute := _SUBSTITUTE.match(behind)):
        return _R.SUBSTITUTE if substitute["idle"] else _R.SERVING_SUBSTITUTE
    if role in (_R.ADJUSTER, _R.SECRETARY, _R.OTHER, _R.CHAIR, _R.ABSENT):
        return role
    for own, pattern in _SUFFIXES:
        if pattern.match(behind):
            return own
    return role
