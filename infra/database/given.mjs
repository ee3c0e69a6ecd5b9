import { connect } from 'node:net';
import { LaunchProblem } from '../launch/problem.mjs';
import { words } from '../launch/words.mjs';
import { withoutPassword } from './url.mjs';

/**
 * The database somebody gave us, checked to answer. Tests listen only to their own variable:
 * they erase what they find, and DATABASE_URL may be the one people work in.
 * @param {'app' | 'test'} purpose
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>}
 */
export async function givenDatabase(purpose, env = process.env) {
  const variable = purpose === 'app' ? 'DATABASE_URL' : 'TEST_DATABASE_URL';
  const url = env[variable];
  if (url === undefined || url === '') return null;
  if (purpose === 'test' && url === env.DATABASE_URL) throw sameDatabaseTwice();
  const { hostname, port } = parse(url, variable);
  if (!(await answers(hostname || 'localhost', Number(port || 5432)))) throw unreachable(variable, url);
  return url;
}

/**
 * @param {string} url
 * @param {string} variable
 */
function parse(url, variable) {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return new URL(url);
  throw new LaunchProblem(
    words(`${variable} n'est pas une adresse de base PostgreSQL.`, `${variable} is not the address of a PostgreSQL database.`),
    words(
      'Écrivez-la ainsi : postgres://utilisateur:motdepasse@hote:5432/base',
      'Write it like this: postgres://user:password@host:5432/database',
    ),
  );
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port, timeout: 5000 });
    const finish = (/** @type {boolean} */ answered) => {
      socket.destroy();
      resolve(answered);
    };
    socket.on('connect', () => finish(true));
    socket.on('timeout', () => finish(false));
    socket.on('error', () => finish(false));
  });
}

function sameDatabaseTwice() {
  return new LaunchProblem(
    words('TEST_DATABASE_URL et DATABASE_URL désignent la même base.', 'TEST_DATABASE_URL and DATABASE_URL name the same database.'),
    words(
      'Donnez aux tests une base à eux : ils effacent son contenu.',
      'Give the tests a database of their own: they erase what it holds.',
    ),
  );
}

/**
 * @param {string} variable
 * @param {string} url
 */
function unreachable(variable, url) {
  return new LaunchProblem(
    words(
      `La base de ${variable} ne répond pas : ${withoutPassword(url)}`,
      `The database of ${variable} does not answer: ${withoutPassword(url)}`,
    ),
    words(
      `Démarrez-la, ou retirez ${variable} pour la base privée du projet.`,
      `Start it, or unset ${variable} to get the project's private one.`,
    ),
  );
}
