// The palette: Ctrl+K, then a few letters of a screen, a document or a claim.

const dialog = document.querySelector("#palette");
const input = document.querySelector("#palette-find");
const list = document.querySelector("#palette-list");
const places = [...document.querySelectorAll("#palette-places a")].map((a) => ({
  label: a.textContent.trim(),
  kind: a.dataset.kind,
  href: a.href,
}));
const PAUSE = 150; // milliseconds of rest before the ledger is asked
let options = [];
let at = 0;
let asked = 0;
let waiting;

function fits(label, words) {
  const low = label.toLowerCase();
  return words.every((word) => low.includes(word));
}

function draw() {
  list.replaceChildren(
    ...options.map((option, n) => {
      const item = document.createElement("li");
      item.id = `palette-${n}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(n === at));
      const kind = document.createElement("span");
      kind.className = "chip";
      kind.textContent = option.kind;
      const label = document.createElement("span");
      label.dir = "auto";
      label.textContent = option.label;
      item.append(kind, " ", label);
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => go(option));
      return item;
    }),
  );
  input.setAttribute("aria-expanded", String(options.length > 0));
  if (options.length) input.setAttribute("aria-activedescendant", `palette-${at}`);
  else input.removeAttribute("aria-activedescendant");
  document.querySelector(`#palette-${at}`)?.scrollIntoView({ block: "nearest" });
}

function show(found) {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  options = [...places.filter((p) => fits(p.label, words)), ...found];
  if (input.value.trim())
    options.push({ kind: "find", label: input.value.trim(), href: dialog.dataset.find });
  at = 0;
  draw();
}

async function ask() {
  const mine = ++asked;
  const words = input.value.trim();
  list.setAttribute("aria-busy", String(words.length >= 2));
  if (words.length < 2) return;
  const url = new URL(dialog.dataset.ask, location.href);
  url.searchParams.set("find", words);
  const answer = await fetch(url);
  if (mine !== asked) return;
  list.setAttribute("aria-busy", "false");
  if (!answer.ok) return;
  const { found } = await answer.json();
  // What somebody has moved to stays chosen; else the first is.
  const now = at > 0 ? options[at]?.href : null;
  show(found);
  at = Math.max(0, options.findIndex((option) => option.href === now));
  draw();
}

function go(option) {
  const url = new URL(option.href, location.href);
  if (option.kind === "find") url.searchParams.set("find", option.label);
  dialog.close();
  location.assign(url);
}

export function openPalette() {
  if (dialog.open) return;
  input.value = "";
  show([]);
  dialog.showModal();
  input.focus();
}

if (dialog) {
  input.addEventListener("input", () => {
    show([]);
    list.setAttribute("aria-busy", "true");
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && options[at]) {
      event.preventDefault();
      go(options[at]);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !options.length) return;
    event.preventDefault();
    at = (at + step + options.length) % options.length;
    draw();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
    }
  });
  const button = document.querySelector("#palette-button");
  button.hidden = false;
  button.addEventListener("click", openPalette);
}
