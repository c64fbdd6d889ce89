// Talks to the service: every request of the page is made here, and every refusal becomes a Fault.

import { askForKey, credentials } from "./access.js";

/** A refusal or a lost connection, in one sentence that people may read. */
export class Fault extends Error {
  constructor(code, message, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const UNREACHABLE = "The service cannot be reached: see that it is running, then try again.";

async function request(path, options = {}) {
  let response;
  try {
    const headers = { ...credentials(), ...options.headers };
    response = await fetch(path, { cache: "no-store", ...options, headers });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Fault("unreachable", UNREACHABLE);
  }
  if (response.ok) return response;
  const refused = await refusal(response);
  if (refused.status === 401) await askForKey(refused.message);
  throw refused;
}

async function refusal(response) {
  try {
    const { error } = await response.json();
    return new Fault(error.code, error.message, response.status);
  } catch {
    return new Fault("http", `The service answered with ${response.status}: try again.`, response.status);
  }
}

const json = async (path, options) => (await request(path, options)).json();
const sent = (body) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const at = (id) => encodeURIComponent(id);

export const say = (thread, message, signal) =>
  request("/chat", { ...sent({ thread_id: thread, message }), signal });
export const pickUp = (thread, last, signal) =>
  request(`/chat/${at(thread)}/events`, { headers: { "last-event-id": String(last) }, signal });
export const stop = (thread) => request(`/threads/${at(thread)}/stop`, { method: "POST" });
export const threads = async () => (await json("/threads")).threads;
export const thread = (id) => json(`/threads/${at(id)}`);
/** Returns the shortlist of a thread as a file, which a link cannot fetch where a key is asked for. */
export const shortlistFile = async (id) => (await request(`/threads/${at(id)}/shortlist.csv`)).blob();
export const forgetThread = (id) => request(`/threads/${at(id)}`, { method: "DELETE" });
export const person = (id) => json(`/candidates/${at(id)}`);
export const removePerson = (id) => request(`/candidates/${at(id)}`, { method: "DELETE" });
export const rate = (feedback) => request("/feedback", sent(feedback));
export const ready = () => json("/ready");

/** Sends one file; returns what became of the people in it. */
export function upload(file) {
  const form = new FormData();
  form.append("files", file, file.name);
  return json("/candidates", { method: "POST", body: form });
}
