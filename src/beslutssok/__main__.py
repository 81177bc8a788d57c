"""``python -m beslutssok`` is the command ``beslutssok``."""

import sys

from beslutssok.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
