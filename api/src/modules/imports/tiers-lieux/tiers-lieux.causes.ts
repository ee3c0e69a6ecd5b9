import type { Cause, CauseTable, Severity } from '../import.types.js';

function cause(severity: Severity, fr: string, en: string, repairFr: string, repairEn: string): Cause {
  return { severity, message: { fr, en }, repair: { fr: repairFr, en: repairEn } };
}

export const TIERS_LIEUX_CAUSES = {
  tiers_lieu_nameless: cause('error', 'Le tiers-lieu n’a ni nom ni porteur.', 'The tiers-lieu has neither a name nor a body that runs it.', 'Renseignez {column}.', 'Fill in {column}.'),
  tiers_lieu_nowhere: cause('error', 'Rien ne dit où est le tiers-lieu : « {value} ».', 'Nothing says where the tiers-lieu is: “{value}”.', 'Renseignez la commune, son code INSEE ou des coordonnées en France.', 'Fill in the commune, its INSEE code or coordinates in France.'),
  tiers_lieu_keyless: cause('warning', 'Pas d’identifiant : reconnu par son nom et sa commune.', 'No identifier: recognised by its name and commune.', 'Renseignez un identifiant qui ne change pas d’un fichier à l’autre.', 'Fill in an identifier that stays the same from one file to the next.'),
  not_a_tiers_lieu: cause('info', 'Ni coworking, ni fablab, ni tiers-lieu : lieu non concerné (« {value} »).', 'Neither a coworking space, a fablab nor a tiers-lieu: not concerned (“{value}”).', 'Rien à faire.', 'Nothing to do.'),
  point_of_commune: cause('info', 'Le point de ce fichier est celui de la commune : le lieu est situé à la commune près.', 'The point in this file is that of the commune: the place is located to the commune.', 'Ajoutez l’adresse et le point du lieu.', 'Add the address and the point of the place.'),
  insee_contradicted: cause('warning', 'Le code INSEE {value} n’est pas dans le département du code postal : rattaché à {found}.', 'INSEE code {value} is not in the department of the postcode: attached to {found}.', 'Corrigez le code INSEE ou le code postal.', 'Correct the INSEE code or the postcode.'),
  person_as_name: cause('warning', 'Le nom du lieu est celui d’une personne : nommé d’après la structure qui le porte.', 'The name of the place is that of a person: named after the body that runs it.', 'Écrivez le nom du tiers-lieu, sans nom de personne.', 'Write the name of the tiers-lieu, without the name of a person.'),
  contact_dropped: cause('info', 'Texte avec adresse électronique ou téléphone : non conservé ({column}).', 'Text with an e-mail address or telephone number: not stored ({column}).', 'Retirez les coordonnées personnelles.', 'Remove personal contact details.'),
  website_unreadable: cause('warning', '« {value} » n’est pas l’adresse d’un site.', '“{value}” is not the address of a website.', 'Écrivez l’adresse complète, avec https://.', 'Write the whole address, with https://.'),
  activity_unknown: cause('info', 'Activité « {value} » non reconnue : laissée de côté.', 'Activity “{value}” not recognised: left out.', 'Rien à faire, ou écrivez coworking, fablab, ressourcerie, cantine, atelier vélo, culture, formation, etc.', 'Nothing to do, or write coworking, fablab, ressourcerie, cantine, atelier vélo, culture, formation…'),
} as const satisfies CauseTable; // prettier-ignore
