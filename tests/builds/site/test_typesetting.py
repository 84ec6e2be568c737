"""Marks are set in the text of a page; its mark-up and its code stay."""

from generator.site.typesetting import typeset_html


def test_a_quotation_across_markup():
    page = '<p><a id="p3"></a>He said "<em>no</em>" &amp; left.</p>\n<ul>\n<li>"so"</li>\n</ul>'
    assert typeset_html(page, "de") == (
        '<p><a id="p3"></a>He said „<em>no</em>“ &amp; left.</p>\n<ul>\n<li>„so“</li>\n</ul>'
    )


def test_each_paragraph_is_typeset_separately():
    assert typeset_html('<p>"One</p><p>two"</p>', "en") == "<p>“One</p><p>two”</p>"


def test_code_is_not_typeset():
    page = '<p>It\'s <code>"x" -- y</code></p><pre>"..."</pre>'
    assert typeset_html(page, "en") == '<p>It’s <code>"x" -- y</code></p><pre>"..."</pre>'


def test_an_empty_text():
    assert typeset_html("", "en") == ""
