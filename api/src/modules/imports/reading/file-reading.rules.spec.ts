import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ByteInspector, byteEncoding, unicodeMark } from './byte-inspection.rules.js';
import { chooseDialect, nearestDialect } from './dialect.rules.js';
import { COMMON_CAUSES } from '../import.causes.js';
import { FILE_PROBLEMS } from '../import.problems.js';
import { IMPORTERS } from '../imports.registry.js';
import { jsonObjects } from './json-objects.js';
import { detectDelimiter, plainHeading } from './tabular.rules.js';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

describe('reading bytes', () => {
  test('the encoding is the same wherever the chunks are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 7 }), (text, size) => {
        const bytes = Buffer.from(text, 'utf8');
        const inspector = new ByteInspector();
        for (let at = 0; at < bytes.length; at += size) inspector.add(bytes.subarray(at, at + size));
        expect(inspector.facts.invalidUtf8).toBe(0);
        expect(byteEncoding(inspector.facts)).toBe('utf-8');
        expect(inspector.facts.lf).toBe(text.split('\n').length - 1);
      }),
    );
  });

  test('accents of Windows-1252 are not valid UTF-8', () => {
    const inspector = new ByteInspector();
    inspector.add(Buffer.from('Châteauvillain;Lécourt;Prauthoy', 'latin1'));
    expect(byteEncoding(inspector.facts)).toBe('windows-1252');
  });

  test('UTF-16 is known by its mark or by its zeros', () => {
    expect(unicodeMark(Buffer.from('\uFEFFCODE', 'utf16le'))).toBe('utf-16le');
    expect(unicodeMark(Buffer.from('CODE_UIC;LIBELLE', 'utf16le'))).toBe('utf-16le');
    expect(unicodeMark(Buffer.from('CODE_UIC;LIBELLE', 'utf16le').swap16())).toBe('utf-16be');
    expect(unicodeMark(Buffer.from('CODE_UIC;LIBELLE'))).toBeNull();
  });
});

describe('reading tables and lists', () => {
  test.each([
    ['a;b;c', ';'],
    ['a,b;c,d', ','],
    ['"x;y;z"\tb\tc', '\t'],
    ['a|b', '|'],
    ['alone', null],
    ['sep=|\na|b', '|'],
  ])('the header %j is cut by %j', (header, delimiter) => {
    expect(detectDelimiter(header)).toBe(delimiter);
  });

  test('objects of a JSON list are found however the text is cut', async () => {
    const list = [{ a: 'x"]}', b: [1, { c: '\\' }] }, { a: null }, {}];
    for (const document of [
      list,
      { type: 'FeatureCollection', crs: { list: [{ no: 1 }] }, features: list },
      { total_count: 3, results: list },
    ]) {
      for (const size of [1, 3, 64, 4096]) {
        const found: unknown[] = [];
        for await (const object of jsonObjects(pieces(JSON.stringify(document), size), 'list.json')) found.push(object);
        expect(found).toEqual(list);
      }
    }
  });
});

describe('the importers', () => {
  const dialects = IMPORTERS.flatMap((importer) => importer.dialects);

  test('a header made of the columns of one layout is never taken for another kind', () => {
    for (const dialect of dialects) {
      const header = Object.values(dialect.columns).map((headings) => headings[0] ?? '');
      expect(chooseDialect(dialects, header, dialect.geometry ?? false)?.dialect.kind).toBe(dialect.kind);
    }
  });

  test('when nothing fits, the layout that lacks least says which columns are missing', () => {
    const nearest = nearestDialect(dialects, ['CODE_UIC', 'LIBELLE', 'FRET', 'COMMUNE', 'DEPARTEMENT']);
    expect(nearest?.missing).toEqual(['VOYAGEURS']);
    expect(plainHeading(' Département ')).toBe('departement');
  });

  test('every cause and every refusal is said in French and in English, with what to do', () => {
    const causes = IMPORTERS.flatMap((importer) => Object.values({ ...COMMON_CAUSES, ...importer.causes }));
    const sentences = [...causes.flatMap(({ message, repair }) => [message, repair]), ...Object.values(FILE_PROBLEMS)];
    for (const { fr, en } of sentences) {
      expect(fr).toMatch(/[.!)}]$|\{\w+\}$|load$/);
      expect(en.length).toBeGreaterThan(4);
      expect(en).not.toBe(fr);
    }
  });

  test('every dataset names its producer and licence; SNCF data are share-alike', () => {
    for (const { dataset } of dialects) {
      expect(dataset.attribution).not.toBe('');
      expect(dataset.licence).not.toBe('');
      if (dataset.producer.startsWith('SNCF')) expect(dataset).toMatchObject({ licence: 'ODbL 1.0', shareAlike: true });
    }
  });
});
