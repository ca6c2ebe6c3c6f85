"""A small release that holds every kind of node and field, and its canonical XML."""

from __future__ import annotations

from oimpress.model.nodes import (
    Aside,
    Break,
    Cell,
    Contact,
    Date,
    Dateline,
    Embargo,
    Fact,
    Figure,
    Foreign,
    Inlines,
    Item,
    Link,
    List,
    Note,
    Para,
    Phone,
    Place,
    Preformatted,
    Quote,
    Release,
    Row,
    Section,
    SourceRef,
    Strong,
    Table,
    Text,
    Web,
    Words,
)


def t(words: str) -> Inlines:
    return (Text(words),)


def p(words: str) -> Para:
    return Para(t(words))


LINKED = Para(
    (Text("voir "), Strong((Link("https://a.fr/", (Text("le "), Foreign("en", t("site")))), Break())), Text("."))
)
RELEASE = Release(
    "pont",
    issuer="Ville de Vézelin",
    embargo=Embargo("jusqu'à midi", "2025-03-14T11:00:00Z"),
    title=t("Le pont rouvre"),
    dateline=Dateline(Place("Lyon", "FR"), Date("3 mai", "2024-05-03")),
    published="2024-05-03",
    facts=(Fact("budget", "Budget", Words("douze millions")),),
    body=(
        p("un"),
        Section(t("Chiffres"), (p("deux"), List((Item((p("trois"), p("quatre"))), Item((p("cinq"),)))))),
        LINKED,
        Figure("a.png", "un pont", t("Le pont"), t("© Ville")),
        Table((Row((Cell(t("a")), Cell(t("b"), columns=2))), Row((Cell(t("c")),))), t("Titre")),
        Quote((p("dit"),), t("la maire")),
        Aside((p("boîte"),), "facts", t("Repères")),
        Preformatted(t("x = 1")),
        Note(t("une note"), "n1"),
    ),
    contacts=(
        p("Contact :"),
        Contact(
            "Ana Roy", phones=(Phone("01", "tel:01"),), emails=("a@b.fr", "c@d.fr"), webs=(Web("b.fr", "https://b.fr"),)
        ),
        Contact("Luc Roy"),
    ),
    about=(p("qui"),),
    source=SourceRef("a.txt", "0" * 64, "text/plain", "text"),
)
XML = """<?xml version="1.0" encoding="UTF-8"?>
<release xmlns="urn:oimpress:release:1" id="pont" xml:lang="fr" kind="press-release">
  <head>
    <issuer>Ville de Vézelin</issuer>
    <embargo until="2025-03-14T11:00:00Z">jusqu'à midi</embargo>
    <title>Le pont rouvre</title>
    <dateline>
      <place country="FR">Lyon</place>
      <date when="2024-05-03">3 mai</date>
    </dateline>
    <published when="2024-05-03"/>
    <facts>
      <fact name="budget">
        <label>Budget</label>
        <value>douze millions</value>
      </fact>
    </facts>
  </head>
  <body>
    <p>un</p>
    <section>
      <heading>Chiffres</heading>
      <p>deux</p>
      <list kind="bullet">
        <item>
          <p>trois</p>
          <p>quatre</p>
        </item>
        <item>
          <p>cinq</p>
        </item>
      </list>
    </section>
    <p>voir <strong><link href="https://a.fr/">le <foreign xml:lang="en">site</foreign></link><br/></strong>.</p>
    <figure href="a.png" alt="un pont">
      <caption>Le pont</caption>
      <credit>© Ville</credit>
    </figure>
    <table>
      <caption>Titre</caption>
      <row>
        <cell>a</cell>
        <cell columns="2">b</cell>
      </row>
      <row>
        <cell>c</cell>
      </row>
    </table>
    <quote>
      <p>dit</p>
      <attribution>la maire</attribution>
    </quote>
    <aside kind="facts">
      <heading>Repères</heading>
      <p>boîte</p>
    </aside>
    <pre>x = 1</pre>
    <note id="n1">une note</note>
  </body>
  <contacts>
    <p>Contact :</p>
    <contact>
      <name>Ana Roy</name>
      <phone uri="tel:01">01</phone>
      <email>a@b.fr</email>
      <email>c@d.fr</email>
      <web href="https://b.fr">b.fr</web>
    </contact>
    <contact>
      <name>Luc Roy</name>
    </contact>
  </contacts>
  <about>
    <p>qui</p>
  </about>
  <source name="a.txt" sha256="0000000000000000000000000000000000000000000000000000000000000000" media-type="text/plain" reader="text"/>
</release>
"""  # noqa: E501
