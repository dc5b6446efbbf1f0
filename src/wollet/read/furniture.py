"""What stands around an article on a page: labels, controls, advertisements, headings of other news, rights."""

from __future__ import annotations

import re

PUBLISHED = r"기사\s?입력|최초\s?입력|입력\s?시간|입력|등록일?시?|작성일?|게재|발행일?|기사\s?승인|승인|송고|published(?:\son)?|posted(?:\son)?|first published|date"
MODIFIED = r"최종\s?수정|기사\s?수정|수정\s?시간|수정|최종\s?편집|업데이트|last\s(?:updated|modified)|updated(?:\son)?|modified"
LABEL = re.compile(rf"(?:(?P<published>{PUBLISHED})|(?P<modified>{MODIFIED}))\s*[:|]?\s*", re.IGNORECASE)

_HEADING = re.compile(
    r"""(?:
      (?:관련|연관|인기|추천|주요|최신|핫|많이\s?본|가장\s?많이\s?본|함께\s?(?:본|볼\s?만한)|이\s?시각|오늘의|실시간)\s?
        (?:뉴스|기사|종목|이슈|콘텐츠|영상|키워드|주요\s?뉴스|인기\s?뉴스|랭킹|포토)(?:\s?더\s?보기)?
    | .{0,12}기자의\s?다른\s?(?:기사|뉴스).*
    | 댓글(?:\s?\(?\d*\)?)? | 전체\s?댓글.* | 공지사항.* | 고객센터 | 이\s?기사를?\s?(?:공유|추천).*
    | related(?:\s(?:articles?|stories|news|content|topics|coverage|reading|links))?
    | (?:read|see|watch)\s(?:more|next|also|this\snext)(?:\s(?:on|from|about|at)\s.{1,40})?
    | more\s(?:from|on|in|stories|news|for\syou).{0,40} | most\s(?:read|popular|viewed|shared).{0,20}
    | trending.{0,20} | recommended.{0,20} | you\s(?:may|might)\s(?:also\s)?like.{0,20} | editors?['’]?s?\spicks?
    | latest\s(?:news|stories|headlines|articles) | top\s(?:news|stories) | up\snext
    | comments?(?:\s?\(\d+\))? | (?:leave|post)\sa\scomment | share\s(?:this|the)\s.{0,20} | tags?:?.{0,60} | popular\sposts?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_RIGHTS = re.compile(
    r"[©ⓒ]|저작권자|무단\s?전재|재배포\s?금지|all\srights\sreserved|\bcopyright\b|privacy\spolicy|terms\s(?:of\s(?:use|service)|&\sconditions)|개인정보\s?처리\s?방침|이용\s?약관|청소년\s?보호",
    re.IGNORECASE,
)
_ADVERTISEMENT = re.compile(
    r"광고|\badvertis(?:ement|ing)\b|\bsponsored\b|\bpromoted\b|^ads?$|^스폰서|협찬", re.IGNORECASE
)
_PICTURE = re.compile(
    r"이미지$|^\[?\s?(?:사진|그래픽|자료|출처|이미지|영상|캡처)\s?(?:[=:/]|제공)|\(?사진\s?[=:]\s?\S+\)?$|^(?:photo|image|picture|credit|source|illustration)s?\s?(?:by|:|/)"
    r"|(?:getty images|shutterstock|ap photo)\)?$",
    re.IGNORECASE,
)
_CONTROL = re.compile(
    r"""(?:
      (?:페이스\s?북|트위터|카카오\s?(?:톡|스토리|페이지)?|네이버|밴드|유튜브|인스타그램|텔레그램|라인|블로그|url\s?복사|링크\s?복사|주소\s?복사
      |글자\s?(?:크기|크게|작게|키우기|줄이기)|글씨\s?크기|폰트\s?(?:크기)?|가[+-]?|프린트|인쇄|스크랩|공유(?:하기)?|구독(?:하기)?|좋아요|싫어요|이메일|메일|북마크
      |로그인|로그아웃|회원가입|마이페이지|검색|메뉴|전체\s?메뉴|홈|처음으로|목록(?:으로)?|이전(?:\s?기사|글)?|다음(?:\s?기사|글)?|맨\s?위로|위로|닫기|열기|더\s?보기|음성\s?듣기|듣기
      |facebook|twitter|x|linkedin|whatsapp|reddit|telegram|e-?mail|print|share|save|copy\slink|listen|follow(?:\sus)?|bookmark|like|gift\sarticle
      |subscribe(?:\snow)?|log\s?in|sign\s?(?:in|up)|register|menu|search|home|top|open|close|next|previous|skip\sto\s(?:main\s)?content|back\sto\stop|view\scomments|loading\.*)
      [\s|·•,/+:\d()]*)+""",
    re.IGNORECASE | re.VERBOSE,
)
_KO_ROLE = r"(?:기자|특파원|캐스터|앵커|에디터|리포터|논설\s?위원|PD|아나운서|통신원|평론가|칼럼니스트|편집\s?위원)"
_EMAIL = r"\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?"
_KO_NAMES = r"[가-힣]{2,4}(?:\s?[·,ㆍ]\s?[가-힣]{2,4})*"
_KO_BYLINE = re.compile(
    rf"(?:[(\[][^)\]]{{1,20}}[)\]]\s?)?(?P<by>{_KO_NAMES}\s?(?:[가-힣A-Z]{{1,8}}\s)?[가-힣]{{0,6}}{_KO_ROLE})\s?(?:=|입니다)?\s?(?:{_EMAIL})?\.?"
)
_KO_DATELINE = re.compile(rf"[(\[][^)\]\n]{{2,24}}[)\]]\s?(?P<by>{_KO_NAMES}\s?[가-힣]{{0,6}}{_KO_ROLE})\s?=")
_EN_NAMES = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,3}"
_EN_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Written by|Reporting by)\s(?P<by>{_EN_NAMES}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){_EN_NAMES})*)(?P<role>,\s[\w\s]{{3,40}})?\s?[|·,]?\s?"
    rf"|(?P<by2>{_EN_NAMES}),?\s(?:[A-Z]?[\w-]+\s){{0,3}}(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|[Ww]riter)"
)
_CRUMB = re.compile(r"\s*[>›»]\s*")
_NO_SECTION = re.compile(
    r"홈|home|전체|전체\s?(?:목록|보기|기사)|목록|list|all|main|메인|index|뉴스\s?홈", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?:[.!?…]|[다요죠까음함임됨]\.?)[\"'”’)\]]*$|[.!?][\"'”’)\]]*\s*(?:\([^)]{1,30}\))?$")


def is_sentence(line: str) -> bool:
    """Whether a line reads as running text."""
    return len(line) >= 140 or (len(line) >= 20 and bool(_SENTENCE_END.search(line[-60:])))


def ends_article(line: str) -> bool:
    """A heading of other news, or a line of rights: nothing of the article follows."""
    if len(line) >= 200:
        return False
    bare = line.strip(" \t-–—=#*▶▷■□◆◇●○☞<>[]()|:·•")
    return bool(_HEADING.fullmatch(bare)) or bool(_RIGHTS.search(line))


def is_furniture(line: str) -> bool:
    """An advertisement, a picture credit or a control: no part of the article wherever it stands."""
    if len(line) >= 60:
        return False
    if _CONTROL.fullmatch(line) or re.fullmatch(_EMAIL, line):
        return True
    return not is_sentence(line) and bool(_ADVERTISEMENT.search(line) or _PICTURE.search(line))


def byline(line: str) -> str | None:
    """The author of a line that names nobody else, without the mail address."""
    if len(line) > 100:
        return None
    if m := _KO_BYLINE.fullmatch(line):
        return " ".join(m["by"].split())
    if m := _EN_BYLINE.fullmatch(line):
        return m["by"] or m["by2"]
    return None


def leading_byline(paragraph: str) -> str | None:
    """The author inside a wire agency's opening: "(서울=통신) 홍길동 기자 = …"."""
    m = _KO_DATELINE.match(paragraph)
    return " ".join(m["by"].split()) if m else None


def crumbs(line: str) -> list[str]:
    """The steps of a breadcrumb, outermost first; empty for any other line."""
    if len(line) > 80:
        return []
    parts = [p.strip() for p in _CRUMB.split(line.strip())]
    if len(parts) < 2 or is_sentence(line) or any(len(p) > 24 or not p for p in parts):
        return []
    return [p for p in parts if not _NO_SECTION.fullmatch(p)]
