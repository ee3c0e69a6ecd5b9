import { describe, expect, test } from '@jest/globals';
import { whyNotLead } from './friches.lead.js';
import { readOwners } from './friches.owners.js';
import { looksLikePerson, withoutPersons } from './friches.persons.js';
import { readWord } from './friches.words.js';

describe('who owns a brownfield', () => {
  test.each([
    [['P5a'], ['personne morale'], ['COMMUNE DE CRANSAC'], 'commune', 'COMMUNE DE CRANSAC', null],
    [['R2a'], ['personne morale'], ['SOCIETE NATIONALE SNCF'], 'sncf', 'SOCIETE NATIONALE SNCF', null],
    [['F2a'], ['personne morale'], [], 'epf', null, null],
    [['P5a', 'P4a'], ['personne morale'], ['A', 'B'], null, 'A | B', null],
    [['X1a'], ['personne physique'], ['_X_'], 'private_person', null, true],
    [['P5a', 'X1a'], ['autre'], ['COMMUNE DE CRANSAC'], null, null, true],
    [['P5a'], ['personne physique', 'personne morale'], ['COMMUNE DE CRANSAC'], 'commune', null, true],
    [[], ['personne physique'], ['DUPONT JEAN'], 'private_person', null, true],
    [[], ['inconnu'], [], null, null, null],
    [[], [], ['_X_'], 'private_person', null, true],
  ])('classes %j, persons %j, names %j', (classes, persons, names, kind, name, touches) => {
    expect(readOwners(classes, persons, names)).toMatchObject({ kind, name, touchesNaturalPerson: touches });
  });
});

describe('no personal data in an inventory', () => {
  test.each([
    ['Mr R. VALENTIN', null],
    ['Mme Veuve RETAIL', null],
    ['SCI du Bois Saillard (M. LAUGRAUD)', 'SCI du Bois Saillard'],
    ['AREA (Directeur Technique : M. LELARDEUX)', 'AREA'],
    ['Propriétaires successifs : Consorts LAVAUX puis EPF', 'Propriétaires successifs : puis EPF'],
    ['Décharge de Mme Sellier', 'Décharge'],
    ['MM. POULLET Louis et PARMENTIER Emile', null],
    [`Le site appartenait à M. DROUET, ${'puis à ses héritiers, '.repeat(6)}qui l’ont vendu`, null],
    ['Propriétaire privé', null],
  ])('“%s” loses its people', (text, expected) => {
    expect(withoutPersons(text).text).toBe(expected);
  });

  test.each(['M. BRICOLAGE', '3M France', 'MR AUTO, ex CHRETIEN AUTO', 'Centre médical thermal', 'Moulin de la Veuve'])(
    '“%s” names nobody',
    (text) => {
      expect(withoutPersons(text)).toEqual({ text, personRemoved: false });
    },
  );

  test('a producer in small letters is the account of a person', () => {
    expect([looksLikePerson('lou dupont'), looksLikePerson('EPF Normandie'), looksLikePerson('Cerema')]).toEqual([true, false, false]);
  });
});

describe('the words of the standard', () => {
  test.each([
    ['site_type', 'friche d’habitat', "friche d'habitat", 'mapped'],
    ['site_type', "friche d'habitat", "friche d'habitat", 'standard'],
    ['site_type', 'agro-industrielle', 'friche agro-industrielle', 'mapped'],
    ['site_type', 'friche loisir tourisme hotellerie', 'friche loisir tourisme hôtellerie', 'mapped'],
    ['site_type', 'friche touristique', 'friche loisir tourisme hôtellerie', 'mapped'],
    ['site_type', 'mixte', 'mixte', 'superseded'],
    ['site_type', 'mixte - dominante habitat', 'mixte - dominante habitat', 'standard'],
    ['bati_type', 'residentiel', 'résidentiel', 'mapped'],
    ['bati_vacance', 'partiellement inoccupé', 'partiellement occupé', 'mapped'],
    ['urba_doc_type', 'PLUi', 'PLUI', 'mapped'],
    ['urba_zone_type', 'Nh', 'N', 'mapped'],
    ['urba_doc_type', 'POS', 'POS', 'unknown_word'],
  ] as const)('%s “%s”', (field, word, value, how) => {
    expect(readWord(field, word)).toEqual({ value, how });
  });
});

describe('which brownfields are leads', () => {
  const sound = { 'facts.status': 'without_project' } as const;
  test.each([
    ['verified, without project, owned by bodies', sound, null],
    ['verified, owner not named', { ...sound, ownerTouchesNaturalPerson: null }, null],
    ['verified by one source, pre-located by another', { ...sound, 'facts.prelocated': true }, null],
    ['with a project', { 'facts.status': 'with_project' }, 'with_project'],
    ['converted', { 'facts.status': 'converted' }, 'converted'],
    ['pre-located only', { 'facts.prelocated': true }, 'unverified'],
    ['a natural person among the owners', { ...sound, ownerTouchesNaturalPerson: true }, 'natural_person_owner'],
    ['nothing known of a project', {}, 'status_unknown'],
  ] as const)('%s', (_situation, values, reason) => {
    expect(whyNotLead(values)).toBe(reason);
  });
});
