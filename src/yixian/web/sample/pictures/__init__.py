"""Obviously drawn pictures for the sample data and the tests: calm, flat, labelled as samples.

Drawn here, so that nothing has to be fetched and nobody's workplace is shown. The same scene and seed always
give the same bytes.
"""

import io
import random

from yixian.web.sample.pictures import floor, rooms
from yixian.web.sample.pictures.canvas import Canvas

SIZE = (1600, 1200)
CAPTIONS = {
    "conveyor": "传送带每个工位上方都有单独照明",
    "shelves": "料架按颜色分区，一盒一卡",
    "screens": "操作区用屏风隔开，地面有参观路线",
    "reels": "线盘落地摆放，卡片朝外",
    "dock": "装卸口码放整齐，时段上墙",
    "tools": "工具影子板，少一件一眼看出",
    "board": "安全看板：天数、穿戴、逐项打勾",
    "practice": "岗位练兵台：零件按序，计时上墙",
    "control": "控制室里有一条曲线需要看一眼",
    "lab": "实验台台面清空，器皿归位",
    "exhibit": "展柜打光和说明卡的摆法",
    "counter": "服务窗口旁留出休息角",
}
SCENES = {
    "conveyor": floor.conveyor,
    "shelves": floor.shelves,
    "screens": floor.screens,
    "reels": floor.reels,
    "dock": floor.dock,
    "tools": floor.tools,
    "board": rooms.board,
    "practice": rooms.practice,
    "control": rooms.control,
    "lab": rooms.lab,
    "exhibit": rooms.exhibit,
    "counter": rooms.counter,
}


def draw(scene: str, seed: int = 0, quality: int = 85) -> bytes:
    """One of `SCENES` as JPEG bytes, 1600 × 1200 pixels; the seed varies colours and what stands about."""
    canvas = Canvas(SIZE, random.Random(f"{scene}/{seed}"))
    SCENES[scene](canvas)
    canvas.label()
    out = io.BytesIO()
    canvas.image().save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def sample_pictures() -> list[tuple[str, bytes]]:
    """Every scene once, as (caption, JPEG bytes); captions are in Chinese, like all sample data."""
    return [(CAPTIONS[scene], draw(scene, 1)) for scene in SCENES]
