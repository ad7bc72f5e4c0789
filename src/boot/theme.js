// Sets theme, text size and motion as the person chose them, before the first paint.
(() => {
  // What cannot be read here (no storage, an unknown word) leaves the default.
  let words = [];
  try {
    const { name } = document.documentElement.dataset;
    words = (localStorage.getItem(`plumb.${name ? `${name}.` : ""}settings`) ?? "").split(",");
  } catch {}
  const choose = (name, place, known) => {
    const value = known.includes(words[place]) ? words[place] : known[0];
    document.documentElement.setAttribute(`data-${name}`, value);
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
