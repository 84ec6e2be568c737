"""Converts a page's Markdown to HTML within a time limit.

A page in content/ may have been written by anyone, and some texts take Python-Markdown minutes: a
row of 20,000 brackets, for example. A page that takes longer is shown as plain source text.
"""

from __future__ import annotations

from functools import partial
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.run.resource_limits import Lost, limited

_LOG = get_plugin_logger("digest")


def limit_rendering(page: Page, seconds: float) -> None:
    """Limit the CPU seconds that MkDocs may take to convert a page."""
    page.render = partial(_render, page, seconds)  # type: ignore[method-assign]


def _render(page: Page, seconds: float, config: MkDocsConfig, files: Files) -> None:
    lost = limited(lambda with_files: Page.render(page, config, with_files), seconds, files)
    if isinstance(lost, Lost):
        if lost.refused:
            raise lost.refused
        page.content = f"<pre>{escape(page.markdown or '')}</pre>"
        _LOG.warning(
            "%s: converting its Markdown %s. It is shown as it is written. Shorten or divide it.",
            page.file.src_uri,
            lost.reason,
        )
