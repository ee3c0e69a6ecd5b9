import type { Language } from '../../platform/http/request-context.js';
import { parisWords } from '../../platform/paris-time.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.js';
import { visibleQuestions } from '../calls/form/question.rules.js';
import type { Answer, MoneyPlan, Question, SimpleQuestion } from '../calls/form/question.schemas.js';
import { asFiled, formOf } from './application.view.js';
import type { ApplicationRecord, FileRow } from './applications.queries.js';
import { DOSSIER_WORDS, type DossierWords } from './dossier.words.js';

type Row = Readonly<Record<string, unknown>>;

/** The whole dossier on paper: what was filed, or the draft, which says that it is one. */
export function dossierDocument(application: ApplicationRecord, language: Language): PdfDocument {
  const words = DOSSIER_WORDS[language];
  const read = asFiled(application);
  const { number, organisation, lastFiling, updatedAt } = read;
  const title = words.title(lastFiling === null ? null : number);
  return {
    title,
    language,
    author: organisation.name,
    createdAt: new Date(lastFiling?.arrivedAt ?? updatedAt),
    footer: `${title} — ${organisation.name}`,
    blocks: [...headOf(read, language), ...lotsOf(read, words), ...sectionsOf(read, language), ...filesOf(read, words)],
  };
}

function headOf({ lastFiling, organisation, partners, owner, call, site }: ApplicationRecord, language: Language): PdfBlock[] {
  const words = DOSSIER_WORDS[language];
  // Those who wrote what was filed: whoever joined or left since is not in it.
  const together = (lastFiling === null ? partners : (lastFiling.content.partners ?? [])).map(({ name }) => name);
  const facts: PdfBlock = {
    kind: 'facts',
    rows: [
      [words.by, organisation.name],
      ...(together.length > 0 ? ([[words.partners, together.join(', ')]] as const) : []),
      [call === null ? words.forPlace : words.for, call?.title ?? site?.name ?? ''],
      [words.owner, owner.name],
      ...(lastFiling === null
        ? []
        : ([
            [words.filedAt, parisWords(new Date(lastFiling.arrivedAt), language)],
            [words.sequence, words.sequenceOf(lastFiling.sequence)],
            [words.hash, lastFiling.hash],
          ] as const)),
    ],
  };
  return lastFiling === null ? [{ kind: 'paragraph', text: words.notFiled }, facts] : [facts];
}

function lotsOf({ lots, call }: ApplicationRecord, words: DossierWords): PdfBlock[] {
  const named = lots.flatMap((id) => call?.lots.find((lot) => lot.id === id) ?? []);
  if (named.length === 0) return [];
  const items = named.map(({ name, commune }, rank) => `${rank + 1}. ${name}${commune === null ? '' : ` (${commune})`}`);
  return [
    { kind: 'heading', level: 2, text: words.lots },
    { kind: 'list', items },
  ];
}

function sectionsOf(application: ApplicationRecord, language: Language): PdfBlock[] {
  const form = formOf(application);
  const shown = visibleQuestions(form, application.answers);
  return form.flatMap(({ title, questions }): PdfBlock[] => {
    const asked = questions.filter(({ id }) => shown.has(id));
    if (asked.length === 0) return [];
    return [
      { kind: 'heading', level: 2, text: title },
      ...asked.flatMap((question): PdfBlock[] => [
        { kind: 'heading', level: 3, text: question.label },
        ...answerBlocks(question, application.answers[question.id], application.files, language),
      ]),
    ];
  });
}

function answerBlocks(question: Question, value: Answer | undefined, files: readonly FileRow[], language: Language): PdfBlock[] {
  const words = DOSSIER_WORDS[language];
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return [{ kind: 'paragraph', text: words.blank, quiet: true }];
  switch (question.kind) {
    case 'short':
    case 'long':
    case 'number':
    case 'choice':
      return [{ kind: 'paragraph', text: simpleWords(question, value, words) }];
    case 'file':
      return [{ kind: 'list', items: (value as string[]).map((id) => files.find((file) => file.id === id)?.title ?? id) }];
    case 'money':
      return moneyBlocks(value as MoneyPlan, words);
    case 'table':
      return [
        {
          kind: 'table',
          head: question.columns.map(({ label }) => label),
          rows: (value as Row[]).map((row) => question.columns.map(({ id }) => cellWords(row[id], words))),
          figures: question.columns.flatMap(({ kind }, at) => (kind === 'number' ? [at] : [])),
        },
      ];
    case 'calendar':
      return [
        {
          kind: 'table',
          head: [words.step, words.from, words.until],
          rows: (value as Row[]).map((row) => [
            cellWords(row['label'], words),
            dayWords(row['from'], words),
            dayWords(row['until'], words),
          ]),
        },
      ];
    case 'organisation':
      return [
        {
          kind: 'table',
          head: [words.organisation, words.siret, words.part],
          rows: (value as Row[]).map((row) => ['name', 'siret', 'part'].map((key) => cellWords(row[key], words))),
        },
      ];
    case 'block':
      return (value as Row[]).flatMap((row, at): PdfBlock[] => [
        { kind: 'heading', level: 4, text: words.time(at + 1) },
        { kind: 'facts', rows: question.questions.map((inner) => [inner.label, simpleWords(inner, row[inner.id], words)]) },
      ]);
  }
}

function simpleWords(question: SimpleQuestion | Question, value: unknown, words: DossierWords): string {
  if (question.kind === 'choice' && Array.isArray(value))
    return (value as string[]).map((id) => question.options.find((option) => option.id === id)?.label ?? id).join(', ');
  if (question.kind === 'number' && typeof value === 'number') return `${cellWords(value, words)} ${question.unit ?? ''}`.trim();
  return cellWords(value, words) || words.blank;
}

function cellWords(value: unknown, { locale }: DossierWords): string {
  if (typeof value === 'number') return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  return typeof value === 'string' ? value : '';
}

function dayWords(value: unknown, { locale }: DossierWords): string {
  if (typeof value !== 'string' || value === '') return '';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
}

function moneyBlocks(plan: MoneyPlan, words: DossierWords): PdfBlock[] {
  const euros = (cents: number | null) =>
    cents === null ? '…' : new Intl.NumberFormat(words.locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);
  return (['expenses', 'resources'] as const).flatMap((side): PdfBlock[] => [
    { kind: 'heading', level: 4, text: words[side] },
    {
      kind: 'table',
      head: [words.label, words.amount],
      rows: [
        ...plan[side].map(({ label, cents }) => [label, euros(cents)]),
        [words.total, euros(plan[side].reduce((sum, { cents }) => sum + (cents ?? 0), 0))],
      ],
      figures: [1],
    },
  ]);
}

function filesOf(application: ApplicationRecord, words: DossierWords): PdfBlock[] {
  const files = filesOfDossier(application);
  if (files.length === 0) return [];
  const kilobytes = (bytes: number) => `${new Intl.NumberFormat(words.locale).format(Math.ceil(bytes / 1_000))} ko`;
  return [
    { kind: 'heading', level: 2, text: words.files },
    {
      kind: 'table',
      head: [words.file, words.size, words.print],
      rows: files.map(({ title, bytes, sha256 }) => [title ?? '…', kilobytes(bytes), sha256]),
    },
  ];
}

/** The documents that go with the dossier: those of the filing, or of the draft, once they may be opened. */
export function filesOfDossier({ files, lastFiling }: ApplicationRecord): FileRow[] {
  const filed = lastFiling === null ? null : new Set(lastFiling.content.files.map(({ id }) => id));
  return files.filter(({ id, state }) => state !== 'refused' && (filed === null || filed.has(id)));
}
