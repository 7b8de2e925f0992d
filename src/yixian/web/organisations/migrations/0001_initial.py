import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Federation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True)),
                ("short_name", models.CharField(max_length=40)),
                (
                    "level",
                    models.CharField(
                        choices=[("district", "district"), ("city", "city"), ("province", "province")],
                        default="district",
                        max_length=10,
                    ),
                ),
                ("region_code", models.CharField(blank=True, max_length=12)),
                ("is_sample", models.BooleanField(default=False)),
                ("method_name", models.CharField(blank=True, max_length=60)),
                ("member_count_stated", models.PositiveIntegerField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="organisations.federation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Subdistrict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("code", models.CharField(blank=True, max_length=12)),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.federation",
                    ),
                ),
            ],
            options={
                "ordering": ["code", "name"],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("short_name", models.CharField(max_length=40)),
                ("pinyin", models.CharField(blank=True, max_length=120)),
                ("rank", models.PositiveIntegerField(default=0)),
                (
                    "industry",
                    models.CharField(
                        choices=[
                            ("manufacturing", "manufacturing"),
                            ("food", "food and drink"),
                            ("chemicals", "chemicals and medicine"),
                            ("technology", "information technology"),
                            ("construction", "construction"),
                            ("trade", "trade and logistics"),
                            ("finance", "finance"),
                            ("culture", "culture and tourism"),
                            ("education", "education and research"),
                            ("health", "health"),
                            ("public", "public service"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=200)),
                ("latitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("longitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("workers", models.PositiveIntegerField(blank=True, null=True)),
                ("joined_on", models.DateField(blank=True, null=True)),
                ("is_active", models.BooleanField(default=True)),
                ("note", models.TextField(blank=True)),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.federation",
                    ),
                ),
                (
                    "subdistrict",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="organisations.subdistrict",
                    ),
                ),
            ],
            options={
                "ordering": ["rank", "pinyin", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("rank", models.PositiveIntegerField(default=0)),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.federation",
                    ),
                ),
            ],
            options={
                "ordering": ["rank", "name"],
            },
        ),
        migrations.CreateModel(
            name="Strength",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.federation",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strengths",
                        to="organisations.member",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strengths",
                        to="organisations.topic",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
                ("met_on", models.DateField(blank=True, null=True)),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.federation",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="organisations.member",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="organisations.topic",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Venue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("workshop", "workshop"),
                            ("museum", "museum"),
                            ("institute", "research institute"),
                            ("subdistrict", "subdistrict or township"),
                            ("building", "office building"),
                            ("other", "other venue"),
                        ],
                        max_length=12,
                    ),
                ),
                ("capacity", models.PositiveIntegerField(blank=True, null=True)),
                ("address", models.CharField(blank=True, max_length=200)),
                ("gear", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                (
                    "federation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.federation",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="venues",
                        to="organisations.member",
                    ),
                ),
            ],
            options={
                "ordering": ["member", "name"],
            },
        ),
        migrations.AddConstraint(
            model_name="subdistrict",
            constraint=models.UniqueConstraint(fields=("federation", "name"), name="subdistrict_named_once"),
        ),
        migrations.AddIndex(
            model_name="member",
            index=models.Index(
                fields=["federation", "rank", "pinyin", "id", "is_active", "short_name"],
                name="member_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(fields=("federation", "name"), name="member_named_once"),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.UniqueConstraint(fields=("federation", "name"), name="topic_named_once"),
        ),
        migrations.AddConstraint(
            model_name="strength",
            constraint=models.UniqueConstraint(fields=("member", "topic"), name="strength_once"),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.UniqueConstraint(fields=("member", "topic"), name="need_once"),
        ),
        migrations.AddConstraint(
            model_name="venue",
            constraint=models.UniqueConstraint(fields=("member", "name"), name="venue_named_once"),
        ),
    ]
