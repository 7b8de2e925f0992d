"""How long the result of a vote is on the wall."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="ballot",
            name="on_wall_until",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
