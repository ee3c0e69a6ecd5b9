import { readArea, readFootprint } from './friches.areas.js';
import { asNumber, several } from './friches.cells.js';
import { readParcels } from './friches.parcels.js';
import type { RowReading } from './friches.reading.js';
import { CONDITION_OF, HERITAGE_OF, SOIL_POLLUTION_OF } from './friches.words.js';
import type { SourceRow } from '../import.types.js';
import type { SourcedValues } from '../sourced-sites/sourced-site.types.js';

/** `site_surface` is the place, `unite_fonciere_surface` the land unit around it: both are land, the first says more when it is there. */
export function readLand(row: SourceRow, reading: RowReading): SourcedValues {
  const site = readArea('site_surface', row.values['site_surface']);
  const unit = readArea('unite_fonciere_surface', row.values['unite_fonciere_surface']);
  const landAreaM2 = reading.cell('site_surface') ? site.areaM2 : unit.areaM2;
  const footprint = readFootprint(row.values['bati_surface'], unit.areaM2 ?? landAreaM2);
  const { parcels, notes } = readParcels(row.values['unite_fonciere_refcad']);
  reading.notes.push(...(reading.cell('site_surface') ? site.notes : unit.notes), ...footprint.notes, ...notes);
  return {
    landAreaM2,
    footprintM2: footprint.areaM2,
    'facts.land_unit_m2': unit.areaM2,
    parcels,
    planningDocument: reading.fact('urba_doc_type'),
    planningZone: reading.fact('urba_zone_type'),
    'facts.planning_zone_label': reading.cell('urba_zone_lib')?.slice(0, 300) ?? null,
    'facts.renewables_area': reading.fact('urba_zaer'),
    'constraints.soil_pollution':
      SOIL_POLLUTION_OF[reading.cell('sol_pollution_existe') ? (reading.word('sol_pollution_existe') ?? '') : ''] ?? null,
    'facts.soil_pollution': reading.cell('sol_pollution_existe'),
    'facts.soil_pollution_comment': reading.text('sol_pollution_commentaire'),
    'facts.access': reading.cell('desserte_distance'),
  };
}

/** Up to 1969 a year is one of building; from 1970 on, the files in circulation hold dates of sale under this heading. */
const FIRST_YEAR_OF_SALES = 1970;

export function readBuildings(reading: RowReading): SourcedValues {
  const pollution = reading.word('bati_pollution');
  const state = reading.fact('bati_etat');
  const heritage = reading.fact('bati_patrimoine');
  const oldest = reading.year('local_ancien_annee');
  const count = asNumber(reading.cell('bati_nombre') ?? '');
  return {
    buildingCount: count !== null && Number.isInteger(count) && count >= 0 ? count : null,
    condition: CONDITION_OF[state ?? ''] ?? null,
    builtYear: oldest !== null && oldest < FIRST_YEAR_OF_SALES ? oldest : null,
    'constraints.building_pollution': pollution ? true : null,
    'constraints.asbestos': pollution === 'amiante' ? true : null,
    'constraints.heritage': HERITAGE_OF[heritage ?? ''] ?? null,
    'facts.building_condition': state,
    'facts.building_heritage': heritage,
    'facts.building_vacancy': reading.fact('bati_vacance'),
    'facts.building_types':
      several(reading.cell('bati_type') ?? '')
        .map((part) => reading.word('bati_type', part))
        .filter(Boolean)
        .join(' | ') || null,
  };
}
