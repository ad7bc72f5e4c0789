// Sets theme, text size and motion as the person chose them, and in a frame what its address asks for, before
// the first paint.
(() => {
  const { dataset } = document.documentElement;
  // What cannot be read here (no storage, an unknown word) leaves what the page says.
  let words = [];
  try {
    words = localStorage.getItem("plumb.settings").split(",");
  } catch {}
  const choose = (name, place, known) => {
    if (known.includes(words[place])) dataset[name] = words[place];
  };
  choose("theme", 0, ["system", "light", "dark"]);
  choose("text", 1, ["normal", "large", "largest"]);
  choose("motion", 2, ["system", "reduced"]);

  const asked = new URLSearchParams(location.search);
  if (parent !== self && asked.get("host") === "frame") {
    for (const name of ["host", "keep", "start", "lang", "theme"]) {
      if (asked.has(name)) dataset[name] = asked.get(name);
    }
  }

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
