"""Thrift: a server with many threads holds no more memory than it needs.

The GNU C library gives every few threads a pool of memory of their own, and each pool
keeps the most that was ever used of it. A server's threads take turns at the same work,
so that forty of them come to hold many times what one does; and threads that hold
Python's lock while they ask for memory gain nothing from pools. Elsewhere nothing is
done.
"""

import ctypes

# From <malloc.h> of the GNU C library.
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
LARGE = 512 * 2**10  # bytes from which on a block goes back as soon as it is free


def keep_together() -> bool:
    """Have all threads take memory from one pool; call it before there are any.

    Returns:
        Whether the C library knows how.
    """
    try:
        library = ctypes.CDLL(None)
        tune = library.mallopt
    except (OSError, TypeError, AttributeError):
        return False
    wanted = ((M_ARENA_MAX, 1), (M_MMAP_THRESHOLD, LARGE), (M_TRIM_THRESHOLD, LARGE))
    done = [bool(tune(name, value)) for name, value in wanted]
    return all(done)


def give_back() -> bool:
    """Give free memory back to the system, as after much was worked out at once.

    Returns:
        Whether there was any to give.
    """
    try:
        return bool(ctypes.CDLL(None).malloc_trim(0))
    except (OSError, TypeError, AttributeError):
        return False
