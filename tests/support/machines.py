"""A small digest with every case that files for machines must get right, and how to build it."""

SECRET = "Nobody but the Herald's own readers shall read this sentence about the lighthouse."
LATER = "This closing sentence about the observatory stands far beyond any excerpt of it."
FILLER = (
    "The dome turned slowly while the night shift wrote down what the clouds let them see. " * 12
)
STORIES = {
    "bridge.md": """---
title: "Harbour bridge closes: “rust” & <repairs> in Northport"
section: Local
date: 2025-08-18
authors: [Mara Lindqvist]
---

The harbour bridge in Northport closes for six weeks of repairs, the council said on Monday. \
The council of Northport named rust in the northern pier as the cause.

## Detour

Buses will take the long way round through Eastbridge. The council expects delays of a quarter \
of an hour in the morning.
""",
    "lighthouse.txt": f"""Keeper of the lighthouse in Northport retires
Local
20 August 2025

{SECRET} The council of Northport thanked the keeper for forty years of light.
""",
    "observatory.txt": f"""Observatory above Northport opens its dome
Science
21 August 2025

The observatory above Northport opens its dome to visitors on Friday evenings from now on.

{FILLER}

The council of Northport pays for the guides. {LATER}
""",
    "single.txt": f"""A single paragraph about Eastbridge and its mills
Science
22 August 2025

The mills of Eastbridge grind again after the spring floods had stopped them. {FILLER} {LATER}
""",
    "ferry.txt": """Ferries stand in for the bridge in Northport
Local
26 August

Two ferries carry passengers across the harbour while the harbour bridge in Northport is closed. \
A crossing takes eight minutes and is free for those who hold a bus ticket.
""",
    "undated.txt": """Old maps of Northport found in an attic
Culture

Eleven maps of Northport were found in an attic on Mill Street. The oldest shows the harbour \
bridge before it was widened, with a toll house at each end.
""",
}
SIDECARS = {
    "bridge.md": 'outlet: Northport Gazette\nurl: https://gazette.example/bridge?a=1&b="2"\n'
    "updated: 2025-08-19 08:30\ncollected: 2025-08-30\n",
    "lighthouse.txt": "outlet: Lakeside Herald\nurl: https://herald.example/light\n",
    "observatory.txt": "outlet: Daily Compass\n",
    "single.txt": "outlet: Daily Compass\n",
    "ferry.txt": "collected: 2025-08-30\n",
    "undated.txt": "collected: 2025-08-30\n",
}
SETTINGS = """site_name: Northport & <Sons>
site_description: What Northport reads
outlets:
  Lakeside Herald: {text: link}
  Daily Compass: {text: excerpt}
"""


def write(project, settings=SETTINGS):
    (project / "seeds").mkdir(parents=True)
    for name, text in STORIES.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    for name, text in SIDECARS.items():
        (project / "seeds" / name).with_suffix(".yml").write_text(text, encoding="utf-8")
    (project / "site_config").mkdir()
    (project / "site_config/digest.yml").write_text(settings, encoding="utf-8")
