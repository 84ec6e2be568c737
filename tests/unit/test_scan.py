# ruff: noqa: E501 - documents as they are
"""What the scan before publishing finds, in files as browsers read them."""

import pytest

from generator.site.checks.scan import OwnScripts, foreign_code

SVG, XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
XLINK = "http://www.w3.org/1999/xlink"
RUNS = {
    "plain.html": "<!doctype html><p>x<script>alert(1)</script>",
    "case.html": "<ScRiPt>alert(1)</sCrIpT>",
    "style-in-svg.html": "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "style-in-math.html": "<math><mtext></mtext><style><img src=x onerror=alert(1)></style></math>",
    "noscript.html": '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "no-noscript.html": "<noscript><img src=x onerror=alert(1)></noscript>",
    "body.html": "<body><p>x</p><body onload=alert(1)>",
    "html.html": "<html><p>x</p><html onclick=alert(1)>",
    "parsed-body.html": "<body><p title='<'>x</p></body></html><body onload=alert(1)>",
    "parsed-html.html": "<html><p title='<'>x</p><html onclick=alert(1)>",
    "select-body.html": "<p title='<'><select><option><body onload=alert(1)></select>",
    "deep.html": "<div>" * 3000 + "<img src=x onerror=alert(1)>",
    "shadow.html": "<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>",
    "template.html": "<template><p><script>alert(1)</script></template>",
    "comment.html": "<!--><img src=x onerror=alert(1)>-->",
    "quote.html": "<p title='<b>'><img src='x'onerror='alert(1)'>",
    "slash.html": '<img/src="x"/onerror=alert(1)>',
    "textarea.html": "<textarea></textarea><img src=x onerror=alert(1)>",
    "entity.html": "<a href='java&Tab;script:alert(1)'>x</a>",
    "charset.html": "<meta charset=utf-7><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "iso.html": "<meta http-equiv=content-type content='text/html; charset=iso-2022-jp'><p>x",
    "svg.svg": f"<svg xmlns='{SVG}'><script>alert(1)</script></svg>",
    "load.svg": f"<svg xmlns='{SVG}' onload='alert(1)'/>",
    "use.svg": f"<svg xmlns='{SVG}' xmlns:x='{XLINK}'><a x:href='javascript:alert(1)' href='#'/></svg>",
    "attlist.svg": f"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg xmlns='{SVG}'/>",
    "entity.xhtml": f"<!DOCTYPE html [<!ENTITY x '<script/>'>]><html xmlns='{XHTML}'>&x;</html>",
    "xslt.xml": "<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='x.xsl'?><a/>",
    "xml.xht": f"<html xmlns='{XHTML}'><script>alert(1)</script></html>",
    "feed.rss": f"<rss><h:script xmlns:h='{XHTML}'>alert(1)</h:script></rss>",
    "graph.rdf": f"<rdf><h:script xmlns:h='{XHTML}'>alert(1)</h:script></rdf>",
    "utf7.xml": "<?xml version='1.0' encoding='utf-7'?><a/>",
    "page.shtml": "<!--#exec cmd='x' -->",
    "sheet.xsl": "<a/>",
    "page.mht": "x",
    "page.php": "x",
    "math.html": "<math><mtext xlink:href='javascript:alert(1)'>x</mtext></math>",
    "listener.svg": f"<svg xmlns='{SVG}' xmlns:e='http://www.w3.org/2001/xml-events'><e:listener/></svg>",
    "base.svg": f"<svg xmlns='{SVG}' xml:base='https://elsewhere.example/'/>",
    "map.html": "<script type=importmap>{}</script>",
    "rules.html": "<script type=speculationrules>{}</script>",
    "bundle.html": "<script type=webbundle>{}</script>",
    "page": "\ufeff \n<script>alert(1)</script>",
    "page.html.": "<p>x",
    "escape.css": "p { be\\68 avior: url(x.htc) }",
    "style.css": "p { behavior: url(x.htc) }",
}
LOADS = {
    "img.html": "<p><img src='https://elsewhere.example/x.png'></p>",
    "plain-img.html": '<p><img src="//elsewhere.example/x.png"></p>',
    "backslash.html": "<img src='\\\\elsewhere.example/x.png'>",
    "one-slash.html": "<img src='https:/elsewhere.example/x.png'>",
    "srcset.html": "<img srcset='x.png 1x, https://elsewhere.example/x.png 2x'>",
    "sheet.html": "<link rel='StyleSheet' href='https://elsewhere.example/x.css'>",
    "connect.html": '<link rel="preconnect" href="https://elsewhere.example">',
    "refresh.html": "<meta http-equiv=refresh content='0; url=https://elsewhere.example/'>",
    "style.html": "<style>@import 'https://elsewhere.example/x.css';</style>",
    "attribute.html": "<p style='background:url(//elsewhere.example/x.png)'>x</p>",
    "escaped.html": "<p style='background:u\\72l(\\2f\\2f elsewhere.example/x.png)'>x</p>",
    "video.html": "<video poster='https://elsewhere.example/x.png'></video>",
    "ping.html": "<a ping='https://elsewhere.example/' href='x'>x</a>",
    "slashes.html": "<img src='///elsewhere.example/x.png'>",
    "tab.html": "<img src='/\t/elsewhere.example/x.png'>",
    "blank.html": "<meta http-equiv=refresh content='0 https://elsewhere.example/'>",
    "comma.html": "<meta http-equiv=Refresh content='.5,URL = \"//elsewhere.example/\"'>",
    "manifest.html": "<html manifest='https://elsewhere.example/x'>",
    "source.html": "<img attributionsrc='https://elsewhere.example/' src='x.png'>",
    "next.html": "<link rel=next href='https://elsewhere.example/'>",
    "fill.html": "<svg><rect fill='url(https://elsewhere.example/x#y)'/></svg>",
    "mask.svg": f"<svg xmlns='{SVG}'><rect mask='u\\72l(//elsewhere.example/x#y)'/></svg>",
    "scheme.html": "<p style='background:url(https:elsewhere.example/x.png)'>x</p>",
    "line.html": "<p style='background:url(\"/\\\n/elsewhere.example/x\")'>x</p>",
    "within.html": "<style>p{background:url(/\n/elsewhere.example/x)}</style>",
    "backslash.css": "p{background:url(/\\5c/elsewhere.example/x)}",
    "comment.css": "/* ' */ @import 'https://elsewhere.example/x'; /* ' */",
    "set.css": "p{background:image-set('https://elsewhere.example/x' 1x)}",
    "unclosed.css": "@import url(https://elsewhere.example/x",
    "app.webmanifest": '{"icons": [{"src": "https:\\/\\/elsewhere.example/x.png"}]}',
    "sheet.css": "@import url(https://elsewhere.example/x.css);",
    "image.svg": f"<svg xmlns='{SVG}'><image href='https://elsewhere.example/x.png'/></svg>",
}
FINE = {
    "links.html": '<!doctype html><a href="https://elsewhere.example/">x</a>',
    "canonical.html": '<link rel="canonical" href="https://elsewhere.example/">',
    "table.html": "<table><tr><td align='left'>x</td></tr></table><!-- a comment --><p>Ä “x”",
    "data.html": '<script type="application/ld+json">{"a": 1}</script>',
    "icon.html": '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
    "list.svg": f"<svg xmlns='{SVG}'><title>x</title><path d='M0 0h1'/></svg>",
    "feed.xml": "<?xml version='1.0' encoding='utf-8'?>\n<feed><link href='https://x.example/'/></feed>",
    "sheet.css": "p { background: url(\"data:image/svg+xml;utf8,<svg xmlns='http://x/'/>\") } /* //x */",
    "comment.css": "/* url(https://x.example/ 'https://x.example/' */ p { color: red } /* https:",
    "content.css": "a::after { content: 'see //x' } b::after { content: \"\\201C\" }",
    "form.html": "<form action='https://elsewhere.example/'><button>x</button></form>",
    "words.html": "<meta name=description content='He said (\"//x\") url(https://x.example/)'>",
    "app.webmanifest": '{"name": "A \\"digest\\"", "icons": [{"src": "x.png"}]}',
    "LICENSE": "Copyright",
    "_headers": "x",
    "photo.jpg": "x",
}


def found(tmp_path, name, text, hosts=()):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(foreign_code(tmp_path, OwnScripts(), {}, hosts))


@pytest.mark.parametrize("name", RUNS)
def test_what_could_run_is_found(tmp_path, name):
    assert found(tmp_path, name, RUNS[name])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp037"])
def test_other_encodings_are_refused(tmp_path, encoding):
    style = "p { background: url(https://elsewhere.example/ü) }"
    assert found(tmp_path, "sheet.css", style.encode(encoding))
    assert found(tmp_path, "page.html", "<p>x ü <script>alert(1)</script>".encode(encoding))


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis", "gb18030"])
def test_a_page_without_harm_is_refused_where_it_is_not_in_utf_8(tmp_path, encoding):
    (message,) = found(tmp_path, "page.html", "<p>Привет".encode(encoding))
    assert "is not in UTF-8" in message


@pytest.mark.parametrize("name", LOADS)
def test_what_is_loaded_from_elsewhere_is_found(tmp_path, name):
    (message,) = found(tmp_path, name, LOADS[name])
    assert "from elsewhere" in message
    assert "allowed_hosts" in message
    assert found(tmp_path, name, LOADS[name], {"elsewhere.example"}) == []


@pytest.mark.parametrize("name", FINE)
def test_what_does_no_harm_is_published(tmp_path, name):
    assert found(tmp_path, name, FINE[name]) == []


def test_a_hash_is_one():
    own = OwnScripts()
    own.adopt(["sha256-x'; script-src *", "sha256-" + "A" * 43 + "="])
    assert own.hashes() == {"sha256-" + "A" * 43 + "="}


def test_a_link_is_not_published(tmp_path):
    (tmp_path / "x.png").symlink_to("/etc/hostname")
    assert list(foreign_code(tmp_path, OwnScripts(), {}))


FRAME = f"<nav>{9 * '<a href=/>Home</a>'}</nav>"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<p>Text</p>{FRAME}<p>More</p>", 0),
        (f"<p onclick='run()'>Text</p>{FRAME}", 1),
        (f'<p>{FRAME}<b onclick="run()">Text</b>', 1),
        (f'<img alt="{FRAME}" onerror=run()>', 1),  # an open tag swallows the frame
        (f"<script>run({FRAME})</script>", 1),
        (f"<textarea>{FRAME}</textarea><script>run()</script>", 1),
        (FRAME.replace("=/", "=javascript:run()", 1), 1),  # not the piece that is known
    ],
)
def test_pieces_that_pages_share_are_scanned_once(tmp_path, page, found):
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    shared = {"index.html": ["short", FRAME]}
    messages = list(foreign_code(tmp_path, OwnScripts(), {}, shared=shared))
    assert len(messages) >= found
    assert bool(messages) == bool(found)


def test_a_shared_piece_that_harms_is_named(tmp_path):
    piece = FRAME.replace("<nav>", '<nav onclick="run()">')
    (tmp_path / "index.html").write_text(piece, encoding="utf-8")
    [message] = foreign_code(tmp_path, OwnScripts(), {}, shared={"index.html": [piece]})
    assert message.startswith("index.html: contains the attribute onclick=")


def test_material_s_fonts_are_reported_with_the_setting_that_turns_them_off(tmp_path):
    page = '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Roboto">'
    (tmp_path / "index.html").write_text(page)
    [message] = foreign_code(tmp_path, OwnScripts(), {})
    assert "`font: false` under `theme` in mkdocs.yml" in message
