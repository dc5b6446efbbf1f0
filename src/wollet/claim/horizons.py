"""How far back a move reaches when it is more than one session: n sessions, a week, a month, the year so far, since a day."""

from __future__ import annotations

import datetime as dt

import msgspec

from wollet.claim import bases, bracketed, periodic, placed, prior, runs, spanned
from wollet.claim.clauses import Sentence
from wollet.claim.frames import Frame, Frames
from wollet.claim.horizon_words import (
    AFTER,
    AGAIN,
    BESIDE,
    DEBUT,
    EN,
    EN_AFTER_PEAK,
    EN_EARLIER,
    EN_ELLIPTIC,
    EN_MONTHS,
    EN_NUMBER,
    EN_ON_ITS_OWN,
    EN_OWN_FIGURE,
    ENDS,
    KO,
    KO_AMID,
    KO_CARRIES,
    KO_COUNT,
    KO_DAY,
    KO_EACH,
    KO_LAST_WEEK,
    KO_LED,
    KO_LIST,
    KO_NEW,
    KO_NUMBER,
    KO_PARALLEL,
    KO_PERIODS,
    KO_RUN_OVER,
    KO_SHORT,
    KO_TAIL,
    KO_TURN,
    KO_UNITS,
    KO_WHILE,
    LISTED,
    LISTED_BACK,
    NTH,
    OPENS,
    PARALLEL,
    PAST,
    PREVIOUS,
    RECORD,
    RELATIVE,
    SINCE_THEN,
    TIGHT,
    TO_DATE,
)
from wollet.claim.stretches import Horizon, Unit, months_before
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention
from wollet.model.time import When


def horizon(frames: Frames, frame: Frame) -> Horizon | None:
    """The stretch of time that a number's own clause names, or None for a move over one session."""
    text, ko = frames.text, frames.lang == "ko"
    sentence = frame.sentence
    if not ko and (m := EN_EARLIER.match(text, frame.end)) is not None:
        return _counted("one" if m["digits"].lower() == "a" else m["digits"], m["unit"])
    if not ko and (back := prior.since(frames, frame)) is not None:
        return back
    if not ko and (ran := runs.run(frames, frame) or spanned.told(frames, frame)) is not None:
        return ran
    if not ko and frame.index and (first := _named_behind(frames, frame)) is not None:
        return horizon(frames, first)
    if not ko and (peak := EN_AFTER_PEAK.match(text, frame.end, sentence.end)) is not None:
        date = next(iter(frames.dates_between(peak.end(), peak.end() + 30)), None)
        if date is not None and isinstance(date.value, When) and date.value.grain not in ("day", "instant") and date.value.start is not None:
            return Horizon("anchor", anchor=text[peak.start() : date.end], start=date.value.start)
    if ko and (frame.before is not None or frame.after is not None) and (listed := _listed(frames, frame)) is not None:
        return listed
    lo, hi = (frame.clause[0], frame.end) if ko else frame.clause
    pattern = KO if ko else EN
    best: re.Match[str] | None = None
    for m in pattern.finditer(text, lo, hi if ko else max(frame.end, min(sentence.end, hi + 30))):
        if m.start() >= frame.end:
            between = text[frame.end : m.start()]
            if ko or re.search(r"\d|;|\bwhile\b", between) or EN_OWN_FIGURE.match(text, m.end()):
                break
            if (best is None or _of_another(frames, frame, best.start())) and not RECORD.search(text, frame.end, m.start()):
                best = m
            break
        if not ko and EN_ON_ITS_OWN.match(text, m.end(), frame.start) is not None and _of_another(frames, frame, m.start()):
            continue
        if not ko and m.lastgroup == "anchor" and m.start() > lo + 3 and "," in text[m.end() : frame.start]:
            continue
        if (not ko and _figure_between(frames, frame, m.end()) and not _beside(frames, frame, m.end())) or (not m[0].endswith("전 ") and _day_between(text, m.end(), frame.start, ko)):
            continue
        if not ko and sentence.asides and sentence.aside_at(m.start()) != sentence.aside_at(frame.start):
            continue
        if RECORD.search(text, max(lo, m.start() - 40), m.start()) or (m.lastgroup == "n" and not ko and NTH.search(text, max(lo, m.start() - 40), m.start())) or (ko and not m[0].endswith("전 ") and RELATIVE.search(text, m.end(), frame.start)):
            continue
        if not ko and text.startswith(",", m.end()) and _of_another(frames, frame, m.start()):
            continue
        if ko and (KO_RUN_OVER.match(text, m.end(), frame.start) or _told_amid(frames, frame, m.end())):
            continue
        if ko and m[0].endswith("만에") and m["unit"] in KO_SHORT and KO_TURN.search(text, m.end(), frame.start):
            continue
        if ko and KO_LED.match(m[0]) and frame.instrument is not None and m.end() <= frame.instrument.start < frame.start:
            continue
        if not (ko and best is not None and best.lastgroup in KO_PERIODS and KO_LED.match(m[0])):
            best = m
    if best is None and ko and lo > sentence.start and text[max(0, lo - 8) : lo].rstrip().endswith(KO_PARALLEL) and not KO_DAY.search(text, lo, frame.start):
        before = sentence.clause_at(lo - 1)
        best = next((m for m in pattern.finditer(text, *before) if m.lastgroup in KO_PERIODS and not RECORD.search(text, before[0], m.start())), None)
    if best is None and ko and lo > sentence.start and KO_WHILE.search(text, max(sentence.start, lo - 10), lo) and not KO_DAY.search(text, lo, frame.start):
        before = sentence.clause_at(lo - 1)
        best = next((m for m in pattern.finditer(text, *before) if m.lastgroup in KO_PERIODS), None)
    if best is None and ko and lo > sentence.start and bases.set_against(frames, frame) and not KO_DAY.search(text, lo, frame.start):
        before = sentence.clause_at(lo - 1)
        best = next((m for m in pattern.finditer(text, *before) if m.lastgroup in KO_PERIODS), None)
    if best is None and ko and (tail := KO_TAIL.search(text, frame.end, sentence.end)) is not None and not KO_DAY.search(text, lo, frame.start):
        best = next((m for m in pattern.finditer(text, tail.start(), tail.end()) if m.lastgroup in KO_PERIODS), None)
    if best is None and not ko and PARALLEL.match(text, max(0, lo - 12), lo) and lo > sentence.start:
        before = sentence.clause_at(lo - 1)
        best = next((m for m in pattern.finditer(text, *before) if not RECORD.search(text, before[0], m.start())), None)
    if best is None and ko:
        best = _inherited(frames, frame)
    if best is None and not ko and lo > sentence.start and text.endswith(", with ", 0, lo):
        before = sentence.clause_at(lo - 1)
        if not any(c.isdigit() for c in text[before[0] : before[1]]):
            best = next((m for m in pattern.finditer(text, *before) if m.lastgroup in ("wtd", "mtd", "qtd") and not RECORD.search(text, before[0], m.start())), None)
    if best is None and not ko:
        best = placed.opening(frames, frame, EN)
    if best is None and (led := periodic.led_by(frames, frame)) is not None:
        best = next((m for m in pattern.finditer(text, *led) if m.lastgroup in KO_PERIODS), None)
    others = best is not None and not ko and best.start() < frame.start and _of_another(frames, frame, best.start())
    if (best is None or others) and (placed_in := placed.placed(frames, frame)) is not None:
        return placed_in
    if best is None and (base := bases.base_day(frames, frame)) is not None:
        return base
    if best is not None and KO_LED.match(best[0]) and (base := bases.base_day(frames, frame)) is not None:
        return base
    if best is None or (best.lastgroup == "anchor" and DEBUT.search(text, sentence.start, sentence.end)):
        return None
    if best.lastgroup == "anchor" and AGAIN.fullmatch(best[0]):
        told = (_told_just_before(frames, frame, pattern, best.start()) if ko else None) or _told_before(frames, frame, pattern)
        if told is None and best[0].startswith("같은"):
            return None
        best = told or best
    if best.lastgroup == "last_week" and (dated := placed.in_brackets(frames, best.end())) is not None:
        return dated
    if best.lastgroup == "wtd" and best[0].startswith("전주") and KO_LAST_WEEK.search(text, sentence.start, best.start()) is not None:
        return Horizon("last_week")
    return read(frames, frame, best)


def _named_behind(frames: Frames, frame: Frame) -> Frame | None:
    """The figure whose verb and stretch a second subject shares without saying so: "A rallied 25% in that period, B 19%"."""
    if frame.index > len(frames.numbers_so_far):
        return None
    first = frames.numbers_so_far[frame.index - 1]
    if first.sentence is not frame.sentence or first.unit != frame.unit or frame.instrument is None or frame.instrument.start < first.end:
        return None
    return first if EN_ELLIPTIC.fullmatch(frames.text, first.end, frame.start) is not None else None


def led_by(frames: Frames, frame: Frame, s: Sentence) -> Horizon | None:
    """The stretch that a Korean sentence without any figure begins with: "지난주 뉴욕증시는 올랐다."."""
    start = s.start + len(frames.text[s.start : s.end]) - len(frames.text[s.start : s.end].lstrip())
    m = next(iter(KO.finditer(frames.text, start, min(s.end, start + 12))), None)
    if m is None or m.start() != start or m.lastgroup not in KO_PERIODS or any(s.start <= f.start < s.end for f in frames.figures):
        return None
    return read(frames, frame, m)


def _inherited(frames: Frames, frame: Frame) -> re.Match[str] | None:
    """The stretch of the sentences before for the returns of a list in brackets: "수익률이 더 높은 것은 A(12.8%), B(12.2%)뿐이다"."""
    s, text = frame.sentence, frames.text
    if frame.unit != "percent" or not s.index or s.place != "body" or "수익률" not in text[s.start : frame.start]:
        return None
    if frame.instrument is None or frame.instrument.how != "bracket" or frames.dates_in(s) or KO_NEW.search(text, s.start, s.end):
        return None
    for before in reversed(frames.sentences[max(0, s.index - 5) : s.index]):
        found = [m for m in KO.finditer(text, before.start, before.end) if m.lastgroup in KO_CARRIES]
        if found and "%" in text[found[0].end() : before.end] and not KO_NEW.search(text, before.start, before.end):
            return found[-1]
    return None


def _told_before(frames: Frames, frame: Frame, pattern: re.Pattern[str] | Anchored) -> re.Match[str] | None:
    """The stretch of time of the sentence before, to which "over that period" goes back."""
    before = [s for s in frames.sentences[max(0, frame.sentence.index - 6) : frame.sentence.index] if frames.text[s.start : s.end].strip()]
    for s in reversed(before[-2:]):
        found = [m for m in pattern.finditer(frames.text, s.start, s.end) if m.lastgroup != "anchor"]
        if found:
            return found[-1]
    return None


def _told_amid(frames: Frames, frame: Frame, at: int) -> bool:
    """Whether a Korean stretch only tells what went on when the subject moved on a day named after it: "이달 들어 출렁이는 가운데 11일 코스피는"."""
    if any(isinstance(d.value, When) and d.value.grain == "day" and d.value.relation == "on" and d.value.deixis is None and d.end <= frame.start for d in frames.dates_between(at, frame.start)):
        return True
    amid = KO_AMID.search(frames.text, at, frame.start)
    return amid is not None and frame.instrument is not None and amid.end() <= frame.instrument.start < frame.start


def _told_just_before(frames: Frames, frame: Frame, pattern: re.Pattern[str] | Anchored, at: int) -> re.Match[str] | None:
    """The run of sessions told before "이 기간" in its own sentence: "사흘 연속 올라 이 기간 3% 상승했다"."""
    found = [m for m in pattern.finditer(frames.text, frame.sentence.start, at) if m.lastgroup in ("run", "n")]
    return found[-1] if found else None


def _listed(frames: Frames, frame: Frame) -> Horizon | None:
    """The stretch whose turn it is: "일주일, 한 달, 3개월 수익률은 각각 4.8%, 15.4%, 18.4%", and in sentences that go on so."""
    first, place = frame.index, 0
    while (m := frames.figures[first - 1] if first else None) is not None and m.start > frame.sentence.start and (
        frames.text[m.end : frames.figures[first].start].strip() in LISTED
    ):
        first, place = first - 1, place + 1
    length = place + 1
    while frame.index + length - place < len(frames.figures) and (
        frames.text[frames.figures[first + length - 1].end : frames.figures[first + length].start].strip() in LISTED
    ):
        length += 1
    if length < 2:
        return None
    at = frames.figures[first].start
    start = frames.sentences[max(0, frame.sentence.index - LISTED_BACK)].start
    found = next(reversed(list(KO_LIST.finditer(frames.text, start, at))), None)
    if found is None or ("수익률" not in frames.text[found.start() : frame.sentence.end] and found.start() < frame.sentence.start):
        return None
    stretches = list(KO_EACH.finditer(found["list"]))
    if len(stretches) != length:
        return None
    one = stretches[place]
    unit, digits = one["unit"], one["digits"] or "1"
    if unit == "반년":
        return Horizon("month", 6)
    n = int(digits) if digits.isdigit() else KO_COUNT.get(digits, 1)
    return Horizon("week" if unit == "일주일" else "year" if unit == "해" else KO_UNITS[unit], n)


def _figure_between(frames: Frames, frame: Frame, at: int) -> bool:
    """Whether another percentage stands between a stretch of time and a number that is not chained to it."""
    first = frame
    while first.before is not None and 0 <= first.before < len(frames.numbers_so_far):
        first = frames.numbers_so_far[first.before]
    return "%" in frames.text[at : first.start]


def _beside(frames: Frames, frame: Frame, at: int) -> bool:
    """Whether only one other figure stands between, which this one is told beside: "gained 4% this year, compared with the index's 5%"."""
    between = frames.text[at : frame.start]
    return between.count("%") == 1 and BESIDE.search(between) is not None


def _of_another(frames: Frames, frame: Frame, at: int) -> bool:
    """Whether a stretch of time stands right behind an earlier figure, which it then belongs to."""
    return any(0 <= i < len(frames.figures) and 0 <= at - frames.figures[i].end <= 4 for i in (frame.index - 1, frame.index - 2))


def _day_between(text: str, a: int, b: int, ko: bool) -> bool:
    return bool(ko and a <= b and KO_DAY.search(text, a, b))


def read(frames: Frames, frame: Frame, m: re.Match[str]) -> Horizon | None:
    kind = m.lastgroup
    found = m.groupdict()
    if found.get("run"):
        return Horizon("session", int(found["run"]))
    if found.get("named"):
        first = _month(found["named"], frames.article.published.date())
        if frames.lang == "en" and (first.year, first.month) == (frames.article.published.year, frames.article.published.month):
            return Horizon("mtd")
        return Horizon("since", start=_month(found["named"], frames.article.published.date()))
    if found.get("of"):
        first = _month(found["of"], frames.article.published.date())
        return Horizon("range", start=first, end=months_before(first, -1) - dt.timedelta(days=1))
    if found.get("n"):
        unit = found.get("unit")
        if found.get("word") == "일주일":
            return Horizon("week")
        if frames.lang == "ko" and (told := bracketed.days(frames, m)) is not None:
            return told
        again = frames.lang == "ko" and m[0].endswith("만에")
        if found.get("word"):
            return Horizon("session", KO_NUMBER[found["word"]], again=again)
        if frames.lang == "ko":
            digits = found["digits"]
            n = int(digits) if digits.isdigit() else KO_COUNT.get(digits, 1)
            return Horizon(KO_UNITS[unit or "일"], n, again=again)
        if not PAST.search(m[0]):
            return None
        counted = _counted(found["digits"] or "one", unit or "day")
        ended = counted is not None and counted.unit in ("session", "day") and PREVIOUS.search(m[0]) and AFTER.search(frames.text, frame.clause[0] - 8, frame.start)
        return msgspec.structs.replace(counted, before=True) if ended and counted is not None else counted
    if found.get("since"):
        return _since(frames, frame, m.end())
    if found.get("anchor"):
        began = _day_of_first(frames, m) if frames.lang == "ko" else None
        return Horizon("since", start=began) if began is not None else Horizon("anchor", anchor=found["anchor"])
    for name in ("ytd", "mtd", "wtd", "qtd", "last_week", "last_month", "last_year"):
        if found.get(name):
            if name == "qtd" and frames.lang == "en" and not TO_DATE.match(frames.text, m.end()) and placed.of_business(frames, frame, "quarter"):
                return Horizon("anchor", anchor=m[0])
            return Horizon(name)
    return Horizon("anchor", anchor=kind)


def _month(name: str, published: dt.date) -> dt.date:
    """The first day of a month by its name or number, the last one that had begun."""
    month = int(name) if name.isdigit() else EN_MONTHS.index(name[:3].lower()) + 1
    return dt.date(published.year - (month > published.month), month, 1)


def _day_of_first(frames: Frames, m: re.Match[str]) -> dt.date | None:
    """The day of the first of two prices that each have their own: "24일 142.62달러에서 31일 120.07달러로"."""
    if "에서" not in m[0]:
        return None
    first = [d for d in frames.dates_between(m.start() - 24, m.start()) if TIGHT.fullmatch(frames.text, d.end, m.start())]
    second = frames.dates_between(m.start() + 1, m.end())
    if len(second) != 1 or not first or not all(isinstance(d.value, When) and d.value.grain == "day" for d in (first[-1], second[0])):
        return None
    return first[-1].value.start  # type: ignore[union-attr]


def _counted(word: str, unit: str) -> Horizon | None:
    """So many English units of time."""
    n = int(word) if word.isdigit() else EN_NUMBER.get(word.lower(), 0)
    name = unit.lower().rstrip("s")
    plain: Unit = "session" if name in ("trading day", "session") else name  # type: ignore[assignment]
    return Horizon(plain, n) if n else None


def _since(frames: Frames, frame: Frame, at: int) -> Horizon:
    """From the day named behind "since"; a high, a low or an event of a month or longer begins on no one day."""
    text = frames.text
    if SINCE_THEN.match(text, at):
        told = [d for d in frames.dates_between(frame.sentence.start, at) if isinstance(d.value, When) and d.value.grain == "day"]
        then = told[-1].value if told else None
        return Horizon("since", start=then.start) if isinstance(then, When) else Horizon("anchor", anchor="since")
    date: Mention | None = next(iter(frames.dates_between(at - 6, at + 61)), None)
    when = date.value if date is not None else None
    if date is None or not isinstance(when, When) or when.start is None:
        return Horizon("anchor", anchor="since")
    if when.end is not None and ENDS.match(text, at):
        return Horizon("since", start=when.end)
    if when.grain not in ("day", "instant") and not OPENS.match(text, at):
        return Horizon("anchor", anchor=text[at - 5 : date.end], start=when.start)
    return Horizon("since", start=when.start)
