// The browser's passkey dialog: fetch the challenge, ask, put the answer in the form and send it as any other form.
const supported = window.PublicKeyCredential?.parseRequestOptionsFromJSON;

for (const part of document.querySelectorAll("[data-passkey]")) {
  if (!supported) continue;
  part.hidden = false;
  const form = part.querySelector("form");
  form.addEventListener("submit", async event => {
    if (form.elements.Credential.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    try {
      const answer = await fetch(part.dataset.challenge, { method: "POST", headers: { RequestVerificationToken: form.elements._formular.value } });
      if (!answer.ok) throw new Error(String(answer.status));
      const options = await answer.json();
      const credential = part.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.Credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      part.querySelector("[data-passkey-problem]").textContent = "Adgangsnøglen kom ikke frem. Prøv igen, eller brug din adgangskode.";
    }
  }, true);
}
