"""Memory of a server with many threads."""

import ctypes
import subprocess
import sys

import pytest

from trucewatch.web import thrift

THREADED = """
import ctypes, threading
from trucewatch.web import thrift
if {is_thrifty}:
    assert thrift.keep_together()
library = ctypes.CDLL(None)
library.malloc.restype = library.fdopen.restype = ctypes.c_void_p
library.free.argtypes = library.fflush.argtypes = [ctypes.c_void_p]
library.malloc_info.argtypes = [ctypes.c_int, ctypes.c_void_p]
together = threading.Barrier(6)
def ask():
    together.wait()
    block = library.malloc(1000)
    together.wait()
    library.free(block)
threads = [threading.Thread(target=ask) for _ in range(5)]
for one in threads:
    one.start()
together.wait()
together.wait()
out = library.fdopen(1, b"w")
library.malloc_info(0, out)
library.fflush(out)
"""
HAS_POOLS = sys.platform == "linux" and hasattr(ctypes.CDLL(None), "mallopt")
needs_pools = pytest.mark.skipif(not HAS_POOLS, reason="another C library")


def pools(*, is_thrifty: bool) -> int:
    """Return how many pools of memory five threads have made."""
    program = THREADED.format(is_thrifty=is_thrifty)
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    return ran.stdout.count("<heap nr=")


@needs_pools
def test_threads_take_memory_from_one_pool() -> None:
    assert pools(is_thrifty=False) > 1
    assert pools(is_thrifty=True) == 1


@needs_pools
def test_what_is_free_goes_back_to_the_system() -> None:
    library = ctypes.CDLL(None)
    library.malloc.restype = ctypes.c_void_p
    blocks = [ctypes.c_void_p(library.malloc(2**16)) for _ in range(200)]
    last = ctypes.c_void_p(library.malloc(64))  # what keeps them from going by itself
    for block in blocks:
        library.free(block)
    assert thrift.give_back()
    library.free(last)


@pytest.mark.parametrize("trouble", [OSError, TypeError, AttributeError])
def test_another_c_library_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    def without(_name: object) -> ctypes.CDLL:
        raise trouble

    monkeypatch.setattr(ctypes, "CDLL", without)
    assert not thrift.keep_together()
    assert not thrift.give_back()
