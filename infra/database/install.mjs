import { packageInstaller } from '../launch/apt.mjs';
import { words } from '../launch/words.mjs';
import { findPostgres } from './binaries.mjs';

/**
 * Installs PostgreSQL and PostGIS from the distribution when that is allowed.
 * An existing PostgreSQL is kept and only gains PostGIS.
 * @param {import('./binaries.mjs').PostgresBinaries | null} found
 * @param {import('../launch/apt.mjs').PackageInstaller} [installer]
 * @returns {Promise<import('./binaries.mjs').PostgresBinaries | null>} null when it cannot be done here
 */
export async function installPostgres(found, installer) {
  const apt = installer ?? (await packageInstaller());
  if (!apt.available || !['debian', 'ubuntu'].includes(apt.distribution)) return null;
  console.error(
    words(
      "PostgreSQL avec PostGIS n'est pas sur cette machine : installation par apt (une seule fois).",
      'PostgreSQL with PostGIS is not on this machine: installing it with apt (once).',
    ),
  );
  await apt.install(await packagesFor(found, apt));
  const installed = await findPostgres();
  return installed?.hasPostgis === true ? installed : null;
}

/**
 * @param {import('./binaries.mjs').PostgresBinaries | null} found
 * @param {import('../launch/apt.mjs').PackageInstaller} apt
 */
async function packagesFor(found, apt) {
  if (found !== null) return [`postgresql-${found.major}-postgis-3`];
  // "postgresql" only points at the distribution's version, whose number PostGIS's package carries.
  const version = (await apt.dependencies('postgresql')).map((name) => /^postgresql-(\d+)$/.exec(name)?.[1]).find(Boolean);
  return version === undefined ? ['postgresql', 'postgresql-postgis'] : ['postgresql', `postgresql-${version}-postgis-3`];
}
