"""`trucewatch version`: which version this is."""

from trucewatch.cli.options import AsJson


def version(*, as_json: AsJson = False) -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    from trucewatch.cli.console import print_json_lines

    number = version_of("trucewatch")
    if as_json:
        print_json_lines([{"version": number}])
    else:
        print(f"trucewatch {number}")
