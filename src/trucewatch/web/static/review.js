// Reviewing with keys, and the grounding gate while one types.

const $ = (selector, within = document) => within.querySelector(selector);
const form = $("#verdict");
const keysOff = () => localStorage.getItem("keys") === "off";

const wanted = $("#reading .wanted");
if (wanted) {
  const box = $("#reading");
  box.scrollTop = wanted.offsetTop - box.clientHeight / 3;
}
$(".queue [aria-current]")?.scrollIntoView({ block: "nearest" });

// --- the gate ----------------------------------------------------------------------

const FIELDS = ["kind", "variant", "polarity", "assertion", "words", "value", "low",
  "high", "quantifier", "unit", "speaker", "place", "start", "end"];
let asked = 0;

async function check() {
  const mine = ++asked;
  const fields = {};
  for (const name of FIELDS) {
    const field = form.elements.namedItem(name);
    if (field) fields[name] = field.value;
  }
  const answer = await fetch(form.dataset.check, {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf": document.body.dataset.csrf },
    body: JSON.stringify(fields),
  });
  if (mine !== asked) return;
  const gate = $("#gate");
  if (!answer.ok) {
    gate.textContent = await answer.text();
    return;
  }
  const { supported, complaints } = await answer.json();
  gate.textContent = supported
    ? "The document's words support every field."
    : Object.values(complaints).join("; ");
  gate.className = supported ? "note good" : "trouble";
  for (const mark of document.querySelectorAll("[data-field]")) {
    const why = complaints[mark.dataset.field];
    mark.classList.toggle("unsupported", Boolean(why));
    const says = $(".says", mark);
    if (says) says.textContent = why ? "not supported" : supported ? "supported" : "";
  }
  const correct = $("#correct");
  if (correct) correct.disabled = !supported;
}

if (form) {
  check();
  let waiting;
  $("#edit")?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 250);
  });
}

// --- one verdict a page --------------------------------------------------------------

// What is pressed while the next claim is on its way would be for a claim that nobody
// has seen yet, or a second verdict on this one.
const PATIENCE = 5000; // milliseconds after which the page is taken to have stayed
const stay = () => delete document.body.dataset.leaving;
const isLeaving = () => "leaving" in document.body.dataset;

function leave() {
  document.body.dataset.leaving = "";
  setTimeout(stay, PATIENCE);
}

for (const one of document.querySelectorAll('main form[method="post"]'))
  one.addEventListener("submit", (event) => (isLeaving() ? event.preventDefault() : leave()));
addEventListener("pageshow", stay); // as the browser kept it, after going back

// --- keys --------------------------------------------------------------------------

const press = (word) => $(`[name="word"][value="${word}"]`, form ?? document)?.click();

function follow(address) {
  if (!address) return;
  leave();
  location.assign(address);
}

const KEYS = {
  a: () => press("accepted"),
  x: () => press("rejected"),
  u: () => press("unsure"),
  e: () => {
    $("#edit").open = true;
    $("#f-kind").focus();
  },
  n: () => $("#note").focus(),
  z: () => $("#undo")?.requestSubmit(),
  j: () => follow(form?.dataset.next),
  k: () => follow(form?.dataset.before),
};

document.addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keysOff()) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      if (event.key === "Enter" && event.target.closest("#verdict")) {
        // Enter in a field records a correction, or ends a note; it accepts nothing.
        event.preventDefault();
        if (event.target.closest("#edit")) $("#correct")?.click();
        else event.target.blur();
      }
      return;
    }
    if ($("#keys")?.open || document.body.dataset.chord || !KEYS[event.key]) return;
    event.preventDefault();
    // a key held down decides nothing on the claims that follow
    if (!isLeaving() && (!event.repeat || "jk".includes(event.key))) KEYS[event.key]();
  },
  true,
);
