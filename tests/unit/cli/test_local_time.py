"""Instants as people write them."""

from datetime import datetime

import pytest

from bounden.cli.local_time import local_words, span_words
from bounden.obligations.span import Span

SUMMER = datetime(2023, 7, 3, 17, 0)


@pytest.mark.parametrize(
    ("utc", "words"),
    [
        (datetime(2023, 3, 6, 18, 0), "Mon 6 Mar 2023 18:00"),
        (SUMMER, "Mon 3 Jul 2023 18:00"),
        (datetime(2023, 3, 6, 18, 0, 7), "Mon 6 Mar 2023 18:00:07"),
        (datetime(2023, 7, 3, 22, 59, 59), "end of Mon 3 Jul 2023"),
    ],
)
def test_an_instant_is_told_in_london_time(utc, words):
    assert local_words(utc) == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (None, "–"),
        (Span.exactly(SUMMER), "Mon 3 Jul 2023 18:00"),
        (Span(datetime(2023, 7, 2, 23, 0), datetime(2023, 7, 3, 22, 59, 59)), "some time on Mon 3 Jul 2023"),
        (Span(SUMMER, datetime(2023, 7, 3, 22, 59, 59)), "between Mon 3 Jul 2023 18:00 and end of Mon 3 Jul 2023"),
    ],
)
def test_an_uncertain_instant_is_told_as_what_it_can_be(span, words):
    assert span_words(span) == words
