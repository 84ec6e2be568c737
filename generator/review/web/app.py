"""The review pages as a WSGI application, for `digest serve`."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from generator.models import DigestError, Problem
from generator.review.examination import FIELDS, Examination
from generator.review.questions import typed
from generator.review.session import Answer, ReviewSession
from generator.review.web import guard
from generator.review.web.pages import ASSETS, asset, page
from generator.review.wording import Wording
from generator.run.error_messages import refused
from generator.words import Words

ROOT = "/review/"
_SMALL = 64_000  # bytes of a form that contains an answer
_LARGE = 15_000_000  # bytes of a form that contains a text: 5 MB, with each byte as %XX
_ARTICLE = f"{ROOT}article/"
_ADD, _UNDO = f"{ROOT}add/", f"{ROOT}undo/"
_HTML = "text/html; charset=utf-8"
Start = Callable[[str, list[tuple[str, str]]], object]


@dataclass(frozen=True, slots=True)
class Response:
    """A response; `headers` are sent in addition to those of every response."""

    status: str
    body: str | bytes = ""
    kind: str = _HTML
    headers: tuple[tuple[str, str], ...] = ()


class ReviewApp:
    """Answers requests below `/review/` that contain the secret of this run of the server."""

    def __init__(self, session: ReviewSession, port: int) -> None:
        self._session = session
        self._port = port
        self._secret = secrets.token_urlsafe(32)
        self._form = secrets.token_urlsafe(32)
        self._cookie = f"digest-review-{port}"
        self._keys: dict[str, str] = {}  # by their ids in addresses

    @property
    def address(self) -> str:
        """The address that opens the pages; it contains the secret."""
        return f"http://127.0.0.1:{self._port}{ROOT}?token={self._secret}"

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer a WSGI request."""
        response = self._response(environ)
        body = response.body.encode() if isinstance(response.body, str) else response.body
        headers = [
            ("Content-Type", response.kind),
            ("Content-Length", str(len(body))),
            *guard.HEADERS,
            *response.headers,
        ]
        start(response.status, headers)
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]

    def _response(self, environ: Mapping[str, Any]) -> Response:
        path = str(environ.get("PATH_INFO", ""))
        part = path.removeprefix(ROOT) in ASSETS
        if path == ROOT and self._is_opened(environ):
            return self._opened()
        status = guard.refusal(environ, self._port, part=part)
        if status is None and not guard.is_known(environ, self._cookie, self._secret):
            status = "403 Forbidden"
        if status:
            return self._refused(status)
        return self._part(path) if part else self._answer(path, environ)

    def _part(self, path: str) -> Response:
        return Response("200 OK", *asset(path.removeprefix(ROOT)))

    def _answer(self, path: str, environ: Mapping[str, Any]) -> Response:
        """Answer a permitted request; errors are shown on a page."""
        try:
            if environ["REQUEST_METHOD"] == "POST":
                return self._posted(path, environ)
            return self._page(path, str(environ.get("QUERY_STRING", "")))
        except DigestError as error:
            return self._message("409 Conflict", str(error))
        except OSError as error:  # a full disk, a folder that may not be written
            return self._message("500 Internal Server Error", refused(error))

    def _is_opened(self, environ: Mapping[str, Any]) -> bool:
        try:
            query = parse_qs(str(environ.get("QUERY_STRING", "")), max_num_fields=4)
        except ValueError:
            return False
        given = query.get("token", [""])[0]
        return guard.opens(environ, self._port) and guard.same(given, self._secret)

    def _opened(self) -> Response:
        """Return the page that sets the cookie and leads to the overview.

        An HTTP redirect would not work: if another site showed the link, browsers omit the cookie.
        """
        cookie = f"{self._cookie}={self._secret}; Path={ROOT}; HttpOnly; SameSite=Strict"
        body = page("opened.html", root=ROOT, wording=self._wording())
        return Response("200 OK", body, headers=(("Set-Cookie", cookie),))

    def _page(self, path: str, query: str) -> Response:
        if path == ROOT:
            return self._overview(query)
        key = self._key(path)
        return self._missing() if key is None else self._article(key, saved="saved" in query)

    def _overview(
        self, query: str = "", *, message: str = "", text: str = "", to: str = ""
    ) -> Response:
        waiting = self._session.waiting()
        return self._render(
            "overview.html",
            "409 Conflict" if message else "200 OK",
            waiting=[(item, self._address(item.key)) for item in waiting],
            titles=self._session.collection().titles,
            doubts=sum(len(item.codes) for item in waiting),
            add=_ADD,
            saved="saved" in query,
            message=message,
            text=text,
            to=to,
        )

    def _article(self, key: str, *, saved: bool = False, message: str = "") -> Response:
        examined = self._session.examine(key)
        known = self._session.collection()
        return self._render(
            "article.html",
            "409 Conflict" if message else "200 OK",
            article=examined,
            action=self._address(key),
            following=self._following(key),
            left=len(self._session.waiting()),
            shown_at=known.pages.get(key),
            in_use=known.in_use,
            written={
                question.code: [self._written(examined, choice.sets) for choice in question.choices]
                for question in examined.questions
            },
            saved=saved,
            message=message,
        )

    def _written(self, examined: Examination, sets: Mapping[str, object]) -> str:
        """Return the lines that an answer adds to the sidecar, or why it can't be written."""
        try:
            diff = self._session.change(examined, sets).diff()
        except DigestError as error:
            return str(error)
        return "\n".join(line for line in diff[2:] if line[:1] in {"+", "-"})

    def _posted(self, path: str, environ: Mapping[str, Any]) -> Response:
        length = guard.length_of(environ, _LARGE if path == _ADD else _SMALL)
        if length is None:
            return self._message("413 Content Too Large", self._wording().words("too-long"))
        body = environ["wsgi.input"].read(length)
        if len(body) < length:
            return self._message("400 Bad Request", self._wording().words("incomplete"))
        fields = guard.fields_of(body)
        if fields is None or not guard.same(fields.get("form", ""), self._form):
            return self._refused("403 Forbidden")
        if path == _ADD:
            return self._added(fields.get("text", ""), fields.get("to", "").strip())
        if path == _UNDO:
            undone = self._session.undo()
            return _see(self._address(undone.key) if undone else ROOT)
        key = self._key(path)
        return self._missing() if key is None else self._answered(key, fields)

    def _added(self, text: str, to: str) -> Response:
        added = self._session.add(text, to)
        if isinstance(added, Problem):
            message = f"{added.source}: {added.message}"
            return self._overview(message=message, text=text, to=to)
        keys = self._session.keys_in(added.name)
        return _see(self._address(keys[0]) if len(keys) == 1 else ROOT)

    def _answered(self, key: str, fields: Mapping[str, str]) -> Response:
        """Write an answer and redirect to the next question; on an error show the article again."""
        examined = self._session.examine(key)
        code = fields.get("code", "")
        try:
            sets = _sets(examined, fields, self._wording().words)
            change = self._session.change(examined, sets)
            if change.before != change.after:
                self._session.write(Answer(change, key, code))
        except DigestError as error:
            return self._article(key, message=str(error))
        more = [question for question in examined.questions if question.code != code]
        following = self._address(key) if more else self._following(key)
        return _see(f"{following}?saved")

    def _following(self, key: str) -> str:
        """Return the address of the next article with doubts, else that of the overview."""
        keys = [item.key for item in self._session.waiting()]
        others = keys[keys.index(key) + 1 :] + keys[: keys.index(key)] if key in keys else keys
        return self._address(others[0]) if others else ROOT

    def _address(self, key: str) -> str:
        name = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:20]
        self._keys[name] = key
        return f"{_ARTICLE}{name}/"

    def _key(self, path: str) -> str | None:
        if not path.startswith(_ARTICLE):
            return None
        return self._keys.get(path.removeprefix(_ARTICLE).removesuffix("/"))

    def _render(self, template: str, status: str = "200 OK", **values: object) -> Response:
        values = {"message": "", "saved": False, **values}
        common = {"root": ROOT, "undo": _UNDO, "form": self._form, "last": self._session.last()}
        return Response(status, page(template, wording=self._wording(), **common, **values))

    def _missing(self) -> Response:
        return self._message("404 Not Found", self._wording().words("no-article"))

    def _message(self, status: str, message: str) -> Response:
        return self._render("message.html", status, message=message)

    def _refused(self, status: str) -> Response:
        return Response(status, page("refused.html", status=status, wording=self._wording()))

    def _wording(self) -> Wording:
        return Wording.of(self._session.language())


def _sets(examined: Examination, fields: Mapping[str, str], words: Words) -> Mapping[str, object]:
    """Return the keys that a form sets; `DigestError` says what is wrong with it."""
    if "field" in fields:
        if fields["field"] not in FIELDS:
            raise DigestError(words("no-field"))
        return typed(fields["field"], fields.get("value", ""))
    asked = next((item for item in examined.questions if item.code == fields.get("code")), None)
    number, _, label = fields.get("choice", "").partition(":")
    if asked is None or not number.isdecimal() or int(number) >= len(asked.choices):
        raise DigestError(words("already-settled"))
    chosen = asked.choices[int(number)]
    if chosen.label != label:
        raise DigestError(words("article-changed"))
    return chosen.sets


def _see(address: str) -> Response:
    return Response("303 See Other", headers=(("Location", address),))
