"""Pages of the web, fetched so that nobody can reach inside with it."""

import ssl
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from types import SimpleNamespace

import pytest
import trustme

from trucewatch.web import capture as capturing
from trucewatch.web.capture import (
    FEEDS,
    MOST_REDIRECTS,
    Captured,
    CaptureError,
    capture,
    checked_address,
    checked_parts,
    is_public,
    resolve,
)

PUBLIC = "93.184.216.34"
Serve = Callable[[dict[str, tuple[int, dict[str, str], bytes]]], str]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.8",
        "169.254.169.254",
        "192.168.1.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
    ],
)
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1::1", f"::ffff:{PUBLIC}"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://",
        "http://user:secret@example.org/",
        "http://example.org:8080/",
        "https://example.org:80/",
        "http://example.org:port/",
    ],
)
def test_only_plain_addresses_of_the_web_are_fetched(address: str) -> None:
    with pytest.raises(CaptureError):
        checked_parts(address)


@pytest.mark.parametrize(
    "address", ["http://example.org:80/a", " https://example.org/a?b=c "]
)
def test_usual_ports_may_be_named(address: str) -> None:
    assert checked_parts(address).hostname == "example.org"


@pytest.mark.parametrize("found", [["127.0.0.1"], [PUBLIC, "10.0.0.8"], []])
def test_a_name_that_leads_inside_is_refused(found: list[str]) -> None:
    with pytest.raises(CaptureError):
        checked_address("example.org", 80, lambda _host, _port: found)


def test_a_name_that_nobody_knows_is_refused() -> None:
    def fail(host: str, port: int) -> list[str]:
        raise OSError(host, port)

    with pytest.raises(CaptureError, match="no such host"):
        checked_address("example.org", 80, fail)


def test_the_address_that_was_checked_is_given() -> None:
    assert checked_address("example.org", 80, lambda _host, _port: [PUBLIC]) == PUBLIC


def test_an_address_of_numbers_is_its_own() -> None:
    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]


def test_nothing_inside_is_asked() -> None:
    with pytest.raises(CaptureError, match="not public"):
        capture("http://127.0.0.1/")


def handler(
    pages: dict[str, tuple[int, dict[str, str], bytes]],
) -> type[BaseHTTPRequestHandler]:
    """Return what answers with some pages."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = pages[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """A server of this machine, which counts as public while a test lasts."""
    servers: list[HTTPServer] = []

    def start(pages: dict[str, tuple[int, dict[str, str], bytes]]) -> str:
        server = HTTPServer(("127.0.0.1", 0), handler(pages))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setitem(capturing.PORTS, "http", server.server_port)
        monkeypatch.setattr(capturing, "is_public", lambda _: True)
        return "http://example.org/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def here(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        ("text/html; charset=utf-8", ".html"),
        ("text/plain", ".txt"),
        ("application/pdf", ".pdf"),
    ],
)
def test_a_page_is_fetched_as_it_is(serve: Serve, kind: str, suffix: str) -> None:
    address = serve({"/?a=b": (200, {"Content-Type": kind}, b"words")})
    found = capture(f"{address}?a=b", find=here)
    assert found == Captured("http://example.org/?a=b", suffix, b"words")


def test_a_page_that_has_moved_is_followed(serve: Serve) -> None:
    moved = (302, {"Location": "/new"}, b"")
    page = (200, {"Content-Type": "text/html"}, b"words")
    found = capture(serve({"/": moved, "/new": page}), find=here)
    assert (found.address, found.content) == ("http://example.org/new", b"words")


def test_a_page_may_not_move_to_what_is_no_page(serve: Serve) -> None:
    address = serve({"/": (302, {"Location": "file:///etc/passwd"}, b"")})
    with pytest.raises(CaptureError, match="http"):
        capture(address, find=here)


def test_redirects_come_to_an_end(serve: Serve) -> None:
    address = serve({"/": (301, {"Location": "/"}, b"")})
    with pytest.raises(CaptureError, match=str(MOST_REDIRECTS)):
        capture(address, find=here)


def test_a_page_that_is_not_there_is_said(serve: Serve) -> None:
    address = serve({"/": (404, {"Content-Type": "text/html"}, b"none")})
    with pytest.raises(CaptureError, match="404"):
        capture(address, find=here)


def test_what_cannot_be_read_is_not_kept(serve: Serve) -> None:
    address = serve({"/": (200, {"Content-Type": "image/png"}, b"\x89PNG")})
    with pytest.raises(CaptureError, match="not a page, text or PDF"):
        capture(address, find=here)


def test_a_page_has_a_largest_size(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capturing, "MOST_BYTES", 10)
    address = serve({"/": (200, {"Content-Type": "text/plain"}, b"x" * 11)})
    with pytest.raises(CaptureError, match="larger"):
        capture(address, find=here)


def test_a_page_has_a_longest_time(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = serve({"/": (200, {"Content-Type": "text/plain"}, b"words")})
    moments = iter([0.0, 1_000.0])
    clock = SimpleNamespace(monotonic=lambda: next(moments))
    monkeypatch.setattr("trucewatch.web.capture.time", clock)
    with pytest.raises(CaptureError, match="longer"):
        capture(address, find=here)


def test_a_server_that_does_not_answer_is_said(serve: Serve) -> None:
    serve({})
    capturing.PORTS["http"] = 1
    with pytest.raises(CaptureError, match="cannot be fetched"):
        capture("http://example.org/", find=here)


def test_a_feed_is_asked_for_by_its_types(serve: Serve) -> None:
    address = serve({"/": (200, {"Content-Type": "application/rss+xml"}, b"<rss/>")})
    assert capture(address, FEEDS, find=here).suffix == ".xml"
    with pytest.raises(CaptureError, match="not a page"):
        capture(address, find=here)


def test_a_picture_is_no_feed(serve: Serve) -> None:
    address = serve({"/": (200, {"Content-Type": "image/png"}, b"")})
    with pytest.raises(CaptureError, match="not a feed"):
        capture(address, FEEDS, find=here)


# --- over TLS -----------------------------------------------------------------------


@pytest.fixture
def authority() -> trustme.CA:
    """Somebody who vouches for certificates."""
    return trustme.CA()


@pytest.fixture
def secure(
    authority: trustme.CA, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A server of this machine that has a certificate for example.org."""
    serve({})
    page = (200, {"Content-Type": "text/plain"}, b"words")
    moved = (302, {"Location": "https://elsewhere.example/"}, b"")
    server = HTTPServer(("127.0.0.1", 0), handler({"/": page, "/moved": moved}))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("example.org").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    monkeypatch.setitem(capturing.PORTS, "https", server.server_port)
    # A client that breaks off is what these tests are about, and no news.
    monkeypatch.setattr(server, "handle_error", lambda *_: None)
    Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()
    server.server_close()


@pytest.fixture
def trust(authority: trustme.CA) -> ssl.SSLContext:
    """What believes that somebody and nobody else."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.mark.usefixtures("secure")
def test_a_page_is_fetched_over_tls(trust: ssl.SSLContext) -> None:
    found = capture("https://example.org/", find=here, trust=trust)
    assert (found.address, found.content) == ("https://example.org/", b"words")


@pytest.mark.usefixtures("secure")
def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with pytest.raises(CaptureError, match="CERTIFICATE_VERIFY_FAILED"):
        capture("https://example.org/", find=here)


@pytest.mark.usefixtures("secure")
@pytest.mark.parametrize(
    "path", ["https://other.example/", "https://example.org/moved"]
)
def test_a_certificate_for_another_name_is_refused(
    trust: ssl.SSLContext, path: str
) -> None:
    with pytest.raises(CaptureError, match="not valid for"):
        capture(path, find=here, trust=trust)


@pytest.mark.usefixtures("secure")
def test_a_name_that_leads_inside_is_refused_over_tls_too(
    trust: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capturing, "is_public", is_public)
    with pytest.raises(CaptureError, match="not public"):
        capture("https://example.org/", find=here, trust=trust)
