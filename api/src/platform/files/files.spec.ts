import { describe, expect, test } from '@jest/globals';
import { downloadName, titleOf } from './file-title.js';
import { widthsFor } from './images.js';

test.each([
  ['Plan.pdf', 'Plan'],
  ['C:\\plans\\Rez-de-chaussée.PDF', 'Rez-de-chaussée'],
  ['../../../etc/passwd', 'passwd'],
  ['a\u0000b\u202Ec\u2066.png', 'abc'],
  ['e\u0301te\u0301.pdf', 'été'],
  ['.htaccess', 'htaccess'],
  ['   ', null],
  [undefined, null],
  ['plan.v2.dwg.pdf', 'plan.v2.dwg'],
])('the file name %j reads %j', (name, title) => {
  expect(titleOf(name)).toBe(title);
});

test.each([
  ['Plan à l’étage – été', 'plan-a-l-etage-ete.pdf'],
  ['"; filename=evil.exe\r\n', 'filename-evil-exe.pdf'],
  ['日本', 'document.pdf'],
  [null, 'document.pdf'],
])('the title %j downloads as %j', (title, name) => {
  expect(downloadName(title, 'document', 'pdf')).toBe(name);
});

describe('sizes of a photo', () => {
  test.each([
    [200, [200]],
    [320, [320]],
    [900, [320, 640, 900]],
    [2_560, [320, 640, 1_280, 2_560]],
    [8_000, [320, 640, 1_280, 2_560]],
  ])('%i pixels wide: never enlarged', (own, widths) => {
    expect(widthsFor(own)).toEqual(widths);
  });
});
