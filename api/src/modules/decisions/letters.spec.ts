import { describe, expect, test } from '@jest/globals';
import type { LineOutcome } from './decision.rules.js';
import { type LetterFacts, type LetterKind, writeLetter } from './letters.js';

const decision = { authorityName: 'Le conseil', authorityFunction: 'Assemblée', decidedOn: '2026-12-20', reference: '2026-118' };
const line = (lot: string | null, outcome: LineOutcome): LetterFacts['lines'][number] => ({
  ...{ lot, outcome, waitingRank: outcome === 'waiting_list' ? 1 : null, rank: null, points: null, reasons: [] },
});
const letter = (kind: LetterKind, ...lines: LetterFacts['lines'][number][]) => {
  const deed = { name: 'convention', remedies: ['Deux mois.'] };
  const facts = {
    owner: 'Ville',
    call: 'Deux lieux',
    organisation: 'Les Clés',
    number: 'TE-1',
    deed,
    decision,
    reason: null,
    on: '2026-12-22',
  };
  const { title, blocks } = writeLetter(kind, { ...facts, lines });
  return {
    title,
    text: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n'),
    whole: JSON.stringify(blocks),
  };
};

describe('a letter of decision', () => {
  test('says of a file the outcome for each of its lots, never one that another contradicts', () => {
    const { title, text } = letter('selected', line('La halle', 'selected'), line('Le quai', 'not_selected'));
    expect(title).toBe('Votre candidature est retenue pour « La halle »');
    expect(text).toContain('votre candidature est retenue pour « La halle » et n’est pas retenue pour « Le quai ».');
  });

  test('says what follows for the lot obtained, and for the one that is waited for', () => {
    const { text } = letter('selected', line('La halle', 'selected'), line('Le quai', 'waiting_list'), line('La cour', 'not_selected'));
    expect(text).toContain(
      'est retenue pour « La halle », est inscrite en liste d’attente pour « Le quai » et n’est pas retenue pour « La cour »',
    );
    expect(text).toMatch(/projet de contrat \(convention\)[^]*quitter cette liste/);
  });

  test.each<[LetterKind, LineOutcome, string]>([
    ['selected', 'selected', 'votre candidature est retenue pour « La halle » et « Le quai ».'],
    ['not_selected', 'not_selected', 'votre candidature n’est pas retenue pour « La halle » et « Le quai ».'],
  ])('%s for all of them, it says so once', (kind, outcome, said) => {
    const { title, text } = letter(kind, line('La halle', outcome), line('Le quai', outcome));
    expect(title).not.toContain('La halle');
    expect(text).toContain(said);
  });

  test('is dated, and says days and authorities as one writes them', () => {
    const { text, whole } = letter('not_selected', line('La halle', 'not_selected'));
    expect(whole).toContain('Le 22 décembre 2026');
    expect(text).toContain('La décision a été prise par le conseil (Assemblée), le 20 décembre 2026, référence 2026-118.');
  });

  test('in a call by zone names no lot', () => {
    expect(letter('waiting_list', line(null, 'waiting_list')).text).toContain(
      'votre candidature est inscrite en liste d’attente. La décision',
    );
  });

  test('of a promotion names the lot that it is about', () => {
    const { title, text } = letter('promoted', line('Le quai', 'selected'));
    expect(title).toBe('Votre candidature est retenue, depuis la liste d’attente');
    expect(text).toContain('votre candidature est retenue pour « Le quai », en application de la décision prise par le conseil');
  });

  test('where lots were decided apart, each has its decision', () => {
    const other = { ...decision, reference: '2027-004' };
    const { text, whole } = letter(
      'selected',
      { ...line('La halle', 'selected'), decision },
      { ...line('Le quai', 'not_selected'), decision: other },
    );
    expect(text).toContain('Chaque lieu a fait l’objet d’une décision, rappelée ci-dessous.');
    expect(whole).toMatch(/référence 2026-118"[^]*référence 2027-004"/);
  });
});
