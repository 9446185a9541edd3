"""The command line: parse, one call to the api, print."""
