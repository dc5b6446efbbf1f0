"""Properties of quantities: no text breaks the reader, spans quote their text, values survive spelling, time is linear."""

from __future__ import annotations

import json
import random
import time
from decimal import Decimal

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from wollet.face.mentions import command
from wollet.mention import numeric
from wollet.model.article import Lang
from wollet.model.mention import NUMBER_KINDS, Mention
from wollet.model.quantity import Quantity

ALPHABET = (
    "0123456789.,-–~%$€₩+()/ \n½▲▼→·'\"<>≥ 가나다원달러만억조천백십배주위선대약일이삼년월일여개명초중반"
    "abcdefghijklmnopqrstuvwxyzABKMUSD"
)
LANGS: tuple[Lang, ...] = ("ko", "en")

KO_SUBJECTS = ("한빛전자", "가온 지수", "새벽은행", "환율은", "매출이")
KO_FIGURES = ("약 300여명", "3.2%", "(-0.49%)", "1만 2850원", "9천 300조원", "5조~7조 달러", "3%대", "1400원대 초반", "2600선",
              "두 배", "닷새째", "52주", "90% 넘게", "수십억원", "0.25%포인트", "3거래일", "18/32", "1원80전", "▼1.5%")  # fmt: skip
KO_VERBS = ("올랐다.", "내린 채 마감했다.", "기록했다.", "웃돌았다.", "에 거래됐다.")
EN_SUBJECTS = ("Harborlight Inc", "The Northern index", "Yields", "The won", "Shares")
EN_FIGURES = ("more than 8%", "$5-7 trillion", "two and a half million", "a quarter-point", "as much as 3.2%", "US$1.762bn",
              "25 basis points", "a dozen", "doubled", "1,234.56", "-0.2%", "99 18/32", "a third of sales", "3x", "nearly $24 Million")  # fmt: skip
EN_VERBS = ("higher on Friday.", "lost at the close.", "was the record,", "a share, analysts said.", "to 500.")


def story(seed: int, lang: Lang, sentences: int) -> str:
    """Made-up market prose: the parts are this file's own, only their order is drawn."""
    draw = random.Random(seed)
    parts = (KO_SUBJECTS, KO_FIGURES, KO_VERBS) if lang == "ko" else (EN_SUBJECTS, EN_FIGURES, EN_VERBS)
    return " ".join(" ".join(draw.choice(p) for p in parts) for _ in range(sentences))


def check(text: str, found: list[Mention]) -> None:
    end = 0
    for m in found:
        assert end <= m.start < m.end <= len(text)
        assert m.kind in NUMBER_KINDS
        quote = text[m.start : m.end]
        assert quote == quote.strip()
        q = m.value
        assert isinstance(q, Quantity)
        assert q.low is not None or q.high is not None
        assert q.low is None or q.high is None or q.low <= q.high
        assert q.grain > 0
        for stated in (q.low, q.high):
            if stated is not None:
                assert (q.interval.low is None or q.interval.low <= stated) and (q.interval.high is None or stated <= q.interval.high)
        end = m.end


@given(st.text(), st.sampled_from(LANGS))
def test_any_text_is_read(text: str, lang: Lang) -> None:
    check(text, numeric.scan(text, lang))


@settings(max_examples=300)
@given(st.text(alphabet=ALPHABET, max_size=60), st.sampled_from(LANGS))
def test_text_of_figures_and_marks_is_read(text: str, lang: Lang) -> None:
    check(text, numeric.scan(text, lang))


@given(st.integers(0, 10**6), st.sampled_from(LANGS), st.integers(0, 400), st.integers(0, 400))
def test_cuts_of_prose_are_read(seed: int, lang: Lang, start: int, size: int) -> None:
    text = story(seed, lang, 8)[start : start + size]
    check(text, numeric.scan(text, lang))


@given(st.integers(0, 10**6), st.sampled_from(LANGS))
def test_a_sentence_reads_alike_wherever_it_stands(seed: int, lang: Lang) -> None:
    text, before = story(seed, lang, 1), "가온은 쉬었다.\n" if lang == "ko" else "Harborlight was closed.\n"
    alone = [(m.start, m.end, m.kind, m.value) for m in numeric.scan(text, lang)]
    moved = [(m.start - len(before), m.end - len(before), m.kind, m.value) for m in numeric.scan(before + text, lang)]
    assert alone == moved
    assert alone


def value_of(text: str, lang: Lang) -> Quantity:
    found = numeric.scan(text, lang)
    assert len(found) == 1, found
    assert isinstance(found[0].value, Quantity)
    return found[0].value


@given(st.integers(1, 10**7), st.integers(0, 9999), st.booleans())
def test_korean_scales_and_english_digits_give_one_value(eok: int, man: int, spaced: bool) -> None:
    amount = eok * 10**8 + man * 10**4
    jo, rest = divmod(eok, 10**4)
    words = [f"{n}{sign}" for n, sign in ((jo, "조"), (rest, "억"), (man, "만")) if n]
    korean = value_of("매출은 " + (" " if spaced else "").join(words) + "원이다", "ko")
    english = value_of(f"Sales were {amount:,} won", "en")
    assert korean.low == english.low == amount
    assert korean.unit == english.unit == "KRW"


@given(st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False))
def test_a_figure_commits_to_its_rounding(x: Decimal) -> None:
    for text, lang in ((f"지수가 {x}% 올랐다", "ko"), (f"It rose {x}% on Friday", "en")):
        q = value_of(text, lang)  # type: ignore[arg-type]
        assert q.low == q.high == x and q.grain == Decimal("0.01")
        assert x + Decimal("0.004") in q.interval and x + Decimal("0.006") not in q.interval


@given(st.decimals(min_value=Decimal("0.1"), max_value=10**4, places=1, allow_nan=False))
def test_about_is_wider_and_more_than_is_open(x: Decimal) -> None:
    plain, about, more = (value_of(f"It rose {w}{x}% on Friday", "en") for w in ("", "about ", "more than "))
    assert about.interval.low is not None and plain.interval.low is not None
    assert about.interval.low < plain.interval.low and about.hedge == "about"
    assert x not in more.interval and x * 1000 in more.interval and more.high is None


@pytest.mark.parametrize("lang", LANGS)
def test_an_endless_figure_is_no_figure(lang: Lang) -> None:
    assert numeric.scan("7" * 10_000_000, lang) == []


@pytest.mark.parametrize("lang", LANGS)
def test_one_long_line_is_read_to_its_end(lang: Lang) -> None:
    piece = story(1, lang, 40).replace("\n", " ") + " "
    text = piece * (1_000_000 // len(piece) + 1)
    found = numeric.scan(text, lang)
    check(text, found)
    assert found[-1].end > len(text) - len(piece)


HOSTILE = ("1 ", "1,", "1억", "$", "one ", "and a ", "천", "1~", "(-", "1.1.", "▲", "  ", "12/", "두 ", "a quarter of ", "약 ", "3 to ",
           "1조 2", "more than ", "이상", "0", "일", "M", "half a ", "%", "1 000 ", "https://a.b/1=", "2×10^", "만 이천삼백 ", "한두 차례 ", "$5 M ", "three more ")  # fmt: skip


def seconds(text: str, lang: Lang) -> float:
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        numeric.scan(text, lang)
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("piece", [*HOSTILE, "prose"])
def test_time_grows_with_length_alone(piece: str, lang: Lang) -> None:
    unit = story(2, lang, 10) + " " if piece == "prose" else piece
    short = unit * (6_000 // len(unit))
    assert seconds(short * 4, lang) < 4 * 3 * seconds(short, lang) + 0.02


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("지수는 -0.49%에 그쳤다", "-0.49", "-0.49"), ("지수는 0.49%에 그쳤다", "0.49", "0.49"), ("마이너스 2% 이상", None, "-2")],
)
def test_the_listing_tells_a_written_sign(text: str, low: str | None, high: str | None) -> None:
    run = CliRunner().invoke(command, ["--format", "json", "--lang", "ko", "--published", "2024-02-14", "-"], input=text)
    (told,) = (m for m in json.loads(run.stdout)["articles"][0]["mentions"] if m["kind"] == "percent")
    assert (told["low"], told["high"]) == (low, high)
