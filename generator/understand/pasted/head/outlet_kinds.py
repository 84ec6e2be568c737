"""The table of kinds of evidence for an outlet (`outlet_kinds.yml`), and how it is read. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, model_validator

from generator.tables import load_table


class _Kind(BaseModel):
    """A kind of evidence: what it adds, and of whom else pages say the same."""

    model_config = ConfigDict(extra="forbid")

    weight: float
    alone: bool = False
    of_names: bool = False
    also_of: list[str] = []


class Table(BaseModel):
    """The kinds by name; those that are `alone` are the ones that weigh enough."""

    model_config = ConfigDict(extra="forbid")

    enough: float
    kinds: dict[str, _Kind]

    @model_validator(mode="after")
    def _agrees(self) -> Table:
        wrong = [name for name, it in self.kinds.items() if it.alone != (it.weight >= self.enough)]
        if wrong:
            message = f"`alone` contradicts the weight of: {', '.join(wrong)}"
            raise ValueError(message)
        return self


_TABLE = load_table(Path(__file__).with_suffix(".yml"), Table)
ENOUGH = _TABLE.enough
OF_NAMES = frozenset(name for name, kind in _TABLE.kinds.items() if kind.of_names)


@cache
def also_of(*whom: str) -> frozenset[str]:
    """Return the kinds of what pages say of these, too: "owner", "menu item" …."""
    asked = frozenset(whom)
    return frozenset(
        name for name, kind in _TABLE.kinds.items() if not asked.isdisjoint(kind.also_of)
    )


def weight_of(kinds: Iterable[str]) -> float:
    """Return how much kinds of evidence tell together."""
    return sum(_TABLE.kinds[kind].weight for kind in kinds)


def are_only_of(kinds: AbstractSet[str], *whom: str) -> bool:
    """Return whether all that is said of a name is also said of one of these alone."""
    return any(kinds <= also_of(name) for name in whom)
