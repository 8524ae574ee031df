// A form that keeps a draft on the server sends itself a moment after somebody stops writing. The answer is thrown away; the page stays as it is.
const pause = 2500;

for (const form of document.querySelectorAll("form[data-draft]")) {
  const status = form.querySelector("[data-draft-status]");
  let timer, dirty = false, leaving = false;
  const say = text => { if (status) status.textContent = text; };
  const clock = () => new Date().toLocaleTimeString("da-DK", { hour: "2-digit", minute: "2-digit" });
  const save = async () => {
    clearTimeout(timer);
    const fields = new FormData(form);
    fields.set("Draft", "true");
    fields.delete("_noegle");
    dirty = false;
    try {
      const answer = await fetch(location.pathname, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
      if (answer.type !== "opaqueredirect" && !answer.ok) throw answer;
      if (!dirty) form.dispatchEvent(new CustomEvent("virker:gemt"));
      say(`Kladden er gemt kl. ${clock()}.`);
    } catch (problem) {
      dirty = true;
      say(problem.status === 401 ? "Du er logget ud. Teksten står her endnu: log ind i et nyt faneblad, så gemmes den af sig selv." : "Kladden kunne ikke gemmes. Teksten står her endnu; der prøves igen.");
      timer = setTimeout(save, pause * 2);
    }
  };
  form.addEventListener("input", () => { dirty = true; clearTimeout(timer); timer = setTimeout(save, pause); });
  form.addEventListener("submit", event => { if (!event.defaultPrevented) { leaving = true; clearTimeout(timer); } });
  addEventListener("online", () => { if (dirty) save(); });
  addEventListener("pageshow", event => { if (event.persisted) leaving = false; });
  addEventListener("beforeunload", event => { if (dirty && !leaving) event.preventDefault(); });
}
