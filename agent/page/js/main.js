// Puts the page together: one desk, one conversation, and what can be done with them.

import { pressed } from "./cards.js";
import { Chat } from "./chat.js";
import { composer } from "./composer.js";
import { Desk } from "./desk.js";
import { byId, button, icon } from "./dom.js";
import { openDossier } from "./dossier.js";
import { printPanels } from "./printing.js";
import { openShortlist } from "./shortlist.js";
import { otherTabs } from "./tabs.js";
import { newThreadId, showThreads } from "./threads.js";
import { acceptDrops, openUpload } from "./upload.js";
import { showCount, showExamples } from "./welcome.js";
import { wishBar } from "./wishes.js";

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
  tellBusy() {
    banner("The answer before is still coming: stop it, or wait a moment.");
    byId("banner").dataset.passing = "yes";
  },
};

const tabs = otherTabs((thread) => {
  if (thread === desk.threadId && !desk.busy) open(thread);
  else listThreads();
});
const chat = new Chat(desk, actions, () => {
  tabs.tell(desk.threadId);
  listThreads();
});
const box = composer(desk, { send: actions.say, stop: () => chat.stop(), tellBusy: actions.tellBusy });

function banner(message, retry) {
  const node = byId("banner");
  node.hidden = !message;
  delete node.dataset.passing;
  const close = button("quiet icon-only", () => banner(""), { ariaLabel: "Dismiss" }, icon("close"));
  const again = retry ? [button("small", () => (banner(""), retry()), {}, "Try again")] : [];
  node.replaceChildren(...(message ? [message, ...again, close] : []));
}

function listThreads() {
  return showThreads(desk, { open: go, onDeleted: deleted, banner });
}

function deleted(id) {
  tabs.tell(id);
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
  const wasOpen = document.body.classList.contains("side-open");
  showSide(false);
  if (wasOpen) byId("open-side").focus();
}

/** Shows the conversations over the page of a phone, which waits beneath them. */
function showSide(isOpen) {
  document.body.classList.toggle("side-open", isOpen);
  byId("stage").inert = isOpen;
  byId("open-side").setAttribute("aria-expanded", isOpen);
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
  showComparing();
  pressed(byId("turns"), desk);
  byId("shortlist-count").textContent = desk.shortlist.length;
  byId("welcome").hidden = byId("turns").childElementCount > 0;
  document.body.classList.toggle("busy", desk.busy);
  if (!desk.busy && byId("banner").dataset.passing) banner("");
});
wishBar(desk, actions);

byId("open-side").append(icon("menu"));
byId("open-side").addEventListener("click", () => {
  showSide(true);
  byId("new-thread").focus();
});
addEventListener("keydown", (event) => event.key === "Escape" && closeSide());
byId("scrim").addEventListener("click", closeSide);
matchMedia("(max-width: 50rem)").addEventListener("change", () => showSide(false));
byId("new-thread").addEventListener("click", () => go(newThreadId()));
byId("open-upload").addEventListener("click", () => openUpload(actions));
byId("open-shortlist").addEventListener("click", () => openShortlist(desk, actions));
addEventListener("popstate", () => open(threadInAddress()));
showExamples(actions.say);
acceptDrops(actions);
printPanels();

function threadInAddress() {
  return new URLSearchParams(location.search).get("thread") || newThreadId();
}

const first = threadInAddress();
history.replaceState(null, "", `?thread=${encodeURIComponent(first)}`);
open(first);
box.focus();
