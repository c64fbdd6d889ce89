// Makes elements; text is only ever set as text, so that no data can become markup.

/** Returns an element: properties are set as they are, `aria`, `data` and `on` by name. */
export function el(tag, properties = {}, ...children) {
  const { aria = {}, data = {}, on = {}, role, ...own } = properties;
  const node = Object.assign(document.createElement(tag), own);
  if (role) node.setAttribute("role", role);
  for (const [name, value] of Object.entries(aria)) node.setAttribute(`aria-${name}`, value);
  Object.assign(node.dataset, data);
  for (const [name, listener] of Object.entries(on)) node.addEventListener(name, listener);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Returns a button; it never submits a form by accident. */
export function button(className, listener, properties, ...children) {
  return el("button", { type: "button", className, on: { click: listener }, ...properties }, ...children);
}

const PATHS = {
  met: "M5 12.5l4.5 4.5L19 7.5",
  partly: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  missing: "M6 6l12 12M18 6L6 18",
  unclear: "M9 9a3 3 0 1 1 4.4 2.6c-.9.5-1.4 1.1-1.4 2.4M12 17.8v.2",
  avoided: "M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  menu: "M4 7h16M4 12h16M4 17h16",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
  up: "M7 11v9H4v-9zM7 11l4-7c1.4 0 2.2 1 2 2.4L12.5 10H18a2 2 0 0 1 2 2.3l-1 5.5A2.6 2.6 0 0 1 16.5 20H7",
  down: "M7 13V4H4v9zM7 13l4 7c1.4 0 2.2-1 2-2.4L12.5 14H18a2 2 0 0 0 2-2.3l-1-5.5A2.6 2.6 0 0 0 16.5 4H7",
  star: "M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7L12 17l-5.1 2.7 1-5.7-4.1-4 5.7-.8z",
  bin: "M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6",
  undo: "M8 5L4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3",
};

/** Returns a line drawing that follows the colour of its text and is left out by screen readers. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of [["viewBox", "0 0 24 24"], ["class", `icon icon-${name}`], ["aria-hidden", "true"]]) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Says something to those who listen to the page. */
export function announce(text) {
  byId("announcer").textContent = text;
}
