// Single keys, outside fields only. What a key does stands on the page itself: by data-key a field is entered, a link or button pressed, a list unfolded.
// Whoever speaks to the machine, or slips, can turn them off on the page about the keys.
const setting = "virker-taster";
const isOff = () => localStorage.getItem(setting) === "fra";
const press = what => { if (what.matches("input, select, textarea")) { what.focus(); what.select?.(); } else { what.click(); what.focus(); } };
const rows = () => [...document.querySelectorAll("main .table tbody tr")].filter(row => row.querySelector("th a[href]"));

// A row is walked to by its own link, so that Enter opens it as it opens any link.
function walk(step) {
  const all = rows(), at = all.findIndex(row => row.contains(document.activeElement));
  const to = all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)];
  to?.querySelector("th a[href]").focus();
  return Boolean(to);
}

const act = () => document.activeElement?.closest("tr")?.querySelector("a.act");

const own = {
  j: () => walk(1),
  k: () => walk(-1),
  g: () => { const link = act(); link?.click(); return Boolean(link); },
  "?": () => { location.assign("/tastatur"); return true; },
};

document.addEventListener("keydown", event => {
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "Escape") document.querySelectorAll("details.phone-menu[open], .menu-bar details.menu-more[open]").forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && writing?.form) { event.preventDefault(); writing.form.requestSubmit(); }
  if (writing || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
  const marked = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`) ?? (/^[0-9]$/.test(event.key) ? document.querySelectorAll("main .counters a")[Number(event.key)] : null);
  if (marked) { event.preventDefault(); press(marked); } else if (own[event.key]?.()) event.preventDefault();
});

for (const choice of document.querySelectorAll("[data-keys-choice]")) {
  choice.hidden = false;
  const button = choice.querySelector("button"), says = choice.querySelector("[role=status]");
  const tell = () => { button.textContent = isOff() ? "Slå tasterne til" : "Slå tasterne fra"; says.textContent = isOff() ? "Tasterne er slået fra i denne browser." : ""; };
  button.addEventListener("click", () => { localStorage.setItem(setting, isOff() ? "til" : "fra"); tell(); });
  tell();
}
