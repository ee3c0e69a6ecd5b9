import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  answerFaults,
  countedAnswers,
  eligibilityOf,
  fits,
  formFaults,
  holds,
  isBlank,
  moneyTotals,
  reviewForm,
  ruleFault,
  visibleQuestions,
} from './question.rules.js';
import { type Answer, form as formSchema, question, type Question } from './question.schemas.js';

const NONE = new Set<string>();
const ask = (kind: string, more: object = {}): Question => question.parse({ id: 'q', kind, label: 'Question', required: true, ...more });
const form = formSchema.parse([
  {
    id: 'projet',
    title: 'Le projet',
    questions: [
      {
        id: 'public',
        kind: 'choice',
        label: 'Recevrez-vous du public ?',
        required: true,
        options: [
          { id: 'oui', label: 'Oui' },
          { id: 'non', label: 'Non' },
        ],
      },
      {
        id: 'jauge',
        kind: 'number',
        label: 'Combien à la fois ?',
        required: true,
        min: 1,
        whole: true,
        shownIf: { test: 'has', question: 'public', options: ['oui'] },
      },
      {
        id: 'nuit',
        kind: 'short',
        label: 'Jusqu’à quelle heure ?',
        required: false,
        shownIf: { test: 'at_least', question: 'jauge', value: 100 },
      },
    ],
  },
]);

describe('a form as its owner writes it', () => {
  test('is sound when its conditions look back at what can be tested', () => {
    expect(formFaults(form)).toEqual([]);
  });

  test.each([
    ['two questions of one name', { id: 'public', kind: 'short' }, '/0/questions/3/id', 'id-twice'],
    [
      'a condition on itself',
      { id: 'x', kind: 'short', shownIf: { test: 'answered', question: 'x' } },
      '/0/questions/3/shownIf',
      'condition-later',
    ],
    ['on nothing', { id: 'x', kind: 'short', shownIf: { test: 'answered', question: 'y' } }, '/0/questions/3/shownIf', 'condition-unknown'],
    [
      'a number asked of a choice',
      { id: 'x', kind: 'short', shownIf: { test: 'at_most', question: 'public', value: 1 } },
      '/0/questions/3/shownIf',
      'condition-unfit',
    ],
    [
      'an option that is not offered',
      { id: 'x', kind: 'short', shownIf: { test: 'has', question: 'public', options: ['peut-etre'] } },
      '/0/questions/3/shownIf',
      'condition-unfit',
    ],
    ['limits that cross', { id: 'x', kind: 'number', min: 3, max: 2 }, '/0/questions/3/max', 'limits-crossed'],
    [
      'two columns of one name',
      {
        id: 'x',
        kind: 'table',
        columns: [
          { id: 'a', label: 'A', kind: 'text' },
          { id: 'a', label: 'B', kind: 'text' },
        ],
      },
      '/0/questions/3/columns/1/id',
      'id-twice',
    ],
    [
      'a condition inside a block',
      {
        id: 'x',
        kind: 'block',
        questions: [{ id: 'a', kind: 'short', label: 'A', required: true, shownIf: { test: 'answered', question: 'public' } }],
      },
      '/0/questions/3/questions/0/shownIf',
      'condition-unfit',
    ],
  ])('is refused for %s', (_what, wrong, pointer, fault) => {
    const [section] = form;
    const added = question.parse({ label: 'Autre', required: false, ...wrong });
    expect(formFaults([{ ...section!, questions: [...section!.questions, added] }])).toEqual([{ pointer, fault }]);
  });

  test('a rule of eligibility may look at any question, if it can be tested so', () => {
    expect(ruleFault({ test: 'at_least', question: 'jauge', value: 5 }, form)).toBeNull();
    expect(ruleFault({ test: 'at_least', question: 'public', value: 5 }, form)).toBe('condition-unfit');
    expect(ruleFault({ test: 'answered', question: 'ailleurs' }, form)).toBe('condition-unknown');
  });
});

describe('what is shown', () => {
  test('follows the answers, and a question under a hidden one is hidden whatever was answered to it', () => {
    expect([...visibleQuestions(form, {})]).toEqual(['public']);
    expect([...visibleQuestions(form, { public: ['oui'], jauge: 120 })]).toEqual(['public', 'jauge', 'nuit']);
    expect([...visibleQuestions(form, { public: ['non'], jauge: 120 })]).toEqual(['public']);
    expect(countedAnswers(form, { public: ['non'], jauge: 120, nuit: 'minuit' })).toEqual({ public: ['non'] });
  });

  test('a condition is unknown while nothing is answered', () => {
    expect(holds({ test: 'has', question: 'public', options: ['oui'] }, {})).toBeNull();
    expect(holds({ test: 'lacks', question: 'public', options: ['oui'] }, { public: ['non'] })).toBe(true);
    expect(holds({ test: 'answered', question: 'public' }, {})).toBe(false);
  });

  test('eligibility says met, not met or unknown, and nothing of what this applicant is not asked', () => {
    const rules = [
      { id: 'r', explanation: 'Cent personnes au plus', condition: { test: 'at_most' as const, question: 'jauge', value: 100 } },
    ];
    const verdict = (given: Record<string, Answer>) => eligibilityOf(rules, form, given).map(({ verdict: said }) => said);
    expect([
      verdict({}),
      verdict({ public: ['oui'] }),
      verdict({ public: ['oui'], jauge: 80 }),
      verdict({ public: ['oui'], jauge: 180 }),
    ]).toEqual([[], ['unknown'], ['met'], ['not_met']]);
  });
});

describe('an answer', () => {
  const table = {
    columns: [
      { id: 'what', label: 'Quoi', kind: 'text' },
      { id: 'many', label: 'Combien', kind: 'number' },
    ],
  };
  const block = {
    questions: [
      { id: 'name', kind: 'short', label: 'Nom', required: true },
      { id: 'age', kind: 'number', label: 'Âge', required: false },
    ],
  };
  const options = {
    options: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
  };

  test.each([
    ['short', {}, 'Un mot', 12],
    ['long', {}, 'Des mots', ['Des mots']],
    ['number', {}, 3, '3'],
    ['choice', options, ['a'], ['c']],
    ['choice', options, ['a', 'b'], ['a', 'a']],
    ['file', {}, ['01930d6e'], 4],
    ['table', table, [{ what: 'Table', many: 2 }], [{ what: 'Table', other: 2 }]],
    ['table', table, [{ what: null }], [{ what: 2 }]],
    ['block', block, [{ name: 'Léa', age: null }], [{ name: ['Léa'] }]],
    ['organisation', {}, [{ name: 'Les Clés', siret: null }], [{ name: 3 }]],
    ['calendar', {}, [{ label: 'Travaux', from: '2027-01-01', until: null }], [{ label: 'Travaux', at: 'demain' }]],
    ['money', {}, { expenses: [], resources: [] }, 'cher'],
  ] as const)('to %s has one shape', (kind, more, good, bad) => {
    expect([fits(ask(kind, more), good as unknown as Answer), fits(ask(kind, more), bad as unknown as Answer)]).toEqual([true, false]);
  });

  test.each([
    ['nothing', ask('short'), '  ', ['missing']],
    ['nothing where nothing is due', ask('short', { required: false }), '', []],
    ['too many signs', ask('short', { maxLength: 3 }), 'abcd', ['too-long']],
    ['exactly as many', ask('short', { maxLength: 3 }), 'été', []],
    ['too little', ask('number', { min: 10 }), 9, ['below']],
    ['too much', ask('number', { max: 10 }), 11, ['above']],
    ['a part of a person', ask('number', { whole: true }), 1.5, ['not-whole']],
    ['two options of one', ask('choice', options), ['a', 'b'], ['too-many']],
    ['two options of several', ask('choice', { ...options, several: true }), ['a', 'b'], []],
    ['a file still checked', ask('file'), ['x'], ['file-not-ready']],
    ['a row half filled', ask('table', table), [{ what: 'Table', many: null }], ['incomplete-row']],
    [
      'too few rows',
      ask('table', { ...table, minRows: 2 }),
      [
        { what: 'Table', many: 1 },
        { what: null, many: null },
      ],
      ['too-few'],
    ],
    ['a block without its name', ask('block', block), [{ name: '', age: 3 }], ['incomplete-row']],
    ['a number that is no SIRET', ask('organisation'), [{ name: 'Les Clés', siret: '12' }], ['wrong-number']],
    [
      'an end before its beginning',
      ask('calendar'),
      [{ label: 'Travaux', from: '2027-02-01', until: '2027-01-01' }],
      ['ends-before-it-begins'],
    ],
    [
      'a plan out of balance',
      ask('money'),
      { expenses: [{ label: 'Bois', cents: 100 }], resources: [{ label: 'Don', cents: 90 }] },
      ['unbalanced'],
    ],
    ['a plan in balance', ask('money'), { expenses: [{ label: 'Bois', cents: 100 }], resources: [{ label: 'Don', cents: 100 }] }, []],
    [
      'a line without amount',
      ask('money', { balanced: false }),
      { expenses: [{ label: 'Bois', cents: null }], resources: [] },
      ['incomplete-row'],
    ],
  ] as const)('that says %s', (_what, asked, value, faults) => {
    expect(answerFaults(asked, value as unknown as Answer, NONE)).toEqual(faults);
  });

  test('totals of a money plan', () => {
    expect(
      moneyTotals({
        expenses: [
          { label: 'a', cents: 3 },
          { label: 'b', cents: null },
        ],
        resources: [],
      }),
    ).toEqual({ expensesCents: 3, resourcesCents: 0 });
  });

  test('the review counts what is shown and names what is missing', () => {
    expect(reviewForm(form, { public: ['oui'] })).toEqual([
      {
        id: 'projet',
        title: 'Le projet',
        asked: 2,
        answered: 1,
        faults: [{ question: 'jauge', label: 'Combien à la fois ?', faults: ['missing'] }],
      },
    ]);
  });

  test('whatever is answered, hidden questions never count and blanks are never faults of optional ones', () => {
    const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.constantFrom(['oui'], ['non'], []), fc.constant(null));
    fc.assert(
      fc.property(fc.record({ public: value, jauge: value, nuit: value }), (raw) => {
        const [section] = form;
        const given = Object.fromEntries(
          Object.entries(raw).filter(
            ([id, said]) =>
              said !== null &&
              fits(
                section!.questions.find((one) => one.id === id)!,
                said as Answer,
              ),
          ),
        ) as Record<string, Answer>;
        const shown = visibleQuestions(form, given);
        const [review] = reviewForm(form, given);
        expect(review!.asked).toBe(shown.size);
        expect(review!.answered).toBeLessThanOrEqual(review!.asked);
        expect(review!.faults.every(({ question: id }) => shown.has(id))).toBe(true);
        if (isBlank(given['nuit'])) expect(review!.faults.map(({ question: id }) => id)).not.toContain('nuit');
      }),
    );
  });
});
