"""Web pages: the main text, and what head, linked data and the visible dateline say."""

from __future__ import annotations

import pytest

from wollet.model.article import Article
from wollet.read.decode import decode
from wollet.read.html import article

BODY = """
<p>코스피가 외국인 매수에 힘입어 2,650선을 되찾았다. 15일 코스피는 전 거래일보다 올라 거래를 마쳤다.</p>
<table><tr><th>종목</th><th>종가</th></tr><tr><td>삼성전자</td><td>74,000원</td></tr></table>
<p>시장에서는 미국 물가 지표를 소화하며 반도체와 자동차 업종을 중심으로 매수세가 이어졌다고 평가했다.</p>
"""
FRAME = """<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>코스피 2,650선 회복 | 가상경제</title>{head}</head><body>
<header><nav><ul><li><a href="/">홈</a></li><li><a href="/s">증권</a></li><li><a href="/w">해외</a></li></ul></nav></header>
<div class="ad">지금 가입하면 수수료 0원 광고</div>
<article><h1>코스피 2,650선 회복</h1>{dateline}{body}<p>ⓒ 가상경제 무단전재 및 재배포 금지</p></article>
<aside><h3>많이 본 뉴스</h3><ul><li><a href="/1">삼성전자 8만원 간다는 전망이 나왔다고 합니다.</a></li></ul></aside>
<footer>사업자등록번호 123-45-67890</footer></body></html>"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "가상경제"}, {"@type": "NewsArticle",
"headline": "코스피 2,650선 회복", "datePublished": "2024-02-15T16:05:00+09:00", "dateModified": "2024-02-15T16:20:00+09:00",
"articleSection": "증권", "author": [{"@type": "Person", "name": "김하늘"}]}]}</script>"""
META = """<meta property="og:title" content="코스피 2,650선 회복"><meta property="og:site_name" content="가상경제">
<meta property="article:published_time" content="2024-02-15T16:05:00+09:00"><meta property="article:section" content="증권">
<meta property="article:modified_time" content="2024-02-15T07:20:00Z"><meta name="author" content="김하늘 sky@example.com">"""
VISIBLE = '<p class="info"><span>김하늘 기자</span> 입력 2024.02.15 16:05 | 수정 2024.02.15 16:20</p>'


def read(head: str = "", dateline: str = "", body: str = BODY) -> Article:
    return article(FRAME.format(head=head, dateline=dateline, body=body), "page.html")


@pytest.mark.parametrize(("head", "dateline"), [(LINKED, ""), (META, ""), ("", VISIBLE), (LINKED, VISIBLE), (META + LINKED, VISIBLE)])
def test_the_same_facts_from_wherever_they_stand(head: str, dateline: str) -> None:
    a = read(head, dateline)
    assert a.text == (
        "코스피 2,650선 회복\n\n코스피가 외국인 매수에 힘입어 2,650선을 되찾았다. 15일 코스피는 전 거래일보다 올라 거래를 마쳤다.\n\n"
        "종목 | 종가\n삼성전자 | 74,000원\n\n"
        "시장에서는 미국 물가 지표를 소화하며 반도체와 자동차 업종을 중심으로 매수세가 이어졌다고 평가했다."
    )
    assert a.title == "코스피 2,650선 회복"
    assert a.published.isoformat() == "2024-02-15T16:05:00+09:00"
    assert a.modified is not None and a.modified.timestamp() == a.published.timestamp() + 15 * 60
    assert a.byline is not None and a.byline.startswith("김하늘") and "@" not in a.byline
    assert a.published_assumed is (not head)
    if head:
        assert a.section == "증권"


def test_a_date_alone_gives_way_to_the_visible_time() -> None:
    a = read('<meta property="article:published_time" content="2024-02-15">', VISIBLE)
    assert a.published.isoformat() == "2024-02-15T16:05:00+09:00"


def test_a_time_element() -> None:
    a = read(dateline='<time datetime="2024-02-15T07:05:00Z">2월 15일</time>')
    assert a.published.isoformat() == "2024-02-15T07:05:00+00:00" and not a.published_assumed


def test_a_date_that_cannot_be_read_is_passed_over() -> None:
    a = read('<meta property="article:published_time" content="soon"><meta name="pubdate" content="2024-02-15 16:05">')
    assert a.published.isoformat() == "2024-02-15T16:05:00+09:00"


def test_a_time_that_is_given_goes_first() -> None:
    a = article(FRAME.format(head=LINKED, dateline="", body=BODY), "page.html", published="2024-02-16 09:00")
    assert a.published.isoformat() == "2024-02-16T09:00:00+09:00"


@pytest.mark.parametrize(
    "page",
    ["<html><head><title>x</title></head><body><script>var a = 1;</script><nav>Home</nav></body></html>", "<p></p>", "<!-- -->", "<html>"],
)
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="without article text"):
        article(page, "page.html")


def test_wrongly_declared_encoding() -> None:
    data = FRAME.format(head=LINKED, dateline="", body=BODY).encode("cp949")
    assert article(decode(data, "utf-8"), "page.html").text == read(LINKED).text


def test_an_old_page_of_bare_lines() -> None:
    page = (
        "<html><body><table><tr><td><a href=#>Home</a></td><td><a href=#>Markets</a></td></tr></table><font size=5>Stocks end lower</font><br>"
        "By Jane Doe<br>Feb 13, 2024 4:31 PM EST<br><br>The S&amp;P 500 fell 1.4% on Tuesday after a report on prices.<br><br>"
        "The Dow dropped 524.63 points, its worst day in almost a year, as bond yields rose.<br><br>Related Articles<br>"
        "<a href=#>Gold falls below $2,000 an ounce, traders said.</a></body></html>"
    )
    a = article(page, "old.html")
    assert a.byline == "Jane Doe" and a.published.isoformat() == "2024-02-13T16:31:00-05:00"
    assert "The Dow dropped 524.63 points" in a.text and "The S&P 500 fell 1.4%" in a.text
    assert "Gold" not in a.text and "Home" not in a.text


def test_deep_nesting() -> None:
    deep = "<div>" * 3000 + BODY + "</div>" * 3000
    assert "2,650선을 되찾았다" in read(LINKED, "", deep).text
