import { type Grid, hundredths, type LotRanking } from '../review/ranking.rules.js';
import type { Scores } from '../review/review.rules.js';
import type { AwardLine } from './decision.rules.js';

const points = (value: number): string => (value / 100).toLocaleString('fr-FR', { maximumFractionDigits: 2 });

/** A first proposal, from the ranking: the best of each lot, the others waiting in their order; reasons in words, to be edited. */
export function draftAward(
  grid: Grid,
  ranking: readonly LotRanking[],
  scoresOf: (applicationId: string) => readonly { readonly scores: Scores }[],
): AwardLine[] {
  return ranking.flatMap(({ lot, lines }) =>
    lines.map(({ applicationId, rank, criteria, readers }, index): AwardLine => ({
      lot,
      applicationId,
      outcome: rank === null ? 'not_selected' : index === 0 ? 'selected' : 'waiting_list',
      waitingRank: rank === null || index === 0 ? null : index,
      reasons: grid.criteria.map(({ id }) => {
        const measured = criteria.find((criterion) => criterion.id === id);
        const mean =
          measured === undefined || readers === 0 ? '' : `${points(hundredths(measured.mean))} sur ${grid.scaleMax} en moyenne. `;
        const said = scoresOf(applicationId).flatMap(({ scores }) => scores[id]?.justification ?? []);
        return { criterion: id, text: `${mean}${said.map(asSentence).join(' ')}`.trim() };
      }),
    })),
  );
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** How a tie was parted, in words. */
export function tieWords(grid: Grid, decidedBy: string | null): string {
  const label = grid.criteria.find(({ id }) => id === decidedBy)?.label;
  return label === undefined
    ? 'À égalité, y compris sur les critères de départage publiés.'
    : `À égalité de points ; départagé par le critère « ${label} », comme l’appel l’annonce.`;
}
