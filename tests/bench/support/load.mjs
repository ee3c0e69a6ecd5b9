import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** @returns the time of one request, in milliseconds; anything but a success is a fault of the measure. */
export function timed({ port, path, body }) {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const options = { agent, host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST' };
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const asked = request({ ...options, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode < 300) resolve(performance.now() - from);
        else reject(new Error(`${path}: HTTP ${response.statusCode}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Requests a second of `clients` who each ask again as soon as they are answered. */
export async function throughput(requests, seconds, clients = 8) {
  const from = performance.now();
  let done = 0;
  const client = async (_, first) => {
    for (let next = first; performance.now() - from < seconds * 1000; next += 1, done += 1) await timed(requests[next % requests.length]);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (done * 1000) / (performance.now() - from);
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
