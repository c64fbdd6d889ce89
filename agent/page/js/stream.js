// Reads a turn as server-sent events and picks it up again when the line is lost.

import { Fault } from "./service.js";

const SILENCE_MS = 35_000; // three heartbeats and a little
const PAUSES_MS = [300, 1_000, 2_500, 5_000];
const LOST = "The connection was lost before the answer ended.";

/** Yields {id, name, data} for each event in a stream of bytes; comments are passed over. */
export async function* events(body) {
  let rest = "";
  let fields = { data: [] };
  for await (const text of texts(body)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === "") {
        if (fields.data.length) yield whole(fields);
        fields = { data: [] };
      } else {
        take(fields, line);
      }
    }
  }
}

async function* texts(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    while (true) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function take(fields, line) {
  const colon = line.indexOf(":");
  if (colon === 0) return;
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  if (name === "data") fields.data.push(value);
  else fields[name] = value;
}

function whole(fields) {
  return { id: Number(fields.id ?? 0), name: fields.event ?? "message", data: JSON.parse(fields.data.join("\n")) };
}

/**
 * Yields the events of a turn until it has finished, each once.
 * `open(last, signal)` returns a response that begins after event `last`; it is called again when
 * the line breaks or falls silent, after `waiting()`. Ends early when `signal` is aborted. Throws Fault `lost`, with
 * `last` on it, when opening again does not help.
 */
export async function* follow(open, { last = 0, signal, waiting = () => {}, pauses = PAUSES_MS, silence = SILENCE_MS } = {}) {
  let tries = 0;
  while (!signal?.aborted) {
    const line = new Line(silence, signal);
    try {
      const response = await open(last, line.signal);
      for await (const event of events(line.watched(response.body))) {
        if (event.id <= last) continue;
        last = event.id;
        tries = 0;
        yield event;
        if (event.name === "turn_finished") return;
      }
    } catch (error) {
      if (signal?.aborted) return;
      // A refusal is an answer; only a line that never opened or broke is worth another try.
      if (error instanceof Fault && error.code !== "unreachable") throw error;
      if (error instanceof Fault && last === 0 && tries === 0) throw error;
    } finally {
      line.close();
    }
    waiting();
    if (tries >= pauses.length) throw Object.assign(new Fault("lost", LOST), { last });
    await new Promise((wake) => setTimeout(wake, pauses[tries]));
    tries += 1;
  }
}

/** A connection that gives up when nothing came for a while. */
class Line {
  constructor(silence, outer) {
    this.silence = silence;
    this.controller = new AbortController();
    this.signal = this.controller.signal;
    outer?.addEventListener("abort", () => this.controller.abort(), { signal: this.signal });
    this.heard();
  }

  heard() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.controller.abort(), this.silence);
  }

  watched(body) {
    const heard = () => this.heard();
    return body.pipeThrough(
      new TransformStream({
        transform(chunk, out) {
          heard();
          out.enqueue(chunk);
        },
      }),
    );
  }

  close() {
    clearTimeout(this.timer);
    this.controller.abort();
  }
}
