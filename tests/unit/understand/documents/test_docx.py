"""Word documents, made by hand: a docx is a small zip archive of XML."""

import datetime as dt
import io
import zipfile

from generator.config import Limits
from generator.models import Source, Understood
from generator.understand import understand

DAY = dt.date(2026, 11, 1)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN_XML = "application/vnd.openxmlformats"
TYPES = (
    '<?xml version="1.0"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{OPEN_XML}-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    f'ContentType="{OPEN_XML}-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
STYLES = (
    f'<?xml version="1.0"?><w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>'
)
WHEEL = (
    "The wheel of the old mill turned on Monday for the first time since 1966, and the whole town "
    "came to the bridge to watch it. The repairs took four years."
)
MAY = "The mill may be seen until May, and entry is free for all who live in the valley."


def paragraph(text: str, style: str = "", *, bold: bool = False) -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{styled}<w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


def document(*paragraphs: str, core: str = "") -> bytes:
    body = f"<w:body>{''.join(paragraphs)}</w:body>"
    text = f'<?xml version="1.0"?><w:document xmlns:w="{W}">{body}</w:document>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": text,
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": (
            '<?xml version="1.0"?><Relationships '
            'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
            'Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"'
            ' Target="styles.xml"/></Relationships>'
        ),
    }
    if core:
        parts["docProps/core.xml"] = (
            '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/'
            'package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"{core}</cp:coreProperties>"
        )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def read(data: bytes) -> Understood:
    return understand(Source("mill.docx", data, "0" * 64, DAY), Limits())


def test_a_document_says_title_author_and_date_in_its_text():
    data = document(
        paragraph("Old mill turns again", "T"),
        paragraph("By Jane Doe"),
        paragraph("3 March 2026"),
        paragraph(WHEEL),
        paragraph("What comes next", "H2"),
        paragraph(MAY),
        paragraph("No boats.", bold=True),
        core="<dc:title>Draft 7</dc:title><dc:creator>Max Roe</dc:creator>",
    )
    (article,) = read(data).articles
    assert (article.title, str(article.date)) == ("Old mill turns again", "2026-03-03")
    assert article.authors == ("Jane Doe",)
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", WHEEL),
        ("heading", "What comes next"),
        ("paragraph", MAY),
        ("paragraph", "No boats."),
    ]


def test_a_bold_first_line_is_the_title_and_properties_name_the_author():
    data = document(
        paragraph("Old mill turns again", bold=True),
        paragraph(WHEEL),
        paragraph(MAY),
        core="<dc:creator>Jane Doe</dc:creator>",
    )
    (article,) = read(data).articles
    assert (article.title, article.authors) == ("Old mill turns again", ("Jane Doe",))
    assert article.origins["authors"] == "metadata"
    assert [block.text for block in article.blocks] == [WHEEL, MAY]


def test_an_account_is_no_author():
    core = "<dc:creator>Microsoft Office User</dc:creator>"
    (article,) = read(document(paragraph("Old mill turns"), paragraph(WHEEL), core=core)).articles
    assert article.authors == ()


def test_an_export_of_a_database_is_its_articles():
    head = ("Old mill turns again", "The Valley Courier", "March 3, 2026 Tuesday")
    lines = (*head, "Section: TOWN", "Length: 30 words", "Body", WHEEL, "Load-Date: March 3, 2026")
    end = ("End of Document", "Rain stops the harvest", "Upland Weekly", "March 1, 2026 Sunday")
    rest = ("Length: 20 words", "Body", MAY, "Load-Date: March 2, 2026", "End of Document")
    found = read(document(*map(paragraph, (*lines, *end, *rest))))
    assert [(article.title, article.outlet, str(article.date)) for article in found.articles] == [
        ("Old mill turns again", "The Valley Courier", "2026-03-03"),
        ("Rain stops the harvest", "Upland Weekly", "2026-03-01"),
    ]


def said(data: bytes) -> str:
    found = read(data)
    assert found.articles == ()
    (problem,) = found.problems
    assert problem.level == "error"
    return problem.message


def test_what_is_damaged_empty_or_swollen_is_named():
    whole = document(paragraph("Old mill turns again"), paragraph(WHEEL))
    assert "damaged" in said(whole[: len(whole) // 2])
    assert "damaged" in said(document("<w:p>"))
    assert "without text" in said(document(paragraph("")))
    assert "unpacks to more than" in said(document(paragraph("a" * 9_000_000)))


def test_entities_are_not_expanded():
    bomb = (
        '<!DOCTYPE a [<!ENTITY a "'
        + "x" * 1000
        + '">'
        + "".join(
            f'<!ENTITY {chr(98 + at)} "{("&" + chr(97 + at) + ";") * 20}">' for at in range(8)
        )
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f'<?xml version="1.0"?>{bomb}]><a>&i;</a>')
    assert "damaged" in said(made.getvalue())
