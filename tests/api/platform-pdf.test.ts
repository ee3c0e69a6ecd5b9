import { describe, expect, test } from '@jest/globals';
import type { PdfBlock } from '../../api/src/platform/pdf/pdf-document.js';
import { renderPdf } from '../../api/src/platform/pdf/render-pdf.js';
import { readPdf } from '../support/read-pdf.js';

const printed = (blocks: PdfBlock[]) =>
  renderPdf({
    title: 'Récépissé d’un dossier',
    language: 'fr',
    author: 'Ville de Chaumont',
    createdAt: new Date('2026-11-26T09:00:00Z'),
    footer: 'Dossier TE-2026-000001',
    blocks,
  });

describe('A printed document', () => {
  test('says its title, its language and what each part is, in the order in which it is read', async () => {
    const read = readPdf(
      await printed([
        { kind: 'lines', lines: ['Les Ateliers de l’Œuvre', '52000 Chaumont'], at: 'right' },
        { kind: 'heading', level: 2, text: 'Le projet' },
        { kind: 'paragraph', text: 'Un atelier « vélo ».\n\nLoyer : 1 200,50 €.' },
        { kind: 'facts', rows: [['Surface', '200 m²']] },
        { kind: 'list', items: ['Statuts', 'Budget'] },
        { kind: 'heading', level: 3, text: 'Financement' },
        { kind: 'table', head: ['Poste', '2026'], rows: [['Travaux', '1 000 €']], figures: [1] },
      ]),
    );
    expect(read).toMatchObject({ title: 'Récépissé d’un dossier', language: 'fr-FR', pages: 1 });
    expect(read.parts.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'H1 Récépissé d’un dossier',
      'P Les Ateliers de l’Œuvre 52000 Chaumont',
      'H2 Le projet',
      'P Un atelier « vélo ».',
      'P Loyer : 1 200,50 €.',
      'TH Surface',
      'TD 200 m²',
      'Lbl •',
      'LBody Statuts',
      'Lbl •',
      'LBody Budget',
      'H3 Financement',
      'TH Poste',
      'TH 2026',
      'TD Travaux',
      'TD 1 000 €',
    ]);
  });

  test('goes on over its pages without losing a line, a long table included, and reads no page number aloud', async () => {
    const rows = Array.from({ length: 120 }, (_, line) => [`Ligne ${line}`, `${line} €`]);
    const answer = Array.from({ length: 900 }, (_, word) => `mot${word}`).join(' ');
    const read = readPdf(
      await printed([
        { kind: 'table', head: ['Poste', 'Montant'], rows, figures: [1] },
        { kind: 'table', head: ['Question', 'Réponse'], rows: [['Pourquoi ici ?', answer]] },
      ]),
    );
    const cells = read.parts.filter(({ role }) => role === 'TD').map(({ text }) => text);
    expect(read.pages).toBeGreaterThan(4);
    expect(cells).toEqual(rows.flat());
    const words = read.parts.filter(({ role }) => role === 'P').map(({ text }) => text);
    expect(words.join(' ')).toContain(answer.slice(-200));
    expect(words.join(' ')).not.toContain('page 1 sur');
  });

  test('is the same to the byte when it is printed again', async () => {
    const blocks: PdfBlock[] = [{ kind: 'paragraph', text: 'Toujours le même.' }];
    expect((await printed(blocks)).equals(await printed(blocks))).toBe(true);
  });
});
