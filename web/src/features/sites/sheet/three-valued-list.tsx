import { Check, CircleHelp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface ThreeValuedListProps<W extends string> {
  /** Every word of the list, so that a fact the server does not mention counts as unknown. */
  readonly words: readonly W[];
  readonly facts: Readonly<Record<string, boolean | null>>;
  readonly label: (word: W) => string;
  /** For burdens, “no” is the good news. */
  readonly noIsGood?: boolean;
}

/** Yes, no and unknown in three groups, each with its own sign and word: never colour alone. */
export function ThreeValuedList<W extends string>({ words, facts, label, noIsGood = false }: ThreeValuedListProps<W>) {
  const { t } = useTranslation('place');
  const yes = words.filter((word) => facts[word] === true);
  const no = words.filter((word) => facts[word] === false);
  const unknown = words.filter((word) => (facts[word] ?? null) === null);
  if (yes.length + no.length === 0) {
    return (
      <p className="unknown">
        <CircleHelp aria-hidden size={16} />
        {t('threeValued.allUnknown')}
      </p>
    );
  }
  const groups = [
    { key: 'yes', words: yes, icon: <Check aria-hidden size={18} />, look: noIsGood ? 'bad' : 'good' },
    { key: 'no', words: no, icon: <X aria-hidden size={18} />, look: noIsGood ? 'good' : 'bad' },
    { key: 'unknown', words: unknown, icon: <CircleHelp aria-hidden size={18} />, look: 'blank' },
  ] as const;
  return (
    <div className="three-valued">
      {groups
        .filter((group) => group.words.length > 0)
        .map((group) => (
          <div key={group.key} className={`three-group three-${group.look}`}>
            <h3>
              {group.icon}
              {t(`threeValued.${group.key}`)}
            </h3>
            <ul className="three-words">
              {group.words.map((word) => (
                <li key={word}>{label(word)}</li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}
