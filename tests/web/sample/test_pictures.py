"""The drawn pictures: twelve, different, labelled, always the same."""

import io

from PIL import Image

from yixian.web.sample.pictures import CAPTIONS, SCENES, draw, sample_pictures
from yixian.web.sample.pictures.canvas import CREAM, INK


def test_every_scene_is_its_own_picture_with_a_caption():
    pictures = sample_pictures()
    assert (len(pictures), len({content for _caption, content in pictures})) == (12, 12)
    assert list(CAPTIONS) == list(SCENES)


def test_same_seed_same_bytes_other_seed_other_picture():
    assert draw("shelves", 3) == draw("shelves", 3)
    assert draw("shelves", 3) != draw("shelves", 4)


def test_picture_is_labelled_in_the_corner():
    with Image.open(io.BytesIO(draw("lab"))) as picture:
        assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (1600, 1200), {})
        corner = picture.crop((1300, 1130, 1580, 1180))
    near = {
        name: sum(
            sum(abs(a - b) for a, b in zip(dot, colour, strict=True)) < 60
            for dot in corner.get_flattened_data()
        )
        for name, colour in (("ink", INK), ("cream", CREAM))
    }
    assert (near["ink"] > 700, near["cream"] > 4000) == (True, True)
