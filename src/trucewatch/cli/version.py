"""`trucewatch version`: which version this is."""

import typer


def version() -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    typer.echo(f"trucewatch {version_of('trucewatch')}")
