import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { SelectInput } from '../../ui/inputs';
import { ProblemNotice } from '../../ui/problem-notice';
import { type Follow, type FollowDesk, type FollowList, FREQUENCIES, type Frequency } from './follows.queries';

interface FollowRowsProps {
  readonly list: FollowList;
  readonly desk: FollowDesk;
  readonly onChanged: (list: FollowList) => void;
}

/** Everything an address follows: how often each is told, and the way out of each. */
export function FollowRows({ list, desk, onChanged }: FollowRowsProps) {
  const { t } = useTranslation('follows');
  const [failure, setFailure] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const act = (sentence: string, send: () => Promise<FollowList>) => {
    setFailure(null);
    send().then((changed) => {
      onChanged(changed);
      setSaid(sentence);
    }, setFailure);
  };
  return (
    <div className="stack">
      {failure ? <ProblemNotice error={failure} /> : null}
      <p role="status" className={said ? 'field-help' : 'visually-hidden'}>
        {said}
      </p>
      <ul className="row-list">
        {list.items.map((follow) => (
          <FollowRow
            key={follow.id}
            follow={follow}
            onChange={(frequency) => act(t('manage.changed', { title: follow.title }), () => desk.change(follow.id, frequency))}
            onStop={() => act(t('manage.stopped', { title: follow.title }), () => desk.stop(follow.id))}
          />
        ))}
      </ul>
    </div>
  );
}

interface FollowRowProps {
  readonly follow: Follow;
  readonly onChange: (frequency: Frequency) => void;
  readonly onStop: () => void;
}

function FollowRow({ follow, onChange, onStop }: FollowRowProps) {
  const { t } = useTranslation('follows');
  const { about, title, page, frequency, since } = follow;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{page === null ? title : <a href={page}>{title}</a>}</p>
        <p className="field-help">{t(`about.${about}`, { day: formatInstantDay(since, currentLanguage()) })}</p>
      </div>
      <div className="row-acts">
        <SelectInput
          aria-label={t('manage.frequencyOf', { title })}
          value={frequency}
          onChange={(event) => onChange(event.target.value as Frequency)}
        >
          {FREQUENCIES.map((value) => (
            <option key={value} value={value}>
              {t(`frequency.${value}`)}
            </option>
          ))}
        </SelectInput>
        <Button size="small" onClick={onStop}>
          {t('manage.stop')}
          <span className="visually-hidden"> {title}</span>
        </Button>
      </div>
    </li>
  );
}
