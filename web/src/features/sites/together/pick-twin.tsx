import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { wrongAnswer } from '../../../api/problem';
import { TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { readSheetAddress, twinsOf } from './together.queries';
import { TwinRow } from './twins-panel';

interface PickTwinProps {
  readonly siteId: string;
  readonly onPick: (other: string) => Promise<void>;
}

/** Which other sheet: one that looks alike, or one whose address is given. */
export function PickTwin({ siteId, onPick }: PickTwinProps) {
  const { t } = useTranslation('together');
  const { data } = useQuery(twinsOf(siteId));
  return (
    <div className="stack">
      {data && data.items.length > 0 ? (
        <ul className="row-list">
          {data.items.map((twin) => (
            <TwinRow key={twin.id} siteId={siteId} twin={twin} />
          ))}
        </ul>
      ) : null}
      <Form
        submit={t('pick.submit')}
        onSend={async (answers) => {
          const other = readSheetAddress(answers['address'] ?? '');
          if (other === null) throw wrongAnswer('address', t('pick.bad'));
          await onPick(other);
        }}
      >
        <TextField name="address" label={t('pick.address')} help={t('pick.help')} maxLength={300} autoComplete="off" />
      </Form>
    </div>
  );
}
