import type { Cause, CauseTable, Severity } from '../import.types.js';

function cause(severity: Severity, fr: string, en: string, repairFr: string, repairEn: string): Cause {
  return { severity, message: { fr, en }, repair: { fr: repairFr, en: repairEn } };
}

export const ORGANISATIONS_CAUSES = {
  siret_missing: cause('error', 'Pas de SIRET : l’organisation ne peut pas être reconnue.', 'No SIRET: the organisation cannot be recognised.', 'Renseignez les 14 chiffres du SIRET (annuaire des entreprises).', 'Fill in the 14 digits of the SIRET (register of companies).'),
  siret_ruined: cause('error', 'SIRET détruit par un tableur : « {value} ».', 'SIRET ruined by a spreadsheet: “{value}”.', 'Reprenez le SIRET depuis le fichier d’origine, colonne au format Texte.', 'Take the SIRET again from the original file, with the column as Text.'),
  siret_malformed: cause('error', 'Le SIRET « {value} » n’a pas 14 chiffres.', 'The SIRET “{value}” does not have 14 digits.', 'Corrigez le SIRET : 9 chiffres du SIREN et 5 de l’établissement.', 'Correct the SIRET: 9 digits of the SIREN and 5 of the establishment.'),
  siret_wrong_key: cause('error', 'Le SIRET « {value} » est faux : sa clé de contrôle ne correspond pas.', 'The SIRET “{value}” is wrong: its check digit does not match.', 'Vérifiez le SIRET dans l’annuaire des entreprises : un chiffre a été mal saisi.', 'Check the SIRET in the register of companies: a digit was mistyped.'),
  siret_zero_restored: cause('info', 'Zéro initial du SIRET remis : {found}.', 'Leading zero of the SIRET put back: {found}.', 'Gardez la colonne siret au format Texte.', 'Keep the siret column as Text.'),
  organisation_nameless: cause('error', 'Pas de nom.', 'No name.', 'Renseignez la raison sociale.', 'Fill in the registered name.'),
  kind_unknown: cause('error', '« {value} » n’est ni une sorte de SIAE, ni un GEIQ, une EA ou un ESAT.', '“{value}” is neither a kind of SIAE nor a GEIQ, an EA or an ESAT.', 'Écrivez EI, AI, ACI, ETTI, EITI, GEIQ, EA ou ESAT.', 'Write EI, AI, ACI, ETTI, EITI, GEIQ, EA or ESAT.'),
  not_siae: cause('info', 'Une structure {value} n’est pas une SIAE : gardée comme voisine.', 'A {value} is not an inclusion enterprise (SIAE): kept as a neighbour.', 'Rien à faire.', 'Nothing to do.'),
  several_statuses: cause('info', 'Le SIRET {value} porte plusieurs conventions ({found}) : une organisation, plusieurs statuts.', 'SIRET {value} has several conventions ({found}): one organisation, several statuses.', 'Rien à faire.', 'Nothing to do.'),
  names_differ: cause('warning', 'Deux noms pour un même SIRET : « {value} » et « {found} » ; le premier est gardé.', 'Two names for one SIRET: “{value}” and “{found}”; the first is kept.', 'Vérifiez que les deux lignes sont bien le même établissement.', 'Check that both rows are the same establishment.'),
  summary_dropped: cause('info', 'Description avec adresse électronique ou téléphone : non conservée.', 'Description with an e-mail address or telephone number: not stored.', 'Retirez les coordonnées personnelles de la description.', 'Remove personal contact details from the description.'),
  claimed_organisation_kept: cause('info', 'L’organisation est tenue par ses membres : seuls ses statuts sont mis à jour.', 'The organisation is kept by its members: only its statuses are updated.', 'Rien à faire.', 'Nothing to do.'),
} as const satisfies CauseTable; // prettier-ignore
