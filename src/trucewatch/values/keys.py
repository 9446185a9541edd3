"""Keys derived from content: the same thing has the same key on every machine."""

import hashlib
import json
from typing import Any

KEY_DIGITS = 20  # 80 bits: no collision to expect below a billion claims
# json.dumps makes a new one for every call with options of its own.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_key(prefix: str, content: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return ``prefix`` and a digest of ``content``.

    Args:
        prefix: One letter naming what the key is for, such as ``c`` for a claim.
        content: Any JSON value; the order of mapping keys does not matter.

    Returns:
        A key such as ``c_3f9a01…`` with 20 hexadecimal digits.
    """
    canonical = _CANONICAL.encode(content)
    return bytes_key(prefix, canonical.encode("utf-8", "surrogatepass"))


def bytes_key(prefix: str, content: bytes) -> str:
    """Return ``prefix`` and a digest of raw bytes, as for a captured document."""
    return f"{prefix}_{hashlib.sha256(content).hexdigest()[:KEY_DIGITS]}"
