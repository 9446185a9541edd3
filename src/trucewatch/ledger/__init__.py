"""The append-only record of documents, claims and judgements."""
