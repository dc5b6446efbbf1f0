"""The dates ahead as a calendar file."""

from __future__ import annotations

import datetime as dt
import hashlib
from zoneinfo import ZoneInfo

from wollet.brief.ahead import event_name
from wollet.brief.page import View
from wollet.brief.programme import event_of
from wollet.brief.teller import capital


def calendar(v: View) -> bytes:
    """iCalendar (RFC 5545): one event a date ahead, at its hour where one is told (in UTC), else all day.

    An event keeps its UID from one day's briefing to the next: it follows from its dates, its kind and whom it bears on.
    """
    from icalendar import Calendar, Event

    out = Calendar()
    out.add("prodid", "-//wollet//briefing//EN")
    out.add("version", "2.0")
    out.add("x-wr-calname", f"{v.ui['name']} · {v.ui['ahead']}")
    stamp = v.p.as_of or dt.datetime.combine(v.p.date, dt.time(), dt.UTC)
    for s in v.b.ahead:
        e = event_of(v.p, s)
        if e is None:
            continue
        about = "|".join(e.bears_on) or e.text
        id = hashlib.sha256(f"{e.start}|{e.end}|{about}|{e.kind}".encode()).hexdigest()[:20]
        event = Event()
        event.add("uid", f"{id}@wollet")
        event.add("dtstamp", stamp.astimezone(dt.UTC))
        if e.clock is not None and e.start == e.end:
            begin = dt.datetime.combine(e.start, e.clock, ZoneInfo(e.zone)).astimezone(dt.UTC)
            event.add("dtstart", begin)
            event.add("dtend", begin + dt.timedelta(hours=1))
        else:
            event.add("dtstart", e.start)
            event.add("dtend", e.end + dt.timedelta(days=1))
        event.add("summary", capital(event_name(v.p, e, v.teller) or s.text))
        event.add("description", f"{v.p.article(e.article).article.title} ({e.zone})")
        event.add("transp", "TRANSPARENT")
        out.add_component(event)
    data: bytes = out.to_ical()
    return data
