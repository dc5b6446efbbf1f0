"""The presenter's script: what is read aloud, numbers written out, with the clock running beside it."""

from __future__ import annotations

from wollet.brief.page import View
from wollet.brief.spoken import aloud, seconds

GREETING = {
    "ko": ("월가의 돈이 되는 트렌드, 월렛입니다.", "지금까지 월가의 돈이 되는 트렌드, 월렛이었습니다.", ("다음 소식입니다.", "이어지는 소식입니다.", "다음 트렌드로 넘어갑니다.", "이번에는 이 소식입니다."), "앞으로의 일정 짚어 드립니다."),
    "en": ("This is Wollet, the trends that pay on Wall Street.", "That was Wollet, the trends that pay on Wall Street.", ("On to the next story.", "Next.", "Turning to another story.", "Also today."), "Now the dates ahead."),
}
LABEL = {
    "ko": {"time": "예상 진행 시간", "unit": "{m}분 {s}초", "figure": "", "open": "[미확정] ", "correction": "[정정] ", "view": "[인용] ", "pace": "초당 6.2음절 기준"},
    "en": {"time": "Estimated speaking time", "unit": "{m} min {s} s", "figure": "", "open": "[open] ", "correction": "[correction] ", "view": "[quotation] ", "pace": "at 2.6 words a second"},
}


def clock(t: float) -> str:
    return f"{int(t) // 60:02d}:{int(t) % 60:02d}"


def script(v: View) -> str:
    """Lines as they are said, each with the time at which it begins."""
    label, greeting = LABEL[v.lang], GREETING[v.lang]
    lines: list[tuple[str, str]] = [("", greeting[0])]
    for n, section in enumerate(v.b.sections):
        if n:
            lines.append(("", greeting[2][(n - 1) % len(greeting[2])]))
        lines.append(("# ", section.head.text))
        lines += [(label.get(s.role, ""), s.text) for s in section.sentences if s.role != "catalyst"]
    if v.b.ahead:
        lines.append(("", greeting[3]))
        lines += [("", s.text) for s in v.b.ahead]
    lines.append(("", greeting[1]))
    out, at = [], 0.0
    for tag, text in lines:
        if tag == "# ":
            out += ["", f"{clock(at)}  # {aloud(text, v.lang)}", ""]
        else:
            out.append(f"{clock(at)}  {tag}{aloud(text, v.lang)}")
        at += seconds(text, v.lang)
    total = label["unit"].format(m=int(at) // 60, s=int(at) % 60)
    head = [f"{v.ui['title']}, {v.ui['name']}", v.date, f"{label['time']}: {total} ({label['pace']})", ""]
    return "\n".join([*head, *out, "", clock(at), ""])
