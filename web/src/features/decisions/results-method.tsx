import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import { Table } from '../../ui/table';
import type { Results } from './decisions.queries';

/** How it was decided, on which grid, what can be contested, and how anyone checks that nothing was altered. */
export function ResultsMethod({ published }: { readonly published: Results }) {
  const { t } = useTranslation('decisions');
  const { results, seal, proof } = published;
  const { method, grid, jury, remedies, call } = results;
  const labelOf = (id: string) => grid.criteria.find((criterion) => criterion.id === id)?.label ?? '';
  return (
    <>
      <Panel id="method" title={t('results.method')}>
        <div className="stack">
          <p>
            {method.mode === 'simple'
              ? t('results.methodSimple')
              : t('results.methodFull', { readers: method.readers, quorum: method.quorum })}
          </p>
          <p>{t('results.methodTotal', { max: method.scaleMax })}</p>
          {grid.tieBreak.length > 0 ? <p>{t('results.tieBreak', { criteria: grid.tieBreak.map(labelOf).join(', ') })}</p> : null}
          {method.departure === null ? null : <p>{t('results.departure', { departure: method.departure })}</p>}
          {jury.length > 0 ? <p>{t('results.jury', { who: [...new Set(jury)].join(', ') })}</p> : null}
          <Table
            caption={t('results.grid')}
            rows={grid.criteria}
            rowKey={({ id }) => id}
            columns={[
              { key: 'label', header: t('results.criterion'), cell: ({ label }) => label },
              { key: 'weight', header: t('results.weight'), align: 'end', cell: ({ weight }) => t('results.percent', { weight }) },
            ]}
          />
        </div>
      </Panel>
      <Panel id="remedies" title={t('results.remedies')}>
        <ul lang="fr">
          {remedies.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Panel>
      <Panel id="check" title={t('results.check')}>
        <div className="stack">
          <p>{t('results.checkText')}</p>
          <dl className="receipt-facts">
            <dt>{t('results.seal')}</dt>
            <dd>
              <code>{seal}</code>
            </dd>
            {proof === null ? null : (
              <>
                <dt>{t('results.line', { seq: proof.seq })}</dt>
                <dd>
                  <code>{proof.hash}</code>
                </dd>
              </>
            )}
          </dl>
          <p>
            <a href={`/api/calls/${call.id}/results/export`} download>
              {t('results.download')}
            </a>
          </p>
          <Disclosure summary={t('results.command')}>
            <code className="application-answer">npm run cli -- journal verify resultats.zip --seal {seal}</code>
          </Disclosure>
        </div>
      </Panel>
    </>
  );
}
