import type { CauseTable } from '../import.types.js';

const SAME_PLACE = {
  fr: 'Si c’est le même lieu, importez puis réunissez les deux fiches depuis la page du lieu ; sinon, rien à faire.',
  en: 'If it is the same place, import it and then merge the two sheets from the page of the place; otherwise, nothing to do.',
};

/** Causes of the files that owners send. */
export const PLACE_CAUSES = {
  place_name_missing: {
    severity: 'error',
    message: { fr: 'Le lieu n’a pas de nom.', en: 'The place has no name.' },
    repair: { fr: 'Donnez-lui un nom que les habitants comprennent.', en: 'Give it a name that residents understand.' },
  },
  place_nowhere: {
    severity: 'error',
    message: {
      fr: 'Rien ne dit où est le lieu : ni commune reconnue, ni coordonnées en France, ni code UIC connu.',
      en: 'Nothing says where the place is: no commune recognised, no coordinates in France, no known UIC code.',
    },
    repair: {
      fr: 'Renseignez la commune avec son département, ou des coordonnées.',
      en: 'Fill in the commune with its department, or coordinates.',
    },
  },
  mailbox_unreadable: {
    severity: 'warning',
    message: { fr: '« {value} » n’est pas une adresse électronique.', en: '“{value}” is not an e-mail address.' },
    repair: {
      fr: 'Donnez l’adresse d’un service, par exemple immobilier@commune.fr, ou laissez la cellule vide.',
      en: 'Give the address of a service, for instance property@town.fr, or leave the cell blank.',
    },
  },
  commune_ambiguous: {
    severity: 'warning',
    message: { fr: 'Plusieurs communes s’appellent « {value} ».', en: 'Several communes are called “{value}”.' },
    repair: { fr: 'Ajoutez le département, le code postal ou le code INSEE.', en: 'Add the department, the postcode or the INSEE code.' },
  },
  commune_by_point: {
    severity: 'info',
    message: { fr: 'Commune trouvée d’après les coordonnées : {found}.', en: 'Commune found from the coordinates: {found}.' },
    repair: { fr: 'Vérifiez-la, ou écrivez la commune.', en: 'Check it, or write the commune.' },
  },
  point_by_uic: {
    severity: 'info',
    message: { fr: 'Coordonnées reprises de la gare {value} : {found}.', en: 'Coordinates taken from station {value}: {found}.' },
    repair: { fr: 'Rien à faire si le lieu est bien dans cette gare.', en: 'Nothing to do if the place is in this station.' },
  },
  point_by_name: {
    severity: 'info',
    message: {
      fr: 'Coordonnées reprises des données ouvertes, même nom et même commune : {found}.',
      en: 'Coordinates taken from open data, same name and same commune: {found}.',
    },
    repair: { fr: 'Vérifiez le point sur la carte.', en: 'Check the point on the map.' },
  },
  uic_unknown: {
    severity: 'warning',
    message: { fr: 'Le code UIC « {value} » n’est pas connu.', en: 'The UIC code “{value}” is not known.' },
    repair: { fr: 'Vérifiez les huit chiffres, ou donnez des coordonnées.', en: 'Check the eight digits, or give coordinates.' },
  },
  point_far_dropped: {
    severity: 'warning',
    message: {
      fr: 'Le point est à {km} km de {commune} : il n’est pas gardé.',
      en: 'The point is {km} km away from {commune}: it is not kept.',
    },
    repair: { fr: 'Corrigez le point ou la commune.', en: 'Correct the point or the commune.' },
  },
  outline_crossing: {
    severity: 'warning',
    message: {
      fr: 'Le tracé se croise ou n’entoure rien : il n’est pas gardé.',
      en: 'The drawing crosses itself or encloses nothing: it is not kept.',
    },
    repair: { fr: 'Corrigez-le dans votre logiciel de cartographie.', en: 'Correct it in your mapping software.' },
  },
  outline_unreadable: {
    severity: 'warning',
    message: { fr: 'Tracé illisible ou hors de France : il n’est pas gardé.', en: 'Drawing unreadable or outside France: it is not kept.' },
    repair: { fr: 'Exportez-le de nouveau, en un seul morceau par lieu.', en: 'Export it again, in one piece per place.' },
  },
  point_read_lon_lat: {
    severity: 'info',
    message: { fr: 'Point lu longitude puis latitude : {found}.', en: 'Point read as longitude then latitude: {found}.' },
    repair: { fr: 'Rien à faire si le lieu est bien placé.', en: 'Nothing to do if the place is well placed.' },
  },
  figure_unreadable: {
    severity: 'warning',
    message: { fr: '« {value} » n’est pas un nombre utilisable ({column}).', en: '“{value}” is not a usable number ({column}).' },
    repair: { fr: 'Écrivez un nombre, sans unité ni texte.', en: 'Write a number, without unit or text.' },
  },
  date_unreadable: {
    severity: 'warning',
    message: { fr: '« {value} » n’est pas une date comprise ({column}).', en: '“{value}” is not a date we understand ({column}).' },
    repair: { fr: 'Écrivez-la JJ/MM/AAAA.', en: 'Write it DD/MM/YYYY.' },
  },
  yes_no_unreadable: {
    severity: 'warning',
    message: { fr: '« {value} » n’est ni oui ni non ({column}).', en: '“{value}” is neither yes nor no ({column}).' },
    repair: { fr: 'Écrivez oui ou non ; laissez vide si vous ne savez pas.', en: 'Write yes or no; leave empty if you do not know.' },
  },
  word_unknown: {
    severity: 'warning',
    message: { fr: '« {value} » n’est pas un mot connu pour {column}.', en: '“{value}” is not a known word for {column}.' },
    repair: { fr: 'Choisissez parmi : {accepted}.', en: 'Choose among: {accepted}.' },
  },
  text_cut: {
    severity: 'warning',
    message: { fr: 'Texte trop long, coupé à {limit} caractères ({column}).', en: 'Text too long, cut at {limit} characters ({column}).' },
    repair: { fr: 'Raccourcissez-le.', en: 'Shorten it.' },
  },
  known_by_identifier: {
    severity: 'warning',
    message: {
      fr: 'Même code UIC ou même identifiant d’inventaire que « {value} », déjà présent.',
      en: 'Same UIC code or inventory number as “{value}”, already here.',
    },
    repair: SAME_PLACE,
  },
  known_by_parcel: {
    severity: 'warning',
    message: { fr: 'Sur la même parcelle que « {value} », déjà présent.', en: 'On the same parcel as “{value}”, already here.' },
    repair: SAME_PLACE,
  },
  known_by_name: {
    severity: 'warning',
    message: {
      fr: 'Même nom et même commune que « {value} », déjà présent.',
      en: 'Same name and same commune as “{value}”, already here.',
    },
    repair: SAME_PLACE,
  },
  edited_place_kept: {
    severity: 'warning',
    message: {
      fr: 'Ce lieu a été modifié ou publié depuis le dernier import : il reste tel quel.',
      en: 'This place was edited or published since the last import: it stays as it is.',
    },
    repair: { fr: 'Modifiez-le depuis sa page.', en: 'Edit it from its page.' },
  },
} as const satisfies CauseTable;
