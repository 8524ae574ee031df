// Comforts only. Every page does all it does without this file.
import "./passkey.js";
import "./draft.js";

// One key goes to the search field: the input says which by data-key.
document.addEventListener("keydown", event => {
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "Escape") document.querySelectorAll("details.phone-menu[open]").forEach(menu => { menu.open = false; menu.querySelector("summary").focus(); });
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && writing?.form) { event.preventDefault(); writing.form.requestSubmit(); }
  if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (field) { event.preventDefault(); field.focus(); field.select?.(); }
});

// A refused form's summary is read first.
document.querySelector("[data-focus]")?.focus();

// A form is sent once, however often the button is pressed; the server answers a repeated one the same in any case.
document.addEventListener("submit", event => {
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "1";
  setTimeout(() => { delete event.target.dataset.sent; }, 5000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => { delete form.dataset.sent; }));

// Long texts are kept in this tab only, until the form has been sent and another page has come.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const key = `kladde:${location.pathname}:${form.dataset.autosave}`;
  const texts = () => [...form.querySelectorAll("textarea")];
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  for (const text of texts()) if (kept[text.name] && !text.value) text.value = kept[text.name];
  form.addEventListener("input", () => sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(texts().map(text => [text.name, text.value])))));
  form.addEventListener("submit", () => sessionStorage.removeItem(key));
}
