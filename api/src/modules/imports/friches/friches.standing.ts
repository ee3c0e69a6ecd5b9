import { asYesNo, several } from './friches.cells.js';
import { readOwners } from './friches.owners.js';
import { looksLikePerson } from './friches.persons.js';
import type { RowReading } from './friches.reading.js';
import { STATUS_OF } from './friches.words.js';
import type { SourceRow } from '../import.types.js';
import type { SourcedValues } from '../sourced-sites/sourced-site.types.js';

export function readStatus(row: SourceRow, reading: RowReading): SourcedValues {
  const statut = reading.word('site_statut') ?? (asYesNo(row.values['projet_existe'] ?? '') === true ? 'friche avec projet' : null);
  const unchecked =
    asYesNo(row.values['checked'] ?? '') === false || /non v[ée]rifi[ée]/i.test(`${row.values['source_nom']} ${row.values['nature']}`);
  const stated = STATUS_OF[statut ?? ''] ?? null;
  const occupation = reading.fact('site_occupation');
  const squat = occupation?.startsWith('occupation illicite') ?? false;
  // Never public (product): empty buildings attract enough visitors as it is.
  if (squat) reading.tell('site_occupation', null, 'squat_not_kept');
  const ended = reading.year('activite_fin_annee');
  return {
    // Nobody having looked, “without project” is a guess; “with project” is kept, as it only makes us more careful.
    'facts.status': unchecked && stated === 'without_project' ? null : stated,
    'facts.prelocated': unchecked || statut === 'friche potentielle' ? true : null,
    'facts.site_type': reading.fact('site_type'),
    'facts.occupation': squat ? null : occupation,
    'facts.activity_ended': ended,
    vacantSince: occupation === 'totalement inoccupé' ? ended : null,
    formerActivity: reading.text('activite_libelle'),
    projectNote: projectNote(reading),
    'facts.conversion_year': reading.year('site_reconv_annee'),
    'facts.project_url': reading.url('site_projet_url'),
    'facts.security':
      several(row.values['site_securite'])
        .map((part) => reading.word('site_securite', part))
        .filter(Boolean)
        .join(' | ') || null,
  };
}

function projectNote(reading: RowReading): string | null {
  const type = reading.cell('site_reconv_type');
  const study = reading.text('site_projet_etude');
  const parts = [type, study].filter((part) => part && !/^(?:inconnu|autre|sans objet|oui|non)$/i.test(part));
  return parts.length > 0 ? parts.join(' — ') : null;
}

export function readOwnership(row: SourceRow, reading: RowReading): SourcedValues {
  const persons = several(row.values['proprio_personne']?.replace(/,\s*(?=personne)/gi, '|'));
  for (const person of persons) reading.word('proprio_personne', person);
  const owners = readOwners(several(row.values['proprio_type']), persons, several(row.values['proprio_nom']));
  if (owners.nameDropped) reading.tell('proprio_nom', null, 'owner_name_dropped');
  return {
    ownerKind: owners.kind,
    ownerName: owners.name?.slice(0, 500) ?? null,
    ownerTouchesNaturalPerson: owners.touchesNaturalPerson,
    'facts.owner_classes': owners.classes.join(' | ') || null,
  };
}

export function readOrigin(reading: RowReading): SourcedValues {
  const producer = reading.cell('source_producteur');
  const person = producer !== null && looksLikePerson(producer);
  if (person) reading.tell('source_producteur', null, 'producer_dropped');
  if (reading.cell('source_contact')) reading.tell('source_contact', null, 'contact_dropped');
  return {
    'facts.identified_on': reading.date('site_identif_date'),
    'facts.source': reading.text('source_nom'),
    'facts.producer': person ? null : reading.text('source_producteur'),
    'facts.source_url': reading.url('source_url'),
    'facts.page_url': reading.url('site_url'),
    'facts.ademe_url': reading.url('site_ademe_url'),
  };
}
