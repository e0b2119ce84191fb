"""What a MISP event of ours has to look like, by the published core format."""

from __future__ import annotations

from typing import Any

UUID = {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}
TEXT = {"type": "string"}
FILLED = {"type": "string", "pattern": r"\S"}
SECONDS = {"type": "string", "pattern": "^[0-9]+$"}
TAG = r'^[a-z0-9-]+:[a-z0-9-]+="[^"]+"$'


def whole(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


TAGS = {"type": "array", "items": whole({"name": {"type": "string", "pattern": TAG}})}
ATTRIBUTE = whole(
    {
        "uuid": UUID,
        "type": {"enum": ["text", "link"]},
        "category": {"const": "External analysis"},
        "to_ids": {"type": "boolean"},
        "distribution": {"enum": ["0", "1", "2", "3", "4", "5"]},
        "timestamp": SECONDS,
        "deleted": {"type": "boolean"},
        "comment": TEXT,
        "value": FILLED,
    },
    {"Tag": TAGS},
)
EVENT = whole(
    {
        "Event": whole(
            {
                "uuid": UUID,
                "info": FILLED,
                "date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
                "timestamp": SECONDS,
                "publish_timestamp": SECONDS,
                "published": {"type": "boolean"},
                "threat_level_id": {"enum": ["1", "2", "3", "4"]},
                "analysis": {"enum": ["0", "1", "2"]},
                "distribution": {"enum": ["0", "1", "2", "3", "4"]},
                "Orgc": whole({"name": FILLED, "uuid": UUID}),
                "Attribute": {"type": "array", "items": ATTRIBUTE},
            }
        )
    }
)
"""Sections 2.2 to 2.4 of the MISP core format (draft-dulaunoy-misp-core-format): what an event, an attribute and a tag must hold."""
