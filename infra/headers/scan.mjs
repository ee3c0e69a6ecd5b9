import { pathToFileURL } from 'node:url';

// Run by scorer.mjs with the scorer's main file and the address to score; answers one line of JSON.
const [scanner = '', host = ''] = process.argv.slice(2);
const { scan } = await import(pathToFileURL(scanner).href);
const { scan: whole, tests } = await scan(host);
const list = Object.entries(tests).map(([name, { pass, result, scoreModifier }]) => ({ name, pass, result, modifier: scoreModifier }));
console.log(JSON.stringify({ grade: whole.grade, score: whole.score, tests: list }));
