import type { Ground } from '../legal.vocabulary.js';
import type { RuleWords } from './rule.words.js';

const LISTED = 'CG3P L. 2122-1-2';
const REASONED = 'CG3P L. 2122-1-3';

export const GROUND_WORDS: Readonly<Record<Ground, RuleWords>> = {
  other_procedure: {
    article: `${LISTED}, 1°`,
    fr: {
      title: 'Une procédure équivalente existe déjà',
      text: 'Le titre s’insère dans une opération qui donne lieu à une sélection de même nature.',
    },
    en: {
      title: 'An equivalent procedure exists',
      text: 'The title is part of an operation that already involves a selection of the same kind.',
    },
  },
  public_contract: {
    article: `${LISTED}, 2°`,
    fr: {
      title: 'Le titre est compris dans un contrat public',
      text: 'Il est conféré par un contrat de la commande publique, ou par un montage qui a déjà donné lieu à une sélection.',
    },
    en: {
      title: 'The title is inside a public contract',
      text: 'It is conferred by a public contract, or by an arrangement that was already open to selection.',
    },
  },
  urgency: {
    article: `${LISTED}, 3°`,
    fr: { title: 'L’urgence le justifie', text: 'Le titre ne peut alors dépasser un an.' },
    en: { title: 'Urgency justifies it', text: 'The title may then not exceed one year.' },
  },
  extension: {
    article: `${LISTED}, 4°`,
    fr: {
      title: 'Le titre prolonge une autorisation existante',
      text: 'La prolongation ne dépasse pas ce qu’il faut pour conclure la relation dans des conditions acceptables.',
    },
    en: {
      title: 'The title prolongs an existing one',
      text: 'The extension does not exceed what is needed to end the relation on acceptable terms.',
    },
  },
  only_possible_occupant: {
    article: `${REASONED}, 1°`,
    fr: {
      title: 'Une seule personne peut occuper le lieu',
      text: 'Une seule personne est en droit d’occuper cette dépendance du domaine public.',
    },
    en: { title: 'Only one person may occupy the place', text: 'A single person is entitled to occupy this part of the public domain.' },
  },
  controlled_body: {
    article: `${REASONED}, 2°`,
    fr: {
      title: 'Un organisme que le propriétaire contrôle',
      text: 'L’occupant est une personne publique sous sa surveillance directe, ou une personne privée qu’il contrôle étroitement.',
    },
    en: {
      title: 'A body the owner controls',
      text: 'The occupant is a public body under its direct supervision, or a private one it closely controls.',
    },
  },
  fruitless_procedure: {
    article: `${REASONED}, 3°`,
    fr: {
      title: 'Une première procédure est restée sans suite',
      text: 'Une sélection a été infructueuse, ou une publicité suffisante est restée sans réponse.',
    },
    en: { title: 'A first procedure was fruitless', text: 'A selection found nobody, or sufficient publicity went unanswered.' },
  },
  particular_features: {
    article: `${REASONED}, 4°`,
    fr: {
      title: 'Les caractéristiques particulières du lieu',
      text: 'Sa géographie, sa technique, sa fonction, ses conditions d’utilisation ou son affectation le justifient au regard de l’activité envisagée.',
    },
    en: {
      title: 'The particular features of the place',
      text: 'Its geography, technique, function, conditions of use or purpose justify it for the activity concerned.',
    },
  },
  public_authority_or_safety: {
    article: `${REASONED}, 5°`,
    fr: {
      title: 'L’autorité publique ou la sécurité publique',
      text: 'L’exercice de l’autorité publique ou des raisons de sécurité publique le justifient.',
    },
    en: { title: 'Public authority or public safety', text: 'The exercise of public authority or reasons of public safety justify it.' },
  },
};
