"""Which claims speak of one matter, and do they agree."""
