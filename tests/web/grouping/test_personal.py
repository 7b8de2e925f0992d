"""What groups keep of a person: taken out with everything else, and wishes erased."""

from tests.web.grouping.conftest import seat
from yixian.web.accounts.panels import PERSONAL_DATA
from yixian.web.grouping.actions.places import add_wish
from yixian.web.grouping.models import Place, Wish


def test_a_person_takes_their_groups_along_and_leaves_no_wish(gathering, crowd, officer):
    seat(gathering, [crowd[:2], crowd[2:]])
    for other in (crowd[0], crowd[5]):
        add_wish(by=officer, meeting=gathering, kind="apart", one=crowd[3], two=other)
    kept = PERSONAL_DATA["grouping"]
    assert kept.collect(crowd[3]) == [{"meeting": "十一月现场例会", "group": 2}]
    kept.erase(crowd[3])
    assert (Wish.objects.count(), Place.objects.filter(person=crowd[3]).count()) == (0, 1)
