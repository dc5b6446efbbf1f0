"""The dates ahead as a calendar file."""

from __future__ import annotations

import datetime as dt
import hashlib

from wollet.brief.page import View


def calendar(v: View) -> bytes:
    """iCalendar (RFC 5545): one all-day event a date ahead, what it bears on and where it was told in its description."""
    from icalendar import Calendar, Event

    out = Calendar()
    out.add("prodid", "-//wollet//briefing//EN")
    out.add("version", "2.0")
    out.add("x-wr-calname", f"{v.ui['name']} · {v.ui['ahead']}")
    stamp = v.p.as_of or dt.datetime.combine(v.p.date, dt.time(), dt.UTC)
    for s in v.b.ahead:
        claim = v.claims[s.claims[0]].claim
        if claim.when is None:
            continue
        id = hashlib.sha256(f"{claim.when.start}|{claim.subject.id or claim.subject.name}|{claim.metric}".encode()).hexdigest()[:20]
        event = Event()
        event.add("uid", f"{id}@wollet")
        event.add("dtstamp", stamp.astimezone(dt.UTC))
        event.add("dtstart", claim.when.start)
        event.add("dtend", claim.when.end + dt.timedelta(days=1))
        event.add("summary", s.text)
        article = next((a for i, a, _ in v.p.claims if i == s.claims[0]), None)
        if article is not None:
            event.add("description", v.p.article(article).article.title)
        event.add("transp", "TRANSPARENT")
        out.add_component(event)
    data: bytes = out.to_ical()
    return data
