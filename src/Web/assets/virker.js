// Comforts only. Every page does all it does without this file.
import "./passkey.js";
import "./keys.js";
import "./times.js";
import "./kept.js";
import "./draft.js";

// A refused form's summary is read first.
document.querySelector("[data-focus]")?.focus();

// A form is sent once, however often the button is pressed; the server answers a repeated one the same in any case.
document.addEventListener("submit", event => {
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "1";
  setTimeout(() => { delete event.target.dataset.sent; }, 5000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => { delete form.dataset.sent; }));
