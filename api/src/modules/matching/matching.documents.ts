import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFrom, type GeneratedDocument } from '../../platform/documents/generated-document.js';
import { ROOT } from '../../platform/version.js';
import { methodPage } from './match.method-page.js';
import { pinnedCases, pinnedPath } from './match.pinned.js';

export const matchingDocuments: readonly GeneratedDocument[] = [
  { path: 'docs/method.md', render: () => generatedFrom('api/src/modules/matching/criteria/criteria.ts') + methodPage() },
  { path: pinnedPath, render: () => writtenOnce() },
];

/** The results of a version are never written over: that is what they are compared with. */
function writtenOnce(): string {
  const file = join(ROOT, pinnedPath);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  return `${JSON.stringify({ cases: pinnedCases() })}\n`;
}
