"""The server on this machine answers nobody who came by another name."""

import pytest

from generator.verbs.serve import refusal, without_site_path


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "LOCALHOST", "[::1]:8000"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_own_names_are_answered(host, method):
    assert refusal({"REQUEST_METHOD": method, "HTTP_HOST": host}) is None


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost.elsewhere.example:8000", "", "127.0.0.2"]
)
def test_other_names_are_refused(host):
    assert str(refusal({"REQUEST_METHOD": "GET", "HTTP_HOST": host})).startswith("421")


def test_an_address_that_no_file_can_have_is_refused():
    asked = {"REQUEST_METHOD": "GET", "HTTP_HOST": "localhost", "PATH_INFO": "/a\0b"}
    assert str(refusal(asked)).startswith("400")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(method):
    assert str(refusal({"REQUEST_METHOD": method, "HTTP_HOST": "localhost"})).startswith("405")


def test_a_site_below_a_path_is_found_there_and_at_the_root():
    assert without_site_path("/digest/assets/digest.css", "/digest") == "/assets/digest.css"
    assert without_site_path("/digest/", "/digest") == "/"
    assert without_site_path("/assets/digest.css", "/digest") == "/assets/digest.css"
    assert without_site_path("/digests/a/", "/digest") == "/digests/a/"
    assert without_site_path("/a/", "") == "/a/"
