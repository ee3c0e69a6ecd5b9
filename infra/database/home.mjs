import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchProblem } from '../launch/problem.mjs';
import { capture } from '../launch/shell.mjs';
import { words } from '../launch/words.mjs';

/** @typedef {{ uid: number, gid: number } | null} Account the system account that runs the server; null = whoever we are */

/**
 * Where one cluster lives and who runs it.
 * @typedef {object} ClusterHome
 * @property {string} folder parent of the data folder
 * @property {string} data PGDATA
 * @property {string} passwordFile
 * @property {Account} account
 */

const sharedByDefault = '/var/lib/terrain-dentente';

/**
 * @param {'app' | 'test'} purpose
 * @param {string} localFolder
 * @param {string} [sharedFolder] where the data of clones go that the account of PostgreSQL cannot enter
 * @returns {Promise<ClusterHome>}
 */
export async function clusterHome(purpose, localFolder, sharedFolder = sharedByDefault) {
  mkdirSync(localFolder, { recursive: true });
  const account = process.getuid?.() === 0 ? await postgresAccount() : null;
  const folder = account === null || canTraverse(localFolder, account) ? localFolder : outsideFolder(localFolder, sharedFolder);
  return { folder, data: join(folder, `pg-${purpose}`), passwordFile: join(folder, `pg-${purpose}.password`), account };
}

/** PostgreSQL refuses to run as root: use the distribution's account, created if a container has none. */
async function postgresAccount() {
  const known = await accountNamed('postgres');
  if (known !== null) return known;
  await capture('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const created = await accountNamed('postgres');
  if (created !== null) return created;
  throw new LaunchProblem(
    words(
      'PostgreSQL refuse de tourner en root et le compte « postgres » manque.',
      'PostgreSQL refuses to run as root and the account “postgres” is missing.',
    ),
    words('Créez-le : useradd --system postgres', 'Create it: useradd --system postgres'),
  );
}

/**
 * @param {string} name
 * @returns {Promise<Account>}
 */
async function accountNamed(name) {
  const [uid, gid] = await Promise.all([capture('id', ['-u', name]), capture('id', ['-g', name])]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : null;
}

/**
 * Asks the kernel rather than guessing from modes: can that account enter the folder?
 * @param {string} folder
 * @param {{ uid: number, gid: number }} account
 */
function canTraverse(folder, account) {
  return spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0;
}

/**
 * A clone under /root or a private temporary folder: the data go under /var/lib, named after this clone.
 * The random part keeps a later clone at the same path from waking up with the data of the former one.
 * @param {string} localFolder
 * @param {string} sharedFolder
 */
function outsideFolder(localFolder, sharedFolder) {
  const nameFile = join(localFolder, 'clone-id');
  if (!existsSync(nameFile)) writeFileSync(nameFile, randomBytes(4).toString('hex'));
  const path = realpathSync(localFolder);
  const key = createHash('sha256').update(path).digest('hex').slice(0, 12);
  const folder = join(sharedFolder, `${key}-${readFileSync(nameFile, 'utf8')}`);
  forgetTestsOfVanishedClones(sharedFolder);
  mkdirSync(folder, { recursive: true });
  chmodSync(sharedFolder, 0o755);
  writeFileSync(join(folder, 'clone'), path);
  return folder;
}

/**
 * Test data have no value once their clone is gone; data of `npm start` are never removed by us.
 * @param {string} sharedFolder
 */
function forgetTestsOfVanishedClones(sharedFolder) {
  if (!existsSync(sharedFolder)) return;
  for (const name of readdirSync(sharedFolder)) {
    const folder = join(sharedFolder, name);
    const marker = join(folder, 'clone');
    const isOrphan = existsSync(marker) && !existsSync(readFileSync(marker, 'utf8'));
    const data = join(folder, 'pg-test');
    if (isOrphan && !existsSync(join(data, 'postmaster.pid'))) rmSync(data, { recursive: true, force: true });
  }
}
