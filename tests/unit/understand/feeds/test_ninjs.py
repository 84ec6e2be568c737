"""IPTC ninjs, one item or many, of both generations."""

import datetime as dt

import pytest

import sources
from generator.models import Block, Source, Understood
from generator.understand.feeds import ninjs

ITEM = {
    "uri": "tag:bay.example,2025:quay",
    "type": "text",
    "pubstatus": "usable",
    "firstcreated": "2025-08-29T10:15:00+02:00",
    "versioncreated": "2025-08-30T08:00:00+02:00",
    "language": "en-GB",
    "headline": "Quay opens",
    "byline": "By Jane Doe, Harbour Correspondent",
    "infosource": [{"name": "Bay News Agency"}],
    "subject": [{"name": "Harbours"}],
    "description_text": "A short word.",
    "body_html": "<p>The quay opened.</p><p>Ferries came.</p>",
}
SECOND_GENERATION = {
    "uri": "https://bay.example/items/7",
    "standard": {"name": "ninjs", "version": "2.0"},
    "versionCreated": "2025-08-30T08:00:00Z",
    "headlines": [{"role": "main", "value": "Quay opens"}],
    "by": "Jane Doe",
    "bodies": [
        {"role": "main", "contentType": "text/html", "value": "<p>The quay opened.</p>"},
        {"contentType": "text/plain", "value": "Another form."},
    ],
    "subjects": [{"name": "Harbours"}],
}


def read(data: object) -> Understood:
    return sources.read("quay.json", data, ninjs)


def test_one_item_is_the_file_itself():
    (found,) = read(ITEM).articles
    assert (found.key, found.title, found.section) == ("quay.json", "Quay opens", "Harbours")
    assert (str(found.date), str(found.updated)) == (
        "2025-08-29T10:15:00+02:00",
        "2025-08-30T08:00:00+02:00",
    )
    assert (found.authors, found.outlet) == (("Jane Doe",), "Bay News Agency")
    assert found.blocks == (Block("The quay opened."), Block("Ferries came."))


def test_the_second_generation():
    (found,) = read(SECOND_GENERATION).articles
    assert (found.title, str(found.date)) == ("Quay opens", "2025-08-30T08:00:00+00:00")
    assert (found.url, found.authors) == ("https://bay.example/items/7", ("Jane Doe",))
    assert found.blocks == (Block("The quay opened."),)


@pytest.mark.parametrize("wrap", [list, lambda items: {"items": items}])
def test_many_items_are_known_by_their_uri(wrap):
    found = read(wrap([ITEM, SECOND_GENERATION])).articles
    assert [item.entry for item in found] == [ITEM["uri"], SECOND_GENERATION["uri"]]


def test_a_withdrawn_item_is_left_out_and_named():
    understood = read([{**ITEM, "pubstatus": "canceled"}, SECOND_GENERATION])
    assert len(understood.articles) == 1
    (problem,) = understood.problems
    assert "withdrawn" in problem.message
    assert "Quay opens" in problem.message


def test_an_item_with_a_description_only_says_so():
    bare = {key: value for key, value in ITEM.items() if key != "body_html"}
    (found,) = read(bare).articles
    assert found.summary_only
    assert found.blocks == (Block("A short word."),)


@pytest.mark.parametrize(
    "data", [b'{"uri": "x", "body_text": ', b'{"a": {"uri": "", "headline": 1}}']
)
def test_what_can_not_be_read_is_a_problem(data):
    (problem,) = read(data).problems
    assert (problem.source, problem.level) == ("quay.json", "error")


def test_members_of_a_wrong_type_raise_no_exception():
    odd = {key: [{"name": [1]}] for key in ITEM} | {"uri": "x", "body_text": "Text."}
    (found,) = read(odd).articles
    assert found.blocks == (Block("Text."),)


def test_other_json_is_left_to_others():
    for data in (b'{"uri": "x"}', b'["uri"]', b'"uri": "headline":', b""):
        assert not ninjs.accepts(Source("a.json", data, "", dt.date(2025, 9, 1)))
