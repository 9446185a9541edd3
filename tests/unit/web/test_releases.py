"""Briefs from draft over approval to a frozen pack."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from trucewatch.errors import UnknownNameError
from trucewatch.web.releases import Draft, ReleaseError, Releases, packed

NAME = "r_0123456789ab"


def a_draft(name: str = NAME, made: str = "2026-11-01T12:00:00+00:00") -> Draft:
    return Draft(name, "The week", {"known_on": made}, "b_1", "ada", made)


@pytest.fixture
def releases(tmp_path: Path) -> Releases:
    made = Releases(tmp_path / "briefs")
    made.add(a_draft(), {"brief.md": b"words"})
    return made


def released(releases: Releases, name: str = NAME) -> Draft:
    releases.approve(name, "ben", alone=False)
    return releases.release(name, "2026-11-02", {"program": "trucewatch 0"})


def test_a_draft_is_kept_with_its_files(releases: Releases) -> None:
    assert releases.get(NAME) == a_draft()
    assert releases.file(NAME, "brief.md") == b"words"


@pytest.mark.parametrize("name", ["r_ffffffffffff", "..", "r_0123456789ab/..", ""])
def test_only_drafts_that_are_there_are_given(releases: Releases, name: str) -> None:
    with pytest.raises(UnknownNameError):
        releases.get(name)


def test_nobody_approves_what_they_drafted(releases: Releases) -> None:
    with pytest.raises(ReleaseError):
        releases.approve(NAME, "ada", alone=False)
    releases.approve(NAME, "ada", alone=True)
    assert releases.get(NAME).state == "approved"


def test_a_brief_is_approved_once(releases: Releases) -> None:
    releases.approve(NAME, "ben", alone=False)
    with pytest.raises(ReleaseError):
        releases.approve(NAME, "cleo", alone=False)


def test_only_an_approved_brief_is_released(releases: Releases) -> None:
    with pytest.raises(ReleaseError):
        releases.release(NAME, "2026-11-02", {})


def test_a_pack_holds_each_file_with_its_hash(releases: Releases) -> None:
    done = released(releases)
    pack = releases.file(NAME, "pack.zip")
    assert done.digest == sha256(pack).hexdigest()
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert archive.read("brief.md") == b"words"
    assert manifest["files"] == {"brief.md": sha256(b"words").hexdigest()}
    assert manifest["approved_by"] == "ben"
    assert manifest["program"] == "trucewatch 0"


def test_the_same_files_make_the_same_pack() -> None:
    files = {"b": b"2", "a": b"1"}
    assert packed(files) == packed(dict(reversed(files.items())))


def test_the_release_before_is_the_last_one_made_earlier(releases: Releases) -> None:
    released(releases)
    later = a_draft("r_aaaaaaaaaaaa", "2026-11-08T12:00:00+00:00")
    releases.add(later, {})
    before = releases.before(later)
    assert before is not None
    assert before.name == NAME
    assert releases.before(a_draft()) is None
    assert [draft.name for draft in releases.all()] == [later.name, NAME]


def test_a_remark_takes_an_approval_back(releases: Releases) -> None:
    releases.approve(NAME, "ben", alone=False)
    releases.remark(NAME, "cara", "2026-11-02", "The second count is of a week.")
    draft = releases.get(NAME)
    assert (draft.state, draft.approved_by) == ("draft", "")
    assert draft.remarks == (("cara", "2026-11-02", "The second count is of a week."),)
    with pytest.raises(ReleaseError, match="approved"):
        releases.release(NAME, "2026-11-03", {})


def test_a_remark_says_something(releases: Releases) -> None:
    with pytest.raises(ReleaseError, match="what should be changed"):
        releases.remark(NAME, "cara", "2026-11-02", "")


def test_a_release_does_not_change(releases: Releases) -> None:
    released(releases)
    with pytest.raises(ReleaseError, match="does not change"):
        releases.remark(NAME, "cara", "2026-11-02", "Too late.")
