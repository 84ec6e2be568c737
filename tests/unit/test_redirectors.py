"""The target that a redirector's address states is used, if it is a web page."""

import pytest

from generator.source_urls import destination

PAGE = "https://bay.example/quay"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/url?q=https%3A%2F%2Fbay.example%2Fquay&sa=D",
        "https://www.google.com/url?url=javascript:alert(1)&q=https%3A%2F%2Fbay.example%2Fquay",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fbay.example%2Fquay",
    ],
)
def test_a_redirector_is_followed_to_the_page_that_it_states(address):
    assert destination(address) == PAGE


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/x", "", "//x y"]
)
def test_a_redirector_that_states_no_page_is_the_address(target):
    address = f"https://www.google.com/url?q={target}"
    assert destination(address) == address
