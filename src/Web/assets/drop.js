// Files can be dropped anywhere on the form that takes them, and what was chosen is named before it is sent.
for (const field of document.querySelectorAll("input[type=file][data-drop]")) {
  const form = field.closest("form");
  const chosen = document.createElement("ul");
  chosen.className = "upload-chosen";
  chosen.setAttribute("role", "status");
  field.after(chosen);
  const name = () => chosen.replaceChildren(...[...field.files].map(file => Object.assign(document.createElement("li"), { textContent: `${file.name}, ${Math.ceil(file.size / 1024).toLocaleString("da-DK")} KB` })));
  field.addEventListener("change", name);
  const over = on => event => { if (!event.dataTransfer?.types.includes("Files")) return; event.preventDefault(); form.classList.toggle("upload-over", on); };
  form.addEventListener("dragover", over(true));
  form.addEventListener("dragleave", over(false));
  form.addEventListener("drop", event => {
    if (!event.dataTransfer?.files.length) return;
    over(false)(event);
    field.files = event.dataTransfer.files;
    name();
  });
}
