// What is typed in a long form is kept in this tab until the server has it: a lost connection, a reload or a slip back loses nothing.
const sentMark = "virker-sendt";
const same = (a, b) => (a ?? "").replace(/\r\n/g, "\n") === (b ?? "").replace(/\r\n/g, "\n");
const fieldsOf = form => [...form.querySelectorAll("textarea, input[type=text]")].filter(field => field.name);
const keyOf = form => `kladde:${location.pathname}:${form.dataset.autosave}`;

// Another page than the form has come: the server has it, or has shown it again with what is wrong.
const sent = sessionStorage.getItem(sentMark);
if (sent && performance.getEntriesByType("navigation")[0]?.type === "navigate") sessionStorage.removeItem(sent);
sessionStorage.removeItem(sentMark);

function keep(form) {
  const typed = fieldsOf(form).filter(field => !same(field.value, field.defaultValue)).map(field => [field.name, { text: field.value, from: field.defaultValue }]);
  if (typed.length > 0) sessionStorage.setItem(keyOf(form), JSON.stringify(Object.fromEntries(typed)));
  else sessionStorage.removeItem(keyOf(form));
}

// Only where the page says the same as when the typing began: a colleague's newer text is never overwritten.
function bringBack(form) {
  const kept = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "{}");
  const back = fieldsOf(form).filter(field => kept[field.name] && same(kept[field.name].from, field.defaultValue) && !same(kept[field.name].text, field.value));
  if (back.length === 0) return;
  for (const field of back) field.value = kept[field.name].text;
  const told = document.createElement("p"), drop = document.createElement("button");
  told.className = "kept";
  told.setAttribute("role", "status");
  Object.assign(drop, { type: "button", className: "link-button", textContent: "Fjern det igen" });
  drop.addEventListener("click", () => { for (const field of back) field.value = field.defaultValue; sessionStorage.removeItem(keyOf(form)); told.remove(); });
  told.append("Det, du skrev, før siden lukkede, er hentet frem. ", drop);
  form.prepend(told);
}

for (const form of document.querySelectorAll("form[data-autosave]")) {
  bringBack(form);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", () => sessionStorage.setItem(sentMark, keyOf(form)));
  form.addEventListener("virker:gemt", () => {
    for (const field of fieldsOf(form)) field.defaultValue = field.value;
    keep(form);
  });
}

// Without a connection a press would lead to the browser's own error page. A browser that only believes it is offline is asked to try.
async function reach(form, pressed) {
  form.querySelector("[data-offline]")?.remove();
  try {
    await fetch("/sund", { cache: "no-store" });
    form.dataset.reached = "1";
    form.requestSubmit(pressed);
  } catch {
    const told = document.createElement("p");
    told.className = "form-error-message";
    told.dataset.offline = "";
    told.setAttribute("role", "alert");
    told.textContent = "Der er ingen forbindelse lige nu, så intet er sendt. Det, du har skrevet, står her endnu. Prøv igen om lidt.";
    form.append(told);
  }
}

addEventListener("submit", event => {
  const form = event.target;
  if (navigator.onLine || form.method !== "post" || form.dataset.reached) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  reach(form, event.submitter);
}, true);
