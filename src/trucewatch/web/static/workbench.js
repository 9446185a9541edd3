// What pages do beyond links and forms: the evidence drawer, keys, the theme.
// Everything here has a way without it.

const $ = (selector, within = document) => within.querySelector(selector);
const drawer = $("#drawer");

// --- the evidence drawer: a link with data-evidence opens beside the page ---------

async function openDrawer(address) {
  const url = new URL(address, location.href);
  url.searchParams.set("part", "1");
  const answer = await fetch(url, { headers: { accept: "text/html" } });
  if (!answer.ok) {
    location.assign(address);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  $("#drawer-body").replaceChildren(...page.body.childNodes);
  if (!drawer.open) drawer.show();
  drawer.scrollTop = 0;
  $("button", drawer).focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-evidence]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  lastFocus = link;
  // in SVG, href is an object
  openDrawer(link.href.baseVal ?? link.href);
});

let lastFocus = null;
drawer?.addEventListener("close", () => lastFocus?.focus());
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drawer?.open) drawer.close();
});

// --- citing: a button copies what stands beside it -------------------------------

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  await navigator.clipboard?.writeText(field.value);
  button.textContent = "Copied";
});

// --- the theme --------------------------------------------------------------------

const themeButton = $("#theme");
if (themeButton) {
  const isDark = () =>
    document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
  const name = () => (themeButton.textContent = isDark() ? "Light" : "Dark");
  themeButton.hidden = false;
  name();
  themeButton.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("theme", theme);
    name();
  });
}

// --- keys -------------------------------------------------------------------------

const keysOff = $("#keys-off");
if (keysOff) {
  keysOff.checked = localStorage.getItem("keys") === "off";
  keysOff.addEventListener("change", () =>
    localStorage.setItem("keys", keysOff.checked ? "off" : "on"),
  );
  $("#keys-button").hidden = false;
  $("#keys-button").addEventListener("click", () => $("#keys").showModal());
}

const PLACES = {
  o: "/", r: "/review", d: "/documents", c: "/claims", t: "/registers",
  n: "/counters", x: "/contradictions", m: "/map", b: "/briefs", a: "/administration",
};
let chord = false;

function setChord(on) {
  chord = on;
  // review.js leaves the second key of a chord alone
  if (on) document.body.dataset.chord = "g";
  else delete document.body.dataset.chord;
}

function go(path) {
  const link = [...document.querySelectorAll(".rail a")].find(
    (a) => new URL(a.href).pathname === path,
  );
  if (link) location.assign(link.href);
}

// What j and k go through: the rows of a table, or else what a screen has instead.
const ROWS = ["main a.row, main [data-row]", "main .tiles a", "main .claims a", "main .plain a", "main .figures a"];

function decide() {
  const judge = document.activeElement.closest(".card")?.querySelector("details.judge");
  if (!judge) return;
  judge.open = true;
  $("select", judge).focus();
}

function step(by) {
  const rows = ROWS.map((kind) => [...document.querySelectorAll(kind)]).find((r) => r.length);
  if (!rows) return;
  const at = rows.indexOf(document.activeElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + by))].focus();
}

const KEYS = {
  "/": () => $("#find")?.focus(),
  "?": () => $("#keys")?.showModal(),
  g: () => {
    setChord(true);
    setTimeout(() => setChord(false), 1500);
  },
  j: () => step(1),
  k: () => step(-1),
  t: () => $("#other")?.click(),
  e: decide,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (keysOff?.checked || $("#keys")?.open) return;
  if (chord && PLACES[event.key]) {
    setChord(false);
    event.preventDefault();
    go(PLACES[event.key]);
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

// --- names for the bar ------------------------------------------------------------

const source = $('.bar [name="according_to"]');
source?.addEventListener("input", async () => {
  if (source.value.length < 2) return;
  const answer = await fetch(`/api/sources?part=${encodeURIComponent(source.value)}`);
  if (!answer.ok) return;
  const options = (await answer.json()).sources.map((name) => {
    const option = document.createElement("option");
    option.value = name;
    return option;
  });
  $("#sources").replaceChildren(...options);
});
