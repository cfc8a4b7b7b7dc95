"""Tokens as Keycloak makes them: access tokens signed by a key that everyone may check, refresh tokens by its own."""

from __future__ import annotations

import base64
import functools
import hashlib
import hmac
import json
import secrets
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

Claims = dict[str, Any]


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _part(document: Claims) -> str:
    return encoded(json.dumps(document, separators=(",", ":")).encode())


class SigningKeys:
    """Of one realm, made anew for each sandbox, when first wanted."""

    def __init__(self) -> None:
        self._own = secrets.token_bytes(64)

    @functools.cached_property
    def _private(self) -> rsa.RSAPrivateKey:
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)

    @functools.cached_property
    def key_id(self) -> str:
        numbers = self._private.public_key().public_numbers()
        return encoded(hashlib.sha256(str(numbers.n).encode()).digest())

    def key_set(self) -> Claims:
        """The JWKS of ``certs``."""
        numbers = self._private.public_key().public_numbers()
        modulus = encoded(numbers.n.to_bytes((numbers.n.bit_length() + 7) // 8, "big"))
        exponent = encoded(numbers.e.to_bytes(3, "big"))
        key = {"kid": self.key_id, "kty": "RSA", "alg": "RS256", "use": "sig", "n": modulus, "e": exponent}
        return {"keys": [key]}

    def sign_access(self, claims: Claims) -> str:
        """RS256."""
        text = _part({"alg": "RS256", "typ": "JWT", "kid": self.key_id}) + "." + _part(claims)
        return f"{text}.{encoded(self._private.sign(text.encode(), padding.PKCS1v15(), SHA256()))}"

    def sign_refresh(self, claims: Claims) -> str:
        """HS512: nobody but the server can check it."""
        text = _part({"alg": "HS512", "typ": "JWT", "kid": "refresh"}) + "." + _part(claims)
        return f"{text}.{encoded(self._seal(text))}"

    def read_access(self, token: str) -> Claims | None:
        """The claims, ``None`` unless signed here. Says nothing about their time."""
        text, _, signature = token.rpartition(".")
        try:
            self._private.public_key().verify(decoded(signature), text.encode(), padding.PKCS1v15(), SHA256())
            return json.loads(decoded(text.partition(".")[2]))  # type: ignore[no-any-return]
        except (ValueError, InvalidSignature):
            return None

    def read_refresh(self, token: str) -> Claims | None:
        text, _, signature = token.rpartition(".")
        try:
            if not hmac.compare_digest(decoded(signature), self._seal(text)):
                return None
            return json.loads(decoded(text.partition(".")[2]))  # type: ignore[no-any-return]
        except ValueError:
            return None

    def _seal(self, text: str) -> bytes:
        return hmac.new(self._own, text.encode(), hashlib.sha512).digest()
