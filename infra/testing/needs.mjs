/** What each group of suites uses beyond Jest itself; a group that is not listed is given everything. */
const uses = {
  rules: [],
  web: [],
  api: ['database'],
  contract: ['database', 'build'],
  launcher: [],
  e2e: ['database', 'build', 'browser'],
};
const everything = /** @type {const} */ (['database', 'build', 'browser']);

/**
 * What has to be prepared for these arguments of Jest: all of it, unless whole groups were chosen by --selectProjects.
 * @param {readonly string[]} args
 * @returns {Set<string>}
 */
export function needsOf(args) {
  const chosen = selectedProjects(args);
  if (chosen.length === 0) return new Set(everything);
  return new Set(chosen.flatMap((name) => (name in uses ? uses[/** @type {keyof typeof uses} */ (name)] : everything)));
}

/** @param {readonly string[]} args */
function selectedProjects(args) {
  const start = args.findIndex((arg) => arg === '--selectProjects' || arg.startsWith('--selectProjects='));
  if (start === -1) return [];
  const inline = args[start]?.split('=')[1];
  const rest = args.slice(start + 1);
  const end = rest.findIndex((arg) => arg.startsWith('-'));
  return [...(inline === undefined ? [] : [inline]), ...(end === -1 ? rest : rest.slice(0, end))];
}
