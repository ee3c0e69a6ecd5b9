import { applyDecorators, Header } from '@nestjs/common';

/**
 * What lets the pages and programs of other sites read an answer. Everything else says `same-origin` (docs/adr/0041).
 * With `*` a browser sends no cookie and refuses to show an answer asked with one: nothing personal can leave this way.
 */
export const OPEN_TO_ALL = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' } as const;

/** For routes that give open data: exports, feeds, GeoJSON, published documents. Refusals of such a route are readable too. */
export const OpenData = () => applyDecorators(...Object.entries(OPEN_TO_ALL).map(([name, value]) => Header(name, value)));
