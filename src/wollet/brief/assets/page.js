(function () {
  var root = document.documentElement, store = null;
  try { store = window.localStorage; } catch (e) { /* a page opened from a file may have none */ }
  var saved = store && store.getItem("wollet-theme");
  if (saved) root.setAttribute("data-theme", saved);
  var toggle = document.getElementById("theme");
  function dark() {
    var t = root.getAttribute("data-theme");
    return t ? t === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function told() { if (toggle) toggle.setAttribute("aria-pressed", String(dark())); }
  if (toggle) toggle.addEventListener("click", function () {
    var next = dark() ? "light" : "dark";
    root.setAttribute("data-theme", next);
    if (store) store.setItem("wollet-theme", next);
    told();
  });
  told();
  var card = null, owner = null, timer = 0, pinned = false;
  function close(back) {
    if (card) { card.remove(); card = null; }
    if (owner) { owner.removeAttribute("aria-expanded"); if (back) owner.focus(); }
    owner = null; pinned = false;
  }
  function open(a, pin) {
    if (owner === a) { pinned = pinned || pin; return; }
    close(false);
    card = document.createElement("div");
    card.className = "card"; card.setAttribute("role", "dialog"); card.setAttribute("aria-label", a.getAttribute("aria-label") || "");
    a.dataset.p.split(" ").forEach(function (id) {
      var proof = document.getElementById("p-" + id);
      if (!proof) return;
      var box = document.createElement("div");
      box.innerHTML = proof.innerHTML; card.appendChild(box);
    });
    var x = document.createElement("button");
    x.type = "button"; x.className = "x"; x.textContent = "×"; x.setAttribute("aria-label", root.lang === "ko" ? "닫기" : "Close");
    x.addEventListener("click", function () { close(true); });
    card.appendChild(x);
    document.body.appendChild(card);
    var r = a.getClientRects()[0] || a.getBoundingClientRect(), w = card.offsetWidth, h = card.offsetHeight;
    var left = Math.min(Math.max(12, r.left), document.documentElement.clientWidth - w - 12);
    var top = r.bottom + 8;
    if (top + h > window.innerHeight && r.top - h - 8 > 0) top = r.top - h - 8;
    card.style.left = left + window.scrollX + "px"; card.style.top = top + window.scrollY + "px";
    card.addEventListener("mouseenter", function () { window.clearTimeout(timer); });
    card.addEventListener("mouseleave", leave);
    owner = a; pinned = pin; a.setAttribute("aria-expanded", "true");
  }
  function leave() { window.clearTimeout(timer); timer = window.setTimeout(function () { if (!pinned) close(false); }, 220); }
  document.querySelectorAll("a.fig[data-p]").forEach(function (a) {
    a.addEventListener("mouseenter", function () { window.clearTimeout(timer); timer = window.setTimeout(function () { if (!pinned) open(a, false); }, 160); });
    a.addEventListener("mouseleave", leave);
    a.addEventListener("click", function (e) {
      e.preventDefault(); open(a, true);
      var x = card && card.querySelector(".x"); if (x) x.focus({ preventScroll: true });
    });
  });
  document.addEventListener("keydown", function (e) { if (e.key === "Escape") close(true); });
  document.addEventListener("click", function (e) { if (card && !card.contains(e.target) && !(e.target.closest && e.target.closest("a.fig"))) close(false); });
  window.addEventListener("beforeprint", function () { document.querySelectorAll("details").forEach(function (d) { d.open = true; }); });
})();
