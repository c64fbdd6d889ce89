// Folds what is long, and offers the rest by a button that is there only when something is cut.

/** Wires the button of a node; returns what to call when the content has changed. `words()` name the rest. */
export function foldable(node, toggle, words) {
  let open = false;
  const fit = () => {
    node.classList.add("folded");
    const cut = node.scrollHeight > node.clientHeight + 2;
    node.classList.toggle("folded", !open);
    node.toggleAttribute("data-cut", cut && !open);
    toggle.hidden = !cut;
    toggle.textContent = open ? "Show less" : words();
    toggle.setAttribute("aria-expanded", open);
  };
  toggle.addEventListener("click", () => {
    open = !open;
    fit();
  });
  new ResizeObserver(fit).observe(node);
  return fit;
}
