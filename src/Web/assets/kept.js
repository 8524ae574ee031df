// What is typed in a long form is lost by nothing. While it is written a copy lies in this tab, under the name of the one who writes; when the page is left it is given to the server,
// which keeps it sealed for the same user; and a copy goes only when the server says that the form was saved.
const savedMark = "virker-gemt";
const prefix = "kladde:";
const same = (a, b) => (a ?? "").replace(/\r\n/g, "\n") === (b ?? "").replace(/\r\n/g, "\n");
const forms = [...document.querySelectorAll("form[data-autosave]")];
const fieldsOf = form => [...form.querySelectorAll("textarea, input[type=text]")].filter(field => field.name);
const keyOf = form => `${prefix}${form.dataset.owner}:${location.pathname}:${form.dataset.autosave}`;
const copies = () => Object.keys(sessionStorage).filter(key => key.startsWith(prefix));
const read = key => JSON.parse(sessionStorage.getItem(key) ?? "{}");
const isTyped = form => fieldsOf(form).some(field => !same(field.value, field.defaultValue));

// The server has saved the form that was sent with this key.
const saved = document.cookie.split("; ").find(cookie => cookie.startsWith(`${savedMark}=`))?.split("=")[1];
if (saved) {
  document.cookie = `${savedMark}=; Max-Age=0; Path=/`;
  for (const key of copies()) if (read(key).sent === saved) sessionStorage.removeItem(key);
}

// Somebody else uses this browser now: the copies are not theirs.
const owner = forms[0]?.dataset.owner;
if (owner) for (const key of copies()) if (!key.startsWith(`${prefix}${owner}:`)) sessionStorage.removeItem(key);

function keep(form) {
  const fields = fieldsOf(form).filter(field => !same(field.value, field.defaultValue)).map(field => [field.name, { text: field.value, from: field.defaultValue }]);
  if (fields.length > 0) sessionStorage.setItem(keyOf(form), JSON.stringify({ fields: Object.fromEntries(fields) }));
  else sessionStorage.removeItem(keyOf(form));
}

// Only where the page says the same as when the typing began: a colleague's newer text is never overwritten.
function bringBack(form) {
  const { fields = {} } = read(keyOf(form));
  const back = fieldsOf(form).filter(field => fields[field.name] && same(fields[field.name].from, field.defaultValue) && !same(fields[field.name].text, field.value));
  if (back.length === 0) return;
  for (const field of back) field.value = fields[field.name].text;
  const told = document.createElement("p"), drop = document.createElement("button");
  told.className = "kept";
  told.setAttribute("role", "status");
  Object.assign(drop, { type: "button", className: "link-button", textContent: "Fjern det igen" });
  drop.addEventListener("click", () => { for (const field of back) field.value = field.defaultValue; sessionStorage.removeItem(keyOf(form)); told.remove(); });
  told.append("Det, du skrev, før siden lukkede, er hentet frem. ", drop);
  form.prepend(told);
}

// Left without being sent: by a reload, another page, or a sign-out in another tab. The server takes it by the form's own seal, whether or not anybody is signed in still.
function handOver(form) {
  if (!form.elements._ejer || !isTyped(form)) return;
  keep(form);
  const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  fields.set("_kun", "1");
  navigator.sendBeacon(location.href, fields);
}

for (const form of forms) {
  let leaving = false;
  bringBack(form);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", event => {
    if (event.defaultPrevented) return;
    leaving = true;
    if (sessionStorage.getItem(keyOf(form))) sessionStorage.setItem(keyOf(form), JSON.stringify({ ...read(keyOf(form)), sent: form.elements._noegle?.value }));
  });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("pagehide", () => { if (!leaving) handOver(form); });
  form.addEventListener("virker:gemt", () => {
    for (const field of fieldsOf(form)) field.defaultValue = field.value;
    keep(form);
  });
}

// What was brought back is not to be looked for in a fold.
for (const back of document.querySelectorAll(".kept")) for (let fold = back.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;

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
