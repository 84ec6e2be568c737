import datetime as dt
import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.collect import Added, add, http_fetch
from generator.config import Corrections, Limits
from generator.models import Problem
from generator.validation import parse
from generator.verbs import add as verb

NOW = dt.datetime(2025, 8, 29, 10, 15, tzinfo=dt.UTC)
PAGE = b"<!doctype html><title>Harbour opens</title><p>The harbour opened on Friday.</p>"
OWN = (
    b'<!doctype html><link href="https://bay.example/own" rel="canonical"><script>visit(1)</script>'
    b"<title>Dyke holds</title><p>The dyke held on Sunday.</p>"
)
VISITED = OWN.replace(b"visit(1)", b"visit(2)")
TIDE = b"<!doctype html><title>Tide</title><p>The tide was high.</p>"
FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Bay News</title></channel></rss>'


class Newsroom(BaseHTTPRequestHandler):
    asked: list[dict[str, str]]
    page: bytes

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.asked.append(dict(self.headers))
        answer = {
            "/news/harbour-opens.html": self.send_page,
            "/feed": lambda: self.send(200, FEED, "application/rss+xml"),
            "/moved": lambda: self.send(301, b"", None, Location="/news/harbour-opens.html"),
            "/disk": lambda: self.send(302, b"", None, Location="file:///etc/hostname"),
            "/ftp": lambda: self.send(302, b"", None, Location="ftp://localhost/x"),
            "/photo": lambda: self.send(200, b"\xff\xd8\xff\xe0", "image/jpeg"),
            "/packed": lambda: self.send(
                200, gzip.compress(PAGE), "text/html", Content_Encoding="gzip"
            ),
            "/torn": lambda: self.send(200, PAGE, "text/html", Content_Encoding="gzip"),
            "/bomb": lambda: self.send(
                200, gzip.compress(bytes(6_000_000)), "text/html", Content_Encoding="gzip"
            ),
            "/old": lambda: self.send(200, PAGE, "text/html; charset=Windows-1251"),
            "/own": lambda: self.send(200, OWN, "text/html"),
            "/own?utm_source=mail": lambda: self.send(200, VISITED, "text/html"),
            "/news/tide.html?utm_source=mail&page=2": lambda: self.send(200, TIDE, "text/html"),
            "/news/tide.html?page=2": lambda: self.send(200, TIDE, "text/html"),
            "/track": lambda: self.send(302, b"", None, Location="/news/tide.html?page=2"),
            "/report.pdf": lambda: self.send(200, b"%PDF-1.7", "text/html"),
            "/empty": lambda: self.send(200, b"", "text/html"),
        }.get(self.path, lambda: self.send(404, b"gone", "text/plain"))
        answer()

    def send_page(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"' and self.page == PAGE:
            self.send(304, b"", None)
        else:
            dated = {"ETag": '"v1"', "Last-Modified": "Fri, 29 Aug 2025 08:00:00 GMT"}
            self.send(200, self.page, "text/html; charset=utf-8", **dated)

    def send(self, code: int, data: bytes, kind: str | None, **headers: str) -> None:
        self.send_response(code)
        for name, value in {"Content-Type": kind, **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def newsroom() -> Iterator[str]:
    Newsroom.asked, Newsroom.page = [], PAGE
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newsroom)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def usable(_name: str, data: bytes, _charset: str | None) -> str | None:
    return "is a PDF. Paste its text." if data.startswith(b"%PDF") else None


def put(target: str, seeds: Path, limits: Limits | None = None) -> Added | Problem:
    return add(target, seeds, limits or Limits(), NOW, usable)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_page_is_stored_with_a_sidecar_that_names_its_address(newsroom, tmp_path):
    address = f"{newsroom}/news/harbour-opens.html"
    added = put(address, tmp_path)
    assert isinstance(added, Added)
    assert added.state == "added"
    assert added.name == "127-0-0-1-harbour-opens.html"
    assert (tmp_path / added.name).read_bytes() == PAGE
    sidecar = (tmp_path / "127-0-0-1-harbour-opens.yml").read_text()
    said = parse(Corrections, sidecar, "sidecar")
    assert (said.url, said.collected) == (address, NOW.date())
    assert (said.fetched, said.etag) == ("2025-08-29T10:15:00+00:00", '"v1"')
    assert said.last_modified == "Fri, 29 Aug 2025 08:00:00 GMT"


def test_the_user_agent_names_the_program(newsroom, tmp_path):
    put(f"{newsroom}/feed", tmp_path)
    assert Newsroom.asked[0]["User-Agent"].startswith(f"briefing-digest/{__version__}")


def test_what_has_not_changed_is_not_fetched_again(newsroom, tmp_path):
    address = f"{newsroom}/news/harbour-opens.html"
    put(address, tmp_path)
    before = names(tmp_path)
    again = put(address, tmp_path)
    assert again == Added(address, "127-0-0-1-harbour-opens.html", "unchanged")
    assert Newsroom.asked[1]["If-None-Match"] == '"v1"'
    assert Newsroom.asked[1]["If-Modified-Since"] == "Fri, 29 Aug 2025 08:00:00 GMT"
    assert names(tmp_path) == before


def test_a_server_without_marks_is_believed_by_its_bytes(newsroom, tmp_path):
    put(f"{newsroom}/feed", tmp_path)
    again = put(f"{newsroom}/feed", tmp_path)
    assert isinstance(again, Added)
    assert again.state == "unchanged"
    assert len(names(tmp_path)) == 2


def test_what_has_changed_becomes_a_file_of_its_own(newsroom, tmp_path):
    address = f"{newsroom}/news/harbour-opens.html"
    put(address, tmp_path)
    Newsroom.page = PAGE + b"<p>And closed again.</p>"
    assert put(address, tmp_path) == Added(address, "127-0-0-1-harbour-opens-2.html", "added")
    assert (tmp_path / "127-0-0-1-harbour-opens.html").read_bytes() == PAGE


def test_a_feed_gets_the_suffix_of_one(newsroom, tmp_path):
    put(f"{newsroom}/feed", tmp_path)
    assert "127-0-0-1-feed.xml" in names(tmp_path)


def test_a_redirect_is_followed_on_the_web_only(newsroom, tmp_path):
    assert isinstance(put(f"{newsroom}/moved", tmp_path), Added)
    for path in ("/disk", "/ftp"):
        assert isinstance(put(newsroom + path, tmp_path), Problem), path


@pytest.mark.parametrize(
    ("path", "said"),
    [("/nothing", "404"), ("/photo", "image/jpeg"), ("/empty", "empty")],
)
def test_what_is_no_article_is_a_problem_and_leaves_nothing(newsroom, tmp_path, path, said):
    refused = put(newsroom + path, tmp_path)
    assert isinstance(refused, Problem)
    assert refused.source == newsroom + path
    assert said in refused.message
    assert names(tmp_path) == []


def test_more_than_the_limit_is_not_stored(newsroom, tmp_path):
    refused = put(f"{newsroom}/feed", tmp_path, Limits(file_megabytes=0.00001))
    assert isinstance(refused, Problem)
    assert "larger than" in refused.message
    assert names(tmp_path) == []


def test_a_slow_answer_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(http_fetch, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        refused = put(f"http://127.0.0.1:{silent.getsockname()[1]}/feed", tmp_path)
    assert isinstance(refused, Problem)
    assert "seconds" in refused.message


@pytest.mark.parametrize(
    "target",
    [
        "ftp://localhost/x",
        "file:///etc/hostname",
        "http://",
        "http://[::1",
        "http://a:b@:x/",
        "://",
    ],
)
def test_other_addresses_are_refused(tmp_path, target):
    assert isinstance(put(target, tmp_path), Problem)
    assert names(tmp_path) == []


def test_a_server_that_is_not_there_is_a_problem(tmp_path):
    refused = put("http://127.0.0.1:9/x", tmp_path)
    assert isinstance(refused, Problem)
    assert "can't be reached" in refused.message


def test_a_file_is_copied_under_a_safe_name(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "Añ b: c.TXT").write_text("An article.")
    assert put(str(tmp_path / "Añ b: c.TXT"), seeds) == Added(
        str(tmp_path / "Añ b: c.TXT"), "an-b-c.txt", "added"
    )
    assert (seeds / "an-b-c.txt").read_text() == "An article."


def test_a_file_is_never_overwritten_by_another(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "note.txt").write_text("The old one.")
    (tmp_path / "note.txt").write_text("Another.")
    first, second = (put(str(tmp_path / "note.txt"), seeds) for _ in range(2))
    assert isinstance(first, Added)
    assert first.name == "note-2.txt"
    assert isinstance(second, Added)
    assert (seeds / "note.txt").read_text() == "The old one."


def test_a_sidecar_of_another_file_is_not_taken_over(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "note.md").write_text("An article.")
    (seeds / "note.yml").write_text(yaml.safe_dump({"section": "World"}))
    (tmp_path / "note.txt").write_text("Another.")
    added = put(str(tmp_path / "note.txt"), seeds)
    assert isinstance(added, Added)
    assert added.name == "note-2.txt"


def test_existing_files_of_the_folder_are_unchanged(tmp_path):
    (tmp_path / "note.txt").write_text("An article.")
    added = put(str(tmp_path / "note.txt"), tmp_path)
    assert added == Added(str(tmp_path / "note.txt"), "note.txt", "unchanged")


@pytest.mark.parametrize("name", ["missing.txt", "folder", "settings.yml"])
def test_what_is_no_article_file_is_refused(tmp_path, name):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "settings.yml").write_text("a: 1")
    assert isinstance(put(str(tmp_path / name), seeds), Problem)


def test_the_encoding_that_only_the_server_states_is_kept(newsroom, tmp_path):
    added = add(f"{newsroom}/old", tmp_path, Limits(), NOW, usable)
    assert isinstance(added, Added)
    sidecar = (tmp_path / added.name).with_suffix(".yml").read_text(encoding="utf-8")
    assert parse(Corrections, sidecar, "x").charset == "windows-1251"


def test_a_compressed_response_is_unpacked_within_the_limit(newsroom, tmp_path):
    added = add(f"{newsroom}/packed", tmp_path, Limits(), NOW, usable)
    assert isinstance(added, Added)
    assert (tmp_path / added.name).read_bytes() == PAGE
    for path, said in (("torn", "unpacked"), ("bomb", "larger than 5 MB")):
        problem = add(f"{newsroom}/{path}", tmp_path, Limits(), NOW, usable)
        assert isinstance(problem, Problem)
        assert said in problem.message


def said_beside(seeds: Path, name: str) -> Corrections:
    sidecar = (seeds / name).with_suffix(".yml")
    return parse(Corrections, sidecar.read_text(), "sidecar")


def test_the_page_s_own_address_is_shown_and_that_asked_for_is_kept_apart(newsroom, tmp_path):
    added = put(f"{newsroom}/own?utm_source=mail", tmp_path)
    assert isinstance(added, Added)
    said = said_beside(tmp_path, added.name)
    assert said.url == "https://bay.example/own"
    assert said.fetched_from == f"{newsroom}/own?utm_source=mail"


def test_the_same_page_by_another_address_is_not_stored_twice(newsroom, tmp_path):
    put(f"{newsroom}/own", tmp_path)
    again = put(f"{newsroom}/own?utm_source=mail", tmp_path)
    assert isinstance(again, Added)
    assert (again.name, again.state) == ("127-0-0-1-own.html", "unchanged")
    assert len(names(tmp_path)) == 2


@pytest.mark.parametrize("path", ["/track", "/news/tide.html?utm_source=mail&page=2"])
def test_without_one_the_address_is_where_a_redirect_led_without_tracking(newsroom, tmp_path, path):
    added = put(newsroom + path, tmp_path)
    assert isinstance(added, Added)
    said = said_beside(tmp_path, added.name)
    assert (said.url, said.fetched_from) == (
        f"{newsroom}/news/tide.html?page=2",
        newsroom + path,
    )
    again = put(f"{newsroom}/news/tide.html?page=2", tmp_path)
    assert isinstance(again, Added)
    assert again.state == "unchanged"


def test_a_file_without_an_article_is_refused_immediately(newsroom, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF-1.7 ...")
    seeds = tmp_path / "seeds"
    for target in (str(file), f"{newsroom}/report.pdf"):
        refused = put(target, seeds)
        assert isinstance(refused, Problem)
        assert "Paste" in refused.message
    assert not seeds.exists()


OPML = b'<opml version="2.0"><body><outline xmlUrl="https://delta.example/feed"/></body></opml>'


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.docx", b"PK\x03\x04" + bytes(40), "word processor"),
        ("a.xml", OPML, "a list of 1 feed (OPML)"),
        ("a.txt", b"", "empty"),
    ],
)
def test_the_command_refuses_with_what_a_build_would_say(name, data, what):
    assert what in (verb.unusable(Limits(), NOW.date(), name, data, None) or "")


def test_the_command_takes_what_a_build_can_use():
    text = b"Dyke holds\n\nThe dyke held on Sunday, and the water fell again by the evening."
    assert verb.unusable(Limits(), NOW.date(), "a.txt", text, None) is None


def test_a_file_goes_into_the_folder_that_is_named(tmp_path):
    seeds, file = tmp_path / "seeds", tmp_path / "mill.txt"
    seeds.mkdir()
    file.write_text("The wheel turned.", encoding="utf-8")
    states = [
        add(str(file), seeds, Limits(), NOW, usable, to) for to in ("a/b", "seeds/a/b", "", "a/b")
    ]
    assert [(state.name, state.state) for state in states] == [
        ("a/b/mill.txt", "added"),
        ("a/b/mill.txt", "unchanged"),
        ("mill.txt", "added"),
        ("a/b/mill.txt", "unchanged"),
    ]


@pytest.mark.parametrize("to", ["..", "a/../..", "/tmp", ".hidden"])
def test_a_folder_outside_is_refused(tmp_path, to):
    seeds, file = tmp_path / "seeds", tmp_path / "mill.txt"
    seeds.mkdir()
    file.write_text("The wheel turned.", encoding="utf-8")
    problem = add(str(file), seeds, Limits(), NOW, usable, to)
    assert isinstance(problem, Problem)
    assert "not a folder of seeds/" in problem.message
