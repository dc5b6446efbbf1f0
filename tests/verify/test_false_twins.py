"""Sentences that are false in other ways than by a digit, each with its true twin: the one is never borne out, the other borne out."""

from __future__ import annotations

import pytest

import wollet

CLOSED = {"en": "T17:30-05:00", "ko": "T16:30+09:00"}
TWINS = (
    # (day, false sentence, true sentence); in braces the figure or record that is told falsely, and rightly
    ("2024-02-20", "The Dow fell for the third time in five sessions, slipping {64.19 points} to {38,672.80}.", "The Dow fell for the third time in five sessions, slipping {64.19 points} to {38,563.80}."),
    ("2024-02-20", "The Dow fell for the third time in five sessions, slipping {0.28%}.", "The Dow fell for the third time in five sessions, slipping {0.17%}."),
    ("2024-02-20", "The Dow fell for a fourth day in six sessions, losing {109.91 points}.", "The Dow fell for a third day in six sessions, losing {64.19 points}."),
    ("2024-02-20", "It was Nvidia's third decline in four sessions, and it lost {6.0%}.", "It was Nvidia's third decline in four sessions, and it lost {4.4%}."),
    ("2024-02-22", "Nvidia shares moved between {$742.20 and $799.75} on Thursday before closing at $785.38.", "Nvidia shares moved between {$742.20 and $785.75} on Thursday before closing at $785.38."),
    ("2024-02-22", "The Dow closed {above 39,100} on Thursday.", "The Dow closed {above 39,000} on Thursday."),
    ("2024-02-15", "The Dow has risen {0.91%} in two sessions.", "The Dow has risen {1.31%} in two sessions."),
    ("2024-02-15", "The Dow has gained {25 points} in two days.", "The Dow has gained {500 points} in two days."),
    ("2024-02-15", "코스피는 이틀 동안 {0.25%} 내렸다.", "코스피는 이틀 동안 {1.35%} 내렸다."),
    ("2024-02-15", "코스피는 0.25% 내렸지만 {2620선}을 지켰다.", "코스피는 0.25% 내렸지만 {2610선}을 지켰다."),
    ("2024-02-14", "The Dow has risen {0.64%} over the past five sessions.", "The Dow has fallen {0.65%} over the past five sessions."),
    ("2024-02-22", "The S&P 500 closed at {its highest since February 13}.", "The S&P 500 closed at {a record high}."),
    ("2024-02-20", "The S&P 500 closed at {its lowest since February 15}.", "The S&P 500 closed at {its lowest since February 13}."),
    ("2024-02-22", "The Dow rose {about 1.3%} on Thursday.", "The Dow rose {about 1.2%} on Thursday."),
    ("2024-02-22", "The S&P 500 jumped {about 2.2%} on Thursday.", "The S&P 500 jumped {about 2%} on Thursday."),
    ("2024-02-23", "코스피는 {2690선을 돌파}하며 마감했다.", "코스피는 장중 {2690선을 돌파}했다."),
    ("2024-02-23", "엔비디아는 22일 현지시간 16.4% 올라 올해 들어 {두 배}로 뛰었다.", "엔비디아는 22일 현지시간 {16.4%} 올라 올해 들어 {59%} 뛰었다."),
)  # fmt: skip


def claims(day: str, marked: str) -> tuple[list[str], dict[str, set[str]]]:
    """The marked parts of a sentence, and the quotes of its claims by their labels."""
    parts = [p.split("}")[0] for p in marked.split("{")[1:]]
    lang = "ko" if any("가" <= c <= "힣" for c in marked) else "en"
    found: dict[str, set[str]] = {"supported": set(), "refuted": set(), "undecided": set()}
    for v in wollet.check(marked.replace("{", "").replace("}", ""), published=day + CLOSED[lang]):
        found[v.label].add(v.claim.quote)
    return parts, found


@pytest.mark.parametrize(("day", "false", "true"), TWINS)
def test_what_is_false_is_not_borne_out_and_its_true_twin_is(day: str, false: str, true: str) -> None:
    rightly, right = claims(day, true)
    assert set(rightly) <= right["supported"] and not right["refuted"]
    parts, wrong = claims(day, false)
    assert set(parts) <= set().union(*wrong.values())
    assert not (set(parts) - set(rightly) or set(parts)) & wrong["supported"]
