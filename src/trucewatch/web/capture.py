"""Capture: one page of the web, fetched so that nobody can reach inside with it.

Addresses are resolved first; each must be a public one, and the connection goes to the
very address that was checked, so that a name cannot change its mind in between. Every
redirect is checked anew. Size, time and the number of redirects have limits.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from trucewatch.errors import RequestError

MOST_BYTES = 10 * 2**20
SECONDS = 20.0
MOST_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
FEEDS = {
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    # what careless servers call a feed
    "text/html": ".xml",
    "text/plain": ".xml",
}
PORTION = 64 * 2**10

Resolve = Callable[[str, int], list[str]]


class CaptureError(RequestError):
    """A page that cannot be captured."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address}: {why}")


class Captured(NamedTuple):
    """A captured page.

    Attributes:
        address: Where it was in the end.
        suffix: Suffix of the file it is kept in.
        content: Its bytes.
    """

    address: str
    suffix: str
    content: bytes


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that a host has."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def checked_address(host: str, port: int, find: Resolve = resolve) -> str:
    """Return an address of a host that is public, as all of its addresses must be.

    Raises:
        CaptureError: It has none, or one that is not public.
    """
    try:
        found = find(host, port)
    except OSError as error:
        raise CaptureError(host, "no such host") from error
    if not found:
        raise CaptureError(host, "no such host")
    for text in found:
        if not is_public(text):
            raise CaptureError(host, "it leads to an address that is not public")
    return found[0]


def is_public(text: str) -> bool:
    """Say whether an address is one of the public internet."""
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if inner is not None:
        return is_public(str(inner))
    return address.is_global and not address.is_multicast


def capture(
    address: str,
    kinds: Mapping[str, str] = SUFFIXES,
    *,
    find: Resolve = resolve,
    trust: ssl.SSLContext | None = None,
) -> Captured:
    """Fetch one page.

    Args:
        address: Its address, http or https.
        kinds: Types of content that are taken, each with the suffix of its file.
        find: Gives the addresses of a host.
        trust: Whose certificates are believed; by default those of the system.

    Raises:
        CaptureError: It cannot be fetched, or must not be.
    """
    until = time.monotonic() + SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        parts = checked_parts(address)
        place = checked_address(parts.hostname or "", PORTS[parts.scheme], find)
        connection = _Pinned(parts, place, trust)
        answer = _ask(connection, parts, kinds, until)
        if isinstance(answer, Captured):
            return answer
        address = urljoin(address, answer)
    raise CaptureError(address, f"it redirects more than {MOST_REDIRECTS} times")


def checked_parts(address: str) -> SplitResult:
    """Return the parts of an address that may be fetched.

    Raises:
        CaptureError: It is none.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError as error:
        raise CaptureError(address, "that is no address") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise CaptureError(address, "give an address with http:// or https://")
    if parts.username or parts.password:
        raise CaptureError(address, "an address with a password is not fetched")
    if port not in {None, PORTS[parts.scheme]}:
        raise CaptureError(address, "only the usual ports are fetched from")
    return parts


def _ask(
    connection: "_Pinned", parts: SplitResult, kinds: Mapping[str, str], until: float
) -> Captured | str:
    """Return the page, or where it has moved to."""
    address = parts.geturl()
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    try:
        connection.request("GET", path, headers={"User-Agent": "trucewatch"})
        response = connection.getresponse()
        if response.status in REDIRECTS:
            return response.headers.get("Location") or ""
        if response.status != http.HTTPStatus.OK:
            raise CaptureError(address, f"it answers {response.status}")
        suffix = kinds.get(response.headers.get_content_type())
        if suffix is None:
            wanted = "a feed" if kinds is FEEDS else "a page, text or PDF"
            raise CaptureError(address, f"it is not {wanted}")
        return Captured(address, suffix, _body(response, address, until))
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        raise CaptureError(address, f"it cannot be fetched ({error})") from error
    finally:
        connection.close()


def _body(response: http.client.HTTPResponse, address: str, until: float) -> bytes:
    body = bytearray()
    while portion := response.read(PORTION):
        body += portion
        if len(body) > MOST_BYTES:
            raise CaptureError(address, f"it is larger than {MOST_BYTES // 2**20} MiB")
        if time.monotonic() > until:
            raise CaptureError(address, f"it takes longer than {SECONDS:.0f} seconds")
    return bytes(body)


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked, whatever its name means by now."""

    def __init__(
        self, parts: SplitResult, address: str, trust: ssl.SSLContext | None
    ) -> None:
        port = PORTS[parts.scheme]
        super().__init__(parts.hostname or "", port, timeout=SECONDS / 2)
        self._address, self._trust = address, trust
        self._is_secure = parts.scheme == "https"

    def connect(self) -> None:
        """Connect to the address."""
        plain = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = plain
        if self._is_secure:
            context = self._trust or ssl.create_default_context()
            self.sock = context.wrap_socket(plain, server_hostname=self.host)
