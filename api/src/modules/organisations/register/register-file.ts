import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { type BodyNumber, readRna } from '../organisation.identity.rules.js';
import { readSiret } from '../siret.rules.js';
import { legalFormOf, ownerKindOf } from './legal-category.rules.js';
import { type RegisterAnswer, type RegisteredBody, type RegisterSource, UNAVAILABLE, UNKNOWN } from './registered-body.js';

/** Names of the columns we read in extracts of Sirene (INSEE) and of the RNA (ministry of the interior), and in plain tables. */
const COLUMNS = {
  siret: ['siret'],
  rna: ['rna', 'id', 'numero_rna', 'identifiantassociationunitelegale'],
  name: ['denominationunitelegale', 'denomination', 'titre', 'nom', 'name'],
  category: ['categoriejuridiqueunitelegale', 'nature_juridique'],
  commune: ['codecommuneetablissement', 'adrs_codeinsee', 'code_commune', 'commune'],
  state: ['etatadministratifetablissement', 'etatadministratifunitelegale', 'position'],
} as const;
type Field = keyof typeof COLUMNS;
type Row = Readonly<Record<string, string>>;

/** A table of bodies on the disk, plain or gzipped, read through at each question: it may be larger than the memory. */
export class RegisterFile implements RegisterSource {
  constructor(private readonly path: string) {}

  async find(number: BodyNumber): Promise<RegisterAnswer> {
    try {
      const asOf = (await stat(this.path)).mtime.toISOString().slice(0, 10);
      for await (const row of this.rows()) {
        if (isAbout(row, number)) return answerOf(row, number, { register: basename(this.path), asOf });
      }
      return UNKNOWN;
    } catch {
      return UNAVAILABLE;
    }
  }

  private rows(): AsyncIterable<Row> {
    const reader = parse({
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
    });
    // Closes the file too when the row is found before its end. A fault comes out of the reader.
    const closed = () => undefined;
    const file = createReadStream(this.path);
    if (this.path.endsWith('.gz')) pipeline(file, createGunzip(), reader, closed);
    else pipeline(file, reader, closed);
    return reader;
  }
}

function cell(row: Row, field: Field): string | null {
  for (const name of COLUMNS[field]) {
    const value = row[name]?.trim();
    if (value) return value;
  }
  return null;
}

function isAbout(row: Row, number: BodyNumber): boolean {
  if ('siret' in number) return readSiret(cell(row, 'siret') ?? '').siret === number.siret;
  return readRna(cell(row, 'rna') ?? '') === number.rna;
}

function answerOf(row: Row, number: BodyNumber, source: RegisteredBody['source']): RegisterAnswer {
  const name = cell(row, 'name');
  if (name === null) return UNKNOWN;
  const category = cell(row, 'category');
  const state = cell(row, 'state');
  const rna = readRna(cell(row, 'rna') ?? '');
  return {
    status: 'found',
    body: {
      name,
      siret: 'siret' in number ? number.siret : readSiret(cell(row, 'siret') ?? '').siret,
      rna,
      legalForm: legalFormOf(category) ?? (rna === null ? null : 'association'),
      ownerKind: ownerKindOf(category),
      communeCode: cell(row, 'commune'),
      active: state === null ? null : state === 'A',
      source,
    },
  };
}
