"""Statements on several subjects that one sentence tells: the indices of a day, the shares that went one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from wollet.brief.beats import Beat
from wollet.brief.figures import ORDINALS, figure, in_a_row, ordinal
from wollet.brief.korean import josa
from wollet.brief.phrases_en import BOARD
from wollet.brief.phrases_ko import BOARD as BOARD_KO
from wollet.brief.phrases_ko import MOVERS

if TYPE_CHECKING:
    from wollet.brief.compose import Composer

TURN = {"ko": {"up": "오른", "down": "내린"}, "en": {"up": "rose", "down": "fell"}}


def items(beat: Beat, composer: Composer) -> list[tuple[str, str, str, str]] | None:
    """(name, how far, direction, level) of each index of a beat; nothing where one of them has no name here."""
    t = composer.t
    levels = {p.claim.subject.id: composer.reached(p) for p in beat.parts if p.family == "level"}
    out: list[tuple[str, str, str, str]] = []
    for c in (p.claim for p in beat.parts if p.family in ("change", "period_return")):
        name, fig = t.name(c), figure(c.quantity, t.lang) if c.quantity is not None else None
        if name is None or fig is None:
            return None
        out.append((name, fig, c.direction or "up", levels.get(c.subject.id, "")))
    return out


def board(beat: Beat, composer: Composer) -> str | None:
    """Indices that went one way: "코스피는 1.12% 오른 2,649.64, 코스닥은 …에 마감했습니다"."""
    t, found = composer.t, items(beat, composer)
    if found is None:
        return None
    c = beat.parts[0].claim
    when = t.when(c.when, c.subject.id)
    if t.ko and found[0][3]:
        verb = t.choose(f"board_to_{c.direction}", f"board|{beat.ids}", BOARD_KO)
        said = [f"{josa(n, '은는')} {f} {verb} {x}" for n, f, _, x in found]
        return t.say("board_to", f"{beat.ids}", {"list": ", ".join(said)} | when)
    if t.ko:
        listed = topics((n, f) for n, f, _, _ in found)
    else:
        far = [f"{f} to {x}" if x else f for _, f, _, x in found]
        first = t.choose(c.direction or "up", f"board|{beat.ids}", BOARD).format(a=found[0][0], x=far[0])
        listed = in_a_row([first, *(f"{n} {x}" for (n, _, _, _), x in zip(found[1:], far[1:], strict=True))])
    return t.say(f"board_{c.direction}", f"{beat.ids}", {"list": listed} | when)


def mixed(beat: Beat, composer: Composer) -> str | None:
    """Two indices of one market that parted: "코스피는 0.21% 오른 …, 코스닥은 1.11% 내린 …로 엇갈린 채"."""
    t, found = composer.t, items(beat, composer)
    if found is None:
        return None
    c = beat.parts[0].claim
    parts = {"when": "", "When": ""} | t.when(c.when, c.subject.id)
    for letter, (name, fig, direction, level) in zip("ab", found, strict=True):
        turn = TURN[t.lang][direction]
        parts |= {letter.upper(): name, f"f{letter}": fig, f"t{letter}": turn, f"v{letter}": turn, f"l{letter}": level}
    return t.say("mixed", f"{beat.ids}", parts)


def run(beat: Beat, composer: Composer) -> str | None:
    """An index's row of days, and what it came to: "코스피가 3거래일째 오르며 2,580선을 넘어섰습니다"."""
    t, (days, mark) = composer.t, beat.parts
    name, tail = composer.named(days.claim), composer.tail(mark)
    if name is None or not tail:
        return None
    n = days.claim.quantity.low if days.claim.quantity is not None else None
    nth = ORDINALS[int(n)] if n is not None and n < len(ORDINALS) else ordinal(int(n or 0))
    parts = composer.parts(days, name) | {"tail": tail, "nth": nth} | t.when(mark.claim.when, mark.claim.subject.id)
    return t.say(f"run_{days.claim.direction}", f"{beat.ids}", parts)


def stretches(beat: Beat, composer: Composer) -> str | None:
    """Indices over one stretch: "올해 들어 코스피는 7.65%, 코스닥은 10.48% 올랐습니다"."""
    t, found = composer.t, items(beat, composer)
    if found is None:
        return None
    c = beat.parts[0].claim
    if t.ko:
        listed = topics((n, f) for n, f, _, _ in found)
        return t.say(f"stretches_{c.direction}", f"{beat.ids}", {"list": listed, "span": t.stretch(c)})
    first = f"{found[0][0]} {TURN['en'][c.direction or 'up']} {found[0][1]}{t.stretch(c)}"
    return t.say(f"stretches_{c.direction}", f"{beat.ids}", {"list": in_a_row([first, *(f"{n} {f}" for n, f, _, _ in found[1:])])})


def movers(beat: Beat, composer: Composer) -> str | None:
    """Shares that went one way on one day: "앱러빈은 24%, 엔비디아와 테슬라는 3% 이상 올랐습니다"."""
    t, c = composer.t, beat.parts[0].claim
    groups: list[tuple[str, list[str]]] = []
    for p in beat.parts:
        name, fig = t.name(p.claim), figure(p.claim.quantity, t.lang) if p.claim.quantity is not None else None
        if name is None or fig is None:
            return None
        if groups and groups[-1][0] == fig:
            groups[-1][1].append(name)
        else:
            groups.append((fig, [name]))
    if len(groups) == 1 and len(groups[0][1]) > 2:
        return None
    direction = c.direction or "up"
    verb = t.choose(direction, f"movers|{beat.ids}", MOVERS if t.ko else BOARD)
    if t.ko:
        listed = topics((together(names, ko=True), fig) for fig, names in groups)
        return t.say("movers", f"{beat.ids}", {"list": listed, "verb": verb} | t.when(c.when, c.subject.id))
    first = verb.format(a=together(groups[0][1], ko=False), x=groups[0][0])
    listed = in_a_row([first, *(f"{together(names, ko=False)} {fig}" for fig, names in groups[1:])])
    return t.say(f"board_{direction}", f"{beat.ids}", {"list": listed} | t.when(c.when, c.subject.id))


def topics(said: Iterable[tuple[str, str]]) -> str:
    """Korean in a row: "코스피는 1.1%, 코스닥은 2.3%"."""
    return ", ".join(f"{josa(name, '은는')} {far}" for name, far in said)


def together(names: list[str], *, ko: bool) -> str:
    """Names as one subject: "엔비디아와 테슬라", "Nvidia, Tesla and Arm"."""
    if len(names) == 1:
        return names[0]
    if ko:
        return f"{josa(names[0], '과와')} {names[1]}" if len(names) == 2 else "·".join(names)
    return in_a_row(names)


TOGETHER: Mapping[str, Callable[[Beat, Composer], str | None]] = {"board": board, "mixed": mixed, "run": run, "stretches": stretches, "movers": movers}
