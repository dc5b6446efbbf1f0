"""Words by which people are introduced: offices and titles in both languages, Korean surnames, words that are no names."""

from __future__ import annotations

from wollet.mention import unhurried as re

KO_ROLES = (
    *"""최고경영자(CEO) 최고재무책임자(CFO) 최고기술책임자(CTO) 최고운영책임자(COO) 최고투자책임자(CIO) 최고경영자 최고재무책임자 최고기술책임자 최고운영책임자
    최고투자책임자 수석이코노미스트 수석전략가 수석애널리스트 수석연구위원 수석연구원 선임연구위원 선임연구원 책임연구원 연구위원 애널리스트 연구원
    이코노미스트 스트래티지스트 투자전략가 시장전략가 전략가 전략팀장 리서치센터장 리서치본부장 센터장 본부장 부문장 팀장 부장 매니저 대표이사 공동대표
    대표 부회장 회장 부사장 사장 CEO CFO CTO COO CIO 부의장 의장 부총재 총재 총리 부통령 대통령 부총리 장관 차관 교수 전무 상무 공동창업자 창업자 창립자
    설립자 은행장 행장 위원장 원장 대변인 사무총장 의원 당선인 이사 위원 수석""".split(),
    "수석 이코노미스트", "수석 전략가", "수석 애널리스트", "포트폴리오 매니저",
)  # fmt: skip
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용"
)
KO_NOT_A_NAME = frozenset(
    """이번 이날 지난 신임 전임 현직 전직 공동 각자 한국 주요 정부 기존 최고 최대 수석 선임 책임 총괄 담당 임시 명예 해당 이사회 국회 중앙은행 그룹 국방
    재무 외교 상무 노동 교통 에너지 내무 법무 국무 통상 통일 환경 보건 교육 문화 야당 여당 민주당 공화당 국민의힘 자민당 협회 조합 노조 학생 의회 위원회
    글로벌 리서치 투자 전략 시장 국내 해외 미국 중국 일본 유럽 경제 금융 증권 은행 운용 자산 자산운용 연구 연구소 센터 본부 부문 사업 마케팅 영업 기획 홍보
    주식 채권 퀀트 반도체 자동차 인터넷 바이오 헬스케어 기업 산업 기술 개발 생산 경영 재경 인사 지원 관리 운영 디지털 데이터 모바일 플랫폼 서비스 콘텐츠
    부동산 파생 상품 외환 자금 리스크 감사 사외 사내 비상임 상임 당연직 민간 외부 내부 전문 선물 포트폴리오 펀드 액티브 패시브 지수 이코노미스트 애널리스트
    연구원 선임연구원 관련 주도 이른바 그동안 당시 현재 최근 오늘 어제 내일 올해 지난해 내년 이후 이전 당선 후보 의원 시절 출신 역임 지명 지명자 임명 취임
    행정부 백악관 연방 지역 총재 의장 회장 사장 대표 교수 대학 대학원 학과 전략팀 운용팀 투자전략 자산배분 주식운용 해외주식 글로벌투자 명동 여의도
    이들 우리 저희 모든 여러 다른 같은 어떤 새 한 두 세 네 전 현 신 부 및 등 각 당 본 타 그 이 저 첫 중 내 외 수 제 지 총 주 양 한편 반면 또한 특히 다만
    상장 비상장 벤처 창업 스타트업 중소기업 대기업 신용 대신 정책 조사 분석 예측 통계 기자 앵커 특파원 사진 뉴스 방송 신문 정치 사회 국제 세계 아시아
    트레이딩 세일즈 전무 상무 이사 고객 소비자 개인 기관 외국인 투자자 주주 임원 직원 사원 노동자 근로자 한미 한일 한중 양국 각국 주요국 회원국 이사장
    금통위 금통위원 통화정책 통화 재정 재정경제 기획재정 경제부 산업부 국토 국토교통 과학기술 방위 안보 국가안보 법률 준법 대외 협력 대외협력 전략기획
    만약 만일 먼저 아울러 대해 관련해 의하면 따르면 가운데 통해 위해 이어 앞서 이에 그러나 하지만 그러면서 또 다시 이미 아직 바로 직접 역시 당초 이처럼 실제 실제로
    이와 이로써 더불어 함께 덧붙여 따라 인해 대비 비롯해 향해 두고 놓고 뒤 앞 위 전날 창업자 설립자 창립자 개발사 대표이사 북미 남미 중남미 동남아 아태 본사 지사 자회사
    모회사 제조사 운영사 업계 업종 이사진 경영진 임기만료 총수 오너 일가 회장단 부총재 부의장 부회장 부사장 사무총장 행장 원장 위원장 이날도 그러자 결국 마침내 오히려
    신사업 신기술 차기 역대 초대 후임 장수 젊은 여성 남성 최연소 조선 철강 화학 정유 유통 음식료 통신 게임 엔터 미디어 건설 기계 운송 항공 해운""".split()
)

_EN_MODS = (
    r"(?:[Cc]hief|[Ss]enior|[Hh]ead|[Ll]ead|[Ee]xecutive|[Vv]ice|[Dd]eputy|[Gg]lobal|[Mm]anaging|[Gg]eneral|[Mm]arkets?|[Ee]quity|[Ii]nvestment|[Pp]ortfolio|"
    r"[Ff]inancial|[Oo]perating|[Tt]echnology|[Ff]ixed-income|[Mm]acro|[Uu]\.?[Ss]\.?|[Ee]conomics?|[Rr]esearch|[Cc]o-?|[Pp]rime|[Tt]reasury|[Cc]ommerce|[Ii]ndustry|"
    r"[Cc]ommodit(?:ies|y)|[Cc]urrency|[Cc]redit|[Rr]ates|[Ss]tock|[Tt]ech|[Qq]uantitative|[Pp]rincipal|[Cc]lient|[Pp]roduct|[Rr]evenue|[Mm]arketing|[Ff]ormer|"
    r"[Tt]rading|[Ff]oreign|[Ff]inance|[Ee]nergy|[Cc]hina)"
)
EN_ROLE_BEFORE = re.compile(rf"(?<![A-Za-z])(?:{_EN_MODS}[\s-]){{1,4}}$")
EN_SAID = r"said|says|wrote|writes|told|noted|notes|argued|warned|thinks|believes|predicted|predicts|estimates|added|explained"
_EN_TITLES = (
    "officer executive strategist economist analyst chair chairman chairwoman governor president minister secretary founder co-founder cofounder manager "
    "director partner trader broker senator commissioner professor spokesman spokeswoman spokesperson investor billionaire"
).split()
EN_TELLS = ("said", "says", "wrote", "told", "noted", "warned", "argued", "according to", "According to")
EN_ANCHORS = (*EN_TELLS, "CEO", "CFO", "COO", "CTO", "CIO", "head of", "Head of", *_EN_TITLES, *(t.capitalize() for t in _EN_TITLES))
EN_REMIT = re.compile(r" (?:[a-z-]+ ){0,3}?(?:strategy|research|trading|investments?|equities|economics|markets|products?|operations|ETFs)\b")
