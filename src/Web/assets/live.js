// What is still under way is asked for again, until it is done. Without script the page has a link, and reloads itself.
const pause = 2500, longest = 20 * 60 * 1000;

async function follow(region) {
  const began = Date.now();
  while (region.dataset.live && Date.now() - began < longest) {
    await new Promise(resolve => setTimeout(resolve, pause));
    if (document.hidden || region.contains(document.activeElement)) continue;
    try {
      const answer = await fetch(location.href);
      if (!answer.ok) continue;
      const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
      if (!now) return location.reload();
      region.replaceChildren(...now.childNodes);
      region.dataset.live = now.dataset.live ?? "";
      if (!region.dataset.live && region.hasAttribute("data-live-whole")) location.reload();
    } catch { /* The line is away for a moment. */ }
  }
}

document.querySelectorAll("[data-live]").forEach(region => { if (region.dataset.live) follow(region); });
