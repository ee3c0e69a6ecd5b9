import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../platform/http/request-context.js';
import { WebPages } from '../../platform/http/web-page.js';

type Words = readonly [title: string, description: string];
/** Whose files they are, a stranger cannot tell. */
const PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/mon-bureau': {
    fr: ['Mon bureau', 'Ce qui attend les agents d’un propriétaire : clôtures proches, dossiers, corrections, questions.'],
    en: ['My desk', 'What is waiting on the agents of an owner: closings, files, corrections, questions.'],
  },
  '/mes-appels/:callId/instruction': {
    fr: ['Instruction des dossiers', 'Les dossiers déposés pour un appel, à vérifier par ses agents.'],
    en: ['Examination of files', 'The files that answer a call, to be checked by its agents.'],
  },
  '/mes-demandes/:organisationId': {
    fr: ['Demandes directes', 'Les demandes reçues pour les lieux d’une organisation, à examiner par ses agents.'],
    en: ['Direct requests', 'Requests for the places of an organisation, to be examined by its agents.'],
  },
  '/donner-un-avis': {
    fr: ['Donner un avis', 'La page où mène une demande d’avis : ce qui est communiqué du dossier, et la réponse, sans compte.'],
    en: [
      'Give an opinion',
      'The page where a request for an opinion leads: what is shown of the file, and the answer, without an account.',
    ],
  },
  '/instruction/:applicationId': {
    fr: ['Examen d’un dossier', 'Un dossier critère par critère, pour les agents qui l’examinent.'],
    en: ['Examination of a file', 'A file criterion by criterion, for the agents who examine it.'],
  },
};

@Injectable()
export class InstructionPages implements OnModuleInit {
  constructor(private readonly pages: WebPages) {}

  onModuleInit(): void {
    for (const [path, words] of Object.entries(PAGES)) {
      this.pages.register(
        path,
        ({ language }) => ({ title: words[language][0], description: words[language][1], indexed: false }),
        () => [],
      );
    }
  }
}
