"""Who may sign in: a file with a name and a hashed password on each line."""

import base64
import binascii
import hashlib
import hmac
import re
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from beslutssok.errors import SettingsError

# Takes some 50 ms and 16 MB, as is advised for passwords that people type.
COST, BLOCK, PARALLEL = 1 << 14, 8, 1
MOST_COST, MOST_BLOCK, MOST_PARALLEL = 1 << 18, 32, 16
SALT_BYTES, KEY_BYTES = 16, 32
SHORTEST_PASSWORD = 8
_NAME = re.compile(r"[^\s:]{1,100}")
_SCHEME = "scrypt"


@dataclass(frozen=True, slots=True)
class HashedPassword:
    """A password as it may be stored: its scrypt key, and what that was made with."""

    cost: int
    block: int
    parallel: int
    salt: bytes
    key: bytes

    def matches(self, password: str) -> bool:
        """Whether it is the password; takes as long for a wrong one as for the right one."""
        made = _derive(password, self.salt, self.cost, self.block, self.parallel, len(self.key))
        return hmac.compare_digest(made, self.key)


@dataclass(frozen=True, slots=True)
class Users:
    """Names and hashed passwords."""

    passwords: Mapping[str, HashedPassword]

    def know(self, name: str, password: str) -> bool:
        """Whether someone of the name has the password; an unknown name takes as long."""
        hashed = self.passwords.get(name)
        if hashed is None:
            next(iter(self.passwords.values())).matches(password)
            return False
        return hashed.matches(password)


def hash_password(name: str, password: str) -> str:
    """Give the line of the file for a name and a password.

    Raises:
        SettingsError: the name has a colon or a space, or the password is too short.
    """
    if not _NAME.fullmatch(name):
        raise SettingsError(
            f"Namnet {name!r} går inte att använda.", "Skriv det utan mellanslag och kolon."
        )
    if len(password) < SHORTEST_PASSWORD:
        raise SettingsError(
            "Lösenordet är för kort.", f"Välj ett med minst {SHORTEST_PASSWORD} tecken."
        )
    salt = secrets.token_bytes(SALT_BYTES)
    key = _derive(password, salt, COST, BLOCK, PARALLEL, KEY_BYTES)
    written = (base64.b64encode(part).decode() for part in (salt, key))
    return ":".join((name, _SCHEME, str(COST), str(BLOCK), str(PARALLEL), *written))


def ask_password() -> str:
    """Ask for a password twice, or read it as a line of standard input if nobody is there.

    Raises:
        SettingsError: the two are not the same.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass("Lösenord: ")
    if password != getpass("Samma lösenord en gång till: "):
        raise SettingsError("Lösenorden är inte lika.", "Försök en gång till.")
    return password


def read_users(path: Path) -> Users:
    """Read the file of who may sign in; empty lines and those that begin with ``#`` say nothing.

    Raises:
        SettingsError: the file cannot be read, a line makes no sense, or nobody is in it.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise SettingsError(
            f"Användarfilen {path} kan inte läsas.", "Rätta BESLUTSSOK_USERS eller filen."
        ) from exc
    passwords = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            name, hashed = _parse(line.strip())
        except (ValueError, binascii.Error) as exc:
            raise SettingsError(
                f"Rad {number} i användarfilen {path} går inte att förstå.",
                "Gör raden med «beslutssok user NAMN».",
            ) from exc
        passwords[name] = hashed
    if not passwords:
        raise SettingsError(
            f"Användarfilen {path} har inga användare.",
            "Lägg till en rad med «beslutssok user NAMN».",
        )
    return Users(passwords)


def _parse(line: str) -> tuple[str, HashedPassword]:
    name, scheme, cost, block, parallel, salt, key = line.split(":")
    hashed = HashedPassword(
        int(cost),
        int(block),
        int(parallel),
        base64.b64decode(salt, validate=True),
        base64.b64decode(key, validate=True),
    )
    power_of_two = hashed.cost > 1 and hashed.cost & (hashed.cost - 1) == 0
    sane = (
        hashed.cost <= MOST_COST
        and 1 <= hashed.block <= MOST_BLOCK
        and 1 <= hashed.parallel <= MOST_PARALLEL
        and hashed.salt
        and len(hashed.key) >= SALT_BYTES
    )
    if scheme != _SCHEME or not _NAME.fullmatch(name) or not power_of_two or not sane:
        raise ValueError(line)
    return name, hashed


def _derive(password: str, salt: bytes, cost: int, block: int, parallel: int, length: int) -> bytes:
    needed = 128 * block * (cost + parallel + 2)
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"),
        salt=salt,
        n=cost,
        r=block,
        p=parallel,
        maxmem=2 * needed,
        dklen=length,
    )
