"""The workbench in the browser: it looks, and records judgements."""
