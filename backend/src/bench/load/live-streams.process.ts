import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { requestBytes } from './keep-alive-client.js';
import type { Arrivals, OpenStreams, SendChanges, StreamOrder } from './live-streams.js';

/** The process that reads live streams: told by messages what to open and to send, it answers with what came when. */
const READY = 'event: ready';
const FILED = /"kind":"ticket\.created".*?"subject":\{"type":"ticket","id":"([0-9a-f-]{36})"\}/g;
/** Milliseconds for the last change to reach the last stream. */
const PATIENCE = 5_000;
/** Streams that are opened at once. */
const AT_ONCE = 25;
/** Characters of a part that may be the beginning of an event. */
const REST = 1_000;

const arrivals: { readonly id: string; readonly at: number }[] = [];
const sockets: Socket[] = [];
let port = 0;
let isMeasuring = false;

function openOne(bytes: Buffer): Promise<void> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let rest = '';
    let isReady = false;
    socket.setEncoding('latin1').on('data', (part: string) => {
      const at = performance.now();
      if (!isReady) {
        isReady = part.includes(READY);
        if (isReady) done();
      }
      // Whoever only takes what comes costs the machine little.
      if (!isMeasuring) return;
      rest += part;
      let end = 0;
      for (const found of rest.matchAll(FILED)) {
        arrivals.push({ id: found[1] ?? '', at });
        end = found.index + found[0].length;
      }
      rest = rest.slice(Math.max(end, rest.length - REST));
    });
    socket.once('close', () => {
      failed(new Error(`a stream was closed: ${rest}`));
    });
    socket.once('error', failed);
    sockets.push(socket);
  });
}

async function open({ requests, count, ...where }: OpenStreams): Promise<Arrivals> {
  port = where.port;
  const all = Array.from({ length: count }, (_, index) => {
    const request = requests[index % requests.length];
    return request ? requestBytes(`127.0.0.1:${port}`, request) : Buffer.alloc(0);
  });
  for (let from = 0; from < count; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(openOne));
  return { durations: new Float32Array(), missing: 0 };
}

async function send({ change, count, pause: between }: SendChanges): Promise<Arrivals> {
  isMeasuring = true;
  const sent = new Map<string, number>();
  for (let made = 0; made < count; made += 1) {
    const begun = performance.now();
    const { method, path, headers, body = '' } = change;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body });
    const { id } = (await answer.json()) as { id: string };
    sent.set(id, begun);
    await pause(between);
  }
  const told = (): typeof arrivals => arrivals.filter(({ id }) => sent.has(id));
  const wanted = count * sockets.length;
  for (const late = performance.now() + PATIENCE; told().length < wanted && performance.now() < late;) await pause(50);
  const durations = Float32Array.from(told().map(({ id, at }) => at - (sent.get(id) ?? NaN)));
  return { durations, missing: wanted - durations.length };
}

process.on('message', (order: StreamOrder) => {
  ('open' in order ? open(order.open) : send(order.send)).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      throw error;
    },
  );
});

// Nothing is left behind where the parent was killed.
process.on('disconnect', () => process.exit());
