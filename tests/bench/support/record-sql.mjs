import pg from 'pg';

// Loaded before the API (`--import`): tells its parent every statement it sends, with its parameters and the time it took.
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function (text, values, ...rest) {
  const answer = send.call(this, text, values, ...rest);
  if (typeof text !== 'string' || typeof answer?.then !== 'function') return answer;
  const from = performance.now();
  return answer.finally(() => process.send?.({ text, values: values ?? [], from, to: performance.now() }));
};
