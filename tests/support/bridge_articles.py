"""Three articles, of which two are about one bridge, and their insights."""

from articles import make_article
from generator.analyse import analyse
from generator.config import Settings
from generator.relate import relate

BRIDGE = (
    "The city of Norhaven opens the Albert Lindqvist Bridge on Sunday after two years of repairs.",
    "Mayor Greta Holm said the old bridge had carried twice the traffic it was built for.",
    "The National Road Agency paid nine million crowns for new steel cables and a cycle path.",
    "“We waited long for this,” Holm told the council. “The cycle path changes the town.”",
    "Steel cables from the old bridge go to the Norhaven museum, which opens a show in May.",
)
FERRY = (
    "The ferry that replaced the Albert Lindqvist Bridge makes its last trip on Saturday.",
    "Greta Holm thanked the crew, who carried forty thousand people during the repairs.",
    "The National Road Agency sells the ferry to an island community in the north of the country.",
    "A new timetable for buses begins on the day the Albert Lindqvist Bridge opens to traffic.",
)
HARVEST = (
    "Apple growers around Lake Vessen expect their largest harvest in a decade this autumn.",
    "A mild spring and steady rain let the orchards flower early, the growers' union said.",
    "Prices at the weekly market fell by a fifth, and the cider presses work at night.",
    "Schools in the valley close for three days so that children can help with the harvest.",
)


def article(name, title, paragraphs, day=1, language="en"):
    date = f"2026-05-{day:02}"
    return make_article(*paragraphs, source=name, title=title, language=language, date=date)


ARTICLES = (
    article("bridge.txt", "Bridge opens after repairs", BRIDGE, 2),
    article("ferry.txt", "The last trip of the ferry", FERRY, 4),
    article("harvest.txt", "A large apple harvest", HARVEST, 20),
)


def insights(articles=ARTICLES, **keywords):
    settings = Settings.model_validate({"keywords": keywords})
    return list(relate(articles, [analyse(item) for item in articles], settings))
