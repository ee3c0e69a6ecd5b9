import { useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { LinkButton } from '../../ui/link-button';
import { ProblemNotice } from '../../ui/problem-notice';
import { FollowRows } from './follow-rows';
import { type Followable, type FollowList, followNow, isFollowed, myDesk, myFollows } from './follows.queries';

/** What a signed-in person follows of a page, how often, and what else it offers. */
export function FollowedPanel({ things, list }: { readonly things: readonly Followable[]; readonly list: FollowList }) {
  const { t } = useTranslation('follows');
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const keep = (now: FollowList) => client.setQueryData(myFollows().queryKey, now);
  const here = list.items.filter((follow) => things.some((thing) => thing.about === follow.about && thing.subject === follow.subject));
  const others = things.filter((thing) => !isFollowed(list, thing));
  return (
    <div className="stack">
      {here.length > 0 ? <p role="status">{t('done.text', { email: list.address ?? '' })}</p> : null}
      {failure ? <ProblemNotice error={failure} /> : null}
      <FollowRows list={{ ...list, items: here }} desk={myDesk} onChanged={keep} />
      {others.map((thing) => (
        <div key={`${thing.about} ${thing.subject}`}>
          <Button size="small" icon={<Bell aria-hidden size={16} />} onClick={() => void followNow(thing).then(keep, setFailure)}>
            {t('followAlso', { label: thing.label })}
          </Button>
        </div>
      ))}
      <LinkButton to="/mon-compte/suivis" look="quiet">
        {t('done.see')}
      </LinkButton>
    </div>
  );
}
