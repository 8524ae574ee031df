// The times follow the worker that is chosen. Without this file all stand there, each under its worker's name.
for (const times of document.querySelectorAll("fieldset[data-times-of]")) {
  const worker = times.form?.elements[times.dataset.timesOf];
  if (!worker) continue;
  const follow = () => {
    for (const owner of times.querySelectorAll("[data-owner]")) {
      owner.hidden = owner.dataset.owner !== worker.value;
      if (owner.hidden) for (const time of owner.querySelectorAll(":checked")) time.checked = false;
    }
  };
  worker.addEventListener("change", follow);
  follow();
}
