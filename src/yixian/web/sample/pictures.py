"""Stand-in."""

from io import BytesIO

from PIL import Image


def sample_pictures():
    out = []
    for n in range(12):
        b = BytesIO()
        Image.new("RGB", (1600, 1200), (60 + 10 * n, 120, 160)).save(b, "JPEG")
        out.append((f"示例图片 {n}", b.getvalue()))
    return out
