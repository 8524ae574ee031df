// Comforts only. Every page does all it does without this file.
import "./passkey.js";
import "./keys.js";
import "./times.js";
import "./kept.js";
import "./draft.js";
import "./live.js";
import "./drop.js";

// A refused form's summary is read first.
document.querySelector("[data-focus]")?.focus();

// A day picked in the browser's calendar is written in the field beside it, where it can be read and corrected.
document.querySelectorAll("[data-picks]").forEach(picker => {
  const field = document.getElementById(picker.dataset.picks);
  if (!field) return;
  picker.classList.add("picks");
  picker.addEventListener("click", () => { try { picker.showPicker(); } catch { /* The browser shows it by itself. */ } });
  picker.addEventListener("change", () => {
    if (!picker.value) return;
    field.value = picker.value.split("-").reverse().join("-");
    picker.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
});

// A form is sent once, however often the button is pressed; the server answers a repeated one the same in any case.
document.addEventListener("submit", event => {
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "1";
  setTimeout(() => { delete event.target.dataset.sent; }, 5000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => { delete form.dataset.sent; }));
