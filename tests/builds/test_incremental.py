"""A project that is built again after any change is, byte for byte, one that is built at once."""

import os
import random
import shutil

import newsroom
from program import built, tree

STEPS = int(os.environ.get("DIGEST_STEPS", "6"))
EVERY = 2 if STEPS == 6 else 1  # changes after which the builds are compared
COUNT = 12
SETTINGS = (
    "site_name: One\n",
    "site_name: Two\n",
    "edition: month\n",
    "keywords: {never: [tram]}\n",
)


def seeds(project):
    return sorted((project / "seeds").rglob("*.txt"))


def add(project, _chance, step):
    name, text = next(newsroom.articles(1, seed=1000 + step))
    target = project / "seeds" / f"added-{step}-{name.rpartition('/')[2]}"
    target.write_text(text, encoding="utf-8")


def edit(project, chance, step):
    file = chance.choice(seeds(project))
    extra = chance.choice(newsroom.SENTENCES).format(
        person="Nadia Petrov", place="Harrow Bay", thing="night bus", n=step, m=2, day="Monday"
    )
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{extra}\n", encoding="utf-8")


def rename(project, chance, step):
    file = chance.choice(seeds(project))
    file.rename(file.with_name(f"renamed-{step}.txt"))


def delete(project, chance, _step):
    chance.choice(seeds(project)).unlink()


def set_something(project, chance, _step):
    file = project / "site_config/digest.yml"
    file.write_text(chance.choice(SETTINGS), encoding="utf-8")


def correct(project, chance, step):
    sidecar = chance.choice(seeds(project)).with_suffix(".yml")
    sidecar.write_text(f"collected: 2025-03-01\nsection: Section {step}\n", encoding="utf-8")


def write_by_hand(project, chance, step):
    pages = sorted((project / "content/articles").rglob("*.md"))
    page = chance.choice(pages).relative_to(project / "content").as_posix()
    text = f"# Of our own {step}\n\nSee [this]({page}) and [that]({page}#p0).\n"
    (project / "content/own.md").write_text(text, encoding="utf-8")


CHANGES = (add, edit, rename, delete, set_something, correct, write_by_hand)


def test_any_changes_give_the_bytes_of_a_first_build(tmp_path):
    """`DIGEST_STEPS=200` makes it a long run, in which each change is checked alone."""
    project, cold = tmp_path / "project", tmp_path / "cold"
    newsroom.write(project / "seeds", COUNT)
    for file in seeds(project):
        file.with_suffix(".yml").write_text("collected: 2025-03-01\n")
    (project / "site_config").mkdir()
    built(project)
    chance = random.Random(17)
    for step in range(STEPS):
        change = chance.choice(CHANGES) if len(seeds(project)) > COUNT // 2 else add
        change(project, chance, step)
        built(project)
        if (step + 1) % EVERY:
            continue
        # What is permanent (addresses, pages by hand) is in content/; all else is made anew.
        shutil.copytree(project, cold, ignore=shutil.ignore_patterns(".cache", "site"))
        built(cold)
        expected = tree(cold, ("content", "site"))
        found = tree(project, ("content", "site"))
        differing = [path for path in found | expected if found.get(path) != expected.get(path)]
        assert differing == [], (step, change.__name__)
        shutil.rmtree(cold)
