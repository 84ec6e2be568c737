"""Made-up articles in any number, the same ones each time: for tests of size and of builds."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

PEOPLE = ("Mara Lindqvist", "Tomas Okafor", "Ines Carvalho", "Daniel Brandt", "Aziza Karimova")
PLACES = ("Northport", "Lakeside", "Eastbridge", "Millbrook", "Harrow Bay", "Old Quarry")
THINGS = ("tram line", "water works", "city library", "harbour bridge", "solar farm", "school")
DEEDS = ("reopens", "asks for repairs", "plans a second phase", "reports a record year", "delays")
SECTIONS = ("Local", "Business", "Culture", "Science")
OUTLETS = ("The Northport Gazette", "Lakeside Herald", "Daily Compass")
SENTENCES = (
    "{person} told reporters in {place} that the {thing} would need another {n} months of work.",
    "The council of {place} voted {n} to {m} for the plan after a debate of three hours.",
    "Figures published on {day} show that the {thing} served {n}00 people in the spring.",
    "Neighbours of the {thing} had asked for quieter nights, and {person} promised to listen.",
    "Work at the {thing} in {place} costs {n} million, of which the region pays a third.",
    "“We said that we would finish, and we will,” said {person}, who leads the {thing}.",
)


def articles(count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Yield file names and pasted texts."""
    chance = random.Random(seed)
    for number in range(count):
        day = date(2024, 1, 1) + timedelta(days=chance.randrange(400))
        yield f"{day.year}/article-{number:04}.txt", _text(chance, day)


def write(root: Path, count: int) -> None:
    """Write articles as files below a folder."""
    for name, text in articles(count):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _text(chance: random.Random, day: date) -> str:
    thing, place = chance.choice(THINGS), chance.choice(PLACES)
    title = f"{place} {thing} {chance.choice(DEEDS)}"
    head = [title, chance.choice(SECTIONS), f"{day.day} {day:%B %Y}", f"By {chance.choice(PEOPLE)}"]
    body = [_paragraph(chance, thing, place) for _ in range(chance.randrange(4, 8))]
    return "\n".join(head) + "\n\n" + "\n\n".join(body) + f"\n\nSource: {chance.choice(OUTLETS)}\n"


def _paragraph(chance: random.Random, thing: str, place: str) -> str:
    chosen = chance.sample(SENTENCES, 3)
    return " ".join(
        sentence.format(
            person=chance.choice(PEOPLE),
            place=place,
            thing=thing,
            n=chance.randrange(3, 30),
            m=chance.randrange(3),
            day=chance.choice(("Monday", "Tuesday", "Friday")),
        )
        for sentence in chosen
    )
