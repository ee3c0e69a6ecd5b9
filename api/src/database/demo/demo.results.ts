import type { PublishedResults } from '../../modules/decisions/decisions.schemas.js';
import { REMEDIES_WORDS } from '../../modules/legal/words/deed.words.js';
import { demoRanking } from './demo.jury.js';

export const DEMO_DECISION = {
  authorityName: 'Le conseil municipal inventé',
  authorityFunction: 'Assemblée délibérante',
  reference: 'DEMO-2026-031',
};
const remedies = REMEDIES_WORDS['private-contract'];
export const DEMO_DEED = { name: 'bail civil', remedies: [`${remedies.fr.text} (${remedies.article})`] };

const LINES = [
  {
    file: 'pavillon-luzerne',
    organisation: 'Cantine Poivre et Luzerne',
    outcome: 'selected',
    reasons: [
      ['utilite', 'La ville n’a plus de restaurant le midi en semaine ; l’enquête auprès des habitants le confirme.'],
      ['faisabilite', 'Financement réuni aux trois quarts, calendrier des travaux crédible.'],
      ['emploi', 'Six emplois dès l’ouverture, dont deux en insertion.'],
      ['lieu', 'La cuisine du pavillon est conservée et la salle reste ouverte aux associations.'],
    ],
  },
  {
    file: 'pavillon-savon',
    organisation: 'Blanchisserie Savon et Compagnie',
    outcome: 'not_selected',
    reasons: [
      ['utilite', 'Le besoin des établissements est réel, mais déjà en partie couvert.'],
      ['faisabilite', 'L’alimentation en eau et l’évacuation demandent des travaux non chiffrés.'],
      ['emploi', 'Quinze emplois adaptés.'],
      ['lieu', 'Les machines imposent de couper la grande salle en deux.'],
    ],
  },
] as const;

const inFrench = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });

const NOT_READ = { rank: null, hundredths: 0, means: {} as Readonly<Record<string, number>> };
/** In the order of the ranking, with what the scores of its readers come to. */
export function demoLines() {
  const ranking = demoRanking('pavillon');
  return LINES.map(({ reasons, ...line }) => {
    const { rank, hundredths, means }: Omit<ReturnType<typeof demoRanking>[number], 'file'> =
      ranking.find(({ file }) => file === line.file) ?? NOT_READ;
    const said = reasons.map(([criterion, text]) => ({
      criterion,
      text: `${inFrench(means[criterion] ?? 0)} sur 5 en moyenne. ${text}`,
    }));
    return { ...line, rank, hundredths, points: inFrench(hundredths / 100), reasons: said };
  });
}

/** What was published of an invented call: the same shape, sealed in the same way. */
export function composeDemoResults(
  call: Readonly<Record<string, unknown>>,
  { lot, decision, publishedAt }: { readonly lot: string; readonly decision: PublishedResults['decision']; readonly publishedAt: string },
): PublishedResults {
  const grid = call['grid'] as PublishedResults['grid'];
  const jury = call['jury'] as { readonly members: readonly { readonly who: string }[] };
  return {
    call: { id: String(call['id']), title: String(call['title']), owner: 'Commune de Valmarne-la-Fictive' },
    decision,
    deedKind: 'civil_lease',
    publishedAt,
    method: { mode: 'full', quorum: 2, readers: 3, scaleMax: grid.scaleMax, rankingShown: true, departure: null },
    jury: jury.members.map(({ who }) => who),
    grid,
    received: LINES.length,
    lots: [
      {
        lot: { id: lot, name: 'Pavillon des curistes' },
        lines: demoLines().map(({ organisation: label, outcome, rank, hundredths, reasons }) => ({
          ...{ label, named: true, outcome, waitingRank: null, rank, hundredths, tie: null },
          reasons: reasons.map(({ criterion, text }) => ({
            label: grid.criteria.find(({ id }) => id === criterion)?.label ?? criterion,
            text,
          })),
        })),
      },
    ],
    remedies: [...DEMO_DEED.remedies],
  };
}
