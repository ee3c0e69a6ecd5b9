import { SHORTEST_GUESSED, slipsFrom } from '../../territories/near-name.rules.js';
import { plainText } from '../../territories/place-name.rules.js';

/** A run of words of what was typed, where a name of commune may stand. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** In plain letters, parted by one blank. */
  readonly words: string;
}

/** A commune where there is a place, whose name looks like a run of words. */
export interface NamedLike {
  readonly words: string;
  readonly name: string;
  readonly population: number | null;
}

interface Correction {
  readonly name: string;
  /** The whole search, with the name in the place of what was typed. */
  readonly q: string;
}

/** Beyond, it is a sentence; a name is four words at most (“Bourbonne-les-Bains”, “Vendeuvre-sur-Barse”). */
const WORDS_OF_A_SEARCH = 6;
const WORDS_OF_A_NAME = 4;
const SUGGESTIONS_AT_MOST = 3;

/** What people look for rather than where: right as it is, even where no place happens to say it. */
const ORDINARY = new Set(
  `atelier ateliers batiment batiments boutique bureau bureaux cantine chapelle cuisine ecole ecurie eglise entrepot entrepots ferme
  forge forges four friche friches garage gare gares grange granges halle halles hangar hangars hotel jardin jardins lavoir local locaux
  magasin mairie maison maisons manege moulin moulins parcelle place poste prairie presbytere quai remise salle salles serre serres
  terrain terrains terre terres theatre tour usine usines verger vergers village ville
  barn building buildings factory farm field house land mill office offices plot premises school shed shop station warehouse workshop`.split(
    /\s+/,
  ),
);

interface Word {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
}

function wordsOf(q: string): Word[] {
  return [...q.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    plain: plainText(word),
  }));
}

/** The words that may be a mistake: long enough to tell, and no ordinary word. Whether something is called so is the database's to say. */
export function wordsToCheck(q: string): string[] {
  const words = wordsOf(q);
  if (words.length > WORDS_OF_A_SEARCH) return [];
  return [...new Set(words.map(({ plain }) => plain))].filter((word) => word.length >= SHORTEST_GUESSED && !ORDINARY.has(word));
}

/** Runs of words that hold one that nothing is called by. */
export function doubtfulRuns(q: string, unknown: ReadonlySet<string>): Run[] {
  const words = wordsOf(q);
  return words.flatMap((first, from) =>
    words.slice(from, from + WORDS_OF_A_NAME).flatMap((last, length): Run[] => {
      const run = words.slice(from, from + length + 1);
      if (!run.some(({ plain }) => unknown.has(plain))) return [];
      return [{ start: first.start, end: last.end, words: run.map(({ plain }) => plain).join(' ') }];
    }),
  );
}

/** The names that were probably meant, nearest first; of the one run of words that comes nearest to a name, and the longest such. */
export function correctionsOf(q: string, runs: readonly Run[], names: readonly NamedLike[]): Correction[] {
  const near = runs
    .flatMap((run) =>
      names.flatMap((named) => {
        const slips = named.words === run.words ? slipsFrom(run.words, named.name) : null;
        return slips === null ? [] : [{ run, slips, name: named.name, population: named.population ?? 0 }];
      }),
    )
    .sort(
      (a, b) => a.slips - b.slips || b.run.words.length - a.run.words.length || b.population - a.population || (a.name < b.name ? -1 : 1),
    );
  const [best] = near;
  if (best === undefined) return [];
  const found = near.filter(({ run }) => run.start === best.run.start && run.end === best.run.end);
  return [...new Set(found.map(({ name }) => name))]
    .slice(0, SUGGESTIONS_AT_MOST)
    .map((name) => ({ name, q: `${q.slice(0, best.run.start)}${name}${q.slice(best.run.end)}` }));
}
