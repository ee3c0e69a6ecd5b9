import { FEE_GROUNDS, type FeeGroundId, type FeeWarning } from '../fee.rules.js';
import type { RuleWords } from './rule.words.js';

const article = (id: FeeGroundId): string => FEE_GROUNDS[id].sources.join(' ; ');

export const FEE_WORDS: Readonly<Record<FeeGroundId, RuleWords>> = {
  'association-general-interest': {
    article: article('association-general-interest'),
    fr: {
      title: 'Gratuité : association d’intérêt général',
      text: 'L’occupation du domaine public peut être gratuite pour une association à but non lucratif qui concourt à un intérêt général.',
    },
    en: {
      title: 'Free: association of general interest',
      text: 'Occupying the public domain may be free for a non-profit association that serves a general interest.',
    },
  },
  'association-communal-domain': {
    article: article('association-communal-domain'),
    fr: {
      title: 'Gratuité : association sur le domaine communal',
      text: 'Depuis 2024, une commune peut accueillir gratuitement toute association sur son domaine public. Cela ne vaut pas pour une intercommunalité.',
    },
    en: {
      title: 'Free: association on communal domain',
      text: 'Since 2024 a commune may host any association on its public domain for free. This does not hold for an intermunicipality.',
    },
  },
  'loan-for-use': {
    article: article('loan-for-use'),
    fr: {
      title: 'Gratuité : prêt à usage',
      text: 'Le prêt à usage est gratuit par nature. La délibération dit l’intérêt général qu’il sert.',
    },
    en: { title: 'Free: loan for use', text: 'A loan for use is free by nature. The deliberation states the general interest it serves.' },
  },
  'general-interest-with-counterpart': {
    article: article('general-interest-with-counterpart'),
    fr: {
      title: 'Loyer ou prix réduit : intérêt général et contreparties',
      text: 'Louer ou vendre au-dessous de la valeur suppose un motif d’intérêt général et des contreparties suffisantes, écrits dans la délibération.',
    },
    en: {
      title: 'Reduced rent or price: general interest and counterparts',
      text: 'Letting or selling below value requires a ground of general interest and sufficient counterparts, written in the deliberation.',
    },
  },
};

export const FEE_WARNING_WORDS: Readonly<Record<FeeWarning, RuleWords>> = {
  'state-aid': {
    article: 'CGCT L. 1511-3 ; TFUE 107 ; règlement (UE) 2023/2831',
    fr: {
      title: 'Un loyer réduit pour une activité économique est une aide',
      text: 'L’aide à l’immobilier d’entreprise appartient aux communes et aux intercommunalités, que la région peut accompagner par convention. Le plafond des aides de minimis s’applique.',
    },
    en: {
      title: 'A reduced rent for an economic activity is an aid',
      text: 'Business-property aid belongs to communes and intermunicipalities, which the region may join by agreement. The ceiling of de minimis aid applies.',
    },
  },
  'not-the-associations-ground': {
    article: 'CG3P L. 2125-1',
    fr: {
      title: 'Une société n’a pas le motif des associations',
      text: 'Une SCIC, une SCOP ou une autre société ne bénéficie pas de la gratuité prévue pour les associations, même si elle relève de l’ESS.',
    },
    en: {
      title: 'A company does not have the associations’ ground',
      text: 'A cooperative company or another company does not benefit from the ground made for associations, even within the social economy.',
    },
  },
  deliberation: {
    article: 'CGCT L. 2121-29, L. 3211-1, L. 4221-1, L. 5211-1',
    fr: {
      title: 'Une délibération est nécessaire',
      text: 'La gratuité ou la réduction se décide par une délibération, qui en écrit le motif.',
    },
    en: { title: 'A deliberation is needed', text: 'Free or reduced use is decided by a deliberation that states the ground.' },
  },
};

/** What silence means, and what a fee is. */
export const OTHER_WORDS = {
  'fee-due': {
    article: 'CG3P L. 2125-1, L. 2125-3',
    fr: {
      title: 'La redevance est due',
      text: 'Occuper le domaine public se paie, en tenant compte des avantages de toute nature que l’occupant en retire ; la gratuité demande un motif que la loi prévoit.',
    },
    en: {
      title: 'The fee is due',
      text: 'Occupying the public domain is paid for, according to all the advantages drawn from it; free use needs a ground that the law provides.',
    },
  },
  'silence-refuses': {
    article: 'CRPA L. 231-4, L. 411-2',
    fr: {
      title: 'Deux mois de silence valent refus',
      text: 'Si une collectivité n’a pas répondu deux mois après avoir reçu une demande spontanée, elle est réputée l’avoir refusée. Ce refus peut être contesté devant le tribunal administratif dans les deux mois qui suivent ; la demande peut aussi être présentée de nouveau.',
    },
    en: {
      title: 'Two months of silence are a refusal',
      text: 'If a local authority has not answered two months after receiving a spontaneous request, it is deemed to have refused it. That refusal may be challenged before the administrative court within the next two months; the request may also be made again.',
    },
  },
} as const satisfies Readonly<Record<string, RuleWords>>;
