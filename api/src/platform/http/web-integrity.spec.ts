import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withIntegrity } from './web-integrity.js';

const folder = mkdtempSync(join(tmpdir(), 'terrain-web-'));
// `openssl dgst -sha384 -binary | openssl base64 -A` of the word “hello”.
const HELLO = 'sha384-WeF0h3dEjGnea4ANejO7+5/xtGPkQ1TDVTvNucZm+pASWjx5+QOXvfX2oT3oKGhP';
beforeAll(() => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'main.js'), 'hello');
  writeFileSync(join(folder, 'assets', 'main.css'), 'hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the page names the content of the files it runs', () => {
  test.each([
    [
      '<script type="module" crossorigin src="/assets/main.js"></script>',
      `<script type="module" crossorigin src="/assets/main.js" integrity="${HELLO}"></script>`,
    ],
    ['<link rel="stylesheet" href="/assets/main.css" />', `<link rel="stylesheet" href="/assets/main.css" integrity="${HELLO}" />`],
  ])('%s', (before, after) => {
    expect(withIntegrity(before, folder)).toBe(after);
    expect(withIntegrity(after, folder)).toBe(after);
  });

  test.each(['<link rel="icon" href="/favicon.svg">', '<script src="/assets/missing.js"></script>', '<p>/assets/main.js</p>'])(
    'and leaves alone what is none of them: %s',
    (element) => expect(withIntegrity(element, folder)).toBe(element),
  );
});
