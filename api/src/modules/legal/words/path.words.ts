import { PATH_RULES, type PathRuleId } from '../legal-path.rules.js';
import type { RuleWords } from './rule.words.js';

const article = (id: PathRuleId): string => PATH_RULES[id].sources.join(' ; ');

/** Each row of the decision table. */
export const PATH_WORDS: Readonly<Record<PathRuleId, RuleWords>> = {
  'no-power': {
    article: article('no-power'),
    fr: {
      title: 'Vous ne pouvez pas attribuer ce lieu',
      text: 'Seuls le propriétaire, ou celui qui gère le lieu en vertu d’un titre en cours, peuvent le confier à quelqu’un. Présenter ou signaler un lieu n’en donne pas le pouvoir : adressez la demande au propriétaire.',
    },
    en: {
      title: 'You may not award this place',
      text: 'Only the owner, or whoever manages the place under a deed in force, may give it to somebody. Listing or signalling a place gives no such power: pass the request on to the owner.',
    },
  },
  procurement: {
    article: article('procurement'),
    fr: {
      title: 'C’est une commande publique',
      text: 'Le propriétaire paie ou commande des travaux ou des services pour ses propres besoins : c’est un marché public ou une concession, avec ses propres règles. Cela ne se fait pas ici.',
    },
    en: {
      title: 'This is public procurement',
      text: 'The owner pays for, or orders, works or services for its own needs: it is a public contract or a concession, with rules of its own. It is not done here.',
    },
  },
  'private-owner': {
    article: article('private-owner'),
    fr: {
      title: 'Propriétaire privé : libre choix',
      text: 'Le lieu n’appartient pas à une personne publique : son propriétaire choisit librement à qui il le loue ou le vend.',
    },
    en: {
      title: 'Private owner: free choice',
      text: 'The place does not belong to a public body: its owner freely chooses to whom it is let or sold.',
    },
  },
  'public-sale': {
    article: article('public-sale'),
    fr: {
      title: 'Le domaine public ne se vend pas',
      text: 'Un bien du domaine public est inaliénable. Il faut d’abord qu’il ne serve plus, puis qu’un acte le déclasse ; tant que cet acte n’est pas produit, le lieu ne peut qu’être occupé.',
    },
    en: {
      title: 'Public domain is not for sale',
      text: 'Property in the public domain cannot be sold. It must first have gone out of use, then be declassified by an act; until that act is shown, the place can only be occupied.',
    },
  },
  'public-not-economic': {
    article: article('public-not-economic'),
    fr: {
      title: 'Activité non économique : pas de mise en concurrence',
      text: 'Le titre d’occupation peut être accordé directement, parce que l’occupant ne vend ni biens ni services. Il reste écrit, temporaire, précaire et révocable. Une publicité demeure une bonne habitude.',
    },
    en: {
      title: 'No economic activity: no competition',
      text: 'The title may be granted directly because the occupant sells neither goods nor services. It remains written, temporary, precarious and revocable. Publicity is still a good habit.',
    },
  },
  'public-ground-listed': {
    article: article('public-ground-listed'),
    fr: {
      title: 'Attribution directe pour un motif de la liste',
      text: 'La sélection n’est pas applicable dans quatre cas : le titre est compris dans une procédure équivalente ou dans un contrat de la commande publique, l’urgence l’impose pour un an au plus, ou il ne fait que prolonger un titre existant. Le motif est écrit au dossier.',
    },
    en: {
      title: 'Direct award on a listed ground',
      text: 'Selection does not apply in four cases: the title is part of an equivalent procedure or of a public contract, urgency requires it for a year at most, or it merely prolongs an existing title. The ground is written in the file.',
    },
  },
  'public-ground-reasoned': {
    article: article('public-ground-reasoned'),
    fr: {
      title: 'Attribution directe, motivée et publiée',
      text: 'La sélection est impossible ou n’est pas justifiée. Les raisons de droit et de fait sont écrites, puis rendues publiques.',
    },
    en: {
      title: 'Direct award, with published reasons',
      text: 'Selection is impossible or not justified. The reasons of law and of fact are written, then made public.',
    },
  },
  'public-spontaneous': {
    article: article('public-spontaneous'),
    fr: {
      title: 'Demande spontanée : d’abord une publicité',
      text: 'Avant d’accorder le lieu, le propriétaire s’assure par une publicité suffisante que personne d’autre n’est intéressé. Si un concurrent se déclare, il organise une sélection ; sinon il peut accorder le titre. Il peut aussi décliner, avec ses raisons.',
    },
    en: {
      title: 'Spontaneous request: publicity first',
      text: 'Before granting the place, the owner makes sure by sufficient publicity that nobody else is interested. If a rival comes forward a selection is held; if not, the title may be granted. The owner may also decline, with reasons.',
    },
  },
  'public-called-short': {
    article: article('public-called-short'),
    fr: {
      title: 'Publicité préalable',
      text: 'L’occupation est courte, ou le nombre de titres n’est pas limité : il suffit d’une publicité préalable qui permette à ceux que le lieu intéresse de se faire connaître et dise les conditions d’attribution.',
    },
    en: {
      title: 'Prior publicity',
      text: 'The occupation is short, or the number of titles is not limited: prior publicity is enough, which lets those interested come forward and states the conditions of award.',
    },
  },
  'public-called': {
    article: article('public-called'),
    fr: {
      title: 'Sélection avec publicité',
      text: 'Sur le domaine public et pour une activité économique, le titre est accordé après une procédure de sélection qui présente toutes les garanties d’impartialité et de transparence, avec une publicité qui permette aux candidats de se manifester.',
    },
    en: {
      title: 'Selection with publicity',
      text: 'On the public domain and for an economic activity, the title is granted after a selection with all guarantees of impartiality and transparency, and publicity that lets candidates come forward.',
    },
  },
  'private-use': {
    article: article('private-use'),
    fr: {
      title: 'Domaine privé : pas d’obligation de publicité',
      text: 'Louer ou prêter un bien du domaine privé n’impose ni publicité ni mise en concurrence. Publier l’offre reste une bonne habitude : elle montre que le choix était ouvert.',
    },
    en: {
      title: 'Private domain: no duty of publicity',
      text: 'Letting or lending property of the private domain requires neither publicity nor competition. Publishing the offer remains a good habit: it shows that the choice was open.',
    },
  },
  'private-sale-state': {
    article: article('private-sale-state'),
    fr: {
      title: 'Vente par l’État : publicité et concurrence',
      text: 'L’État vend ses immeubles après publicité et mise en concurrence, sauf les cas que le code énumère.',
    },
    en: {
      title: 'Sale by the State: publicity and competition',
      text: 'The State sells its property after publicity and competition, save for the cases listed in the code.',
    },
  },
  'private-sale': {
    article: article('private-sale'),
    fr: {
      title: 'Vente : une estimation, puis une délibération',
      text: 'La vente suit une estimation du bien et une délibération motivée. Vendre moins cher que cette valeur suppose un motif d’intérêt général et des contreparties suffisantes.',
    },
    en: {
      title: 'Sale: a valuation, then a deliberation',
      text: 'The sale follows a valuation of the property and a reasoned deliberation. Selling below that value requires a ground of general interest and sufficient counterparts.',
    },
  },
};
