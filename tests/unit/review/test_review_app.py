"""The review pages: who may see them, what a form does, and that no text of an article is code."""

import errno
import re
import socket
from io import BytesIO
from urllib.parse import urlencode

import pytest

from generator.models import Problem
from generator.review.session import ReviewSession
from generator.review.web.app import ReviewApp
from generator.review.web.guard import FORM
from generator.run import files

PORT = 8000
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
ARTICLE = (
    f"Harbour {HOSTILE} bridge closed\nBy Ada {HOSTILE} Miller\n03/04/2025\n\n"
    f"The bridge over the harbour was closed on Sunday morning. {HOSTILE}\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reviewed")
    (folder / "seeds").mkdir()
    return folder


@pytest.fixture(scope="module")
def session(project):
    found = ReviewSession(project)
    yield found
    found.close()


@pytest.fixture
def app(session, project):
    for file in (project / "seeds").iterdir():
        file.unlink()
    (project / "seeds/bridge.txt").write_text(ARTICLE)
    session.build_begins()
    codes = ("date-ambiguous", "no-section", "short-body")
    session.build_found([Problem("bridge.txt", "doubt", "is in doubt.", code) for code in codes])
    return ReviewApp(session, PORT)


class Browser:
    """Sends requests as a browser does that was given the address."""

    def __init__(self, app):
        self.app = app
        self.cookie = ""

    def request(self, path="/review/", form=None, query="", **changes):
        body = b"" if form is None else urlencode(form).encode()
        environ = {
            "REQUEST_METHOD": "GET" if form is None else "POST",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": f"127.0.0.1:{PORT}",
            "HTTP_SEC_FETCH_SITE": "same-origin",
            "HTTP_SEC_FETCH_DEST": "document",
            "HTTP_COOKIE": self.cookie,
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": FORM,
            "HTTP_ORIGIN": f"http://127.0.0.1:{PORT}",
            "wsgi.input": BytesIO(body),
            **changes,
        }
        answer = []
        body = b"".join(self.app(environ, lambda *given: answer.extend(given)))
        status, headers = answer
        return status, dict(headers), body.decode()

    def open(self):
        query = self.app.address.partition("?")[2]
        _, headers, _ = self.request(query=query, HTTP_SEC_FETCH_SITE="cross-site")
        self.cookie = headers["Set-Cookie"].partition(";")[0]
        return self

    def article(self):
        page = self.request()[2]
        return re.search(r'href="(/review/article/\w+/)"', page)[1]

    def secret(self):
        return re.search(r'name="form" value="([^"]+)"', self.request()[2])[1]

    def choose(self, number, **changes):
        path = self.article()
        page = self.request(path)[2]
        code = re.search(r'name="code" value="([\w-]+)"', page)[1]
        choice = re.findall(r'name="choice" value="([^"]+)"', page)[number]
        form = {"form": self.secret(), "code": code, "choice": choice, **changes}
        return self.request(path, form)


@pytest.fixture
def browser(app):
    return Browser(app).open()


@pytest.fixture
def settings(project):
    file = project / "site_config/digest.yml"
    file.parent.mkdir(exist_ok=True)
    yield file
    file.unlink()


def sidecar(project):
    file = project / "seeds/bridge.yml"
    return file.read_text() if file.exists() else None


def test_nobody_without_the_address_sees_anything(app):
    for path in ("/review/", "/review/review.css", "/review/article/x/", "/review/add/"):
        status, _, body = Browser(app).request(path, HTTP_SEC_FETCH_DEST="")
        assert status == "403 Forbidden"
        assert "Harbour" not in body
    stranger = Browser(app)
    assert stranger.request(query="token=")[0] == "403 Forbidden"
    assert stranger.request(query="token=x" * 9)[0] == "403 Forbidden"
    assert stranger.request("/review/undo/", {"form": ""})[0] == "403 Forbidden"


def test_the_cookie_is_for_these_pages_and_for_no_script(app):
    query = app.address.partition("?")[2]
    status, headers, body = Browser(app).request(query=query)
    assert status == "200 OK"
    assert {"Path=/review/", "HttpOnly", "SameSite=Strict"} <= set(
        headers["Set-Cookie"].split("; ")
    )
    assert query.removeprefix("token=") not in body
    rebound = Browser(app).request(query=query, HTTP_HOST="rebound.example:8000")
    assert "Set-Cookie" not in rebound[1]


PHRASES = {
    "en": ("Start", "No section was found", "It has no section", "All fields", "authors"),
    "de": ("Beginnen", "Kein Ressort gefunden", "Er hat kein Ressort", "Alle Angaben", "Autoren"),
    "es": ("Empezar", "No se encontró ninguna sección", "No tiene sección", "autores"),
    "fr": ("Commencer", "Aucune rubrique", "Il n’a pas de rubrique", "auteurs"),
    "ru": ("Начать", "Рубрика не найдена", "Рубрики нет", "Все поля", "авторы"),
    "uz": ("Boshlash", "Rukn topilmadi", "Rukni yoʻq", "Barcha maydonlar", "mualliflar"),
    "ar": ("Start", "No section was found", "All fields"),
}


@pytest.mark.parametrize("language", PHRASES)
def test_the_pages_are_in_the_language_of_the_site(browser, settings, language):
    settings.write_text(f"language: {language}\n")
    pages = [browser.request()[2], browser.request(browser.article())[2]]
    assert [phrase for phrase in PHRASES[language] if phrase not in "".join(pages)] == []
    shown = language if language != "ar" else "en"
    assert [f'<html lang="{shown}">' in page for page in pages] == [True, True]
    nobody = Browser(browser.app).request()[2]
    assert f'<html lang="{shown}">' in nobody


def test_settings_that_are_wrong_keep_the_language_of_before(browser, settings):
    settings.write_text("language: fr\n")
    browser.request()
    settings.write_text("language: [fr\n")
    assert "Commencer" in browser.request()[2]


def test_every_answer_forbids_frames_scripts_of_others_and_copies(browser, app):
    for status, headers, _ in (
        browser.request(),
        browser.request("/review/none/"),
        Browser(app).request(),
        browser.request("/review/undo/", {"form": "x"}),
    ):
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], status
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in headers


def test_no_text_of_an_article_is_code(browser):
    page = browser.request(browser.article())[2]
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img" not in page


def test_a_click_writes_the_sidecar_and_shows_the_change(browser, project):
    status, headers, _ = browser.choose(1)
    assert status == "303 See Other"
    assert sidecar(project) == "date: 2025-04-03\n"
    path, _, query = headers["Location"].partition("?")
    page = browser.request(path, query=query)[2]
    assert "+date: 2025-04-03" in page
    assert "date-ambiguous" not in page
    assert "no-section" in page
    assert browser.request("/review/undo/", {"form": browser.secret()})[0] == "303 See Other"
    assert sidecar(project) is None


def test_what_is_typed_is_written_or_refused_with_the_reason(browser, project):
    form = {"form": browser.secret(), "code": "no-section", "field": "section"}
    assert browser.request(browser.article(), form | {"value": "Transport"})[0].startswith("303")
    assert sidecar(project) == "section: Transport\n"
    wrong = {"form": browser.secret(), "code": "", "field": "date", "value": "31 June"}
    status, _, page = browser.request(browser.article(), wrong)
    assert status.startswith("409")
    assert "write a day of the calendar" in page
    assert sidecar(project) == "section: Transport\n"


@pytest.mark.parametrize(
    "form",
    [
        {"choice": "0:something else"},
        {"choice": "99:2025-03-04"},
        {"choice": "-1:"},
        {"choice": ""},
        {"code": "near-copy"},
        {"code": "../../x"},
        {"field": "sha256", "value": "x"},
        {"field": "settled", "value": "no-date"},
        {"field": "title", "value": ""},
    ],
)
def test_a_form_that_no_page_has_writes_nothing(browser, project, form):
    assert browser.choose(0, **form)[0].startswith("409")
    assert sidecar(project) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"HTTP_ORIGIN": "http://elsewhere.example"},
        {"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_COOKIE": ""},
        {"CONTENT_TYPE": "text/plain"},
        {"CONTENT_LENGTH": "99999999"},
        {"CONTENT_LENGTH": ""},
        {"HTTP_HOST": "rebound.example:8000"},
    ],
)
def test_a_form_of_another_page_writes_nothing(browser, project, changes):
    form = {"form": browser.secret(), "code": "", "field": "section", "value": "Transport"}
    status, _, _ = browser.request(browser.article(), form, **changes)
    assert status[:1] == "4"
    assert sidecar(project) is None


@pytest.mark.parametrize("secret", ["", "x", "é"])
def test_the_cookie_alone_writes_nothing(browser, project, secret):
    form = {"form": secret, "code": "", "field": "section", "value": "Transport"}
    assert browser.request(browser.article(), form)[0] == "403 Forbidden"
    assert sidecar(project) is None


def test_a_pasted_article_is_stored_and_shown(browser, project):
    text = (
        "The lighthouse is painted\r\nLocal\r\n3 March 2024\r\n\r\nIt was painted by two men.\r\n"
    )
    status, headers, _ = browser.request("/review/add/", {"form": browser.secret(), "text": text})
    assert status == "303 See Other"
    assert (project / "seeds/the-lighthouse-is-painted.txt").is_file()
    assert "The lighthouse is painted" in browser.request(headers["Location"])[2]


def test_a_text_that_arrives_cut_is_not_stored(browser, project):
    form = {
        "form": browser.secret(),
        "text": "The mill\n3 March 2024\n\nIt was painted by two men.",
    }
    length = str(len(urlencode(form)) + 1)
    status, _, page = browser.request("/review/add/", form, CONTENT_LENGTH=length)
    assert status.startswith("400")
    assert "arrived incomplete" in page
    assert len(list((project / "seeds").iterdir())) == 1


def test_text_that_cannot_be_added_is_shown_again_with_the_reason(browser, project):
    form = {"form": browser.secret(), "text": "http://127.0.0.1/x", "to": ""}
    status, _, page = browser.request("/review/add/", form)
    assert status.startswith("409")
    assert "your own network" in page
    assert "http://127.0.0.1/x</textarea>" in page
    assert len(list((project / "seeds").iterdir())) == 1


def test_an_address_that_later_resolves_to_the_local_network_is_not_fetched(browser, monkeypatch):
    known = socket.getaddrinfo
    answers = iter(["9.9.9.9", "127.0.0.1"])
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _, *more, **named: known(next(answers), *more, **named)
    )
    form = {"form": browser.secret(), "text": "http://first.example/x", "to": ""}
    assert "your own network" in browser.request("/review/add/", form)[2]


def test_a_head_request_has_no_body(browser):
    status, headers, body = browser.request(REQUEST_METHOD="HEAD")
    assert (status, body) == ("200 OK", "")
    assert int(headers["Content-Length"]) > 1000


def test_a_folder_that_cannot_be_written_is_reported(browser, project, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "seeds/bridge.yml")

    monkeypatch.setattr(files, "write", full)
    status, _, page = browser.choose(0)
    assert status.startswith("500")
    assert "seeds/bridge.yml: No space left on device. Free some space" in page
    assert sidecar(project) is None
