import type { Polygon } from 'geojson';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapFrame } from '../../../map/map-frame';
import type { Bounds, MapPoints } from '../../../map/map-types';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/card';
import { Disclosure } from '../../../ui/disclosure';
import { Field } from '../../../ui/field';
import { TextArea, TextInput } from '../../../ui/inputs';
import { LOCATION_SHOWN } from '../site-words';
import { AnswerField, Crossing, KeptSelect, KeptText } from './kept-controls';
import { readOutline, readPoint } from './kept-paths';
import { UNREADABLE, useAnswer } from './use-answer';
import { useKept } from './use-saver';

export interface PickedCommune {
  readonly id: string;
  readonly name: string;
  readonly point: { readonly lon: number; readonly lat: number } | null;
}
/** The page brings the look-up of territories; it answers without any network beyond our own server. */
export type CommunePicker = (field: {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly initialText: string;
  readonly error?: string | undefined;
  readonly onPick: (commune: PickedCommune) => void;
}) => ReactNode;

/** Where it is, and what of that the public may see. */
export function LocationSection({ communePicker }: { readonly communePicker: CommunePicker }) {
  const { t } = useTranslation(['keep', 'vocabulary']);
  return (
    <Panel id="location" title={t('keep:sections.location')}>
      <div className="stack">
        <Commune picker={communePicker} />
        <KeptText path="address" help={t('keep:help.address')} maxLength={300} />
        <Position />
        <Parcels />
        <div className="form-row">
          <KeptText path="uic" help={t('keep:help.uic')} maxLength={12} />
          <KeptText path="inventoryId" help={t('keep:help.inventoryId')} maxLength={60} />
        </div>
        <KeptSelect
          path="locationShown"
          options={LOCATION_SHOWN.map((value) => ({ value, label: t(`vocabulary:locationShown.${value}`) }))}
        />
      </div>
    </Panel>
  );
}

function Commune({ picker }: { readonly picker: CommunePicker }) {
  const { t } = useTranslation('keep');
  const { site } = useKept();
  const answer = useAnswer('communeId', { read: (id) => id, write: (id) => (typeof id === 'string' ? id : '') });
  const { status } = answer;
  return (
    <div key={site.commune?.id ?? 'none'}>
      {picker({
        id: 'kept-communeId',
        label: t('location.findCommune'),
        help: t('location.findCommuneHelp'),
        initialText: site.commune?.name ?? '',
        error: status?.kind === 'refused' ? status.message : undefined,
        onPick: ({ id }) => answer.pick(id),
      })}
      <Crossing path="communeId" answer={answer} />
    </div>
  );
}

/** A drawing that has just been finished ends on a press that means nothing else. */
const AFTER_DRAWING_MS = 700;
const AROUND_DEGREES = 0.02;
const COMMUNE_DEGREES = 0.08;
const FRANCE: Bounds = [-5, 41.3, 9.6, 51.1];

function Position() {
  const { t } = useTranslation('keep');
  const { site, save, canEdit, statusOf } = useKept();
  const { point, outline } = site.fields;
  const answer = useAnswer('point', {
    read: (typed) => {
      const read = readPoint(typed);
      return read === undefined ? UNREADABLE : read;
    },
    write: (value) => {
      const at = value as typeof point;
      return at === null ? '' : `${String(at.lat)}, ${String(at.lon)}`;
    },
  });
  const isBad = readPoint(answer.typed) === undefined;
  const [isDrawing, setDrawing] = useState(false);
  const drawnAt = useRef(0);
  const centre = point ?? site.commune?.point ?? null;
  const around = point === null ? COMMUNE_DEGREES : AROUND_DEGREES;
  // The map opens where the place is, and moves only when its commune does: not under the hand that places a point.
  const bounds = useMemo<Bounds>(
    () => (centre === null ? FRANCE : [centre.lon - around, centre.lat - around * 0.6, centre.lon + around, centre.lat + around * 0.6]),
    [site.commune?.id],
  );
  const outlineStatus = statusOf('outline');
  const draw = (polygon: Polygon | null) => {
    setDrawing(polygon === null);
    if (polygon === null) return;
    drawnAt.current = Date.now();
    void save('outline', polygon, site.version);
  };
  return (
    <>
      <AnswerField path="point" help={t('help.point')} answer={answer} error={isBad ? t('location.badPoint') : undefined}>
        <TextInput
          className="numeric"
          autoComplete="off"
          value={answer.typed}
          disabled={answer.isDisabled}
          onBlur={answer.leave}
          onChange={(event) => answer.type(event.target.value)}
        />
      </AnswerField>
      <div className="kept-map">
        <MapFrame
          label={t('location.map')}
          points={pinAt(point, site.fields.name)}
          bounds={bounds}
          outline={outline as Polygon | null}
          {...(canEdit ? { draw: { polygon: null, onChange: draw } } : {})}
          {...(canEdit && !isDrawing
            ? {
                onPlace: ({ lat, lon }) => {
                  if (Date.now() - drawnAt.current > AFTER_DRAWING_MS) answer.pick(`${lat.toFixed(6)}, ${lon.toFixed(6)}`);
                },
              }
            : {})}
        />
      </div>
      {outlineStatus?.kind === 'refused' ? (
        <p className="field-error" role="alert">
          {outlineStatus.message}
        </p>
      ) : null}
      {outline ? (
        <div className="form-actions">
          <p>{t('location.drawn')}</p>
          {canEdit ? (
            <Button size="small" look="quiet" onClick={() => void save('outline', null, site.version)}>
              {t('location.forgetOutline')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {canEdit ? <PasteOutline /> : null}
    </>
  );
}

function PasteOutline() {
  const { t } = useTranslation('keep');
  const { site, save } = useKept();
  const [text, setText] = useState('');
  const outline = readOutline(text);
  const isBad = text.trim() !== '' && outline === undefined;
  return (
    <Disclosure summary={t('location.geojson')}>
      <div className="stack">
        <Field label={t('field.outline')} help={t('help.outline')} error={isBad ? t('location.badGeojson') : undefined}>
          <TextArea rows={4} value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
        </Field>
        <div className="form-actions">
          <Button
            disabled={outline === undefined}
            onClick={() => void save('outline', outline, site.version).then((isSaved) => (isSaved ? setText('') : undefined))}
          >
            {t('location.useGeojson')}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

function Parcels() {
  const { t } = useTranslation('keep');
  const answer = useAnswer('parcels', {
    read: (typed) => {
      const list = typed.split(/[\n,;]+/).filter((one) => one.trim() !== '');
      return list.length === 0 ? null : list;
    },
    write: (value) => (Array.isArray(value) ? value.join('\n') : ''),
  });
  return (
    <AnswerField path="parcels" help={t('help.parcels')} answer={answer}>
      <TextArea
        rows={2}
        spellCheck={false}
        value={answer.typed}
        disabled={answer.isDisabled}
        onBlur={answer.leave}
        onChange={(event) => answer.type(event.target.value)}
      />
    </AnswerField>
  );
}

export function pinAt(point: { readonly lon: number; readonly lat: number } | null, label: string): MapPoints {
  const geometry = point && { type: 'Point' as const, coordinates: [point.lon, point.lat] };
  return {
    type: 'FeatureCollection',
    features: geometry === null ? [] : [{ type: 'Feature', geometry, properties: { id: 'here', count: 1, offered: 1, label } }],
  };
}
