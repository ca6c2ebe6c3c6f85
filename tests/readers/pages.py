"""Web pages to read: whole ones by hand, and random ones that nest blocks and inlines."""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st

from oimpress.sources import Source

WORDS = st.text(
    st.one_of(st.sampled_from("aé'\"«» \n\t\u00a0&<>1;:-œ\u0301\u00ad\u200b"), st.characters(codec="utf-8"))
)
INLINE = st.sampled_from(["em", "b", "sup", "a", "span", "i", "q", "font", "cite", "svg", "script", "button"])
BLOCK = st.sampled_from([
    "p", "div", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption",
    "blockquote", "figure", "figcaption", "aside", "section", "article", "main", "header", "footer", "nav",
    "form", "pre", "address", "details", "noscript",
])  # fmt: skip
EMPTY = st.sampled_from(
    ["<br>", "<hr>", '<img src="a.jpg" alt="Un port">', '<img src="data:image/gif,x" alt=x>', "<input>"]
)
ATTRIBUTES = st.sampled_from(
    ["", ' lang="es"', ' hidden', ' class="share"', ' href="https://www.iom.int/x y"', ' href="/fr/nouvelles"',
     ' href="javascript:void(0)"', ' colspan="3" rowspan=2', ' role="navigation"', ' style="font-style: italic"',
     ' id="x"', ' href="#x"', ' name="y" href="#x"', ' href="#y"',
     ' start="3" type="a"', ' aria-hidden="true"', ' lang="??" title="x"', ' href="http://[bad"']
)  # fmt: skip


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, said, parts: f"<{tag}{said}>{''.join(parts)}</{tag}>",
        st.one_of(INLINE, BLOCK),
        ATTRIBUTES,
        st.lists(inner, max_size=4),
    )


BODIES = st.lists(st.recursive(st.one_of(WORDS.map(escape), EMPTY), element, max_leaves=25), max_size=8).map("".join)


def page(body: str, head: str = "", lang: str = "fr", name: str = "page.html") -> Source:
    """A saved page with ``body``."""
    html = f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return Source(name, html.encode())
