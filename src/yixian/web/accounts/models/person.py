"""People and their posts."""

from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from yixian.web.organisations.models import Owned
from yixian.web.shared.policy import Role


def new_session_salt() -> str:
    """A person's sessions all end when this changes."""
    return get_random_string(16)


class Person(AbstractBaseUser, Owned):
    """A cadre of a member union, or one of the federation's own office."""

    class Duty(models.TextChoices):
        """What a person is to the federation's site."""

        OFFICE = "office", _("office")
        STAFF = "staff", _("federation staff")
        AUDITOR = "auditor", _("auditor")
        MEMBER = "member", _("of a member union")

    class Post(models.TextChoices):
        """A person's role in a member union."""

        CHAIR = "chair", _("chair")
        VICE_CHAIR = "vice_chair", _("vice-chair")
        WOMEN = "women", _("women workers' committee director")
        COMMITTEE = "committee", _("committee member")
        OFFICER = "officer", _("officer")

    member = models.ForeignKey(
        "organisations.Member", models.PROTECT, null=True, blank=True, related_name="people"
    )
    duty = models.CharField(max_length=10, choices=Duty.choices, default=Duty.MEMBER)
    post = models.CharField(max_length=12, choices=Post.choices, blank=True)
    post_title = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=40)
    pinyin = models.CharField(max_length=120, blank=True)
    rank = models.PositiveIntegerField(default=0)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    login = models.CharField(max_length=60, unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    may_be_pictured = models.BooleanField(default=False)
    session_salt = models.CharField(max_length=16, default=new_session_salt)
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ["name"]

    objects = ScopedManager(federation="federation_id")

    class Meta:
        ordering = ["rank", "pinyin", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(duty="member", member__isnull=False)
                | (~Q(duty="member") & Q(member__isnull=True)),
                name="person_in_member_or_office",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def roles(self) -> frozenset[Role]:
        """What this person is to the own federation."""
        if not self.is_active:
            return frozenset()
        if self.duty != self.Duty.MEMBER:
            return frozenset({Role(self.duty)})
        return frozenset({Role.CHAIR if self.post == self.Post.CHAIR else Role.DELEGATE})

    @property
    def standing(self) -> tuple[object, ...]:
        """What decides which rows this person may see, but for whose they are."""
        return self.is_active, self.duty, self.post, self.member_id is None

    def stand_in(self, pk: int, member_id: int, federation_id: int) -> "Person":
        """Somebody of the same standing under other numbers, to work out a query once for all like them."""
        member = None if self.member_id is None else member_id
        of_whom = {"pk": pk, "member_id": member, "federation_id": federation_id}
        return Person(**of_whom, is_active=self.is_active, duty=self.duty, post=self.post)

    @property
    def post_name(self) -> str:
        """The post as it is said: the exact title where one is on record."""
        return self.post_title or (self.get_post_display() if self.post else "")

    def roles_of(self, person: "Person") -> frozenset[Role]:
        """Oneself, and people of the same member."""
        roles = {Role.OWNER} if person.pk == self.pk else set()
        if self.member_id and person.member_id == self.member_id:
            roles.add(Role.OWN_MEMBER)
        return frozenset(roles)

    def get_session_auth_hash(self) -> str:
        """Changes with the password, and whenever all sessions must end."""
        return self._session_hash()

    def _session_hash(self, secret: str | None = None) -> str:
        value = f"{self.password}{self.session_salt}{self.is_active}{self.duty}{self.member_id}"
        return salted_hmac("yixian.session", value, secret=secret, algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> list[str]:
        """No older secrets are in use."""
        return []
