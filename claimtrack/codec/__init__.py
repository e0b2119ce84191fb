"""Records to plain JSON and back: one converter, JSON Lines ledgers, TOML case files, and the JSON Schema of them all."""

from claimtrack.codec.cases import is_case, read_case
from claimtrack.codec.convert import decode, encode
from claimtrack.codec.findings import read_findings, write_baseline, write_findings
from claimtrack.codec.lines import VERSION, read_lines, write_lines
from claimtrack.codec.policies import default_policy, read_policy
from claimtrack.codec.reading import Reading
from claimtrack.codec.schema import record_schema
from claimtrack.codec.settings import SettingsFile, read_settings
from claimtrack.codec.tables import case_head, case_table
from claimtrack.codec.trusted import trusted

__all__ = [
    "VERSION",
    "Reading",
    "SettingsFile",
    "case_head",
    "case_table",
    "decode",
    "default_policy",
    "encode",
    "is_case",
    "read_case",
    "read_findings",
    "read_lines",
    "read_policy",
    "read_settings",
    "record_schema",
    "trusted",
    "write_baseline",
    "write_findings",
    "write_lines",
]
