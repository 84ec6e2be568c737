"""What a line is, told by its words as a whole."""

import pytest

from generator import furniture

FURNITURE = (
    "Advertisement", "ADVERTISEMENT", "Story Continued Below", "Read more:", "Hide Caption",
    "Enlarge this image toggle caption A. Seer/Agency A. Seer/Agency",
    "(Reporting by Ines Carvalho; Editing by Tomas Okafor)",
    "Copyright © 2019 The Harbour Post, LLC. Click here for reprint permission.",
    "© 2019 Harbour Post", "Sign up for Daily Newsletters Manage Newsletters",
    "The Associated Press contributed to this report.", "Slideshow (12 Images)", "6 years ago",
    "Follow us on Facebook and @harbourpost", "Share this article",
    "Lesen Sie auch: Die Fähren stehen still",
    "Anzeige", "Lire aussi : Les ferries à quai", "Читайте также",
    "This is a rush transcript. Copy may not be in its final form.", "Loading...",
    "İLGİLİ HABER", "Les også En far for alle", "Lees ook: De veren liggen stil",
    "Noticia Relacionada",
    "This advertisement has not loaded yet, but your article continues below.",
    "By signing up, you confirm that you are over the age of 16.", "View 6 Images",
    "When you buy through links on our site, we may earn a small commission.",
    "Dieser Text enthält Affiliate-Links.", "Pressekontakt: Jane Doe, Hafenamt",
    "Original-Content von: Hafenamt, übermittelt durch news aktuell",
    "Support for this show comes from Bay Coffee.", "¿Te ha gustado este artículo?",
    "Mirá también", "Dieses Element beinhaltet Daten von Vimeo. Sie können es abschalten.",
    "Ouvir o texto", "Dalszy ciąg materiału pod wideo", "Recevez nos récits. Je m'inscris",
    "Get Current Updates on Coast News along with Harbour News.", "Print this page | Close window",
    "Find this article at: http://www.bay.example/story?id=7", "Ofereça este artigo a um amigo",
    "Our Standards: The Bay Code of Conduct.", "Purchase Licensing Rights",
    "Published in the print edition of the May 4, 2022, issue, with the headline “Low Water.”",
    "Do you have an opinion on the issues raised in this article? Send us a letter.",
    "Dziękujemy, że przeczytałaś/eś nasz artykuł do końca.",
    "Assinantes podem enviar 5 acessos gratuitos por dia",
)  # fmt: skip
TEXT = (
    "Yes.", "Video.", "And the photos?", "Comments?", "Who reads the newsletter?", "Why?",
    "The paper sold advertisements to the ferry company.", "Read more books, she said.",
    "Also on Monday, the council said: nobody will move.", "CARVALHO: Why nine days?",
    "Sponsored by the harbour, the regatta gave twenty crews the chance to sail.",
    "The ministry did not answer a request for comment.", "We follow the tide, nothing else.",
    "1. Mathilde (Brandt) 2:14:07", "Background", "(LAUGHTER)",
    "More from the harbour came later.",
    "Share and share alike, the mayor said.", "",
    "Les også den andre boken, sa hun.", "Leia também quem perdeu o barco, disse ela.",
    "By signing up for the ferry he had made a promise.", "Was this article ever printed?",
    "Support for the mayor comes from the harbour.", "Read more?",
    "Our standards are those of the harbour.", "Recevez-les, dit-il, et je m'en vais.",
    "Mirá también los barcos, dijo ella.", "Dziękujemy, że przyjechaliście.",
)  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_recognised(line: str):
    assert furniture.recognised(line)


@pytest.mark.parametrize("line", TEXT)
def test_text_is_not_furniture(line: str):
    assert furniture.recognised(line) == ""


def test_a_box_addresses_the_reader_and_an_article_does_not():
    assert furniture.hinted("Get the Harbour Letter: our newsletter of the week")
    assert not furniture.hinted("The council met in the old customs house.")
