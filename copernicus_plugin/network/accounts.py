"""The accounts of all places: who signs in where, and what a request carries then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.network.authorisation import Authoriser, NoAccount
from copernicus_plugin.network.ports import Credentials, SecretsProvider

if TYPE_CHECKING:
    from copernicus_plugin.network.session import HttpSession


class Accounts:
    """One authoriser for each place that has an account, shared by all threads."""

    def __init__(self, places: Mapping[str, AccessPoint], secrets: SecretsProvider, session: HttpSession) -> None:
        self._places = places
        self._secrets = secrets
        self._session = session

    def authoriser_for(self, access_point: AccessPoint) -> Authoriser:
        return NoAccount()

    def sign_in(self, access_point_id: str, one_time_code: str, cancellation: Cancellation) -> None:
        raise NotImplementedError

    def test(
        self, access_point_id: str, credentials: Credentials, one_time_code: str, cancellation: Cancellation
    ) -> float:
        raise NotImplementedError

    def header_lines(self, access_point_id: str) -> list[str]:
        return []

    def on_token_changed(self, callback: Callable[[str], None]) -> Callable[[], None]:
        return lambda: None

    def account_changed(self, access_point_id: str) -> None:
        return None

    def close(self, patience: float = 1.0) -> None:
        return None
