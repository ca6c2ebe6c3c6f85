"""A desk to try things at: its folder, and a browser without a window."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from oimpress.desk.app import application
from oimpress.desk.calls import OpenDesk
from oimpress.desk.index import Index
from oimpress.desk.jobs import Jobs
from oimpress.desk.previews import Previews
from oimpress.desk.workroom import Workroom

PORT, TOKEN = 8000, "a-token-of-the-tests"
HOME = f"http://127.0.0.1:{PORT}"
MENU = "Accueil\nQui sommes nous\nContact\nPlan du site\n"
RELEASE = """\
Un centre d'accueil ouvre à Tapachula

Tapachula, le 25 mai 2016 - Les autorités ont ouvert mercredi un centre d'aide. Nous somme très heureux, dit la mairie.

Le centre offre un toit à cent personnes et une aide juridique aux familles qui en ont besoin.

La mairie a donné le terrain, et les voisins ont aidé à bâtir les murs pendant trois mois.
"""


class Browser:
    """Somebody at a desk of ``folder``, who opened it by its address."""

    def __init__(self, folder: Path, who: str = "Marie", read_only: bool = False, lang: str = "en") -> None:
        self.room = Workroom(folder, who, read_only)
        self.index = Index(self.room)
        self.desk = OpenDesk(self.room, self.index, Jobs(), Previews(self.room), lang)
        self.client = TestClient(application(self.desk, PORT, TOKEN), base_url=HOME)
        self.client.get(f"/?token={TOKEN}")

    def get(self, path: str, **asked: str) -> Any:
        return self.client.get(path, params=asked)

    def post(self, path: str, **given: str) -> Any:
        return self.client.post(path, data=given, headers={"origin": HOME})

    def stamp(self, source: str) -> str:
        """What the page of a source was made of."""
        found = re.search(r'name="stamp" value="(\w+)"', self.get("/release", source=source).text)
        assert found
        return found[1]

    def say(self, path: str, source: str, **given: str) -> Any:
        """Change something on the page of a source as it stands now."""
        return self.post(path, source=source, stamp=given.pop("stamp", "") or self.stamp(source), **given)
