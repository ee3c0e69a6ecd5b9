import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './support/program.mjs';
import { report } from './support/report.mjs';

// What a first visit loads in JavaScript before the map (performance figure 9), read from the built pages.
const dist = join(root, 'web/dist');
const assets = join(dist, 'assets');
const PAGES = { '/': 'home', '/lieux': 'places', '/lieux/…': 'place', '/besoin': 'need', '/resultats': 'results' };

/** A file and all it imports at once; what it imports on demand (the map) is not followed. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(join(assets, file), 'utf8');
  for (const [, name] of source.matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g)) withImports(name, seen);
  return seen;
}

const kilobytes = (files) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0) / 1000;

if (!existsSync(assets)) {
  console.log('skipped: the pages are not built (web/dist)');
} else {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const first = new Set();
  for (const [, name] of html.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)) withImports(basename(name), first);
  // The words of a page are a file of the same name: what it was made of tells them apart.
  const isMadeOf = (name, source) =>
    JSON.parse(readFileSync(join(assets, `${name}.map`), 'utf8')).sources.some((from) => from.endsWith(source));
  const chunkOf = (page) =>
    readdirSync(assets).find((name) => new RegExp(`^${page}-[\\w-]{8}\\.js$`).test(name) && isMadeOf(name, `/pages/${page}.tsx`));
  report({
    name: 'bundle',
    title: 'First load of a page',
    command: 'npm run bench -- bundle',
    notes:
      'JavaScript of the entry, of the page and of all they import at once, each file compressed by gzip at its default level (kB = 1 000 bytes); fonts, styles and what is loaded on demand, the map among it, are not counted.',
    rows: Object.entries(PAGES).map(([path, page]) => {
      const files = withImports(chunkOf(page), new Set(first));
      return [
        `9 · \`${path}\`, compressed JavaScript before the map`,
        '≤ 200 kB',
        `${kilobytes(files).toFixed(0)} kB in ${files.size} files`,
      ];
    }),
  });
}
