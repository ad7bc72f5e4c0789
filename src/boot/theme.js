// Sets theme, text size and motion as the person chose them, and in a frame what its address asks for, before
// the first paint.
(() => {
  const root = document.documentElement;
  // What cannot be read here (no storage, an unknown word) leaves what the page says.
  let words = [];
  try {
    words = localStorage.getItem(root.dataset.name ? `plumb.${root.dataset.name}.settings` : "plumb.settings").split(",");
  } catch {}
  const asked = new URLSearchParams(parent === self ? "" : location.search);
  if (asked.get("host") === "frame") {
    for (const name of ["host", "keep", "start", "lang"]) if (asked.has(name)) root.dataset[name] = asked.get(name);
    words[0] = asked.get("theme") ?? words[0];
  }
  const choose = (name, place, known) => {
    if (known.includes(words[place])) root.dataset[name] = words[place];
  };
  choose("theme", 0, ["system", "light", "dark"]);
  choose("text", 1, ["normal", "large", "largest"]);
  choose("motion", 2, ["system", "reduced"]);

  // When a script does not arrive, it cannot say so itself.
  const show = () => document.getElementById("boot-error")?.removeAttribute("hidden");
  addEventListener(
    "error",
    (event) => {
      if (!(event.target instanceof HTMLScriptElement)) return;
      show();
      addEventListener("DOMContentLoaded", show);
    },
    true,
  );
})();
