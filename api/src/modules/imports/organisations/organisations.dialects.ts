import type { Dataset, Dialect } from '../import.types.js';

/**
 * The register of inclusion enterprises. Its licence is presumed, not read: its rows serve the matching of members and are never shown
 * to the public (`membersOnly`).
 */
export const SIAE_REGISTER: Dataset = {
  id: 'siae',
  title: 'Structures d’insertion par l’activité économique',
  producer: 'Les emplois de l’inclusion, ASP',
  licence: 'Licence présumée ouverte, à confirmer : non montré au public',
  licenceUrl: null,
  sourceUrl: 'https://emplois.inclusion.beta.gouv.fr/',
  attribution: 'Les emplois de l’inclusion, ASP',
  shareAlike: false,
  membersOnly: true,
  asOf: null,
};

export const SIAE_DIALECT: Dialect = {
  id: 'siae-list',
  kind: 'organisations',
  dataset: SIAE_REGISTER,
  label: { fr: 'Liste des structures d’insertion (SIAE)', en: 'List of inclusion enterprises (SIAE)' },
  columns: {
    siret: ['siret'],
    kind: ['type_structure', 'kind', 'type', 'type_siae'],
    name: ['nom', 'raison_sociale', 'name'],
    brand: ['enseigne', 'brand', 'nom_usuel'],
    address: ['adresse', 'address_line_1', 'addresse_ligne_1'],
    postalCode: ['code_postal', 'post_code', 'postal_code'],
    city: ['commune', 'ville', 'city'],
    department: ['departement', 'department'],
    longitude: ['longitude', 'lon'],
    latitude: ['latitude', 'lat'],
    summary: ['description'],
    website: ['site_web', 'website'],
    seenOn: ['maj', 'mis_a_jour_le', 'updated_at'],
  },
  required: ['siret', 'kind', 'name', 'city'],
};
