"""What every test run has."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from generator.run import signing

# A busy machine is no fault of an example: no test has a limit of time.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


class Instantly:
    """Names a failed test as it fails, with the error; pytest itself waits until the end."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if report.failed and terminal:
            terminal.ensure_newline()
            terminal.write_line(f"FAILED {report.nodeid} ({report.when})", red=True)
            terminal.write_line(report.longreprtext.rstrip().rsplit("\n", 1)[-1])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run long unit tests first: they start processes, which is slow once a browser has run.

    The other folders follow by name: what takes minutes goes before what takes seconds, so that no
    process of the run ends much later than the others.
    """
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # of several processes, the one that has the terminal
        config.pluginmanager.register(Instantly(config), "instantly")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder with a key of its own for signing results."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    signing._key.cache_clear()
    yield tmp_path
    signing._key.cache_clear()
