"""A feed through whole builds: exported again, it updates its articles and duplicates none."""

import pytest

from program import built, output

BRIDGE = (
    "The harbour bridge reopened on Sunday morning after two years of repairs, the city said. "
    "Engineers replaced the bearings and every one of the four hundred deck plates. {}"
)
ROOM = "The library opened its new reading room on Friday, with forty desks above the old market."
ITEM = (
    "<item><guid isPermaLink='false'>{}</guid><title>{}</title><description>{}</description>"
    "<pubDate>Sun, 12 May 2024 08:00:00 +0200</pubDate></item>"
)


def feed(*entries: tuple[str, str, str]) -> str:
    items = "".join(ITEM.format(*entry) for entry in entries)
    return f"<rss version='2.0'><channel><title>Bay Gazette</title>{items}</channel></rss>"


FIRST = feed(("a1", "Bridge reopens", BRIDGE.format("It cost nine million.")), ("b2", "Room", ROOM))
AGAIN = feed(("a1", "Bridge open to all", BRIDGE.format("It cost 10 million.")))


@pytest.fixture
def project(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/gazette.xml").write_text(FIRST, encoding="utf-8")
    built(tmp_path)
    return tmp_path


def pages(project) -> dict[str, str]:
    folder = project / "content/articles"
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*.md")}


PAGES = {"2024/bridge-reopens.md", "2024/room.md"}


def test_each_entry_is_an_article(project):
    assert set(pages(project)) == PAGES


@pytest.mark.parametrize("name", ["gazette.xml", "gazette-2.xml"])
def test_a_feed_exported_again_updates_its_article_at_its_address(project, name):
    (project / "seeds" / name).write_text(AGAIN, encoding="utf-8")
    built(project)
    found = pages(project)
    assert set(found) == (PAGES if name == "gazette-2.xml" else {"2024/bridge-reopens.md"})
    assert "10 million" in found["2024/bridge-reopens.md"]
    assert "title: Bridge open to all" in found["2024/bridge-reopens.md"]
    built(project)
    assert pages(project) == found


@pytest.mark.parametrize("duplicates", ["merge", "keep"])
def test_corrections_apply_to_a_feed_exported_again_and_a_draft_stays_a_draft(project, duplicates):
    (project / "site_config").mkdir()
    (project / "site_config/digest.yml").write_text(f"duplicates: {duplicates}\n")
    said = "section: Town\nentries:\n  a1: {title: The bridge is back}\n  b2: {draft: true}\n"
    (project / "seeds/gazette.yml").write_text(f"collected: 2024-05-13\n{said}")
    built(project)
    assert set(pages(project)) == {"2024/bridge-reopens.md"}
    fetched = "url: https://bay.example/\ncollected: 2024-05-20\nfetched: 2024-05-20T08:00\n"
    (project / "seeds/gazette-2.yml").write_text(fetched)  # as `digest add` does
    (project / "seeds/gazette-2.xml").write_text(AGAIN.replace("</channel>", ITEM.format(
        "b2", "Room", ROOM) + "</channel>"))  # fmt: skip
    built(project)
    (page,) = pages(project).items()
    assert page[0] == "2024/bridge-reopens.md"
    assert "title: The bridge is back" in page[1]
    assert "- Town" in page[1]
    assert "10 million" in page[1]
    assert [*(project / "content/drafts").iterdir()] == [project / "content/drafts/room.md"]


def export(made: str, status: str) -> str:
    """Return an export of WordPress with one post."""
    post = f"<wp:post_type>post</wp:post_type><wp:status>{status}</wp:status></item>"
    return (
        feed(("a1", "Bridge reopens", BRIDGE.format("It cost nine million.")))
        .replace("<rss", "<rss xmlns:wp='http://wordpress.org/export/1.2/'")
        .replace("<channel>", f"<channel><pubDate>{made}</pubDate>")
        .replace("</item>", post)
    )


def test_a_post_withdrawn_in_a_newer_export_is_no_longer_published(project):
    old = export("Mon, 13 May 2024 08:00:00 GMT", "publish")
    (project / "seeds/gazette.xml").write_text(old, encoding="utf-8")
    built(project)
    assert set(pages(project)) == {"2024/bridge-reopens.md"}
    new = export("Mon, 20 May 2024 08:00:00 GMT", "draft")
    (project / "seeds/again.xml").write_text(new, encoding="utf-8")
    assert "published in older files, and left out: gazette.xml (1)" in output(project)
    assert pages(project) == {}
