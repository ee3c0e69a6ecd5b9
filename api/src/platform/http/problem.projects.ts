import type { ProblemLine } from './problem.line.js';

/** Saved projects and roles for places. */
export const PROJECT_PROBLEMS = {
  'project-state-forbids': {
    status: 409,
    fr: ['L’état du projet ne le permet pas', 'Rechargez pour voir son état ; un projet clos se rouvre avant d’être modifié.'],
    en: ['The project’s state does not allow it', 'Reload to see its state; a closed project is reopened before it is changed.'],
  },
  'project-need-too-vague': {
    status: 409,
    fr: ['Besoin trop vague pour ouvrir le projet', 'Dites au moins où, quel genre de lieu ou quelle surface vous cherchez.'],
    en: ['Need too vague to open the project', 'Say at least where, what kind of place or what area you look for.'],
  },
  'project-summary-missing': {
    status: 409,
    fr: ['Résumé public à écrire', 'Écrivez quelques phrases pour le public avant de montrer le projet.'],
    en: ['Public summary to write', 'Write a few sentences for the public before showing the project.'],
  },
  'ess-organisations-only': {
    status: 409,
    fr: ['Réservé aux organisations de l’ESS', 'Choisissez une association, une coopérative ou une autre organisation de l’ESS.'],
    en: ['For organisations of the social economy', 'Choose an association, a cooperative or another organisation of the social economy.'],
  },
  'public-owners-only': {
    status: 409,
    fr: ['Réservé aux propriétaires publics', 'Agissez au nom d’une collectivité ou d’un autre propriétaire public.'],
    en: ['For public owners', 'Act for a local authority or another public owner.'],
  },
  'site-role-state-forbids': {
    status: 409,
    fr: ['L’état de ce rôle ne le permet pas', 'Rechargez : il a été vérifié, refusé ou terminé ; déclarez-en un nouveau au besoin.'],
    en: ['The state of this role does not allow it', 'Reload: it was checked, refused or ended; declare a new one if needed.'],
  },
} as const satisfies Record<string, ProblemLine>;
