"""Indexes that hold all that counting records by state asks for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("capture", "0001_initial")]

    operations = [
        migrations.RemoveIndex(model_name="capture", name="capture_by_hold"),
        migrations.RemoveIndex(model_name="capture", name="capture_by_federation"),
        migrations.AddIndex(
            model_name="capture",
            index=models.Index(
                fields=["meeting", "hold", "deleted_at", "federation"], name="capture_by_hold"
            ),
        ),
        migrations.AddIndex(
            model_name="capture",
            index=models.Index(
                fields=["federation", "hold", "deleted_at", "meeting"], name="capture_by_federation"
            ),
        ),
    ]
