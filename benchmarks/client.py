"""Browsers that ask again and again over kept connections."""

import http.client
import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median

HEADERS = {"Accept-Encoding": "br, gzip", "Accept-Language": "zh-CN", "User-Agent": "bench"}


@dataclass(frozen=True)
class Page:
    """One kind of page: what it is called, and who opens it where; a file to download holds every row there is."""

    label: str
    who: str
    path: str
    cookie: str = ""
    is_file: bool = False


@dataclass
class Answers:
    """What came back: seconds and status of each, and bytes of the last."""

    seconds: list[float] = field(default_factory=list)
    codes: dict[int, int] = field(default_factory=dict)
    octets: int = 0
    took: float = 0.0

    @property
    def milliseconds(self) -> float:
        """The median."""
        return median(self.seconds) * 1000

    @property
    def rate(self) -> float:
        """Answers per second over all browsers."""
        return len(self.seconds) / self.took

    def add(self, other: "Answers") -> None:
        """Take in what another browser got."""
        self.seconds += other.seconds
        self.octets = other.octets or self.octets
        for code, number in other.codes.items():
            self.codes[code] = self.codes.get(code, 0) + number


def ask(port: int, pages: list[Page], number: int, at_once: int = 1) -> Answers:
    """Ask for pages in turn, `number` requests in all, by so many browsers at once."""
    shares = [number // at_once] * at_once
    began = time.perf_counter()
    total = Answers()
    with ThreadPoolExecutor(at_once) as pool:
        for each in pool.map(lambda n: _browser(port, pages, *n), enumerate(shares)):
            total.add(each)
    total.took = time.perf_counter() - began
    return total


def _browser(port: int, pages: list[Page], start: int, number: int) -> Answers:
    answers = Answers()
    turn = itertools.islice(itertools.cycle(pages), start * 7 % len(pages), None)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for page in itertools.islice(turn, number):
        began = time.perf_counter()
        connection.request("GET", page.path, headers={**HEADERS, "Cookie": page.cookie})
        response = connection.getresponse()
        answers.octets = len(response.read())
        answers.seconds.append(time.perf_counter() - began)
        answers.codes[response.status] = answers.codes.get(response.status, 0) + 1
    connection.close()
    return answers
