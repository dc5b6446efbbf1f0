"""Feeds: an article an entry, with the time that the feed's words say."""

from __future__ import annotations

import pytest

from wollet.model.article import Article, Failure
from wollet.read.feed import articles

RSS = """<?xml version="1.0" encoding="euc-kr"?><rss version="2.0"><channel><title>가상경제</title>
<item><title>코스피 상승</title><link>https://example.com/1</link><pubDate>{when}</pubDate>
<description><![CDATA[<p>코스피가 <b>1.12%</b> 올랐다.</p><p>외국인이 샀다.</p>]]></description><category>증권</category></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>tag:1</id><title>Stocks slip</title>
<link href="https://example.com/2"/><published>2024-02-13T16:31:00-05:00</published><updated>2024-02-13T17:00:00-05:00</updated>
<author><name>Jane Doe</name></author><summary>Short.</summary><content type="html">&lt;p&gt;The S&amp;amp;P 500 fell 1.4%.&lt;/p&gt;</content></entry></feed>"""


def only(text: str) -> Article:
    (found,) = articles(text, "feed.xml")
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("when", "assumed"),
    [
        ("Wed, 14 Feb 2024 08:12:00 KST", False),
        ("Wed, 14 Feb 2024 08:12:00 +0900", False),
        ("Tue, 13 Feb 2024 23:12:00 GMT", False),
        ("2024-02-14 08:12:00", True),
        ("2024-02-14T08:12:00", True),
    ],
)
def test_korean_times(when: str, assumed: bool) -> None:
    a = only(RSS.format(when=when))
    assert a.published.timestamp() == 1707865920 and a.published_assumed is assumed
    assert a.text == "코스피 상승\n\n코스피가 1.12% 올랐다.\n외국인이 샀다."
    assert (a.title, a.url, a.section, a.lang) == ("코스피 상승", "https://example.com/1", "증권", "ko")


def test_atom() -> None:
    a = only(ATOM)
    assert a.text == "Stocks slip\n\nThe S&P 500 fell 1.4%."
    assert (a.id, a.byline, a.published.isoformat()) == ("tag:1", "Jane Doe", "2024-02-13T16:31:00-05:00")
    assert a.modified is not None and a.modified.isoformat() == "2024-02-13T17:00:00-05:00"


def test_an_unreadable_time_is_a_failure_of_that_entry_alone() -> None:
    two = RSS.format(when="soon").replace("</channel>", "<item><title>B</title><pubDate>Wed, 14 Feb 2024 08:12:00 KST</pubDate></item></channel>")
    first, second = articles(two, "feed.xml")
    assert isinstance(first, Failure) and "soon" in first.error and isinstance(second, Article)


def test_a_feed_without_entries_is_a_failure() -> None:
    (found,) = articles("<rss><channel></channel></rss>", "feed.xml")
    assert isinstance(found, Failure)
