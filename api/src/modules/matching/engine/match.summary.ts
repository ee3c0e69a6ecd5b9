import { CRITERIA } from '../criteria/criteria.js';
import type { Verdict } from '../criteria/criterion.js';
import type { Evaluation } from './match.rules.js';
import type { Lang } from './match.words.js';

/** Who reads: the holder of the project, or the owner of the place. */
export type Audience = 'project' | 'owner';

const NBSP = '\u00a0';

/** “Convient à 9 de vos 11 conditions. À vérifier : accès de plain-pied.” */
export function summaryOf(evaluation: Evaluation, lang: Lang, audience: Audience): string {
  const total = evaluation.met + evaluation.unmet + evaluation.unknown;
  const labels = (verdict: Verdict): string =>
    evaluation.rows
      .filter((row) => row.hard && row.finding.verdict === verdict)
      .map((row) => CRITERIA.find((criterion) => criterion.id === row.id)?.text[lang].label ?? row.id)
      .map((label) => label.charAt(0).toLowerCase() + label.slice(1))
      .join(', ');
  const toCheck = labels('unknown');
  const unmet = labels('not_met');
  const sentences = [fits(evaluation.met, total, lang, audience)];
  if (unmet !== '') sentences.push(lang === 'fr' ? `Ne convient pas${NBSP}: ${unmet}.` : `Does not fit: ${unmet}.`);
  if (toCheck !== '') sentences.push(lang === 'fr' ? `À vérifier${NBSP}: ${toCheck}.` : `To check: ${toCheck}.`);
  return sentences.join(' ');
}

function fits(met: number, total: number, lang: Lang, audience: Audience): string {
  if (total === 0) return lang === 'fr' ? 'Aucune condition n’était demandée.' : 'No condition was asked for.';
  if (lang === 'fr') {
    const whose = audience === 'project' ? 'de vos' : 'des';
    const of = audience === 'project' ? '' : ' du projet';
    if (total === 1)
      return met === 1
        ? `Convient à ${audience === 'project' ? 'votre' : 'la'} seule condition${of}.`
        : `Ne convient pas encore à la seule condition${of}.`;
    return met === total
      ? `Convient ${audience === 'project' ? 'à vos' : 'aux'} ${String(total)} conditions${of}.`
      : `Convient à ${String(met)} ${whose} ${String(total)} conditions${of}.`;
  }
  const whose = audience === 'project' ? 'your' : 'the project’s';
  if (total === 1) return met === 1 ? `Fits ${whose} only condition.` : `Does not yet fit ${whose} only condition.`;
  return met === total
    ? `Fits all ${whose === 'your' ? 'your' : 'of the project’s'} ${String(total)} conditions.`
    : `Fits ${String(met)} of ${whose} ${String(total)} conditions.`;
}
