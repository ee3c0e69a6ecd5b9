import { DEEDS, type RemediesId } from '../deed.rules.js';
import type { DeedKind } from '../legal.vocabulary.js';
import type { RuleWords } from './rule.words.js';

const article = (deed: DeedKind): string => DEEDS[deed].sources.join(' ; ');

export const DEED_WORDS: Readonly<Record<DeedKind, RuleWords>> = {
  temporary_occupation: {
    article: article('temporary_occupation'),
    fr: {
      title: 'Convention ou autorisation d’occupation temporaire',
      text: 'Le titre du domaine public : temporaire, précaire et révocable, toujours avec une date de fin. Soixante-dix ans au plus lorsqu’il confère des droits réels.',
    },
    en: {
      title: 'Temporary occupation',
      text: 'The title of the public domain: temporary, precarious and revocable, always with an end date. Seventy years at most where it confers real rights.',
    },
  },
  administrative_emphyteutic_lease: {
    article: article('administrative_emphyteutic_lease'),
    fr: {
      title: 'Bail emphytéotique administratif',
      text: 'Par une collectivité territoriale, pour une opération d’intérêt général, de plus de 18 ans à 99 ans ; jamais sur le domaine public ferroviaire.',
    },
    en: {
      title: 'Administrative emphyteutic lease',
      text: 'By a local authority, for an operation of general interest, from more than 18 to 99 years; never on the public railway domain.',
    },
  },
  emphyteutic_lease: {
    article: article('emphyteutic_lease'),
    fr: {
      title: 'Bail emphytéotique',
      text: 'Sur le domaine privé, de plus de 18 ans à 99 ans : le preneur améliore le bien et a sur lui un droit réel.',
    },
    en: {
      title: 'Emphyteutic lease',
      text: 'On the private domain, for more than 18 and up to 99 years: the lessee improves the property and has a real right over it.',
    },
  },
  loan_for_use: {
    article: article('loan_for_use'),
    fr: {
      title: 'Prêt à usage (commodat)',
      text: 'Gratuit par nature, sur le domaine privé seulement, après délibération. L’emprunteur rend le bien dans l’état où il l’a reçu.',
    },
    en: {
      title: 'Loan for use',
      text: 'Free by nature, on the private domain only, after a deliberation. The borrower returns the property as it was received.',
    },
  },
  solidarity_lease: {
    article: article('solidarity_lease'),
    fr: {
      title: 'Bail réel solidaire d’activité',
      text: 'Par un organisme de foncier solidaire, pour douze ans au moins, à une microentreprise.',
    },
    en: { title: 'Solidarity business lease', text: 'By a solidarity land body, for at least twelve years, to a micro-enterprise.' },
  },
  civil_lease: {
    article: article('civil_lease'),
    fr: {
      title: 'Bail civil',
      text: 'Sur le domaine privé, pour une activité qui n’est pas commerciale : association, bureau, atelier. Les parties fixent librement la durée.',
    },
    en: {
      title: 'Civil lease',
      text: 'On the private domain, for an activity that is not commercial: an association, an office, a workshop. The parties choose the term.',
    },
  },
  commercial_lease: {
    article: article('commercial_lease'),
    fr: {
      title: 'Bail commercial',
      text: 'Sur le domaine privé, à un commerçant ou artisan immatriculé, pour neuf ans au moins, avec un droit au renouvellement.',
    },
    en: {
      title: 'Commercial lease',
      text: 'On the private domain, to a registered trader or craftsperson, for at least nine years, with a right of renewal.',
    },
  },
  short_commercial_lease: {
    article: article('short_commercial_lease'),
    fr: {
      title: 'Bail dérogatoire',
      text: 'Un bail commercial court, trois ans au plus en tout, sans droit au renouvellement : pour essayer.',
    },
    en: {
      title: 'Short commercial lease',
      text: 'A short commercial lease, three years at most in all, without a right of renewal: to try things out.',
    },
  },
  sale: {
    article: article('sale'),
    fr: { title: 'Vente', text: 'Sur le domaine privé seulement : ce qui est au domaine public doit d’abord être déclassé.' },
    en: { title: 'Sale', text: 'On the private domain only: what is in the public domain must first be declassified.' },
  },
};

export const REMEDIES_WORDS: Readonly<Record<RemediesId, RuleWords>> = {
  'public-contract': {
    article: 'CE 4 avr. 2014, n° 358994 ; CJA R. 421-1',
    fr: {
      title: 'Recours : contrat public',
      text: 'La validité du contrat peut être contestée devant le tribunal administratif dans les deux mois de la publicité de sa signature. Tant qu’il n’est pas signé, la décision de ne pas retenir votre dossier peut être contestée dans les deux mois de sa notification ; après la signature, c’est le contrat qui se conteste, et non la lettre.',
    },
    en: {
      title: 'Remedies: public contract',
      text: 'The validity of the contract may be challenged before the administrative court within two months of the publicity of its signing. Until it is signed, the decision not to keep your file may be challenged within two months of its notification; once it is signed, the contract is challenged, not the letter.',
    },
  },
  'private-contract': {
    article: 'CJA R. 421-1 ; TC 22 nov. 2010, n° 3764 ; TC 5 mars 2012, n° 3833',
    fr: {
      title: 'Recours : contrat de droit privé',
      text: 'La délibération qui autorise le contrat peut être contestée devant le tribunal administratif dans les deux mois de sa publication, et le refus de le conclure avec vous dans les deux mois de sa notification. Une fois le contrat conclu, ce qui oppose ses parties, y compris le refus de le renouveler, relève du tribunal judiciaire.',
    },
    en: {
      title: 'Remedies: contract of private law',
      text: 'The deliberation that authorises the contract may be challenged before the administrative court within two months of its publication, and the refusal to conclude it with you within two months of its notification. Once the contract is concluded, what its parties dispute, refusal to renew it included, belongs to the civil court.',
    },
  },
  'private-owner': {
    article: 'C. civ. 1102',
    fr: {
      title: 'Recours : propriétaire privé',
      text: 'Le propriétaire choisit librement avec qui il contracte : son choix n’a pas à être justifié, et ne se conteste pas devant le juge administratif.',
    },
    en: {
      title: 'Remedies: private owner',
      text: 'The owner is free to choose the other party: the choice needs no reasons, and cannot be challenged before the administrative court.',
    },
  },
};
