import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Duration of HTTP requests by route template',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [metrics],
});

/** The template (`/api/sites/:id`), not the path: one series per route whatever visitors type. */
export const httpMetrics: RequestHandler = (request, response, next) => {
  const stop = durations.startTimer({ method: request.method });
  response.on('finish', () => {
    const route = (request.route as { path?: unknown } | undefined)?.path;
    stop({ route: typeof route === 'string' ? route : 'unmatched', status: response.statusCode });
  });
  next();
};
