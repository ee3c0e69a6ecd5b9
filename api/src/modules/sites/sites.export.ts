import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { attributionsOf, EXPORT_COLUMNS } from './site.export-columns.js';
import { SitesQueries } from './sites.queries.js';
import type { SiteCard, SiteFilter } from './sites.schemas.js';

const BATCH = 500;

/** A whole search as a file, read page by page so that its size never matters. */
@Injectable()
export class SitesExport {
  constructor(private readonly sites: SitesQueries) {}

  /** For French spreadsheets: UTF-8 with BOM, semicolons, CRLF, decimal commas; text that looks like a formula is disarmed. */
  csv(filter: SiteFilter): Readable {
    const columns = EXPORT_COLUMNS.map((column) => column.name);
    const rows = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows', header: true, columns });
    return Readable.from(csvLines(this.all(filter)), { objectMode: true }).compose(rows) as Readable;
  }

  geojson(filter: SiteFilter): Readable {
    return Readable.from(featureCollection(this.all(filter)));
  }

  private async *all(filter: SiteFilter): AsyncGenerator<SiteCard> {
    let after: readonly [number, number, string] | null = null;
    for (;;) {
      const rows = await this.sites.list({ ...filter, sort: 'recent', limit: BATCH, after });
      yield* rows.slice(0, BATCH);
      const last = rows[BATCH - 1];
      if (rows.length <= BATCH || last === undefined) return;
      after = [last.key[0], last.key[1], last.id];
    }
  }
}

async function* csvLines(sites: AsyncIterable<SiteCard>): AsyncGenerator<string[]> {
  for await (const site of sites) yield EXPORT_COLUMNS.map((column) => (column.text ? disarmed(column.of(site)) : column.of(site)));
}

/** OWASP: a cell that starts like a formula is run by spreadsheets. Only free text is touched, so that “-5” stays a number. */
function disarmed(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

async function* featureCollection(sites: AsyncIterable<SiteCard>): AsyncGenerator<string> {
  let separator = '{"type":"FeatureCollection","features":[\n';
  const named = new Set<string>();
  for await (const { point, ...card } of sites) {
    const properties = { ...card, ...keysOf(card), attributions: attributionsOf(card) };
    for (const attribution of properties.attributions) named.add(attribution);
    const geometry = point && { type: 'Point', coordinates: [point.lon, point.lat] };
    yield separator + JSON.stringify({ type: 'Feature', id: properties.id, geometry, properties: exported(properties) });
    separator = ',\n';
  }
  yield `${separator === ',\n' ? '\n' : separator}],"attributions":${JSON.stringify([...named].sort())}}\n`;
}

/** Geographic software keeps an object as one text: the keys by which people join their own tables stand apart. */
function keysOf({ commune }: Pick<SiteCard, 'commune'>) {
  return {
    communeCode: commune?.id.replace('commune:', '') ?? null,
    communeName: commune?.name ?? null,
    departmentCode: commune?.departmentCode ?? null,
  };
}

/** The same fields as on a card, without what only paging needs. */
function exported(card: object): object {
  return Object.fromEntries(Object.entries(card).filter(([name]) => name !== 'key' && name !== 'distanceM'));
}
