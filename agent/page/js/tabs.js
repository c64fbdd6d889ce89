// Tells the other tabs of this browser that a thread has changed, so that none shows what is past.

const NAME = "candidate-matcher";

/** Calls `changed(thread)` when another tab tells of it; returns {tell(thread)}. */
export function otherTabs(changed) {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data }) => changed(data));
  return { tell: (thread) => channel.postMessage(thread) };
}
