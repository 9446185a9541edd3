"""Pages that are made once and handed to everybody who asks for the same."""

import threading
import time

from starlette.responses import HTMLResponse, Response

from trucewatch.web.sharing import Shared


def page(text: str) -> Response:
    return HTMLResponse(text)


def test_a_page_is_made_once_while_nothing_changes() -> None:
    shared, texts = Shared(), iter(["first", "second"])
    found = [shared.page("a", 1, lambda: page(next(texts))) for _ in range(2)]
    assert [one.body for one in found] == [b"first", b"first"]


def test_a_page_is_made_again_when_what_it_follows_from_changes() -> None:
    shared = Shared()
    shared.page("a", 1, lambda: page("old"))
    assert shared.page("a", 2, lambda: page("new")).body == b"new"


def test_status_and_type_are_kept_with_the_page() -> None:
    shared = Shared()
    made = Response("nothing", 404, media_type="text/plain")
    found = shared.page("a", 1, lambda: made)
    assert (found.status, found.media) == (404, "text/plain")


def test_pages_asked_for_least_recently_are_forgotten_first() -> None:
    shared = Shared(most=10)
    shared.page("a", 1, lambda: page("aaaa"))
    shared.page("b", 1, lambda: page("bbbb"))
    shared.page("a", 1, lambda: page("other"))
    shared.page("c", 1, lambda: page("cccc"))
    assert shared.page("a", 1, lambda: page("again")).body == b"aaaa"
    assert shared.page("b", 1, lambda: page("again")).body == b"again"


def test_all_who_ask_at_once_wait_for_one_making() -> None:
    shared, made, together = Shared(), [], threading.Barrier(4)

    def make() -> Response:
        made.append(1)
        time.sleep(0.02)
        return page("made")

    def ask() -> None:
        together.wait()
        shared.page("a", 1, make)

    people = [threading.Thread(target=ask) for _ in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert made == [1]
