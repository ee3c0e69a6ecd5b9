/** Health of a container: the API says it is ready. Exit code 0 when it does; node has everything, the image needs no curl. */
const port = process.env.PORT ?? '3000';
const path = process.argv[2] ?? '/health/ready';

fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(4000) }).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);
