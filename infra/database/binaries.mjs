import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { LaunchProblem } from '../launch/problem.mjs';
import { capture, isExecutable } from '../launch/shell.mjs';
import { words } from '../launch/words.mjs';

/**
 * A PostgreSQL installed on this machine.
 * @typedef {object} PostgresBinaries
 * @property {string} folder where initdb and pg_ctl are
 * @property {number} major
 * @property {boolean} hasPostgis its extension folder holds PostGIS
 */

const oldestMajor = 14;

/**
 * Folders searched, newest version first. `TERRAIN_PG_PATH` (folders separated by colons, `*` not allowed) replaces them.
 * @param {NodeJS.ProcessEnv} env
 */
export function postgresSearchPath(env = process.env) {
  if (env.TERRAIN_PG_PATH !== undefined) return env.TERRAIN_PG_PATH.split(delimiter).filter(Boolean);
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [...versions.map((version) => join(debian, version, 'bin')), ...(env.PATH ?? '').split(delimiter)];
}

/**
 * The best PostgreSQL of the machine: one that has PostGIS if possible, else one that PostGIS can be added to, else null.
 * Data written by one major version are read by that one only: it can be asked for.
 * @param {NodeJS.ProcessEnv} env
 * @param {number} [wantedMajor]
 * @returns {Promise<PostgresBinaries | null>}
 */
export async function findPostgres(env = process.env, wantedMajor) {
  /** @type {PostgresBinaries | null} */
  let withoutPostgis = null;
  for (const folder of postgresSearchPath(env)) {
    if (!['initdb', 'pg_ctl', 'psql'].every((name) => isExecutable(join(folder, name)))) continue;
    const version = await capture(join(folder, 'pg_ctl'), ['--version']);
    const major = Number(/\b(\d+)(?:\.|devel|beta|rc|\b)/.exec(version.output)?.[1] ?? 0);
    if (version.code !== 0 || major < oldestMajor || (wantedMajor ?? major) !== major) continue;
    const found = { folder, major, hasPostgis: await hasPostgis(folder) };
    if (found.hasPostgis) return found;
    withoutPostgis ??= found;
  }
  return withoutPostgis;
}

/** @param {string} folder */
async function hasPostgis(folder) {
  // Debian ships pg_config in a development package only: fall back on the layout of its folders.
  const config = join(folder, 'pg_config');
  const answer = isExecutable(config) ? await capture(config, ['--sharedir']) : null;
  const major = /postgresql\/(\d+)\/bin$/.exec(folder)?.[1];
  const shareFolders = [
    ...(answer?.code === 0 ? [answer.output.trim()] : []),
    ...(major === undefined ? [] : [`/usr/share/postgresql/${major}`]),
    join(dirname(folder), 'share', 'postgresql'),
    join(dirname(folder), 'share'),
  ];
  return shareFolders.some((share) => existsSync(join(share, 'extension', 'postgis.control')));
}

/** @param {number} major */
export function versionGone(major) {
  return new LaunchProblem(
    words(
      `Vos données ont été écrites par PostgreSQL ${major}, qui n'est plus sur cette machine.`,
      `Your data were written by PostgreSQL ${major}, which is no longer on this machine.`,
    ),
    words(
      `Réinstallez-le (« sudo apt-get install postgresql-${major}-postgis-3 »), ou supprimez .local pour repartir de zéro.`,
      `Install it again (“sudo apt-get install postgresql-${major}-postgis-3”), or remove .local to start afresh.`,
    ),
  );
}

/** Nothing here can serve a database: say the one command that repairs it. */
export function noDatabasePossible() {
  return new LaunchProblem(
    words(
      "Il manque PostgreSQL avec PostGIS, et ce programme n'a pas le droit de l'installer ici.",
      'PostgreSQL with PostGIS is missing, and this program may not install it here.',
    ),
    words(
      'Tapez « sudo apt-get install postgresql postgresql-postgis » (Debian, Ubuntu), ou donnez une base existante : DATABASE_URL=postgres://…',
      'Type “sudo apt-get install postgresql postgresql-postgis” (Debian, Ubuntu), or give an existing database: DATABASE_URL=postgres://…',
    ),
  );
}
