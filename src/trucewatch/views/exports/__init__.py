"""One format each."""
