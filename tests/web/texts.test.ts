import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as words from '../../api/src/modules/sites/site.vocabulary.js';
import { en } from '../../web/src/text/en/catalogue';
import { fr } from '../../web/src/text/fr/catalogue';
import { insideTexts } from '../../web/src/text/fr/inside';
import { keepPunctuation } from '../../web/src/text/french-spaces';

const SOURCES = join(__dirname, '../../web/src');

function leaves(tree: object, path: readonly string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as [string, string]] : leaves(value as object, [...path, key]),
  );
}

const french = new Map(leaves({ ...fr, ...insideTexts }));
const english = new Map(leaves(en));

describe('the sentences people read', () => {
  test('exist in both languages under the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  test('are never empty and never left as a note to ourselves', () => {
    const poor = [...french, ...english].filter(([, text]) => text.trim() === '' || /lorem|\?\?\?/i.test(text));
    expect(poor).toEqual([]);
  });

  test('receive the same values in both languages', () => {
    const holes = (text: string | undefined) => [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
    const different = [...french].filter(([key, text]) => holes(text).join() !== holes(english.get(key)).join()).map(([key]) => key);
    expect(different).toEqual([]);
  });

  test('keep French punctuation on the line of its word', () => {
    expect(keepPunctuation('Que faire ? Lisez « la fiche » : tout y est')).toBe(
      'Que faire\u00a0? Lisez «\u00a0la fiche\u00a0»\u00a0: tout y est',
    );
    expect([...french].filter(([, text]) => / [:;!?»]|« /.test(keepPunctuation(text)))).toEqual([]);
  });

  test('use the curved apostrophe', () => {
    expect([...french, ...english].filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  test('name every word of the closed lists of the API', () => {
    const { vocabulary } = fr;
    const listed = (labels: object) => Object.keys(labels).sort();
    expect(listed(vocabulary.kind)).toEqual([...words.SITE_KINDS].sort());
    expect(listed(vocabulary.state)).toEqual([...words.SITE_STATES].sort());
    expect(listed(vocabulary.tenure)).toEqual([...words.TENURES].sort());
    expect(listed(vocabulary.feature)).toEqual([...words.FEATURES].sort());
    expect(listed(vocabulary.constraint)).toEqual([...words.CONSTRAINTS].sort());
    expect(listed(vocabulary.condition)).toEqual([...words.CONDITIONS].sort());
    expect(listed(vocabulary.use)).toEqual([...words.USES].sort());
    expect(listed(vocabulary.activity)).toEqual([...words.ACTIVITIES].sort());
    expect(listed(vocabulary.ownerKind)).toEqual([...words.OWNER_KINDS].sort());
    expect(listed(vocabulary.propertyStatus)).toEqual([...words.PROPERTY_STATUSES].sort());
    expect(listed(vocabulary.locationShown)).toEqual([...words.LOCATION_SHOWN].sort());
    expect(listed(vocabulary.agentRole)).toEqual([...words.AGENT_ROLES].sort());
  });

  test('are all said somewhere', () => {
    const code = sourceText(SOURCES);
    const literals = new Set([...code.matchAll(/['"`]([\w:.]+)['"`]/g)].map((match) => match[1] ?? ''));
    const templates = [...code.matchAll(/`([\w:.]*)\$\{[^}]+\}([\w.]*)`/g)].map((match) => [match[1] ?? '', match[2] ?? ''] as const);
    const isSaid = (key: string) => {
      const [namespace = '', ...rest] = key.replace(/_(zero|one|other)$/, '').split('.');
      const path = rest.join('.');
      const last = rest.at(-1) ?? '';
      return (
        [path, `${namespace}:${path}`].some((form) => literals.has(form) || templates.some(([head, tail]) => isMade(form, head, tail))) ||
        (rest.length === 1 && literals.has(last))
      );
    };
    expect([...french.keys()].filter((key) => !isSaid(key))).toEqual([]);
  });
});

/** A template whose variable part is one step of the path: `facts.${name}`, `${part}Text`. */
function isMade(form: string, head: string, tail: string): boolean {
  if (head === '' && tail === '') return false;
  return (
    form.startsWith(head) &&
    form.endsWith(tail) &&
    form.length > head.length + tail.length &&
    !form.slice(head.length, form.length - tail.length).includes('.')
  );
}

function sourceText(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name) && !file.parentPath.includes(join('src', 'text')))
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    .join('\n');
}
