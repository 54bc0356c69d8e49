// What is wrong with a page as it stands: a list of sentences.
(() => {
  const faults = [], wide = document.documentElement.clientWidth;
  const name = (element) =>
    element.tagName.toLowerCase() + " " + JSON.stringify(element.textContent.trim().slice(0, 30));
  const isUnseen = (element) =>
    getComputedStyle(element).clipPath !== "none" || element.closest(".defs, datalist");
  const content = document.documentElement.scrollWidth;
  if (content > wide) faults.push(`the page is ${content} wide, the window ${wide}`);
  for (const element of document.body.querySelectorAll("*"))
    if (!isUnseen(element) && element.getBoundingClientRect().right > wide + .5)
      faults.push(name(element) + " leaves the window");

  const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) => +heading.tagName[1]);
  if (levels.lastIndexOf(1) !== 0) faults.push("there is not one h1 that comes first");
  if (levels.some((level, index) => index && level > levels[index - 1] + 1))
    faults.push("headings skip a level: " + levels);
  if (document.querySelectorAll("main").length !== 1) faults.push("there is not one main landmark");
  for (const table of document.querySelectorAll("table"))
    if (!table.caption || [...table.querySelectorAll("th")].some((head) => !head.scope))
      faults.push("a table without caption or scope");
  for (const image of document.images)
    if (!image.alt || !image.naturalWidth) faults.push("an image without text or without picture");
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select"))
    if (!field.labels.length) faults.push("a field without label");
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size < ids.length) faults.push("an id is there twice");
  for (const use of document.querySelectorAll("use"))
    if (!document.querySelector(use.getAttribute("href"))) faults.push("no mark " + use.getAttribute("href"));

  // WCAG 2.2, 1.4.3: 4.5 to 1 between a text and what lies behind it.
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = (color) => channels(color).slice(0, 3).map((value) => value / 255)
    .map((value) => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
    .reduce((sum, value, index) => sum + value * [.2126, .7152, .0722][index], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((channels(color)[3] ?? 1) > 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  for (const element of document.body.querySelectorAll("*")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || isUnseen(element) || !element.getClientRects().length) continue;
    const [dark, light] = [getComputedStyle(element).color, behind(element)].map(luminance).sort((a, b) => a - b);
    const ratio = (light + .05) / (dark + .05);
    if (ratio < 4.5) faults.push(`${name(element)} has a contrast of ${ratio.toFixed(2)}`);
  }
  return faults;
})()
