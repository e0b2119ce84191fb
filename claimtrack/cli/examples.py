"""More examples for the help of each verb, one row a command; a test parses every one of them."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "check": ("claimtrack check articles --ids", "claimtrack check draft.md --against sources --format markdown"),
    "completion": ("claimtrack completion zsh", "claimtrack completion fish"),
    "discover": (
        "claimtrack discover seeds --format csv -o figures.csv",
        "claimtrack discover tolls.tsv --similarity numbers --tolerance 2",
    ),
    "explain": ("claimtrack explain C07 seeds", "claimtrack explain C12 disputed seeds --width 80"),
    "judge": (
        "claimtrack judge links.jsonl -o judgements.toml",
        'claimtrack judge articles --on 2026-11-22 --reason "same day, same place"',
    ),
    "link": ("claimtrack link articles outlets.toml -o ledger.jsonl", "claimtrack link statements.jsonl"),
    "merge": ("claimtrack merge seeds -o seeds.jsonl", "claimtrack merge mine.jsonl theirs.jsonl --strict"),
    "outlets": ("claimtrack outlets seeds", "claimtrack outlets seeds --format json -o outlets.json"),
    "read": ("claimtrack read --show ferry.txt outlets.toml", "claimtrack read archive.warc.gz -o statements.jsonl --jobs 4"),
    "report": ("claimtrack report articles outlets.toml", "claimtrack report seeds --without state-media --fail-on single-source,disputed"),
    "rule": ("claimtrack rule", "claimtrack rule CT604"),
    "schema": ("claimtrack schema", "claimtrack schema outlets"),
    "spark": ("claimtrack spark report --input articles --output found", "claimtrack spark report --input found --output again"),
}
"""For each verb what else can be done with it, beside the example in its help."""


def epilog(verb: str) -> str:
    """The end of a verb's help; empty where there is no more to show."""
    lines = EXAMPLES.get(verb, ())
    return "\n".join(["\b", "More examples:", *(f"  {line}" for line in lines)]) if lines else ""
