import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/journal/act.js';
import { hundredths } from '../review/ranking.rules.js';
import { tieWords } from './award.draft.js';
import type { AwardParts } from './awards.service.js';
import { OUTCOMES, type Outcome } from './decision.rules.js';
import type { LineRow } from './decisions.queries.js';
import type { PublishedResults } from './decisions.schemas.js';

/** SHA-256 of the results as canonical JSON: anyone can compute it again. */
export function sealOf(results: PublishedResults): string {
  return createHash('sha256').update(canonicalJson(results)).digest('hex');
}

const ORDER = (line: LineRow) => OUTCOMES.indexOf(line.outcome as Outcome) * 10_000 + (line.waitingRank ?? 0);
const WORDS = { file: 'Dossier' } as const;

/** What the law and the call allow everyone to read: those selected by name, the others as the call said; never a file. */
export function composeResults(parts: AwardParts, publishedAt: Date): PublishedResults {
  const { call, award, review, reviewers, lots, lines, ranks, applications } = parts;
  if (award?.decision == null || review === null) throw new Error('results are those of a decision');
  const { shown, jury } = call.content;
  const grid = call.content.grid;
  const asked: readonly ({ readonly id: string; readonly name: string } | null)[] = lots.length === 0 ? [null] : lots;
  return {
    call: { id: call.id, title: call.content.title, owner: call.organisation.name },
    decision: award.decision,
    deedKind: award.deedKind,
    publishedAt: publishedAt.toISOString(),
    method: {
      mode: review.mode,
      quorum: review.quorum,
      readers: reviewers.filter(({ state }) => state === 'accepted').length,
      scaleMax: grid.scaleMax,
      rankingShown: shown.ranking,
      departure: award.departure,
    },
    jury: shown.jury ? jury.members.map(({ who }) => who) : [],
    grid,
    received: shown.applicants === 'none' ? null : applications.length,
    lots: asked.map((lot) => {
      const ranked = ranks.find((one) => one.lot === (lot?.id ?? null))?.lines ?? [];
      const here = lines.filter((line) => line.lot === (lot?.id ?? null)).sort((a, b) => ORDER(a) - ORDER(b));
      const seen = shown.applicants === 'none' && !shown.ranking ? here.filter(({ outcome }) => outcome === 'selected') : here;
      return {
        lot,
        lines: seen.map((line, index) => {
          const named = line.outcome === 'selected' || shown.applicants === 'names';
          const measured = ranked.find(({ applicationId }) => applicationId === line.applicationId);
          const isRanked = shown.ranking && measured !== undefined && measured.rank !== null;
          return {
            label: named ? (applications.find(({ id }) => id === line.applicationId)?.organisation ?? '') : `${WORDS.file} ${index + 1}`,
            named,
            outcome: line.outcome as Outcome,
            waitingRank: line.waitingRank,
            rank: isRanked ? measured.rank : null,
            hundredths: isRanked ? hundredths(measured.total) : null,
            tie: isRanked && measured.tie !== null ? tieWords(grid, measured.tie.decidedBy) : null,
            reasons: named ? reasonsOf(parts, line) : [],
          };
        }),
      };
    }),
    remedies: [...parts.deed.remedies],
  };
}

export function reasonsOf({ call }: AwardParts, { reasons }: LineRow): { label: string; text: string }[] {
  return labelled(call.content.grid.criteria, reasons);
}

/** In the order of the grid. */
export function labelled(
  criteria: readonly { readonly id: string; readonly label: string }[],
  reasons: LineRow['reasons'],
): { label: string; text: string }[] {
  return criteria.flatMap(({ id, label }) => {
    const text = reasons.find(({ criterion }) => criterion === id)?.text ?? '';
    return text === '' ? [] : [{ label, text }];
  });
}
