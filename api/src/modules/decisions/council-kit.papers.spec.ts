import { expect, test } from '@jest/globals';
import type { AwardParts } from './awards.service.js';
import { councilCertificate } from './council-kit.papers.js';

const CONTENT = { title: 'La halle', opensAt: '1er décembre', firstClosesAt: null, closesAt: '20 décembre' };
const certified = (content: object, shortlist: object | null, files: number): readonly string[] => {
  const call = { organisation: { name: 'Ville' }, publishedAt: '26 novembre', content: { ...CONTENT, ...content }, shortlist };
  const parts = { call, applications: Array.from({ length: files }) } as unknown as Pick<AwardParts, 'call' | 'applications'>;
  const { blocks } = councilCertificate(parts, { say: (instant) => instant, page: 'https://example.org/appels/1' });
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])).slice(1, -1);
};

test('the certificate of a call in one step says when it received files, and how many', () => {
  expect(certified({}, null, 2)).toEqual(['a reçu les candidatures du 1er décembre au 20 décembre ;', 'a reçu 2 dossiers ;']);
  expect(certified({}, null, 0)[1]).toBe('n’a reçu aucun dossier ;');
});

test('of a call in two steps it tells one from the other, and the shortlist between them', () => {
  const two = { firstClosesAt: '10 décembre' };
  expect(certified(two, { at: '12 décembre', files: 3, kept: 2 }, 3)).toEqual([
    'a reçu les dossiers de première étape du 1er décembre au 10 décembre ;',
    'a reçu 3 dossiers de première étape ;',
    'a fait l’objet d’une présélection, annoncée le 12 décembre : 2 sur 3 dossiers ;',
    'a reçu les dossiers complets du 12 décembre au 20 décembre ;',
  ]);
  expect(certified(two, null, 1)).toHaveLength(2);
});
