import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { wrongAnswer } from '../../../api/problem';
import type { Answers } from '../../../ui/form/answers';
import { orNull } from '../../../ui/form/answers';
import { CheckField, RadioField } from '../../../ui/form/choice-fields';
import { SelectField, TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { useDebounced } from '../../../lib/use-debounced';
import { SITE_KINDS, TENURES } from '../site-words';
import { type NewSite } from './keep.queries';
import { CommuneControl, PlaceMap, PointControl } from './express-where';
import type { CommunePicker, PickedCommune } from './kept-location';
import { readNumber } from './kept-numbers';
import { readPoint, readReference, type Reference } from './kept-paths';
import { SimilarPlaces } from './similar-places';
import './keep.css';

const ROLES = ['owns', 'manages', 'lists'] as const;
const CENTS_A_YEAR = 1_200;
type Point = NonNullable<PickedCommune['point']>;

interface ExpressFormProps {
  /** Those this person may write for, the one they act for first. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly communePicker: CommunePicker;
  readonly onSaved: (siteId: string) => Promise<void>;
}

/** What, where, how big, on which terms: a draft in less than three minutes. */
export function ExpressForm({ organisations, communePicker, onSaved }: ExpressFormProps) {
  const { t } = useTranslation(['keep', 'vocabulary']);
  const client = useQueryClient();
  const [commune, setCommune] = useState<PickedCommune | null>(null);
  const [coordinates, setCoordinates] = useState('');
  const [name, setName] = useState('');
  const settledName = useDebounced(name, 400);
  const point = readPoint(coordinates) ?? null;
  const [registered, setRegistered] = useState('');
  const reference = readReference(registered) ?? null;
  const [isFree, setFree] = useState(false);
  const [first] = organisations;
  return (
    <Form
      submit={t('keep:new.submit')}
      onSend={async (answers) => {
        if (readPoint(coordinates) === undefined) throw wrongAnswer('point', t('keep:location.badPoint'));
        if (readReference(registered) === undefined) throw wrongAnswer('reference', t('keep:new.badReference'));
        const body = newSite(answers, { organisationId: answers['organisationId'] ?? first?.id ?? '', commune, point, reference }, (name) =>
          wrongAnswer(name, t('keep:notANumber')),
        );
        const { id } = await unwrap(api.POST('/api/sites', { body }));
        await client.invalidateQueries({ queryKey: ['kept-sites'] });
        await onSaved(id);
      }}
    >
      <section className="stack" aria-labelledby="express-what">
        <h2 id="express-what">{t('keep:new.what')}</h2>
        <div onChange={(event) => setName((event.target as HTMLInputElement).value)}>
          <TextField name="name" label={t('keep:new.name')} help={t('keep:new.nameHelp')} maxLength={160} autoComplete="off" />
        </div>
        <SelectField
          name="kind"
          label={t('keep:new.kind')}
          blank={t('keep:new.pickKind')}
          options={SITE_KINDS.map((value) => ({ value, label: t(`vocabulary:kind.${value}`) }))}
        />
        {organisations.length > 1 ? (
          <SelectField
            name="organisationId"
            label={t('keep:new.for')}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <p>{t('keep:new.forOne', { name: first?.name ?? '' })}</p>
        )}
        <RadioField
          name="role"
          label={t('keep:new.role')}
          defaultValue="owns"
          choices={ROLES.map((value) => ({ value, label: t(`keep:role.${value}`) }))}
        />
      </section>
      <section className="stack" aria-labelledby="express-where">
        <h2 id="express-where">{t('keep:new.where')}</h2>
        <CommuneControl picker={communePicker} onPick={setCommune} />
        <TextField
          name="address"
          label={t('keep:field.address')}
          help={t('keep:help.address')}
          maxLength={300}
          autoComplete="off"
          isOptional
        />
        <PointControl typed={coordinates} onType={setCoordinates} />
        <PlaceMap commune={commune} point={point} onPlace={({ lat, lon }) => setCoordinates(`${lat.toFixed(6)}, ${lon.toFixed(6)}`)} />
        <div onChange={(event) => setRegistered((event.target as HTMLInputElement).value)}>
          <TextField
            name="reference"
            label={t('keep:new.reference')}
            help={t('keep:new.referenceHelp')}
            maxLength={60}
            autoComplete="off"
            isOptional
          />
        </div>
        <SimilarPlaces name={settledName} communeId={commune?.id ?? null} point={point} reference={reference} />
      </section>
      <section className="stack" aria-labelledby="express-size">
        <h2 id="express-size">{t('keep:new.size')}</h2>
        <p className="field-help">{t('keep:new.sizeHelp')}</p>
        <div className="form-row">
          <TextField name="floorAreaM2" label={`${t('keep:field.floorAreaM2')} (m²)`} inputMode="decimal" autoComplete="off" isOptional />
          <TextField name="landAreaM2" label={`${t('keep:field.landAreaM2')} (m²)`} inputMode="decimal" autoComplete="off" isOptional />
        </div>
      </section>
      <section className="stack" aria-labelledby="express-terms">
        <h2 id="express-terms">{t('keep:new.terms')}</h2>
        <p className="field-help">{t('keep:new.termsHelp')}</p>
        <SelectField
          name="tenure"
          label={t('keep:field.tenure')}
          isOptional
          blank={t('keep:unknown')}
          options={TENURES.map((value) => ({ value, label: t(`vocabulary:tenure.${value}`) }))}
        />
        <div onChange={(event) => setFree((event.target as HTMLInputElement).checked)}>
          <CheckField name="free">{t('keep:new.rentFree')}</CheckField>
        </div>
        <div className="form-row">
          {isFree ? (
            <TextField name="freeGround" label={t('keep:field.freeGround')} help={t('keep:help.freeGround')} maxLength={300} isOptional />
          ) : (
            <TextField
              name="rent"
              label={`${t('keep:field.rentCentsPerYear')} (${t('keep:unit.eurosPerMonth')})`}
              inputMode="decimal"
              autoComplete="off"
              isOptional
            />
          )}
          <TextField name="availableFrom" type="date" label={t('keep:field.availableFrom')} isOptional />
        </div>
      </section>
    </Form>
  );
}

interface Situated {
  readonly organisationId: string;
  readonly commune: PickedCommune | null;
  readonly point: Point | null;
  readonly reference: Reference | null;
}

function newSite(answers: Answers, { organisationId, commune, point, reference }: Situated, wrong: (name: string) => Error): NewSite {
  const number = (name: string, factor = 1): number | null => {
    const read = readNumber(answers[name] ?? '', factor);
    if (read === undefined) throw wrong(name);
    return read;
  };
  const isFree = answers['free'] !== undefined;
  const rent = isFree ? 0 : number('rent', CENTS_A_YEAR);
  const tenure = orNull(answers['tenure']) as (typeof TENURES)[number] | null;
  const availableFrom = orNull(answers['availableFrom']);
  const freeGround = isFree ? orNull(answers['freeGround']) : null;
  const saysTerms = rent !== null || tenure !== null || availableFrom !== null;
  return {
    organisationId,
    role: (answers['role'] ?? 'owns') as (typeof ROLES)[number],
    name: answers['name'] ?? '',
    kind: (answers['kind'] ?? '') as NewSite['kind'],
    communeId: commune?.id ?? null,
    address: orNull(answers['address']),
    point: point && { lon: Number(point.lon.toFixed(6)), lat: Number(point.lat.toFixed(6)) },
    uic: reference?.uic ?? null,
    inventoryId: reference?.inventoryId ?? null,
    parcels: reference?.parcel ? [reference.parcel] : null,
    floorAreaM2: number('floorAreaM2'),
    landAreaM2: number('landAreaM2'),
    offer: saysTerms ? { tenure, rentCentsPerYear: rent, availableFrom, freeGround } : null,
  };
}
