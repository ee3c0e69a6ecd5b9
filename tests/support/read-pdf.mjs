import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Prints what a reader’s software is told of the PDF on standard input: title, language, and its structure with the words of each part, in order. */
const pdf = await getDocument({ data: new Uint8Array(readFileSync(0)), verbosity: 0 }).promise;
const { info } = await pdf.getMetadata();
const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title);
const parts = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = wordsByMark(items);
  walk(await page.getStructTree(), words, []);
}
process.stdout.write(JSON.stringify({ title: info.Title, language: info.Language, pages: pdf.numPages, outline, parts }));

/** A text is within the marks that are open around it. */
function wordsByMark(items) {
  const words = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent') open.push(item.id ?? null);
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const id = open.filter((mark) => mark !== null).at(-1);
      if (id !== undefined) words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    }
  }
  return words;
}

function walk(node, words, path) {
  if (node === null) return;
  if (node.type === 'content') {
    const said = (words.get(node.id) ?? '').trim();
    if (said !== '') parts.push({ role: path.at(-1), text: said.replace(/\s+/g, ' ') });
    return;
  }
  for (const child of node.children ?? []) walk(child, words, [...path, node.role]);
}
