"""Made-up news articles of some 250 words and ten statements, any number of them, each with names, days and figures of its own."""

from __future__ import annotations

from random import Random

from claimtrack.files import Raw

FIRST = (
    "Ada",
    "Bram",
    "Corin",
    "Dela",
    "Edda",
    "Fenn",
    "Gilda",
    "Hesper",
    "Ilka",
    "Jory",
    "Kerra",
    "Loris",
    "Mabel",
    "Nils",
    "Orla",
    "Perrin",
)
LAST = (
    "Quill",
    "Oddly",
    "Tarnish",
    "Fennick",
    "Marrow",
    "Sedge",
    "Thornby",
    "Wick",
    "Yarrow",
    "Larkin",
    "Pell",
    "Brannock",
    "Hask",
    "Dunmore",
)
POSTS = ("Mayor", "Harbour Minister", "Council leader", "Spokeswoman", "Police chief", "Union secretary", "Professor", "Chief engineer")
BODIES = (
    "Tarn Bridge Authority",
    "Skerry Council",
    "Ministry of Tides",
    "Port Guild",
    "Saltmarsh Trust",
    "Brinemouth Police",
    "Lantern Institute",
)
THINGS = ("bridge", "ferry", "harbour wall", "lighthouse", "tide gate", "market hall", "cable car", "reservoir", "railway", "grain store")
DONE = ("was closed after cracks were found", "would reopen before the winter", "had cost twice what was planned", "was safe for everybody")
MORE = ("could be sold to a private firm", "had not been inspected for six years", "will be rebuilt with money from the island fund")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SENTENCES = (
    "{post} {name} said on {day} that the {thing} {done}.",
    "“The {thing} {done}, and nobody asked us,” said {name}, of the {body}.",
    "According to the {body}, the {thing} {done} and {number} households are affected.",
    "{last} told reporters that “{number} people cross it each day” and that the {thing} {done}.",
    "The {body} denied on {day} that the {thing} {done}.",
    "A report by the {body}, published on {day}, found that the {thing} {done}.",
    "The decision, which followed {number} complaints, was welcomed by traders near the old quay.",
    "“We were promised an answer by {day},” {last} said. “We are still waiting.”",
    "{name}, a member of the {body}, warned that the {thing} {done}.",
    "Officials in the capital, who asked not to be named, said that the {thing} {done}.",
    "It was not clear on {day} whether the {thing} {done}, and repairs may take {number} days.",
    "{last} added that the work should begin in the spring, “or it will never begin.”",
)


def article(number: int) -> str:
    """One article, the same for the same number."""
    dice = Random(number)
    name = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
    body, thing, day = dice.choice(BODIES), dice.choice(THINGS), dice.choice(DAYS)
    told = []
    for sentence in dice.sample(SENTENCES, len(SENTENCES)):
        if dice.random() < 0.3:
            name = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
        words = {"post": dice.choice(POSTS), "name": name, "last": name.split()[1], "body": body, "thing": thing, "day": day}
        told.append(sentence.format(**words, done=dice.choice(DONE + MORE), number=dice.randint(12, 9_000)))
    paragraphs = [" ".join(told[start : start + 2]) for start in range(0, len(told), 2)]
    head = f"{thing.capitalize()} {number} {dice.choice(('in doubt', 'to reopen', 'divides the island', 'costs more'))}, council told"
    return "\n\n".join([head, f"By {dice.choice(FIRST)} {dice.choice(LAST)}", *paragraphs]) + "\n"


def articles(many: int) -> list[Raw]:
    """So many of them as inputs to be read."""
    return [Raw(f"news-{number:06}.txt", article(number).encode()) for number in range(many)]
