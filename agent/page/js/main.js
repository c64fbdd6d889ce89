// Puts the page together: one desk, one conversation, and what can be done with them.

import { pressed } from "./cards.js";
import { Chat } from "./chat.js";
import { composer } from "./composer.js";
import { Desk } from "./desk.js";
import { byId, button, icon } from "./dom.js";
import { openDossier } from "./dossier.js";
import { openShortlist } from "./shortlist.js";
import { newThreadId, showThreads } from "./threads.js";
import { acceptDrops, openUpload } from "./upload.js";
import { showCount, showExamples } from "./welcome.js";
import { showWishes } from "./wishes.js";

const desk = new Desk();

const actions = {
  say(text) {
    closeSide();
    banner("");
    return chat.say(text);
  },
  openPerson(id, target) {
    openDossier(id, desk.seen.get(id) ?? [], target, desk, () => open(desk.threadId));
  },
  toggleCompared(person) {
    if (!desk.toggleCompared(person)) banner("Five people at most can be compared: let one go first.");
  },
  toggleShortlisted(id) {
    const who = desk.reference(id);
    return actions.say(desk.isShortlisted(id) ? `take ${who} off the shortlist` : `shortlist ${who}`);
  },
  compare(ids) {
    desk.clearCompared();
    return actions.say(`compare ${ids.map((id) => desk.reference(id)).join(" and ")}`);
  },
  draft: (text) => box.draft(text),
  peopleChanged: () => showCount(),
  banner,
};

const chat = new Chat(desk, actions, listThreads);
const box = composer(desk, { send: actions.say, stop: () => chat.stop() });

function banner(message, retry) {
  const node = byId("banner");
  node.hidden = !message;
  const close = button("quiet icon-only", () => banner(""), { ariaLabel: "Dismiss" }, icon("close"));
  const again = retry ? [button("small", () => (banner(""), retry()), {}, "Try again")] : [];
  node.replaceChildren(...(message ? [message, ...again, close] : []));
}

function listThreads() {
  return showThreads(desk, { open: go, onDeleted: deleted, banner });
}

function deleted(id) {
  if (id === desk.threadId) go(newThreadId());
  else listThreads();
}

/** Shows a thread and puts it in the address, so that a reload finds it again. */
function go(id) {
  history.pushState(null, "", `?thread=${encodeURIComponent(id)}`);
  closeSide();
  open(id);
  box.focus();
}

async function open(id) {
  banner("");
  await Promise.all([chat.open(id), showCount()]);
  listThreads();
}

function closeSide() {
  document.body.classList.remove("side-open");
  byId("open-side").setAttribute("aria-expanded", "false");
}

function showComparing() {
  const node = byId("comparing");
  const ids = [...desk.compared.keys()];
  node.hidden = ids.length === 0;
  const compare = button("primary", () => actions.compare(ids), { disabled: ids.length < 2 }, "Compare");
  const clear = button("text", () => desk.clearCompared(), {}, "Clear");
  const told = ids.length < 2 ? `${[...desk.compared.values()][0]}, and whom else?` : [...desk.compared.values()].join(", ");
  node.replaceChildren(told, compare, clear);
}

desk.addEventListener("change", () => {
  showWishes(byId("wishes"), desk, actions);
  showComparing();
  pressed(byId("turns"), desk);
  byId("shortlist-count").textContent = desk.shortlist.length;
  byId("welcome").hidden = byId("turns").childElementCount > 0;
  document.body.classList.toggle("busy", desk.busy);
});

byId("open-side").append(icon("menu"));
byId("open-side").addEventListener("click", () => {
  const isOpen = document.body.classList.toggle("side-open");
  byId("open-side").setAttribute("aria-expanded", isOpen);
  if (isOpen) byId("new-thread").focus();
});
addEventListener("keydown", (event) => event.key === "Escape" && closeSide());
byId("main").addEventListener("click", closeSide);
byId("new-thread").addEventListener("click", () => go(newThreadId()));
byId("open-upload").addEventListener("click", () => openUpload(actions));
byId("open-shortlist").addEventListener("click", () => openShortlist(desk, actions));
addEventListener("popstate", () => open(threadInAddress()));
showExamples(actions.say);
acceptDrops(actions);

function threadInAddress() {
  return new URLSearchParams(location.search).get("thread") || newThreadId();
}

const first = threadInAddress();
history.replaceState(null, "", `?thread=${encodeURIComponent(first)}`);
open(first);
if (matchMedia("(pointer: fine)").matches) box.focus();
