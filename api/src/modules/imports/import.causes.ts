import { fill } from './import.problems.js';
import type { CauseTable, Lang, Note, ReportNote } from './import.types.js';

/** Causes that any importer may raise; each importer adds its own table. */
export const COMMON_CAUSES = {
  column_count: {
    severity: 'error',
    message: { fr: 'La ligne a {found} colonnes au lieu de {expected}.', en: 'The row has {found} columns instead of {expected}.' },
    repair: {
      fr: 'Corrigez la ligne : entourez de guillemets les textes qui contiennent le séparateur, et complétez les cellules manquantes.',
      en: 'Correct the row: put quotes around texts that contain the delimiter, and fill in the missing cells.',
    },
  },
  duplicate_key: {
    severity: 'error',
    message: {
      fr: 'L’identifiant « {value} » est déjà celui de la ligne {first}.',
      en: 'The identifier “{value}” is already that of line {first}.',
    },
    repair: { fr: 'Gardez une seule ligne par identifiant.', en: 'Keep a single row per identifier.' },
  },
  commune_unknown: {
    severity: 'warning',
    message: { fr: 'Commune introuvable : « {value} ».', en: 'Commune not found: “{value}”.' },
    repair: {
      fr: 'Corrigez le nom ou le code INSEE de la commune (code officiel géographique en vigueur).',
      en: 'Correct the name or the INSEE code of the commune (official code in force).',
    },
  },
  commune_by_near_name: {
    severity: 'info',
    message: { fr: 'Commune « {value} » comprise comme {found}.', en: 'Commune “{value}” read as {found}.' },
    repair: { fr: 'Écrivez le nom officiel {found} pour lever le doute.', en: 'Write the official name {found} to remove the doubt.' },
  },
  commune_merged: {
    severity: 'info',
    message: { fr: 'La commune {value} a fusionné : rattachée à {found}.', en: 'Commune {value} has merged: attached to {found}.' },
    repair: { fr: 'Remplacez par le code actuel {found}.', en: 'Replace with today’s code {found}.' },
  },
  point_missing: {
    severity: 'warning',
    message: { fr: 'Pas de coordonnées : le lieu n’est pas sur la carte.', en: 'No coordinates: the place is not on the map.' },
    repair: { fr: 'Renseignez la longitude et la latitude en degrés (WGS84).', en: 'Fill in longitude and latitude in degrees (WGS84).' },
  },
  point_unreadable: {
    severity: 'warning',
    message: {
      fr: 'Coordonnées hors de France ou illisibles : « {value} ».',
      en: 'Coordinates outside France or unreadable: “{value}”.',
    },
    repair: {
      fr: 'Corrigez les coordonnées : longitude puis latitude, en degrés décimaux (WGS84) ou en mètres Lambert-93.',
      en: 'Correct the coordinates: longitude then latitude, in decimal degrees (WGS84) or Lambert-93 metres.',
    },
  },
  point_swapped: {
    severity: 'info',
    message: {
      fr: 'Latitude et longitude inversées : remises dans l’ordre ({found}).',
      en: 'Latitude and longitude swapped: put back in order ({found}).',
    },
    repair: { fr: 'Écrivez la longitude d’abord, puis la latitude.', en: 'Write the longitude first, then the latitude.' },
  },
  point_projected: {
    severity: 'info',
    message: {
      fr: 'Coordonnées en mètres ({system}) converties en degrés ({found}).',
      en: 'Coordinates in metres ({system}) converted to degrees ({found}).',
    },
    repair: {
      fr: 'Nommez la colonne d’après sa projection, ou exportez en WGS84.',
      en: 'Name the column after its projection, or export in WGS84.',
    },
  },
  point_far_from_commune: {
    severity: 'warning',
    message: {
      fr: 'Le point est à {km} km de {commune}, la commune indiquée.',
      en: 'The point is {km} km away from {commune}, the commune stated.',
    },
    repair: {
      fr: 'Corrigez le point ou la commune : l’un des deux est faux.',
      en: 'Correct the point or the commune: one of them is wrong.',
    },
  },
  older_than_known: {
    severity: 'info',
    message: {
      fr: 'Cette ligne date du {value}, la fiche connue du {known} : elle n’a rien changé.',
      en: 'This row is dated {value}, what is known {known}: it changed nothing.',
    },
    repair: {
      fr: 'Rien à faire : importez un fichier plus récent pour mettre à jour.',
      en: 'Nothing to do: import a later file to update.',
    },
  },
  claimed_place_kept: {
    severity: 'info',
    message: {
      fr: 'Le lieu est tenu par son propriétaire : la source est enregistrée, la fiche n’est pas modifiée.',
      en: 'The place is kept by its owner: the source is recorded, the page is left as it is.',
    },
    repair: {
      fr: 'Proposez la correction au propriétaire depuis la page du lieu.',
      en: 'Suggest the correction to the owner from the page of the place.',
    },
  },
} as const satisfies CauseTable;

/** Says a note in the reader's language, under the file's own heading. An unknown cause is a programming error. */
export function sayNote(note: Note, causes: CauseTable, lang: Lang, headingOf: (field: string) => string): ReportNote {
  const cause = causes[note.cause];
  if (!cause) throw new Error(`Unknown import cause: ${note.cause}`);
  const column = note.field === null ? null : headingOf(note.field);
  const params = { value: note.value ?? '—', column: column ?? '—', ...note.params };
  return {
    field: column,
    value: note.value,
    cause: note.cause,
    severity: cause.severity,
    message: fill(cause.message[lang], params),
    repair: fill(cause.repair[lang], params),
  };
}

export function isWarned(notes: readonly Note[], causes: CauseTable): boolean {
  return notes.some((note) => causes[note.cause]?.severity === 'warning');
}
