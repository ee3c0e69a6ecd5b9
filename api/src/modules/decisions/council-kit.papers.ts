import type { DocxPaper } from '../../platform/docx/render-docx.js';
import type { PdfBlock } from '../../platform/pdf/pdf-document.js';
import { hundredths } from '../review/ranking.rules.js';
import type { AwardParts } from './awards.service.js';
import { reasonsOf } from './results.composition.js';

const OUTCOMES = {
  selected: 'retenue',
  waiting_list: 'liste d’attente',
  not_selected: 'non retenue',
  withdrawn: 'retirée',
  reopened: 'rouverte',
} as const;

/** A draft that the council reads, changes and votes: what is between square brackets is to be filled in. */
export function councilDeliberation(parts: AwardParts): DocxPaper {
  const { call, deed, lots, lines, award, review } = parts;
  const names = new Map(parts.applications.map(({ id, organisation }) => [id, organisation]));
  const asked: readonly ({ id: string; name: string } | null)[] = lots.length === 0 ? [null] : [...lots];
  return {
    title: `Projet de délibération : attribution à la suite de l’appel « ${call.content.title} »`,
    footer: call.organisation.name,
    blocks: [
      { kind: 'lines', lines: [call.organisation.name, '[Séance du … ; présents, absents, pouvoirs ; secrétaire de séance]'] },
      ...visas(deed).map((text) => ({ kind: 'paragraph' as const, text })),
      {
        kind: 'paragraph',
        text: `Vu l’appel « ${call.content.title} », sa grille et ses critères, publiés avant la réception des candidatures ;`,
      },
      {
        kind: 'paragraph',
        text: `Vu le procès-verbal du jury${review?.minutes == null ? ' [à joindre]' : ''} et le classement établi sur la grille publiée ;`,
      },
      { kind: 'heading', level: 2, text: 'Après en avoir délibéré, [l’assemblée] décide :' },
      ...asked.flatMap((lot, index): PdfBlock[] => [
        { kind: 'heading', level: 3, text: `Article ${index + 1}${lot === null ? '' : ` : ${lot.name}`}` },
        ...lines
          .filter((line) => line.lot === (lot?.id ?? null))
          .flatMap((line): PdfBlock[] => [
            {
              kind: 'paragraph',
              text: `${names.get(line.applicationId) ?? ''} : candidature ${OUTCOMES[line.outcome]}${line.waitingRank === null ? '' : `, rang ${line.waitingRank}`}${placeOf(parts, line)}.`,
            },
            { kind: 'facts', rows: reasonsOf(parts, line).map(({ label, text }): [string, string] => [label, text]) },
          ]),
      ]),
      { kind: 'heading', level: 3, text: `Article ${asked.length + 1}` },
      {
        kind: 'paragraph',
        text: `[Le maire, le président] est autorisé à signer l’acte envisagé : ${deed.name}.`,
      },
      ...(award?.departure == null
        ? []
        : [{ kind: 'paragraph' as const, text: `L’ordre s’écarte du classement pour la raison suivante : ${award.departure}` }]),
      { kind: 'heading', level: 2, text: 'Voies et délais de recours' },
      { kind: 'list', items: deed.remedies },
      { kind: 'lines', lines: ['Fait à [lieu], le [date]', '[Nom et fonction]', '[Signature]'], at: 'right' },
    ],
  };
}

/** What the deed comes under: the public domain, the private domain, or either. */
const DOMAINS = {
  public: 'notamment ses articles L. 2122-1 et suivants',
  private: 'notamment son article L. 2221-1',
  both: 'notamment ses articles L. 2122-1 et suivants ou L. 2221-1 [selon que le bien relève du domaine public ou privé]',
} as const;

function visas({ article, property }: AwardParts['deed']): string[] {
  return [
    '[Pour une collectivité territoriale] Vu le code général des collectivités territoriales ;',
    `Vu le code général de la propriété des personnes publiques, ${DOMAINS[property]} ;`,
    `Vu les textes qui régissent l’acte envisagé : ${article} ;`,
  ];
}

/** In the ranking by the published grid, of whoever has one. */
function placeOf({ ranks }: AwardParts, { lot, applicationId }: AwardParts['lines'][number]): string {
  const ranked = ranks.find((one) => one.lot === lot)?.lines.find((line) => line.applicationId === applicationId);
  if (ranked === undefined || ranked.rank === null) return '';
  const points = (hundredths(ranked.total) / 100).toLocaleString('fr-FR');
  return ` (${points} points sur 100, ${ranked.rank === 1 ? '1er' : `${ranked.rank}e`} du classement)`;
}

/** Which publicity was given to the call, from when to when, where. */
export function councilCertificate(
  { call, applications }: Pick<AwardParts, 'call' | 'applications'>,
  { say, page }: { readonly say: (instant: string) => string; readonly page: string },
): DocxPaper {
  const { title, opensAt, firstClosesAt, closesAt } = call.content;
  const when = (instant: string | null) => (instant === null ? '[date]' : say(instant));
  const count = (files: number) => (files === 0 ? 'n’a reçu aucun dossier' : `a reçu ${files} ${files > 1 ? 'dossiers' : 'dossier'}`);
  const received = count(applications.length);
  const { shortlist } = call;
  return {
    title: 'Certificat de publicité',
    footer: call.organisation.name,
    blocks: [
      { kind: 'lines', lines: [call.organisation.name] },
      { kind: 'paragraph', text: `[Nom et fonction] certifie que l’appel « ${title} » :` },
      {
        kind: 'list',
        items: [
          `a été publié le ${when(call.publishedAt)} sur une page accessible à tous, avec ses lots, sa grille, ses critères et leur poids : ${page} ;`,
          ...(firstClosesAt === null
            ? [`a reçu les candidatures du ${when(opensAt)} au ${when(closesAt)} ;`, `${received} ;`]
            : [
                `a reçu les dossiers de première étape du ${when(opensAt)} au ${when(firstClosesAt)} ;`,
                `${received} de première étape ;`,
                ...(shortlist === null
                  ? []
                  : [
                      `a fait l’objet d’une présélection, annoncée le ${when(shortlist.at)} : ${shortlist.kept} sur ${shortlist.files} ${shortlist.files > 1 ? 'dossiers' : 'dossier'} ;`,
                      `a reçu les dossiers complets du ${when(shortlist.at)} au ${when(closesAt)} ;`,
                    ]),
              ]),
          'n’a pas changé depuis sa publication, hors les prolongations annoncées à tous avant la clôture.',
        ],
      },
      { kind: 'lines', lines: ['Fait à [lieu], le [date]', '[Nom et fonction]', '[Signature]'], at: 'right' },
    ],
  };
}
