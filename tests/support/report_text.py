"""The paragraphs of a made-up report that tests of saved pages put a page around."""

FIRST = (
    "The harbour of Lindhaven opened its new quay on Friday after four years of work, and the "
    "first ferry left with two hundred passengers on board."
)
SECOND = (
    "The city council had argued over the cost for most of a decade. In the end the province paid "
    "half of the sum, and a loan covers the rest until 2040."
)
THIRD = (
    "Fishermen from the northern shore will land their catch here from October, as the harbour "
    "office has promised, and they will pay the same fees as before."
)
