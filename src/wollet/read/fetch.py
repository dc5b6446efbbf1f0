"""A web address, fetched with a limit on time and on size."""

from __future__ import annotations

import re
import time
import urllib.request
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

SECONDS = 20.0
"""For the whole answer, redirects included."""
MOST_BYTES = 8 * 1024 * 1024
REDIRECTS = 5
AGENT = "wollet/0.1 (market news reader)"


class Fetched(NamedTuple):
    """What an address answered: bytes, the address in the end, the kind and encoding that it declares."""

    body: bytes
    url: str
    kind: str | None
    charset: str | None


def fetch(url: str, *, seconds: float = SECONDS, most: int = MOST_BYTES) -> Fetched:
    """The body at an address; ValueError says in one line why there is none."""
    import urllib3
    from urllib3.exceptions import HTTPError, LocationValueError, MaxRetryError, NewConnectionError, TimeoutError

    deadline = time.monotonic() + seconds
    late = ValueError(f"gave no whole answer within {seconds:g} seconds: save the page and give the file")
    pool = _pool(url, seconds)
    try:
        answer = pool.request(
            "GET",
            url,
            headers={"User-Agent": AGENT, "Accept": "text/html,application/xhtml+xml,application/xml,text/plain;q=0.9,*/*;q=0.5",
                     "Accept-Encoding": "gzip, deflate"},
            retries=urllib3.Retry(connect=0, read=0, redirect=REDIRECTS, status=0, other=0),
            preload_content=False,
        )  # fmt: skip
        try:
            if answer.status >= 400:
                raise ValueError(
                    f"answered with status {answer.status}: check the address, or save the page and give the file"
                )
            body = bytearray()
            for chunk in answer.stream(16_384, decode_content=True):
                body += chunk
                if len(body) > most:
                    raise ValueError(
                        f"is larger than {most:,} bytes: not an article; save the part you need and give the file"
                    )
                if time.monotonic() > deadline:
                    raise late
            final = _after_redirects(url, answer.retries)
            kind, charset = _content_type(answer.headers.get("Content-Type", ""))
        finally:
            answer.close()
            answer.release_conn()
    except TimeoutError:
        raise late from None
    except MaxRetryError as error:
        if isinstance(error.reason, TimeoutError) and not isinstance(error.reason, NewConnectionError):
            raise late from None
        if "redirect" in str(error.reason).lower():
            raise ValueError(f"redirects more than {REDIRECTS} times: give the address it should end at") from None
        what = (
            "cannot be reached"
            if isinstance(error.reason, NewConnectionError)
            else f"failed ({type(error.reason).__name__})"
        )
        raise ValueError(f"{what}: check the address and the network") from None
    except LocationValueError:
        raise ValueError("leads to no web address: check that it has the form https://host/path") from None
    except HTTPError as error:
        raise ValueError(f"broke off ({type(error).__name__}): try again, or save the page and give the file") from None
    if not body:
        raise ValueError("answered with an empty page: nothing to read")
    return Fetched(bytes(body), final, kind, charset)


def _after_redirects(url: str, retries: Any) -> str:
    for step in retries.history if retries is not None else ():
        url = urljoin(url, step.redirect_location or "")
    return url


def _pool(url: str, seconds: float):  # type: ignore[no-untyped-def]
    import urllib3

    limits = urllib3.Timeout(connect=min(5.0, seconds), read=min(10.0, seconds), total=seconds)
    parts = urlsplit(url)
    proxy = urllib.request.getproxies().get(parts.scheme.lower())
    if proxy and not urllib.request.proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy, timeout=limits)
    return urllib3.PoolManager(timeout=limits)


def _content_type(header: str) -> tuple[str | None, str | None]:
    mime, _, rest = header.partition(";")
    mime = mime.strip().lower()
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", rest, re.IGNORECASE)
    if mime in ("application/x-ndjson", "application/jsonl", "application/jsonlines"):
        kind: str | None = "jsonl"
    elif mime.endswith("json"):
        kind = "json"
    elif mime in ("text/html", "application/xhtml+xml"):
        kind = "html"
    elif mime.endswith("xml"):
        kind = "feed"
    elif mime == "text/markdown":
        kind = "markdown"
    elif mime.startswith(("image/", "audio/", "video/", "font/")) or mime in ("application/pdf", "application/zip"):
        raise ValueError(f"answered with {mime}: only pages, feeds and text are read")
    else:
        kind = None
    return kind, charset[1] if charset else None
