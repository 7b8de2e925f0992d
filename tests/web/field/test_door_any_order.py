"""Whatever batches come, in whatever order and however often: every id ends once, with its first content."""

import uuid

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories_capture as made
from yixian.web.capture.canonical import digest_of
from yixian.web.capture.models import Capture
from yixian.web.field.sync import read_back, receive

NUMBERS = st.integers(0, 5)
SENT = st.lists(st.lists(st.tuples(NUMBERS, st.integers(0, 2)), max_size=8), max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=SENT)
def test_batches_with_repeats_and_edits_end_exact(meeting, chair, batches):
    Capture.objects.all().delete()
    ids = [str(uuid.UUID(int=number + 1)) for number in range(6)]
    first: dict[int, int] = {}
    for batch in batches:
        items = [made.item(meeting, id=ids[number], text=f"words {words}") for number, words in batch]
        expected = []
        for number, words in batch:
            known = first.setdefault(number, words)
            new = (number, "seen") not in first
            first[(number, "seen")] = 1
            expected.append("stored" if new else "duplicate" if known == words else "conflict")
        receipts = receive(chair, items)
        assert [(each.id, each.result) for each in receipts] == [
            (item["id"], result) for item, result in zip(items, expected, strict=True)
        ]
    rows = {str(row.client_id): row.text for row in Capture.objects.all()}
    assert rows == {
        ids[number]: f"words {words}" for number, words in first.items() if isinstance(number, int)
    }
    states = [each["state"] for each in read_back(chair, [uuid.UUID(each) for each in ids])]
    assert states == ["confirmed" if number in first else "unknown" for number in range(6)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    junk=st.lists(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
            ),
            max_leaves=12,
        ),
        max_size=5,
    ),
    field=st.sampled_from(
        ["id", "meeting", "station", "kind", "text", "made_at", "photo", "digest", "shows_people"]
    ),
    value=st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2),
)
def test_nonsense_gets_a_reason_and_stores_nothing_it_should_not(meeting, chair, junk, field, value):
    before = Capture.objects.count()
    receipts = receive(chair, junk)
    assert {each.result for each in receipts} <= {"refused"}
    assert all(each.reason for each in receipts)
    assert Capture.objects.count() == before
    whole = {**made.item(meeting), field: value}
    bent = receive(chair, [{**whole, "digest": value if field == "digest" else digest_of(whole)}])[0]
    assert bent.result in {"stored", "duplicate", "refused"}
    assert bool(bent.reason) == (bent.result == "refused")
