"""Text of a saved page that lies outside its paragraphs: loose, hidden, in notes, in headings."""

import pytest

from generator.models import Article
from generator.understand import html
from report_text import FIRST, SECOND, THIRD
from sources import article_of

TITLE = "Lindhaven mends its dike"


def article(body: str) -> Article:
    page = f"<!doctype html><html lang='en'><title>{TITLE}</title><body>{body}</body></html>"
    return article_of("a.html", page, html)


def texts(body: str) -> list[str]:
    return [block.text for block in article(f"<article><h1>{TITLE}</h1>{body}</article>").blocks]


@pytest.mark.parametrize("tag", ["div", "section"])
@pytest.mark.parametrize("inner", ["{}<{tag}>{}</{tag}>", "<{tag}>{}<{tag}>{}</{tag}></{tag}>"])
def test_text_beside_an_element_of_its_own_is_not_joined_to_it(tag, inner):
    nested = inner.format(FIRST, SECOND, tag=tag)
    assert texts(f"<{tag}>{nested}</{tag}><p>{THIRD}</p>") == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("heading", "back"),
    [
        ("Notes", "<a href='#r{}'>↑</a>"), ("References", "<a href='#back{}'>^</a>"),
        ("Endnotes", ""), ("Quellen", ""), ("Fotnoter", "<a href='#t{}'>↩</a>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("above", [[FIRST], [FIRST, SECOND, THIRD]])
def test_the_notes_below_an_article_are_kept_each_for_itself(heading, back, above):
    notes = ["Minutes of the dike board, 12 May.", "Own count at the sluice."]
    items = "".join(f"<li>{note} {back.format(n)}</li>" for n, note in enumerate(notes))
    body = "".join(f"<p>{text}</p>" for text in above)
    assert texts(f"{body}<h2>{heading}</h2><ol>{items}</ol>") == [*above, heading, *notes]


@pytest.mark.parametrize(
    "part",
    [
        "<h3>{q}</h3><div class='accordion-content' style='display:none'><p>{a}</p></div>",
        "<div class='accordion'><button>{q}</button><div aria-hidden='true'>{a}</div></div>",
        "<h3><button aria-expanded='false'>{q}</button></h3><div role='region'><p>{a}</p></div>",
        "<h3><button>{q}</button></h3><div class='answer' hidden><p>{a}</p></div>",
    ],
)
def test_what_a_click_opens_is_text_with_its_heading(part):
    question, answer = "Who pays for the pumps?", "The dike board pays for them, and nobody else."
    found = texts(f"<p>{FIRST}</p>{part.format(q=question, a=answer)}<p>{SECOND}</p>")
    assert found == [FIRST, question, answer, SECOND]


@pytest.mark.parametrize("hidden", ["<div style='display:none'><p>{}</p></div>", "<nav>{}</nav>"])
def test_what_no_click_opens_stays_hidden(hidden):
    secret = hidden.format("This line is for machines alone, and nobody reads it.")
    assert texts(f"<p>{FIRST}</p>{secret}<p>{SECOND}</p>") == [FIRST, SECOND]


@pytest.mark.parametrize("block", ["blockquote", "h3"])
def test_a_line_after_a_block_is_not_lost(block):
    body = (
        f"<table><tr><td><font>{FIRST}<br><br>{SECOND}<br><{block}>The sea wrote this.</{block}>"
        f"I kept the <i>letter</i>.<br><br>{THIRD}</font></td></tr></table>"
    )
    found = [block.text for block in article(body).blocks]
    assert found[-4:] == [SECOND, "The sea wrote this.", "I kept the letter.", THIRD]


@pytest.mark.parametrize("series", [("Who pays?", "When?"), ("1. Oss", "2. Ferring")])
@pytest.mark.parametrize("tag", ["h3", "div"])
def test_the_first_heading_of_a_series_is_kept_as_the_others_are(series, tag):
    first, second = series
    body = f"<p>{FIRST}</p><{tag}>{first}</{tag}><p>{SECOND}</p><{tag}>{second}</{tag}>"
    assert texts(f"{body}<p>{THIRD}</p>") == [FIRST, first, SECOND, second, THIRD]


@pytest.mark.parametrize("heading", ["History", "Linux", "Zusammenfassung"])
def test_a_heading_above_a_paragraph_is_text_whatever_its_words(heading):
    body = f"<p>{FIRST}</p><h2>{heading}</h2><p>{SECOND}</p><p>{THIRD}</p>"
    assert texts(body) == [FIRST, heading, SECOND, THIRD]


@pytest.mark.parametrize("lead", ["These papers are public:", "Diese Akten sind öffentlich:"])
def test_links_that_a_short_sentence_announces_are_kept(lead):
    links = [f"Report on year {n}" for n in range(3)]
    items = "".join(f"<li><a href='/{n}'>{link}</a></li>" for n, link in enumerate(links))
    found = texts(f"<p>{FIRST}</p><p>{lead}</p><ul>{items}</ul><p>{SECOND}</p>")
    assert found == [FIRST, lead, *links, SECOND]


@pytest.mark.parametrize("lead", ["Read also these stories here:", "More from the bay today:"])
def test_links_to_other_articles_are_left_out_below_their_label(lead):
    items = "".join(f"<li><a href='/{n}'>Report on year {n}</a></li>" for n in range(3))
    found = texts(f"<p>{FIRST}</p><p>{lead}</p><ul>{items}</ul><p>{SECOND}</p>")
    assert "Report on year 1" not in found


def test_a_heading_that_a_list_of_contents_leads_to_is_kept():
    contents = "<nav><h2>Contents</h2><ol><li><a href='#a'>Who pays</a></li></ol></nav>"
    body = f"<p>{FIRST}</p><p>{SECOND}</p><h2 id='a'>Who pays</h2><p>{THIRD}</p>"
    found = article(f"<main><h1>{TITLE}</h1>{contents}{body}</main>")
    assert [block.text for block in found.blocks] == [FIRST, SECOND, "Who pays", THIRD]


def test_headings_that_are_times_belong_to_the_entries_of_a_live_page():
    entries = "".join(
        f"<div class='post'><h3>{time}</h3><h4>{head}</h4><p>{text}</p></div>"
        for time, head, text in [("14.32 Uhr", "Gate shut", FIRST), ("11.05 Uhr", "Rain", SECOND)]
    )
    wanted = [THIRD, "14.32 Uhr Gate shut", FIRST, "11.05 Uhr Rain", SECOND]
    assert texts(f"<p>{THIRD}</p>{entries}") == wanted
