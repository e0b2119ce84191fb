"""Which of the given outlets a domain or a name belongs to, and which names are those of news agencies."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.domains import host, site, within
from claimtrack.model.records import Outlet

AGENCIES = {
    "Reuters": ("Thomson Reuters",),
    "Associated Press": ("AP",),
    "Agence France-Presse": ("AFP", "Agence France Presse"),
    "dpa": ("DPA", "Deutsche Presse-Agentur"),
    "EFE": ("Agencia EFE", "EFE News"),
    "ANSA": (),
    "United Press International": ("UPI",),
    "PA Media": ("PA", "Press Association"),
    "Australian Associated Press": ("AAP",),
    "The Canadian Press": ("CP", "Canadian Press"),
    "Xinhua": ("Xinhua News Agency",),
    "TASS": ("ITAR-TASS",),
    "RIA Novosti": ("RIA",),
    "Interfax": (),
    "IRNA": ("Islamic Republic News Agency",),
    "ISNA": (),
    "Tasnim": ("Tasnim News Agency",),
    "Anadolu": ("AA", "Anadolu Agency"),
    "Kyodo": ("Kyodo News",),
    "Jiji": ("Jiji Press",),
    "Yonhap": ("Yonhap News Agency",),
    "KCNA": (),
    "Press Trust of India": ("PTI",),
    "ANI": ("Asian News International",),
    "IANS": (),
    "Associated Press of Pakistan": ("APP",),
    "Bernama": (),
    "Antara": (),
    "SANA": (),
    "WAM": (),
    "Ukrinform": (),
    "Belga": (),
    "NTB": (),
    "Lusa": (),
    "Bloomberg": ("Bloomberg News",),
    "McClatchy": ("MCT", "Tribune News Service", "TNS"),
    "Inter Press Service": ("IPS",),
}
"""News agencies by their usual name, with the short names that stand in datelines and credits."""
SHORT = 4
"""Names up to this length, such as AP and PA, are also ordinary strings: they count only in their own spelling."""
_AGENCY = {name: full for full, names in AGENCIES.items() for name in (full, *names)}
_EDGE = re.compile(r"^(?:the )+|['’]s$", re.IGNORECASE)
_PLACE = re.compile(r" ?\([^()]*\)$")


def folded(name: str) -> str:
    """A name as it is compared: no article, no bracketed place, one spelling of apostrophes; short ones keep their case."""
    name = " ".join(name.replace("’", "'").split()).strip(' .,;:*_|-–—"“”')
    name = _EDGE.sub("", _PLACE.sub("", name)) if len(name) > SHORT else name
    return name if len(name) <= SHORT else name.casefold()


_FOLDED = {folded(name): full for name, full in _AGENCY.items()}


def agency(name: str) -> str:
    """The usual name of a news agency that goes by this name; empty for any other."""
    return _FOLDED.get(folded(name), "")


class Register:
    """The given outlets, to be found by domain or by name."""

    def __init__(self, outlets: Iterable[Outlet] = ()) -> None:
        known = tuple(outlets)
        self._domains = {site(domain) or domain.casefold(): outlet for outlet in known for domain in outlet.domains}
        self._names = {folded(name): outlet for outlet in known for name in (outlet.name, *outlet.aliases)}
        self._keys = frozenset(outlet.key for outlet in known)
        self._names |= {domain: outlet for domain, outlet in self._domains.items() if domain not in self._names}

    def at(self, url: str) -> str:
        """The key of the outlet that publishes at an address; empty when none of them does."""
        found = site(url) if host(url) else ""
        labels = found.split(".")
        above = (".".join(labels[place:]) for place in range(len(labels)))
        return next((self._domains[name].key for name in above if name in self._domains and within(found, name)), "")

    def named(self, name: str) -> str:
        """The key of the outlet that goes by a name; empty when none of them does."""
        outlet = self._names.get(folded(name))
        if outlet is None and (full := agency(name)):
            outlet = next((self._names[folded(other)] for other in (full, *AGENCIES[full]) if folded(other) in self._names), None)
        return outlet.key if outlet else ""

    def holds(self, key: str) -> bool:
        """Whether a key is that of a given outlet."""
        return key in self._keys

    def source(self, name: str) -> str:
        """How a cited name is recorded: the outlet's key, else the agency's usual name, else as it was stated."""
        return self.named(name) or agency(name) or name
