import { createServer } from 'node:http';
import pg from 'pg';
import { replay } from './replay.mjs';

// The least a server can be: http and pg, the statements the API was seen to send, and their rows as JSON.
process.once('message', ({ url, plans }) => {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c jit=off' });
  const server = createServer(async (request, response) => {
    const rows = await replay(pool, plans[Number(request.url.slice(1))]);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows));
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
});
