"""What is looked up in an archive is what the catalogue of its ledger has."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from claimtrack.archives.lookups import PLAIN, VERSION, Lookups, spelled, subject
from claimtrack.model import Ledger
from claimtrack.model.neighbourhood import catalogue, handles, joined
from claimtrack.store import Store
from tests.model.test_neighbourhood import tangled


@given(tangled())
@settings(max_examples=8)
def test_every_handle_finds_what_the_catalogue_has_for_it(ledger: Ledger) -> None:
    find = catalogue(ledger)
    asked = sorted({handle for record in ledger for handle in handles(record)})
    with TemporaryDirectory() as folder, Store(Path(folder) / "archive.db") as store:
        records = list(ledger)
        store.add(records[::2])
        store.replace_links([each for each in records[1::2] if each.type in ("judgement", "stance", "derivation")])
        store.add(each for each in records[1::2] if each not in store.links)
        store.names.update(spelled, VERSION, PLAIN)
        lookups = Lookups(store)
        lookups.fetch(asked[::2])
        for handle in (*asked, "key:nobody", "name:nobody"):
            assert list(lookups.find(handle)) == list(find(handle))
        keys = [handle.partition(":")[2] for handle in asked if handle.startswith("key:")]
        assert lookups.closed(keys[:2]) == joined(find, keys[:2])


def test_what_is_asked_of_a_voice_is_about_whose_voice_it_is() -> None:
    assert subject("rated:voice:outlet:harbour") == subject("key:outlet:Harbour") == "outlet:harbour"
