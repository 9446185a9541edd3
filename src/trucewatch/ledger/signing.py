"""Signing: Ed25519 under a manifest, and whether a signature holds.

The package ``cryptography`` does the work. It is an extra: this module is imported only
when something is signed or checked, and says what is missing.

Raises:
    MissingPartError: The extra ``sign`` is not installed.
"""

import os
from pathlib import Path

from trucewatch.errors import CustodyError, MissingPartError
from trucewatch.ledger.faults import Fault, FaultKind
from trucewatch.ledger.manifest import Manifest, Signature, Signed

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )
except ModuleNotFoundError as missing:
    raise MissingPartError("signing", "sign") from missing

PUBLIC = ".pub"  # after a key file's name: the part that may be given away
_MAKE = "make one with `trucewatch key`"


def make_key(path: Path) -> Path:
    """Make a new key and write it into a file, its public part into another.

    Args:
        path: The file of the secret part, which only its owner may read.

    Returns:
        The file of the public part.

    Raises:
        CustodyError: There is such a file already, or it cannot be written.
    """
    key = Ed25519PrivateKey.generate()
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    beside = path.with_name(path.name + PUBLIC)
    for file, content, mode in ((path, secret, 0o600), (beside, public, 0o644)):
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
        except OSError as error:
            what = f"the key cannot be written ({error.strerror})"
            raise CustodyError(str(file), what, "choose another name") from error
    return beside


def sign(manifest: Manifest, key_file: Path) -> Signed:
    """Sign a manifest.

    Args:
        manifest: The manifest.
        key_file: A secret Ed25519 key in PEM, without a password.

    Raises:
        CustodyError: There is no such key.
    """
    key = _secret_key(key_file)
    value = key.sign(manifest.text.encode())
    public = key.public_key().public_bytes_raw()
    return Signed(manifest, Signature(public.hex(), value.hex()))


def check_signature(signed: Signed, key_file: Path) -> tuple[Fault, ...]:
    """Say what is wrong with the signature of a manifest.

    Args:
        signed: The manifest.
        key_file: The public Ed25519 key, in PEM, of who should have signed it.

    Raises:
        CustodyError: There is no such key.
    """
    key = _public_key(key_file)
    if signed.signature is None:
        return (Fault(FaultKind.SIGNATURE, 0, "the manifest is not signed"),)
    if signed.signature.key != key.public_bytes_raw().hex():
        why = f"the manifest was signed with another key than {key_file}"
        return (Fault(FaultKind.SIGNATURE, 0, why),)
    try:
        key.verify(bytes.fromhex(signed.signature.value), signed.manifest.text.encode())
    except (InvalidSignature, ValueError):
        why = "the signature does not fit: manifest or signature was changed"
        return (Fault(FaultKind.SIGNATURE, 0, why),)
    return ()


def _secret_key(path: Path) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(_read(path), password=None)
    except TypeError as error:
        what = "the key is protected by a password"
        raise CustodyError(str(path), what, "give one without") from error
    except ValueError as error:
        raise CustodyError(str(path), "it is no secret key", _MAKE) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise CustodyError(str(path), "it is no Ed25519 key", _MAKE)
    return key


def _public_key(path: Path) -> Ed25519PublicKey:
    try:
        key = serialization.load_pem_public_key(_read(path))
    except ValueError as error:
        advice = f"give the file that ends in {PUBLIC}"
        raise CustodyError(str(path), "it is no public key", advice) from error
    if not isinstance(key, Ed25519PublicKey):
        raise CustodyError(str(path), "it is no Ed25519 key", _MAKE)
    return key


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"the key cannot be read ({error.strerror})"
        raise CustodyError(str(path), what, _MAKE) from error
