"""Articles in several containers of one kind, and comments that share that kind."""

import lxml.html

from generator.models import Block
from generator.understand.html.body.divided_articles import whole
from report_text import FIRST, SECOND, THIRD


def test_comments_in_containers_of_the_articles_kind_are_no_part_of_it():
    comments = "".join(f"<p>{text} I was there and saw it.</p>" for text in (SECOND, THIRD, FIRST))
    tree = lxml.html.fromstring(
        f'<body><div class="text"><p>{FIRST}</p></div><div class="text">{comments}</div></body>'
    )
    found = [(Block(FIRST), 0)]
    assert whole(tree, found) == found
