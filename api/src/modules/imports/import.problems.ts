import type { Lang, Text } from './import.types.js';

/** Why a whole file is refused: nothing has been changed. Each says what to do next. */
export const FILE_PROBLEMS = {
  file_not_found: {
    fr: 'Le fichier « {file} » est introuvable ou illisible ({detail}). Vérifiez le chemin et le droit de lecture.',
    en: 'The file “{file}” cannot be found or read ({detail}). Check the path and the right to read it.',
  },
  file_empty: {
    fr: 'Le fichier « {file} » est vide : aucune ligne de données. Téléchargez-le à nouveau depuis sa source.',
    en: 'The file “{file}” is empty: no row of data. Download it again from its source.',
  },
  file_binary: {
    fr: 'Le fichier « {file} » n’est pas un fichier texte ({detail}). Enregistrez-le en CSV, en GeoJSON ou en JSON, puis recommencez.',
    en: 'The file “{file}” is not a text file ({detail}). Save it as CSV, GeoJSON or JSON, then start again.',
  },
  file_cut: {
    fr: 'Le fichier « {file} » est coupé : {detail}. Téléchargez-le à nouveau en entier ; rien n’a été importé.',
    en: 'The file “{file}” is cut short: {detail}. Download it again in full; nothing was imported.',
  },
  file_damaged: {
    fr: 'Le fichier « {file} » est abîmé : {detail}. Téléchargez-le à nouveau ; rien n’a été importé.',
    en: 'The file “{file}” is damaged: {detail}. Download it again; nothing was imported.',
  },
  line_too_long: {
    fr: 'La ligne {line} de « {file} » dépasse {limit} Mo : ce n’est pas un tableau de ce type. Vérifiez que c’est le bon fichier.',
    en: 'Line {line} of “{file}” exceeds {limit} MB: this is not such a table. Check that it is the right file.',
  },
  file_too_large: {
    fr: 'Le fichier « {file} » dépasse {limit} Go une fois décompressé. Découpez-le et importez les parties l’une après l’autre.',
    en: 'The file “{file}” exceeds {limit} GB once decompressed. Split it and import the parts one after the other.',
  },
  other_dataset: {
    fr: '« {file} » est un fichier « {other} », pas « {wanted} ». Utilisez : cli import {kind} {file}',
    en: '“{file}” is a “{other}” file, not “{wanted}”. Use: cli import {kind} {file}',
  },
  unknown_columns: {
    fr: '« {file} » n’a pas les colonnes de « {wanted} » : il manque {missing}. Colonnes trouvées : {found}. Vérifiez que c’est le bon fichier, avec sa ligne d’en-tête.',
    en: '“{file}” lacks the columns of “{wanted}”: {missing} missing. Columns found: {found}. Check that it is the right file, with its header line.',
  },
  archive_bomb: {
    fr: '« {file} » prendrait plus de {limit} Mo une fois décompressé, ou se décompresse anormalement : il n’a pas été ouvert. Enregistrez le tableau de nouveau, sans images ni lignes vides.',
    en: '“{file}” would take more than {limit} MB once decompressed, or decompresses abnormally: it was not opened. Save the table again, without pictures or empty rows.',
  },
  archive_unknown: {
    fr: '« {file} » est une archive qui ne contient ni classeur XLSX ou ODS, ni couche Shapefile (.shp, .dbf). Envoyez l’un d’eux.',
    en: '“{file}” is an archive that holds neither an XLSX or ODS workbook nor a Shapefile layer (.shp, .dbf). Send one of them.',
  },
  too_many_rows: {
    fr: '« {file} » a plus de {limit} lignes. Découpez-le et importez les parties l’une après l’autre.',
    en: '“{file}” has more than {limit} rows. Split it and import the parts one after the other.',
  },
  too_many_columns: {
    fr: '« {file} » a plus de {limit} colonnes. Ne gardez que celles qui décrivent les lieux.',
    en: '“{file}” has more than {limit} columns. Keep only those that describe the places.',
  },
  cell_too_long: {
    fr: 'La ligne {line} de « {file} » a une cellule ou un tracé démesuré. Simplifiez-la.',
    en: 'Line {line} of “{file}” has an oversized cell or drawing. Simplify it.',
  },
  file_virus: {
    fr: 'L’antivirus a reconnu un virus dans « {file} » ({detail}) : le fichier n’a pas été ouvert.',
    en: 'The antivirus found a virus in “{file}” ({detail}): the file was not opened.',
  },
  layer_missing: {
    fr: '« {file} » ne contient aucune couche lisible ({detail}).',
    en: '“{file}” holds no readable layer ({detail}).',
  },
  bad_as_of: {
    fr: '« {value} » n’est pas une date valide pour --as-of. Écrivez-la AAAA-MM-JJ, par exemple 2026-05-21.',
    en: '“{value}” is not a valid date for --as-of. Write it YYYY-MM-DD, for example 2026-05-21.',
  },
  bad_report_name: {
    fr: 'Le rapport « {file} » doit se terminer par .json ou .csv, dans un dossier existant et modifiable ({detail}).',
    en: 'The report “{file}” must end with .json or .csv, in an existing folder you may write to ({detail}).',
  },
  interrupted: {
    fr: 'Import interrompu : rien n’a été changé. Relancez la même commande pour recommencer.',
    en: 'Import interrupted: nothing was changed. Run the same command to start again.',
  },
} as const satisfies Record<string, Text>;

export type FileProblemCode = keyof typeof FILE_PROBLEMS;
export type Params = Readonly<Record<string, string | number>>;

/** Puts the facts into a sentence; an absent fact shows as a dash rather than as a brace. */
export function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '—'));
}

/** Ends a run before anything is changed; `detail` may be a pair of sentences. */
export class ImportProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly params: Readonly<Record<string, string | number | Text>> = {},
  ) {
    super(code);
    this.message = this.sentence('fr');
  }

  sentence(lang: Lang): string {
    const plain = Object.fromEntries(
      Object.entries(this.params).map(([key, value]) => [key, typeof value === 'object' ? value[lang] : value]),
    );
    return fill(FILE_PROBLEMS[this.code][lang], plain);
  }
}
