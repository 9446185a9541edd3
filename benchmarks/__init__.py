"""How fast: import time, the command's first answer, words read in a second."""
