"""Pictures for links: which pages have one, what it says, and that its bytes last."""

import io

import pytest
from PIL import Image

from generator.compose import all_lists
from generator.compose.machine_readable.publication import Publication
from generator.site.social_captions import SocialPictures
from generator.site.social_picture import HEIGHT, WIDTH, Caption, has_type, picture
from shelves import entry, shelf

LONG = "A treaty about ferries, harbours, customs and the tides " * 9


@pytest.mark.parametrize(
    "headline", ["The bridge", "Łódź và Đà Nẵng", "Мост снова открыт", LONG, "Donau" * 60, ""]
)
def test_a_headline_is_drawn_and_stays_inside(headline):
    caption = Caption("Harbour News", "World", headline, "Gazette · 29 August 2025")
    assert has_type(caption)
    data = picture(caption)
    assert picture(caption) == data
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
        margin = image.convert("RGB").crop((WIDTH - 79, 20, WIDTH, HEIGHT))
        assert len(margin.getcolors()) == 1


def test_another_headline_is_another_picture():
    first, second = (Caption("News", "", text, "") for text in ("The bridge", "The ferry"))
    assert picture(first) != picture(second)


@pytest.mark.parametrize("headline", ["日本の話", "الجسر", "The bridge 🎉"])
def test_a_script_without_type_has_no_picture(headline):
    assert not has_type(Caption("News", "", headline, ""))


def test_articles_editions_and_the_front_page_have_pictures():
    articles = [entry(1, "2025-08-29", outlet="Gazette"), entry(2, "2025-08-28", title="日本")]
    made = shelf(*articles)
    views = all_lists.views(made)
    paths = [*views, *(found.path for found in articles)]
    urls = {path: f"{path.removesuffix('.md')}/" for path in paths}
    site = Publication("News", "", "en", "https://example.org/", "", urls)
    pictures = SocialPictures(made, views, site, wanted=True)
    found = {path for path, _ in pictures.files()}
    assert found == {"articles/2025/story-1.md", "index.md", "editions/2025-W35.md"}
    head = pictures.of("articles/2025/story-1.md")
    assert head.address == "https://example.org/articles/2025/story-1/index.png"
    assert head.text == "Story 1"
    assert pictures.of("sections/index.md") is None


@pytest.mark.parametrize(("base", "wanted"), [("", True), ("https://example.org/", False)])
def test_without_an_address_or_the_setting_there_are_none(base, wanted):
    made = shelf(entry(1, "2025-08-29"))
    site = Publication("News", "", "en", base, "", {})
    assert list(SocialPictures(made, all_lists.views(made), site, wanted=wanted).files()) == []
