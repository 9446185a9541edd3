// Keys typed before the modules are there wait for them, and then go where they would
// have gone. This stands before the body: no key that follows a page's words is lost.
{
  const FIELDS = "input, textarea, select, [contenteditable]";
  const held = [];

  const hold = (event) => {
    if (event.altKey || event.target.closest?.(FIELDS)) return;
    const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const isLetter = !event.ctrlKey && !event.metaKey && event.key.length === 1;
    // a space scrolls, unless it belongs to words after a key
    if (!isPalette && !(isLetter && (event.key !== " " || held.length))) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // some modules may be there before others
    held.push(event);
  };

  const type = (event) => {
    const { key, code, ctrlKey, metaKey, shiftKey, repeat } = event;
    const more = { key, code, ctrlKey, metaKey, shiftKey, repeat };
    const focused = document.activeElement ?? document.body;
    const again = new KeyboardEvent("keydown", { ...more, bubbles: true, cancelable: true });
    if (!focused.dispatchEvent(again) || ctrlKey || metaKey) return;
    if (!focused.matches("input, textarea")) return;
    // a key before this one has led into a field
    focused.setRangeText(key, focused.selectionStart, focused.selectionEnd, "end");
    focused.dispatchEvent(new Event("input", { bubbles: true }));
  };

  document.addEventListener("keydown", hold, true);
  // modules have run when this is told
  document.addEventListener("DOMContentLoaded", () => {
    document.removeEventListener("keydown", hold, true);
    held.forEach(type);
  });
}
