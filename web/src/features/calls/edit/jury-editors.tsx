import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { NumberInput, SelectInput, TextInput } from '../../../ui/inputs';
import { SavedStatus } from '../../../ui/saved/saved-parts';
import { useSavedValue } from '../../../ui/saved/use-saved-value';
import type { CallContent } from '../calls.queries';
import { moved, replaced } from './form-edit';
import { CheckBox, PartActs } from './part-acts';

export function JuryEditor() {
  const { t } = useTranslation(['calls', 'common']);
  const answer = useSavedValue<CallContent['jury']>('jury', { members: [], quorum: null });
  const jury = answer.value;
  const { members } = jury;
  const keep = (next: typeof members) => ({ ...jury, members: next });
  return (
    <div className="stack">
      <ul className="call-parts">
        {members.map((member, index) => (
          <li key={index} className="call-part">
            <Field label={t('calls:edit.who')} help={t('calls:edit.whoHelp')}>
              <TextInput
                maxLength={160}
                value={member.who}
                onChange={(event) => answer.type(keep(replaced(members, index, { ...member, who: event.target.value })))}
              />
            </Field>
            <CheckBox
              label={t('calls:edit.chair')}
              checked={member.chair}
              onChange={(chair) =>
                answer.pick(keep(members.map((one, at) => ({ ...one, chair: at === index ? chair : chair ? false : one.chair }))))
              }
            />
            <PartActs
              about={member.who}
              index={index}
              count={members.length}
              onMove={(by) => answer.pick(keep(moved(members, index, by)))}
              onRemove={() => answer.pick(keep(replaced(members, index, null)))}
            />
          </li>
        ))}
      </ul>
      <Button onClick={() => answer.pick(keep([...members, { who: t('calls:edit.newMember'), chair: members.length === 0 }]))}>
        {t('calls:edit.addMember')}
      </Button>
      <Field label={t('calls:edit.quorum')} optionalLabel={t('common:optional')}>
        <NumberInput
          value={jury.quorum}
          onChange={(quorum) => answer.type({ ...jury, quorum: quorum === null ? null : Math.max(1, Math.round(quorum)) })}
        />
      </Field>
      <SavedStatus answer={answer} />
    </div>
  );
}

const APPLICANTS = ['none', 'count', 'names'] as const;

export function ShownEditor() {
  const { t } = useTranslation('calls');
  const answer = useSavedValue<CallContent['shown']>('shown', { jury: true, ranking: false, applicants: 'count' });
  const shown = answer.value;
  return (
    <div className="stack">
      <CheckBox label={t('edit.showJury')} checked={shown.jury} onChange={(jury) => answer.pick({ ...shown, jury })} />
      <CheckBox label={t('edit.showRanking')} checked={shown.ranking} onChange={(ranking) => answer.pick({ ...shown, ranking })} />
      <Field label={t('edit.showApplicants')}>
        <SelectInput
          value={shown.applicants}
          onChange={(event) => answer.pick({ ...shown, applicants: event.target.value as (typeof APPLICANTS)[number] })}
        >
          {APPLICANTS.map((value) => (
            <option key={value} value={value}>
              {t(`edit.applicants.${value}`)}
            </option>
          ))}
        </SelectInput>
      </Field>
      <SavedStatus answer={answer} />
    </div>
  );
}
