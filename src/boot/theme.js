// Sets theme, text size and motion as the person chose them, before the first paint.
(() => {
  // What cannot be read here (no storage, no JSON, an unknown word) leaves the default.
  let settings = {};
  try {
    settings = JSON.parse(localStorage.getItem("plumb.settings")) ?? {};
  } catch {}
  const choose = (name, known) => {
    const value = known.includes(settings[name]) ? settings[name] : known[0];
    document.documentElement.setAttribute(`data-${name}`, value);
  };
  choose("theme", ["system", "light", "dark"]);
  choose("text", ["normal", "large", "largest"]);
  choose("motion", ["system", "reduced"]);

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
