"""The one reader of the environment.

Every setting is an environment variable named ``BESLUTSSOK_…``; what is not set has the default
below. Nothing else in the package looks at the environment.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from beslutssok.errors import SettingsError

BUILT_IN_MODEL = "built-in"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the library and its programs.

    - ``model`` (``BESLUTSSOK_MODEL``): ``built-in`` (multilingual-e5-small, unpacked locally), or
      a folder or hub name of any sentence-transformers model.
    - ``allow_download`` (``BESLUTSSOK_ALLOW_DOWNLOAD``): whether a model that is a hub name may
      be fetched from the net; off unless ``1``.
    - ``cache`` (``BESLUTSSOK_CACHE``): where the built-in model is unpacked.
    - ``huvudman`` (``BESLUTSSOK_HUVUDMAN``): the organisation of documents that do not name one.
    - ``glossary`` (``BESLUTSSOK_GLOSSARY``): a file of words that mean the same, beside those that
      come with the package; see docs/ordlista.md.
    - ``host``, ``port`` (``BESLUTSSOK_HOST``, ``BESLUTSSOK_PORT``): where the page listens.
    - ``contact`` (``BESLUTSSOK_CONTACT``): whom visitors write to about the page, as its statement
      on accessibility says; an address, or a few words.
    - ``threads`` (``BESLUTSSOK_THREADS``): threads for the model; 0 lets torch decide.
    - ``hosts`` (``BESLUTSSOK_HOSTS``): names, with commas between them, that the page is reached
      by besides that of this machine; requests for other names are refused.
    - ``users`` (``BESLUTSSOK_USERS``): a file of who may sign in, see docs/api.md; without it
      nobody has to.
    - ``rate`` (``BESLUTSSOK_RATE``): how many requests a minute one address may make of the API;
      0 is any number.
    - ``upload_mb`` (``BESLUTSSOK_UPLOAD_MB``): the largest file that may be uploaded, in megabytes.
    - ``inbox`` (``BESLUTSSOK_INBOX``): the folder that documents are added to by upload; without
      it none can be.
    - ``mcp`` (``BESLUTSSOK_MCP``): whether assistants are served under ``/mcp``; off unless ``1``.
    """

    model: str = BUILT_IN_MODEL
    allow_download: bool = False
    cache: Path = Path.home() / ".cache" / "beslutssok"
    huvudman: str = ""
    glossary: Path | None = None
    host: str = "127.0.0.1"
    port: int = 7860
    threads: int = 0
    contact: str = ""
    hosts: tuple[str, ...] = ()
    users: Path | None = None
    rate: int = 600
    upload_mb: int = 25
    inbox: Path | None = None
    mcp: bool = False


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from the environment (``os.environ`` unless another mapping is given).

    Raises:
        SettingsError: a number or a switch has a value that makes no sense.
    """
    env = os.environ if environment is None else environment
    default = Settings()
    cache_home = env.get("XDG_CACHE_HOME")
    cache = Path(cache_home) / "beslutssok" if cache_home else default.cache
    return Settings(
        model=env.get("BESLUTSSOK_MODEL") or default.model,
        allow_download=_switch(env, "BESLUTSSOK_ALLOW_DOWNLOAD"),
        cache=Path(env.get("BESLUTSSOK_CACHE") or cache).expanduser(),
        huvudman=env.get("BESLUTSSOK_HUVUDMAN", default.huvudman),
        glossary=_path(env, "BESLUTSSOK_GLOSSARY"),
        host=env.get("BESLUTSSOK_HOST") or default.host,
        contact=env.get("BESLUTSSOK_CONTACT", default.contact).strip(),
        port=_number(env, "BESLUTSSOK_PORT", default.port, low=0, high=65535),
        threads=_number(env, "BESLUTSSOK_THREADS", default.threads, low=0, high=1024),
        hosts=tuple(filter(None, map(str.strip, env.get("BESLUTSSOK_HOSTS", "").split(",")))),
        users=_path(env, "BESLUTSSOK_USERS"),
        rate=_number(env, "BESLUTSSOK_RATE", default.rate, low=0, high=1_000_000),
        upload_mb=_number(env, "BESLUTSSOK_UPLOAD_MB", default.upload_mb, low=0, high=1024),
        inbox=_path(env, "BESLUTSSOK_INBOX"),
        mcp=_switch(env, "BESLUTSSOK_MCP"),
    )


def _path(env: Mapping[str, str], name: str) -> Path | None:
    value = env.get(name)
    return Path(value).expanduser() if value else None


def _switch(env: Mapping[str, str], name: str) -> bool:
    value = env.get(name, "0").strip().lower()
    if value in {"", "0", "false", "nej", "no", "off"}:
        return False
    if value in {"1", "true", "ja", "yes", "on"}:
        return True
    raise SettingsError(f"{name}={value!r} är varken 0 eller 1.", f"Sätt {name} till 0 eller 1.")


def _number(env: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    value = env.get(name)
    if not value:
        return default
    if not value.strip().lstrip("-").isdecimal() or not low <= int(value) <= high:
        raise SettingsError(
            f"{name}={value!r} är inte ett heltal mellan {low} och {high}.",
            f"Sätt {name} till ett sådant tal, eller ta bort den.",
        )
    return int(value)
