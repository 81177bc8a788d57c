"""Who may ask, and from where: middleware around page, API and documents alike."""

from beslutssok.app.access.hosts import KnownHosts
from beslutssok.app.access.origins import OwnOrigin
from beslutssok.app.access.passwords import Users, ask_password, hash_password, read_users
from beslutssok.app.access.sign_in import SignIn

__all__ = [
    "KnownHosts",
    "OwnOrigin",
    "SignIn",
    "Users",
    "ask_password",
    "hash_password",
    "read_users",
]
