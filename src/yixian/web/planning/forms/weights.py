"""The weights of a plan's terms as factors: 1 is the usual weight, 0 leaves a term out, 10 is ten times as dear."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from yixian.planner.terms import TERMS
from yixian.web.planning.words import language, term_name

MOST, STEP = 10, 0.5


@dataclass(frozen=True)
class Slider:
    """A term's slider: the name of its field, what the term is called, its factor."""

    name: str
    label: str
    value: str


class WeightsForm(forms.Form):
    """A factor for every term."""

    def __init__(self, *args: Any, weights: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lang = language()
        for term in TERMS:
            self.fields[term.code] = forms.FloatField(
                label=term_name(term.code, lang),
                min_value=0,
                max_value=MOST,
                initial=factor_of(weights.get(term.code, term.weight), term.weight),
            )

    def sliders(self) -> list[Slider]:
        """What the page draws: plain, for a dozen widgets keep the template engine too long."""
        return [
            Slider(bound.html_name, str(bound.label), str(bound.value()).removesuffix(".0")) for bound in self
        ]

    def weights(self) -> dict[str, int]:
        """Whole points per unit; a factor above 0 never becomes 0."""
        return {term.code: weight_of(self.cleaned_data[term.code], term.weight) for term in TERMS}


def factor_of(weight: int, usual: int) -> float:
    """How many times the usual weight, in half steps."""
    return min(float(MOST), round(weight / usual / STEP) * STEP)


def weight_of(factor: float, usual: int) -> int:
    """Points per unit at a factor."""
    return max(1, round(usual * factor)) if factor else 0
