"""The text of an article about a bridge, and the key points of articles."""

from articles import make_article
from generator.analyse import text_of
from generator.analyse.key_points import key_points

TITLE = "Norhaven opens the Lindqvist Bridge after repairs of steel cables"
LEAD = (
    "NORHAVEN (Reuters) - The Lindqvist Bridge in Norhaven opened on Sunday after two years of "
    "repairs that cost nine million crowns."
)
REST = (
    "But not all were glad. She said the noise of the trucks was more than the town could bear.",
    "The National Road Agency paid for new steel cables and a cycle path on the Lindqvist Bridge.",
    "Sign up for our newsletter about Norhaven and the Lindqvist Bridge.",
    "“The bridge took too long,” said Mayor Greta Holm. “We waited. We hoped.",
    "“Now the ferry can rest,” Holm told the council of Norhaven.",
    "Why did the Lindqvist Bridge in Norhaven take two years?",
    "Steel cables from the old bridge go to the Norhaven museum, which opens a show in May.",
    "The ferry makes its last trip from Norhaven on Saturday and is then sold to an island town.",
)


def points(paragraphs, title=TITLE, language="en", date=None):
    article = make_article(*paragraphs, title=title, language=language, date=date)
    return key_points(article, text_of(article)[0])
