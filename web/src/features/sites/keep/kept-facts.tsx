import { useTranslation } from 'react-i18next';
import { Crossing } from './kept-controls';
import { useAnswer } from './use-answer';

const CHOICES = ['yes', 'no', 'unknown'] as const;

interface KeptFactsProps<W extends string> {
  /** `features`, or `premises.<id>.features`. */
  readonly path: string;
  readonly legend: string;
  readonly words: readonly W[];
  readonly label: (word: W) => string;
}

/** A list of things that are there, are not, or that nobody has looked at: each its own three choices. */
export function KeptFacts<W extends string>({ path, legend, words, label }: KeptFactsProps<W>) {
  return (
    <fieldset className="kept-facts">
      <legend className="visually-hidden">{legend}</legend>
      {words.map((word) => (
        <Fact key={word} path={`${path}.${word}`} label={label(word)} />
      ))}
    </fieldset>
  );
}

function Fact({ path, label }: { readonly path: string; readonly label: string }) {
  const { t } = useTranslation('keep');
  const answer = useAnswer(path, {
    read: (choice) => (choice === 'unknown' ? null : choice === 'yes'),
    write: (value) => (value === true ? 'yes' : value === false ? 'no' : 'unknown'),
  });
  return (
    <fieldset className="kept-fact">
      <legend>{label}</legend>
      <div className="kept-fact-choices">
        {CHOICES.map((choice) => (
          <label key={choice} className="kept-fact-choice">
            <input
              type="radio"
              name={path}
              value={choice}
              checked={answer.typed === choice}
              disabled={answer.isDisabled}
              onChange={() => answer.pick(choice)}
            />
            <span>{t(`facts.${choice}`)}</span>
          </label>
        ))}
      </div>
      <Crossing path={path} answer={answer} />
    </fieldset>
  );
}

interface KeptChecksProps<W extends string> {
  readonly path: string;
  readonly legend: string;
  readonly words: readonly W[];
  readonly label: (word: W) => string;
}

/** Several of a list; none chosen means that nothing is said. */
export function KeptChecks<W extends string>({ path, legend, words, label }: KeptChecksProps<W>) {
  const answer = useAnswer(path, {
    read: (chosen) => (chosen === '' ? null : chosen.split(',')),
    write: (value) => (Array.isArray(value) ? value.join(',') : ''),
  });
  const chosen = answer.typed === '' ? [] : answer.typed.split(',');
  return (
    <fieldset className="choices">
      <legend className="field-label">{legend}</legend>
      <div className="kept-checks">
        {words.map((word) => (
          <label key={word} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(word)}
              disabled={answer.isDisabled}
              onChange={() => answer.pick(words.filter((one) => (one === word) !== chosen.includes(one)).join(','))}
            />
            <span className="choice-text">{label(word)}</span>
          </label>
        ))}
      </div>
      <Crossing path={path} answer={answer} />
    </fieldset>
  );
}
