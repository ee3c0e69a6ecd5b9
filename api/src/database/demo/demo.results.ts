import type { PublishedResults } from '../../modules/decisions/decisions.schemas.js';
import { REMEDIES_WORDS } from '../../modules/legal/words/deed.words.js';

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
    hundredths: 8_300,
    reasons: [
      ['utilite', '4,5 sur 5 en moyenne. La ville n’a plus de restaurant le midi en semaine ; l’enquête auprès des habitants le confirme.'],
      ['faisabilite', '4 sur 5 en moyenne. Financement réuni aux trois quarts, calendrier des travaux crédible.'],
      ['emploi', '3,5 sur 5 en moyenne. Six emplois dès l’ouverture, dont deux en insertion.'],
      ['lieu', '4,5 sur 5 en moyenne. La cuisine du pavillon est conservée et la salle reste ouverte aux associations.'],
    ],
  },
  {
    file: 'pavillon-savon',
    organisation: 'Blanchisserie Savon et Compagnie',
    outcome: 'not_selected',
    hundredths: 6_200,
    reasons: [
      ['utilite', '3 sur 5 en moyenne. Le besoin des établissements est réel, mais déjà en partie couvert.'],
      ['faisabilite', '3 sur 5 en moyenne. L’alimentation en eau et l’évacuation demandent des travaux non chiffrés.'],
      ['emploi', '4,5 sur 5 en moyenne. Quinze emplois adaptés.'],
      ['lieu', '2 sur 5 en moyenne. Les machines imposent de couper la grande salle en deux.'],
    ],
  },
] as const;

export function demoLines() {
  return LINES.map(({ reasons, ...line }) => ({ ...line, reasons: reasons.map(([criterion, text]) => ({ criterion, text })) }));
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
        lines: demoLines().map(({ organisation: label, outcome, hundredths, reasons }, index) => ({
          ...{ label, named: true, outcome, waitingRank: null, rank: index + 1, hundredths, tie: null },
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
