"""The headline and text of a pasted page about a bridge, for tests of what is around them."""

TITLE = "Harbour bridge reopens after a year of repairs"
TEXT = (
    "The harbour bridge was opened again on Friday, and the first bus crossed it at seven.\n"
    "Workers had replaced the deck and both of the piers since the spring of last year.\n"
    "The council paid four million for the work, a fifth more than it had planned to pay.\n"
    "Buses will cross it every ten minutes from Monday on, the company said in a letter.\n"
)
