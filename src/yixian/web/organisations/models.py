"""Federations, their members, venues, topics, needs and strengths."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from yixian.web.shared.policy import Role


class Federation(models.Model):
    """A federation of trade unions: the tenant."""

    class Level(models.TextChoices):
        """Where it stands in the hierarchy."""

        DISTRICT = "district", _("district")
        CITY = "city", _("city")
        PROVINCE = "province", _("province")

    name = models.CharField(max_length=100, unique=True)
    short_name = models.CharField(max_length=40)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.DISTRICT)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    region_code = models.CharField(max_length=12, blank=True)
    is_sample = models.BooleanField(default=False)
    method_name = models.CharField(max_length=60, blank=True)
    member_count_stated = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Owned(models.Model):
    """Anything that belongs to one federation: managers show it only inside that federation's scope."""

    federation = models.ForeignKey(Federation, models.CASCADE, related_name="+")

    objects = ScopedManager(federation="federation_id")

    class Meta:
        abstract = True


class Subdistrict(Owned):
    """A street or township office's area."""

    name = models.CharField(max_length=40)
    code = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ["code", "name"]
        constraints = [
            models.UniqueConstraint(fields=["federation", "name"], name="subdistrict_named_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Industry(models.TextChoices):
    """What a member does, coarse enough to compare."""

    MANUFACTURING = "manufacturing", _("manufacturing")
    FOOD = "food", _("food and drink")
    CHEMICALS = "chemicals", _("chemicals and medicine")
    TECHNOLOGY = "technology", _("information technology")
    CONSTRUCTION = "construction", _("construction")
    TRADE = "trade", _("trade and logistics")
    FINANCE = "finance", _("finance")
    CULTURE = "culture", _("culture and tourism")
    EDUCATION = "education", _("education and research")
    HEALTH = "health", _("health")
    PUBLIC = "public", _("public service")
    OTHER = "other", _("other")


class Member(Owned):
    """A union directly under the federation, with its organisation."""

    name = models.CharField(max_length=100)
    short_name = models.CharField(max_length=40)
    pinyin = models.CharField(max_length=120, blank=True)
    rank = models.PositiveIntegerField(default=0)
    industry = models.CharField(max_length=20, choices=Industry.choices, default=Industry.OTHER)
    subdistrict = models.ForeignKey(
        Subdistrict, models.PROTECT, null=True, blank=True, related_name="members"
    )
    address = models.CharField(max_length=200, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    workers = models.PositiveIntegerField(null=True, blank=True)
    joined_on = models.DateField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["rank", "pinyin", "pk"]
        constraints = [models.UniqueConstraint(fields=["federation", "name"], name="member_named_once")]
        indexes = [
            models.Index(
                fields=["federation", "rank", "pinyin", "id", "is_active", "short_name"],
                name="member_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.short_name

    def roles_of(self, person: object) -> frozenset[Role]:
        """A person of this member."""
        mine = getattr(person, "member_id", None) == self.pk
        return frozenset({Role.OWN_MEMBER}) if mine else frozenset()


class Venue(Owned):
    """A place of a member's where a meeting can be held."""

    class Kind(models.TextChoices):
        """What the meeting room has moved to."""

        WORKSHOP = "workshop", _("workshop")
        MUSEUM = "museum", _("museum")
        INSTITUTE = "institute", _("research institute")
        SUBDISTRICT = "subdistrict", _("subdistrict or township")
        BUILDING = "building", _("office building")
        OTHER = "other", _("other venue")

    member = models.ForeignKey(Member, models.CASCADE, related_name="venues")
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    address = models.CharField(max_length=200, blank=True)
    gear = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["member", "name"]
        constraints = [models.UniqueConstraint(fields=["member", "name"], name="venue_named_once")]

    def __str__(self) -> str:
        return self.name


class Topic(Owned):
    """A subject that members want to learn or can show."""

    name = models.CharField(max_length=40)
    rank = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["rank", "name"]
        constraints = [models.UniqueConstraint(fields=["federation", "name"], name="topic_named_once")]

    def __str__(self) -> str:
        return self.name


class Strength(Owned):
    """A topic that a member can show."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="strengths")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="strengths")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "topic"], name="strength_once")]

    def __str__(self) -> str:
        return f"{self.member} · {self.topic}"


class Need(Owned):
    """A topic that a member wants to learn."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="needs")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="needs")
    note = models.CharField(max_length=200, blank=True)
    met_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "topic"], name="need_once")]

    def __str__(self) -> str:
        return f"{self.member} · {self.topic}"
