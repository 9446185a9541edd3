"""The guard at the door: who may call, what a page may load, what is written down.

Every request passes here before any screen sees it: a Host that is not ours is refused
(DNS rebinding), a form sent from another site is refused, a body has a limit, and every
answer says that nothing from anywhere else may be loaded.
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

from trucewatch.web.auditing import Audit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
MOST_BYTES = 64 * 2**20
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Wraps the application; see the module."""

    def __init__(self, app: App, *, hosts: Iterable[str], audit: Audit) -> None:
        """Stand before an application.

        Args:
            app: The application.
            hosts: Names the workbench answers to, without ports.
            audit: Where requests that change something are written down.
        """
        self._app, self._audit = app, audit
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        scope.setdefault("state", {})
        status = [0]
        answer = _Answer(send, status)
        if refusal is not None:
            code, why = refusal
            await PlainTextResponse(why, code)(scope, receive, answer)
        else:
            await self._app(scope, _limited(receive), answer)
        if scope["method"] not in SAFE:
            self._note(scope, status[0])

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        if host_name(headers.get("host", "")) not in self._hosts:
            return 421, "This workbench is not called that.\n"
        if int(headers.get("content-length") or 0) > MOST_BYTES:
            return 413, f"Send {MOST_BYTES // 2**20} MiB at most.\n"
        if scope["method"] not in SAFE and _is_foreign(headers):
            return 403, "Forms are taken from the workbench's own pages only.\n"
        return None

    def _note(self, scope: Scope, status: int) -> None:
        person = scope["state"].get("person")
        self._audit.note(
            who=person.name if person else "nobody",
            role=person.role.value if person else "",
            what=f"{scope['method']} {scope['path']}",
            target=str(scope["state"].get("target", "")),
            status=status,
        )


class _Answer:
    """Sends an answer with our headers, and remembers its status."""

    def __init__(self, send: Send, status: list[int]) -> None:
        self._send, self._status = send, status

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status[0] = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)


def host_name(host: str) -> str:
    """Return the name in a Host header, lower case and without port or brackets."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_foreign(headers: Headers) -> bool:
    """Say whether a browser tells that a form comes from another site."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _limited(receive: Receive) -> Receive:
    """Return ``receive`` that ends a body without a length at the limit."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MOST_BYTES:
            return {"type": "http.disconnect"}
        return message

    return limited
