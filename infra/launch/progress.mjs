import { words } from './words.mjs';

const heartbeatMs = 15_000;

/** @param {number} startedAtMs */
function elapsed(startedAtMs) {
  const seconds = (Date.now() - startedAtMs) / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Announces a long step, shows the time passing, and says how long it took.
 * On a terminal one line is redrawn; elsewhere plain lines, with a sign of life every 15 s for whoever reads a log.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAtMs = Date.now();
  const out = process.stderr;
  const redraw = () => out.write(out.isTTY ? `\r\x1b[2K… ${title} (${elapsed(startedAtMs)})` : `… ${title} (${elapsed(startedAtMs)})\n`);
  out.write(`… ${title}${out.isTTY ? '' : '\n'}`);
  const ticking = setInterval(redraw, out.isTTY ? 250 : heartbeatMs);
  try {
    const result = await work();
    out.write(`${out.isTTY ? '\r\x1b[2K' : ''}✓ ${title} (${elapsed(startedAtMs)})\n`);
    return result;
  } catch (error) {
    out.write(`${out.isTTY ? '\r\x1b[2K' : ''}✗ ${title} — ${words('échec après', 'failed after')} ${elapsed(startedAtMs)}\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
