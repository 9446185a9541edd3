"""Web archives as bytes, made record by record."""

import gzip


def record(
    address: str,
    body: bytes,
    *,
    kind: str = "text/html",
    status: int = 200,
    encoding: str = "",
) -> bytes:
    """Return one record: an answer that a server gave."""
    head = f"HTTP/1.1 {status} Answer\r\nContent-Type: {kind}\r\n"
    if encoding:
        head += f"Content-Encoding: {encoding}\r\n"
    answer = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return _warc("response", address, "application/http; msgtype=response", answer)


def resource(address: str, body: bytes, kind: str = "text/plain") -> bytes:
    """Return one record: a file that was captured without asking a server."""
    return _warc("resource", address, kind, body)


def packed(*records: bytes) -> bytes:
    """Return an archive of records, each packed by itself, as is usual."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def _warc(sort: str, address: str, kind: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {sort}\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2016-05-24T10:00:00Z\r\n"
        f"Content-Type: {kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
