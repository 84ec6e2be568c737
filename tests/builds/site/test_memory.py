"""No text stays in memory: what a build keeps of an article is far smaller than the article."""

import contextlib
import datetime as dt
import gc
import random
import tracemalloc

from generator.config import load_settings
from generator.content.earlier_builds import Record
from generator.models import Article, Block, Insight
from generator.moments import Moment
from generator.pipeline import Collection, Run, write
from generator.project import Options
from generator.relate.articles_with_features import ArticlesWithFeatures
from generator.relate.duplicates import merge_copies
from generator.run.report import Report
from generator.site.build import Known, build_site

WORDS = [f"{'long' * 10}{number}" for number in range(200)]
PARAGRAPHS, LENGTH = 10, 40  # some 16,000 characters
KEPT = 11_500  # bytes of an article: lists, entries and the states of its files


def article(number):
    chance = random.Random(number)
    blocks = tuple(Block(" ".join(chance.choices(WORDS, k=LENGTH))) for _ in range(PARAGRAPHS))
    day = dt.date(2025, 1, 1) + dt.timedelta(days=number % 30)
    return Article(
        f"{number}.txt",
        f"{number:064}",
        dt.date(2025, 9, 1),
        f"Title {number}",
        blocks,
        "en",
        date=Moment(day),
    )


def progress(_stage, _steps):
    return contextlib.nullcontext(lambda: None)


def content(run, project, count):
    """Merge and write articles; as in a build, nothing of them stays in memory afterwards."""
    gathered = ArticlesWithFeatures(None, None)
    for number in range(count):
        gathered.add([article(number)])
    gathered.apply(merge_copies(gathered.articles, gathered.features))
    collection = Collection(gathered.articles, [Insight()] * count)
    write(run, Options(project, project / "site"), collection, Record())


def peak(project, count):
    """Return the most memory that merging, writing and drawing `count` articles takes, in bytes."""
    project.mkdir()
    run = Run(load_settings(project), Report(), progress)
    gc.collect()
    gc.freeze()  # what the tests have loaded would put off the collection of garbage
    tracemalloc.start()
    try:
        content(run, project, count)
        cache = project / ".cache"
        known = Known(cache, run.entries, run.digests, run.lists)  # as a build shares them
        assert build_site(project, project / "site", strict=True, known=known) == []
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.unfreeze()


def test_memory_grows_by_less_than_the_texts(tmp_path):
    peak(tmp_path / "first", 5)  # what is loaded once
    # Fewer would not yet have the garbage that there always is between two collections.
    few, many = (peak(tmp_path / str(count), count) for count in (60, 120))
    assert (many - few) / 60 < KEPT
