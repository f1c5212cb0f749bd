import { KeepAliveClient, requestBytes } from './keep-alive-client.js';
import type { SliceRequest, SliceResult } from './slice.js';

/** The process that sends the load: told by messages what to send, it answers with how long each request took. */
async function run({ port, requests, connections, milliseconds, status }: SliceRequest): Promise<SliceResult> {
  const bytes = requests.map((request) => requestBytes(`127.0.0.1:${port}`, request));
  const clients = await Promise.all(Array.from({ length: connections }, () => KeepAliveClient.open(port)));
  const durations: number[] = [];
  let failures = 0;
  let next = 0;
  const begun = performance.now();
  const work = async (client: KeepAliveClient): Promise<void> => {
    for (let now = begun; now - begun < milliseconds;) {
      const sent = performance.now();
      const answered = await client.send(bytes[next++ % bytes.length] ?? Buffer.alloc(0));
      now = performance.now();
      durations.push(now - sent);
      if (answered !== status) failures += 1;
    }
  };
  await Promise.all(clients.map(work));
  const lasted = performance.now() - begun;
  for (const client of clients) client.close();
  return { durations: Float32Array.from(durations), milliseconds: lasted, failures };
}

process.on('message', (request: SliceRequest) => {
  run(request).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      throw error;
    },
  );
});

// Nothing is left behind where the parent was killed.
process.on('disconnect', () => process.exit());
