"""The editor's word, from the files where it is written to the pages that show it."""

import pytest

from program import digest

TEXT = """\
The old harbour bridge reopens after repairs
Local
12 May 2024

The harbour bridge reopened on Sunday morning after two years of repairs, the city said. Engineers
replaced the bearings and every one of the four hundred deck plates.

Trams will cross the bridge again from Monday, first on the two lines to the northern suburbs. The
mayor thanked the workers, and the fire brigade's band played until noon.
"""
OTHER = """\
The ferry to the islands sails an hour later in summer
Travel
14 May 2024

The ferry company will sail an hour later from June to September, it said on Tuesday. The last boat
leaves the north pier at ten in the evening and takes bicycles without a fee.

Islanders had asked for the change for years, because the last train from the city arrives at half
past nine. The council pays a third of the cost.
"""
EDITION = """\
note: The week of the *bridge*.
front: Today, the bridge.
articles:
  bridge.txt:
    lead: true
    comment: The vote on the fares is next.
    pull_quote: every one of the four hundred deck plates
"""


@pytest.fixture
def project(tmp_path):
    for name, text in (
        ("seeds/bridge.txt", TEXT),
        ("seeds/ferry.txt", OTHER),
        ("site_config/editions/2024-W20.yml", EDITION),
        ("site_config/digest.yml", "site_name: Harbour News\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "seeds/bridge.yml").write_text("date: 2024-05-13\n")
    return tmp_path


def page(project, path):
    return (project / "site" / path / "index.html").read_text(encoding="utf-8")


def test_what_the_editor_says_is_on_the_pages_and_set_apart(project):
    done = digest(project, "build", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    front, edition = page(project, "."), page(project, "editions/2024-W20")
    assert "Today, the bridge." in front
    assert "The week of the <em>bridge</em>." in edition
    article = page(project, "articles/2024/the-old-harbour-bridge-reopens-after-repairs")
    for shown in (front, edition, article):
        comment = shown.partition("class=dg-comment")[2].partition("</div>")[0]
        assert "From the editor" in comment
        assert "The vote on the fares is next." in comment
        assert "every one of the four hundred deck plates</a></blockquote>" in shown
    text = article.partition("<div class=dg-text")[2]
    assert "The vote on the fares" not in text
    plain = (project / "content/index.md").read_text(encoding="utf-8")
    assert plain.index("The old harbour bridge") < plain.index("The ferry to the islands")

    (project / "site_config/editions/2024-W20.yml").write_text("articles: {fery.txt: {}}\n")
    (project / "seeds/bridge.yml").write_text("date: 2031-01-01\ncollected: 2024-05-14\n")
    for path in ("index.md", "editions/2024-W20.md", "sections/local.md"):
        add_text(project / "content" / path)
    done = digest(project, "build", "-q")
    for message in (
        "2024-W20.yml: there is no article 'fery.txt'. Did you mean 'ferry.txt'?",
        "bridge.txt: 2031-01-01 is after the day of collection",
        "belongs in site_config/editions/NAME.yml, where NAME is the latest",
        "belongs in site_config/editions/2024-W20.yml: `note: …`",
        "Write a page of your own",
    ):
        assert message in done.stderr
    assert "dg-comment" not in page(
        project, "articles/2024/the-old-harbour-bridge-reopens-after-repairs"
    )
    assert not (project / "content/editions/2031-W01.md").exists()


def add_text(file):
    text = file.read_text(encoding="utf-8")
    changed = text.replace("digest: text -->\n", "digest: text -->\n\nMy own words.\n")
    assert changed != text
    file.write_text(changed, encoding="utf-8")


def test_a_mistake_in_an_edition_s_file_stops_the_build_before_it_changes_anything(project):
    file = project / "site_config/editions/2024-W20.yml"
    file.write_text("articles: {bridge.txt: {comments: x}}\n")
    done = digest(project, "build")
    assert done.returncode == 2
    assert "site_config/editions/2024-W20.yml: unknown key" in done.stderr
    assert "Did you mean 'comment'?" in done.stderr
    assert not (project / "content").exists()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("site_config/editions/2024-W20.yml", "note: A vote. <script>alert(1)</script>\n"),
        ("site_config/editions/2024-W20.yml", "front: A vote. <img src=x onerror=alert(1)>\n"),
        ("content/editions/2024-W20.note.md", "A vote. <script>alert(1)</script>\n"),
    ],
)
def test_code_in_a_note_stops_the_build_with_the_note_s_file(project, file, text):
    (project / "site_config/editions/2024-W20.yml").unlink()
    (project / file).parent.mkdir(parents=True, exist_ok=True)
    (project / file).write_text(text)
    done = digest(project, "build")
    assert done.returncode == 3
    assert f"{file}: " in done.stderr
    assert "content/index.md" not in done.stderr
    assert "content/editions/2024-W20.md" not in done.stderr


def test_code_that_was_written_into_a_page_stops_the_build_with_the_page(project):
    assert digest(project, "build", "-q").returncode == 0
    page = project / "content/about.md"
    page.write_text("Who we are. <script>alert(1)</script>\n")
    done = digest(project, "build")
    assert done.returncode == 3
    assert "content/about.md: " in done.stderr


def test_code_in_a_comment_is_shown_as_text(project):
    (project / "seeds/bridge.yml").write_text("comment: <script>alert(1)</script> matters\n")
    (project / "site_config/editions/2024-W20.yml").unlink()
    done = digest(project, "build", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    front = page(project, "")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; matters" in front


def test_a_section_that_is_mapped_to_another_leads_to_it_for_good(project):
    settings = project / "site_config/digest.yml"
    (project / "seeds/ferry.yml").write_text("outlet: Bay Gazette (Web)\n")
    (project / "seeds/bridge.yml").write_text("outlet: Bay Gazette\n")
    assert digest(project, "build", "-q").returncode == 0
    assert "Travel" in page(project, "sections/travel")
    mapped = "sections: {Travel: Local}\noutlets: {Bay Gazette (Web): Bay Gazette}\n"
    settings.write_text(f"site_name: Harbour News\n{mapped}")
    assert digest(project, "build", "-q").returncode == 0
    for settled in (mapped, f"{mapped}site_description: Ships\n"):  # a later build keeps them
        settings.write_text(f"site_name: Harbour News\n{settled}")
        assert digest(project, "build", "-q").returncode == 0
        assert 'url=../../sections/local/"' in page(project, "sections/travel")
        assert 'url=../../outlets/bay-gazette/"' in page(project, "outlets/bay-gazette-web")
    settings.write_text("site_name: Harbour News\nsections: {Travel: Nowhere}\n")
    (project / "seeds/ferry.txt").unlink()
    assert digest(project, "build", "-q").returncode == 0
    assert not (project / "site/sections/travel/index.html").exists()
