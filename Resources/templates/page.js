// Times in the visitor's own zone: guessed from the device, remembered on it once chosen, and told to nobody but in the
// address. Without this script the form does the same.
"use strict";
(() => {
  const chosen = "meridian.zone", choosing = "meridian.choosing", asked = "meridian.asked";
  const read = (storage, key) => { try { return storage().getItem(key); } catch { return null; } };
  const write = (storage, key, value) => { try { storage().setItem(key, value); } catch { /* it is forgotten */ } };
  const forGood = () => localStorage, forNow = () => sessionStorage;

  // Whoever is signed in has said where they are.
  const form = document.querySelector("form.zone:not([data-settled])");
  if (form) {
    const shown = form.dataset.zone;
    const parameters = new URLSearchParams(location.search);
    const address = (zone) => location.pathname + "?zone=" + encodeURIComponent(zone) + location.hash;
    const isChoosing = () => write(forNow, choosing, "yes");
    form.addEventListener("submit", isChoosing);

    // Only what the server has shown is remembered: a misspelt zone must not lead into a dead end each time.
    if (parameters.has("zone") && read(forNow, choosing) === "yes") {
      write(forGood, chosen, shown);
      write(forNow, choosing, "");
    }
    const wanted = read(forGood, chosen) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    // A device may know zones that the server does not: each is asked for once, unless it was shown.
    if (wanted === shown) write(forNow, asked, "");
    if (wanted && wanted !== shown) {
      if (!parameters.has("zone")) {
        if (read(forNow, asked) !== wanted) {
          write(forNow, asked, wanted);
          location.replace(address(wanted));
        }
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

  // Whoever is new has not said where they are: the device says when that is there.
  for (const time of document.querySelectorAll("time[data-zone]")) {
    const here = new Intl.DateTimeFormat("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit" });
    const zone = here.resolvedOptions().timeZone;
    if (zone && zone !== time.dataset.zone)
      time.after(` (${here.format(Date.parse(time.dateTime)).replace(",", "")} on this device’s clock)`);
  }

  // The names of places are asked for when somebody is about to need them.
  for (const field of document.querySelectorAll("[data-zones]")) {
    field.addEventListener("focus", async () => {
      try {
        const { default: names } = await import(field.dataset.zones);
        const list = document.createElement("datalist");
        list.id = `${field.id}-names`;
        list.append(...names.map((name) => new Option(name)));
        field.after(list);
        field.setAttribute("list", list.id);
      } catch { /* the server knows them, too */ }
    }, { once: true });
  }

  // What is a file's content can be taken from the file; nothing is sent before the button is pressed.
  for (const area of document.querySelectorAll("textarea[data-file]")) {
    const label = document.createElement("label"), file = document.createElement("input");
    label.textContent = area.dataset.file;
    file.type = "file";
    file.addEventListener("change", async () => { if (file.files[0]) area.value = await file.files[0].text(); });
    label.append(" ", file);
    area.after(label);
  }

  // The page counts in days, so that it is the same all day long; within a day hours and minutes are said.
  const minute = 60_000, day = 24 * 60 * minute;
  const counted = (number, thing) => `in ${number} ${thing}${number === 1 ? "" : "s"}`;
  const left = (time) => {
    const minutes = Math.floor(time / minute);
    if (minutes < 1) return "in less than a minute";
    return minutes < 120 ? counted(minutes, "minute") : counted(Math.floor(minutes / 60), "hour");
  };
  const count = () => {
    for (const element of document.querySelectorAll(".countdown[data-end]")) {
      const now = Date.now(), start = Date.parse(element.dataset.start), end = Date.parse(element.dataset.end);
      if (element.textContent === "over" || start - now >= day) continue;
      element.textContent = now < start ? left(start - now) : now < end ? "under way" : "over";
    }
  };
  count();
  setInterval(count, minute);

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
