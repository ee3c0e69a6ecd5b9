import { useFieldWords, useValueWords } from '../keep/kept-words';

interface ProposedWordsProps {
  readonly proposed: Readonly<Record<string, unknown>>;
  /** What the place says now, where the reader may know it. */
  readonly current?: Readonly<Record<string, unknown>>;
}

/** Field by field: what it says, what it would say. */
export function ProposedWords({ proposed, current }: ProposedWordsProps) {
  const names = useFieldWords();
  const words = useValueWords();
  return (
    <ul>
      {Object.entries(proposed)
        .filter(([field]) => field !== 'communeId')
        .map(([field, value]) => (
          <li key={field}>
            <strong>{names(field)}</strong>
            {' — '}
            {current && field in current ? <>{words(field, current[field])} → </> : null}
            {words(field, value)}
          </li>
        ))}
    </ul>
  );
}
