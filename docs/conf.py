"""The documentation site: ``./dev docs`` (tools/docs.py) lays its pages out and builds it once in each language.

Sphinx with MyST and furo. The pages are Markdown, as they read in a checkout; a link that leads nowhere is an error;
the reference comes out of the code. What is built asks nobody for anything – no font, no script, no counter – and can
be read and searched as files from a disk, which MkDocs Material, the other candidate, needs a server or a plug-in for.
"""

import os

import oimpress

OTHERS = {"fr": "en", "en": "fr"}

language = os.environ["DOCS_LANGUAGE"]
project = "oimpress"
author = "the oimpress authors"
release = version = oimpress.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
root_doc = f"{language}/index"
exclude_patterns = [f"{OTHERS[language]}/**", *([] if language == "fr" else ["cinq-minutes.md"])]
myst_heading_anchors = 4
myst_enable_extensions = ["deflist"]
myst_links_external_new_tab = False
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries = False
html_theme = "furo"
html_title = "oimpress"
html_copy_source = False
html_show_sourcelink = False
templates_path = ["_templates"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_context = {"other": OTHERS[language], "in_other": {"fr": "In English", "en": "En français"}[language]}
smartquotes = False
suppress_warnings = ["toc.not_included", "misc.highlighting_failure"]
