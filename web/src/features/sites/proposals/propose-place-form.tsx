import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { wrongAnswer } from '../../../api/problem';
import { useDebounced } from '../../../lib/use-debounced';
import { orNull } from '../../../ui/form/answers';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { LinkButton } from '../../../ui/link-button';
import { CommuneControl, PlaceMap, PointControl } from '../keep/express-where';
import type { CommunePicker, PickedCommune } from '../keep/kept-location';
import { readPoint } from '../keep/kept-paths';
import { SimilarPlaces } from '../keep/similar-places';
import { SITE_KINDS } from '../site-words';
import type { SiteKind } from '../site-types';
import { ProposalSent } from './proposal-sent';
import { ProposerFields } from './proposer-fields';
import type { ProposalAccepted } from './proposals.queries';
import '../keep/keep.css';

/** What and where: enough for a lead, once a moderator has read it. */
export function ProposePlaceForm({ communePicker }: { readonly communePicker: CommunePicker }) {
  const { t } = useTranslation(['participation', 'keep', 'vocabulary']);
  const [commune, setCommune] = useState<PickedCommune | null>(null);
  const [coordinates, setCoordinates] = useState('');
  const [name, setName] = useState('');
  const settledName = useDebounced(name, 400);
  const point = readPoint(coordinates) ?? null;
  const [sent, setSent] = useState<(ProposalAccepted & { readonly email: string }) | null>(null);
  if (sent) return <ProposalSent {...sent} actions={<LinkButton to="/lieux">{t('participation:propose.toPlaces')}</LinkButton>} />;
  return (
    <Form
      submit={t('participation:propose.submit')}
      onSend={async ({ kind = '', address, summary, source = '', credit = '', email = '' }) => {
        if (readPoint(coordinates) === undefined) throw wrongAnswer('point', t('keep:location.badPoint'));
        if (commune === null) throw wrongAnswer('communeId', t('participation:propose.pickCommune'));
        const place = { name, kind: kind as SiteKind, communeId: commune.id, address: orNull(address), summary: orNull(summary) };
        const at = point && { lon: Number(point.lon.toFixed(6)), lat: Number(point.lat.toFixed(6)) };
        const body = { ...place, point: at, source, credit, email: orNull(email) };
        setSent({ ...(await unwrap(api.POST('/api/site-proposals', { body }))), email });
      }}
    >
      <div onChange={(event) => setName((event.target as HTMLInputElement).value)}>
        <TextField name="name" label={t('keep:new.name')} help={t('keep:new.nameHelp')} maxLength={160} autoComplete="off" />
      </div>
      <SelectField
        name="kind"
        label={t('keep:new.kind')}
        blank={t('keep:new.pickKind')}
        options={SITE_KINDS.map((value) => ({ value, label: t(`vocabulary:kind.${value}`) }))}
      />
      <CommuneControl picker={communePicker} onPick={setCommune} />
      <TextField name="address" label={t('keep:field.address')} maxLength={300} autoComplete="off" isOptional />
      <PointControl typed={coordinates} onType={setCoordinates} />
      <PlaceMap commune={commune} point={point} onPlace={({ lat, lon }) => setCoordinates(`${lat.toFixed(6)}, ${lon.toFixed(6)}`)} />
      <SimilarPlaces name={settledName} communeId={commune?.id ?? null} point={point} reference={null} />
      <TextAreaField
        name="summary"
        label={t('participation:propose.summary')}
        help={t('participation:propose.summaryHelp')}
        maxLength={300}
        isOptional
      />
      <ProposerFields />
    </Form>
  );
}
