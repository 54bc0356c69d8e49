// Times in the visitor's own zone: guessed from the device, remembered on it once chosen, and told to nobody but in the
// address. Without this script the form does the same.
"use strict";
(() => {
  const chosen = "meridian.zone", choosing = "meridian.choosing";
  const read = (storage, key) => { try { return storage().getItem(key); } catch { return null; } };
  const write = (storage, key, value) => { try { storage().setItem(key, value); } catch { /* it is forgotten */ } };
  const forGood = () => localStorage, forNow = () => sessionStorage;

  const form = document.querySelector("form.zone");
  if (form) {
    const shown = form.dataset.zone;
    const parameters = new URLSearchParams(location.search);
    const isKnown = (zone) => [...form.querySelectorAll("option")].some((option) => option.value === zone);
    const address = (zone) => location.pathname + "?zone=" + encodeURIComponent(zone) + location.hash;
    const isChoosing = () => write(forNow, choosing, "yes");
    form.addEventListener("submit", isChoosing);

    // Only what the server has shown is remembered: a misspelt zone must not lead into a dead end each time.
    if (parameters.has("zone") && read(forNow, choosing) === "yes") {
      write(forGood, chosen, shown);
      write(forNow, choosing, "");
    }
    const wanted = read(forGood, chosen) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (wanted && wanted !== shown && isKnown(wanted)) {
      if (!parameters.has("zone")) {
        location.replace(address(wanted));
      } else {
        // The address names another zone, as one that somebody else sent does.
        const offer = form.querySelector(".offer");
        offer.querySelector("span").textContent = wanted;
        offer.querySelector("a").href = address(wanted);
        offer.querySelector("a").addEventListener("click", isChoosing);
        offer.hidden = false;
      }
    }
  }

  const own = document.querySelector("form.sign-up #zone");
  if (own && !own.value) own.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("[data-copy]")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.dataset.copy);
        button.textContent = "Copied";
      });
    }
  }
})();
