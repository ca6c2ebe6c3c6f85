"""``python -m oimpress``"""

from __future__ import annotations

from oimpress.cli import main

if __name__ == "__main__":
    main()
