"""`digest serve` shows the site and builds again when an article changes."""

import contextlib
import re
import time
import urllib.error
import urllib.request

import pytest

from program import tree
from serving import PATIENCE, serving

ARTICLE = (
    "A new ferry for the islands\nLocal\n3 March 2024\n\n"
    "The second ferry made its first crossing to the outer islands on Sunday morning, with two "
    "hundred passengers on board and a brass band on the upper deck.\n\n"
)


def wait_for(address: str, text: str) -> str:
    end = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=10) as answer:
            page = answer.read().decode()
            if text in page:
                return page
        time.sleep(0.3)
    return pytest.fail(f"{text!r} never came; the page was {page[:500]!r}")


@pytest.mark.parametrize("file", ["site_config/digest.yml", "mkdocs.yml"])
def test_the_404_page_of_a_site_below_a_path_finds_its_files(tmp_path, file):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/ferry.txt").write_text(ARTICLE)
    (tmp_path / "site_config").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Ferries\ntheme: {name: material, font: false}\nplugins: [digest]\n"
        "extra_css: [assets/digest.css]\n"
    )
    with (tmp_path / file).open("a") as config:
        config.write("site_url: https://x.example/digest/\n")
    with serving(tmp_path) as server:
        with pytest.raises(urllib.error.HTTPError, match="404") as missing:
            urllib.request.urlopen(f"{server.site}nothing/here/", timeout=PATIENCE)
        page = missing.value.read().decode()
        files = set(re.findall(r'(?:src|href)="(/[^"]+\.(?:js|css))"', page))
        assert files
        for path in files:
            with urllib.request.urlopen(server.site.rstrip("/") + path, timeout=PATIENCE) as answer:
                assert answer.status == 200


def test_a_change_reaches_the_browser_and_nothing_of_the_review_pages_the_site(tmp_path):
    seed = tmp_path / "seeds/ferry.txt"
    seed.parent.mkdir()
    seed.write_text(ARTICLE)
    with serving(tmp_path) as server:
        wait_for(server.site, "A new ferry for the islands")
        seed.write_text(ARTICLE.replace("A new ferry", "A faster ferry"))
        page = wait_for(server.site, "A faster ferry for the islands")
        assert "livereload" in page
        assert "review" not in page
        with urllib.request.urlopen(server.review, timeout=PATIENCE) as answer:
            assert "digest-review" in answer.headers["Set-Cookie"]
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(f"{server.site}review/", timeout=PATIENCE)
    written = {**tree(tmp_path / "site"), **tree(tmp_path / "content")}
    assert len(written) > 20
    assert not [path for path in written if "review" in path]
    for part in (b"/review/", b"digest-review", b"review.css"):
        assert not [path for path, data in written.items() if part in data]
