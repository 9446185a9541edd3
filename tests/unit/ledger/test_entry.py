import pytest

from trucewatch.ledger.entry import reader_name, reader_version


@pytest.mark.parametrize(
    ("reader", "name", "version"),
    [
        ("rules 0.1.0", "rules", (0, 1, 0)),
        ("rules 0.10", "rules", (0, 10)),
        ("rules 2rc1", "rules", (2, 1)),
        ("large model 3.5", "large model", (3, 5)),
        ("person", "person", ()),
        ("a person", "a person", ()),
        ("", "", ()),
    ],
)
def test_a_reader_is_a_name_and_a_version(
    reader: str, name: str, version: tuple[int, ...]
) -> None:
    assert reader_name(reader) == name
    assert reader_version(reader) == version
