"""A workbench over a small ledger, and a client that speaks to it without a network."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx2
from fastapi import FastAPI
from starlette.testclient import TestClient

from trucewatch.api import Casebook
from trucewatch.web.app import create_app
from trucewatch.web.bench import Bounds, Workbench
from trucewatch.web.visit import COOKIE

HOST = "http://127.0.0.1"
PASSWORD = "a long enough secret"  # noqa: S105 - of people in tests


class Client:
    """A browser without scripts: keeps its cookies, and sends forms with their token.

    Attributes:
        app: The application it speaks to.
    """

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self._client = TestClient(
            app,
            base_url=HOST,
            headers={"accept": "text/html"},
            follow_redirects=False,
        )

    @property
    def bench(self) -> Workbench:
        """The workbench behind the application."""
        bench = self.app.state.bench
        assert isinstance(bench, Workbench)
        return bench

    @property
    def session(self) -> str | None:
        """The session the browser keeps, if any."""
        return self._client.cookies.get(COOKIE)

    def ask(self, method: str, path: str, **more: Any) -> httpx2.Response:  # noqa: ANN401 - as the client has it
        """Send one request; redirects are not followed."""
        return self._client.request(method, path, **more)

    def get(self, path: str, **more: Any) -> httpx2.Response:  # noqa: ANN401 - as the client has it
        """Load a page."""
        return self.ask("GET", path, **more)

    def post(
        self,
        path: str,
        form: Mapping[str, str] | None = None,
        **more: Any,  # noqa: ANN401 - as the client has it
    ) -> httpx2.Response:
        """Send a form with this session's token."""
        sent = {"csrf": self.token()} | dict(form or {})
        return self.ask("POST", path, data=sent, **more)

    def token(self) -> str:
        """Return what this session's forms have to send."""
        if self.session is None:
            self.get("/sign-in")
        return self.bench.sessions.token(self.session or "")

    def sign_in(self, name: str, password: str = PASSWORD) -> int:
        """Sign somebody in; return the status of the answer."""
        answer = self.post("/sign-in", {"name": name, "password": password})
        return int(answer.status_code)


def opened(casebook: Casebook, folder: Path) -> Client:
    """Return a client of a new workbench."""
    bench = Workbench(casebook, folder, owner="mira", bounds=Bounds(5))
    return Client(create_app(bench))


def text_of(answer: httpx2.Response) -> str:
    """Return what a page says, on one line and without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))
