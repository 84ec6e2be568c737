"""The review pages answer the browser of the person who started the server, and nobody else."""

import pytest

from generator.review.web import guard

PORT = 8000
PAGE = {
    "REQUEST_METHOD": "GET",
    "REMOTE_ADDR": "127.0.0.1",
    "HTTP_HOST": "127.0.0.1:8000",
    "HTTP_SEC_FETCH_SITE": "same-origin",
    "HTTP_SEC_FETCH_DEST": "document",
}
SENT = {
    **PAGE,
    "REQUEST_METHOD": "POST",
    "HTTP_ORIGIN": "http://127.0.0.1:8000",
    "CONTENT_TYPE": guard.FORM,
}


def without(environ, *names):
    return {name: value for name, value in environ.items() if name not in names}


def test_a_page_and_a_form_of_our_own_are_answered():
    assert guard.refusal(PAGE, PORT) is None
    assert guard.refusal(SENT, PORT) is None


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"HTTP_HOST": "rebound.example:8000"}, "421"),
        ({"HTTP_HOST": "127.0.0.1:9000"}, "421"),
        ({"HTTP_HOST": ""}, "421"),
        ({"REMOTE_ADDR": "192.0.2.7"}, "403"),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, "403"),
        ({"HTTP_SEC_FETCH_SITE": "same-site"}, "403"),
        ({"HTTP_SEC_FETCH_DEST": "iframe"}, "403"),
        ({"HTTP_SEC_FETCH_DEST": "empty"}, "403"),  # fetch() of a script in the site itself
        ({"REQUEST_METHOD": "PUT"}, "405"),
        ({"REQUEST_METHOD": "OPTIONS"}, "405"),
    ],
)
def test_a_page_is_refused_to_others(change, status):
    assert str(guard.refusal(PAGE | change, PORT)).startswith(status)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"HTTP_ORIGIN": "http://elsewhere.example"}, "403"),
        ({"HTTP_ORIGIN": "http://127.0.0.1:9000"}, "403"),
        ({"HTTP_ORIGIN": "http://localhost:8000"}, "403"),
        ({"HTTP_ORIGIN": "https://127.0.0.1:8000"}, "403"),
        ({"HTTP_ORIGIN": "null"}, "403"),
        ({"HTTP_SEC_FETCH_SITE": "same-site"}, "403"),
        ({"HTTP_SEC_FETCH_SITE": "none"}, "403"),
        ({"CONTENT_TYPE": "text/plain"}, "415"),
        ({"CONTENT_TYPE": "application/json"}, "415"),
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, "411"),
        (
            {"HTTP_HOST": "rebound.example:8000", "HTTP_ORIGIN": "http://rebound.example:8000"},
            "421",
        ),
    ],
)
def test_a_form_from_elsewhere_is_refused(change, status):
    assert str(guard.refusal(SENT | change, PORT)).startswith(status)


def test_a_form_must_say_from_where_it_comes():
    bare = without(SENT, "HTTP_ORIGIN", "HTTP_SEC_FETCH_SITE")
    assert str(guard.refusal(bare, PORT)).startswith("403")
    assert guard.refusal(without(SENT, "HTTP_SEC_FETCH_SITE"), PORT) is None
    assert guard.refusal(without(SENT, "HTTP_ORIGIN"), PORT) is None


def test_a_style_sheet_is_no_page_and_no_place_for_forms():
    style = PAGE | {"HTTP_SEC_FETCH_DEST": "style"}
    assert guard.refusal(style, PORT, part=True) is None
    assert guard.refusal(style, PORT) is not None
    assert str(guard.refusal(SENT, PORT, part=True)).startswith("405")


def test_the_address_with_the_secret_may_be_shown_by_another_site():
    assert guard.opens(PAGE | {"HTTP_SEC_FETCH_SITE": "cross-site"}, PORT)
    assert guard.opens(without(PAGE, "HTTP_SEC_FETCH_SITE", "HTTP_SEC_FETCH_DEST"), PORT)


@pytest.mark.parametrize(
    "change",
    [
        {"REQUEST_METHOD": "HEAD"},
        {"REQUEST_METHOD": "POST"},
        {"REMOTE_ADDR": "192.0.2.7"},
        {"HTTP_HOST": "rebound.example:8000"},
        {"HTTP_SEC_FETCH_DEST": "empty"},
        {"HTTP_SEC_FETCH_DEST": "iframe"},
    ],
)
def test_the_address_with_the_secret_is_opened_by_a_person_on_this_machine(change):
    assert not guard.opens(PAGE | change, PORT)


@pytest.mark.parametrize("cookie", ["", "a=secret", "b=other", "b", ";;;", "b=secret2", 'b="'])
def test_another_cookie_is_not_known(cookie):
    assert not guard.is_known({"HTTP_COOKIE": cookie}, "b", "secret")


def test_the_secret_is_known_among_other_cookies():
    assert guard.is_known({"HTTP_COOKIE": "a=1; b=secret"}, "b", "secret")


@pytest.mark.parametrize("length", ["", "-1", "1.5", "x", "101", "9" * 5000, "٣", "+5", "1_0"])
def test_an_invalid_or_excessive_content_length_is_refused(length):
    assert guard.length_of({"CONTENT_LENGTH": length}, 100) is None


def test_a_length_within_the_limit_is_taken():
    assert guard.length_of({"CONTENT_LENGTH": "100"}, 100) == 100


def test_fields_are_read_once():
    assert guard.fields_of(b"a=1&b=%C3%A9%0D%0Ax&c=") == {"a": "1", "b": "é\nx", "c": ""}


@pytest.mark.parametrize(
    "body", [b"a=1&a=2", b"a", b"a=%FF", b"a=\xff", b"&".join(b"f%d=1" % n for n in range(30))]
)
def test_a_body_that_is_no_form_of_ours_is_refused(body):
    assert guard.fields_of(body) is None
