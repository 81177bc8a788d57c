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
    - ``threads`` (``BESLUTSSOK_THREADS``): threads for the model; 0 lets torch decide.
    """

    model: str = BUILT_IN_MODEL
    allow_download: bool = False
    cache: Path = Path.home() / ".cache" / "beslutssok"
    huvudman: str = ""
    glossary: Path | None = None
    host: str = "127.0.0.1"
    port: int = 7860
    threads: int = 0


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from the environment (``os.environ`` unless another mapping is given).

    Raises:
        SettingsError: a number or a switch has a value that makes no sense.
    """
    env = os.environ if environment is None else environment
    default = Settings()
    cache_home = env.get("XDG_CACHE_HOME")
    glossary = env.get("BESLUTSSOK_GLOSSARY")
    cache = Path(cache_home) / "beslutssok" if cache_home else default.cache
    return Settings(
        model=env.get("BESLUTSSOK_MODEL") or default.model,
        allow_download=_switch(env, "BESLUTSSOK_ALLOW_DOWNLOAD"),
        cache=Path(env.get("BESLUTSSOK_CACHE") or cache).expanduser(),
        huvudman=env.get("BESLUTSSOK_HUVUDMAN", default.huvudman),
        glossary=Path(glossary).expanduser() if glossary else None,
        host=env.get("BESLUTSSOK_HOST") or default.host,
        port=_number(env, "BESLUTSSOK_PORT", default.port, low=0, high=65535),
        threads=_number(env, "BESLUTSSOK_THREADS", default.threads, low=0, high=1024),
    )


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
