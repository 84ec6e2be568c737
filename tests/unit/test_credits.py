"""What tells a caption from the text: its form, in many languages."""

import pytest

from generator.credits import is_caption, without_credits

CAPTIONS = (
    "Two ferries lie at the new quay on Friday morning. Photo: Anna Reed / Town archive",
    "Zwei Fähren liegen am Freitagmorgen am neuen Kai.Foto: Anna Ried",
    "Nowy most w Norhaven. Fot. Anna Ryba / Kurier",
    "Two ferries lie at the new quay. (Anna Reed/Reuters)",
    "Two ferries lie at the new quay. (Bay Television via AP)",
    "The quay of Norhaven. (Courtesy of Anna Reed)",
    "Nye ferger ved kaia. (ansa)",
    "Pictured from left, the harbour master, the mayor and the captain of the first ferry.",
    "The mayor (left) cuts the ribbon beside the harbour master.",
    "27일 부두에서 시장이 인사하고 있다. 뉴시스",
    "新しい桟橋＝7日、港で山田花子撮影",
    "Ann Holm speaks in Norhaven on Sunday. (Erik Lund/Reuters)",
    "The bridge of Norhaven. Photo illustration by the Courier. Photo by Erik Lund.",
    "Die Brücke in Neustadt (Foto: Erika Lund)",
    "dpa/Erika Lund",
    "© Erika Lund",
)
TEXTS = (
    "Ann Holm speaks for the Roads Agency (NRA).",
    "The museum shows a photo of the bridge that Erik Lund took.",
    "The photo showed two ferries at the quay, and nobody knew who had taken it.",
    "Harbour master Jane Doe (R) voted for the plan, as she had said she would.",
    "Reuters reported that the quay had cost twice as much as planned.",
    "Turn left at the quay, she said, and you see what the town has paid for.",
    "By Ann Holm - Associated Press - Friday, 28 April 2023",
    "Erstes Bild: So könnte die neue Brücke von Neustadt am Ende aussehen",
    "What comes next: three more quays",
)


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_ends_with_its_credit_or_says_who_is_where(line):
    assert is_caption(line)


@pytest.mark.parametrize("line", TEXTS)
def test_what_speaks_of_pictures_or_agencies_is_none(line):
    assert not is_caption(line)


def test_a_line_loses_the_names_of_those_who_took_its_pictures():
    assert without_credits("The quay (Ann Holm/Reuters) opens").split() == ["The", "quay", "opens"]
