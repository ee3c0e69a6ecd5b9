import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/card';
import { AgreementRow } from './agreement-words';
import { agreementsOf } from './agreements.queries';
import './agreements.css';

const SHOWN = 5;

interface DeskAgreementsProps {
  readonly organisationId: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** The latest agreements of one organisation, on the desk; nothing for those who have none. */
export function DeskAgreements({ organisationId, title, children }: DeskAgreementsProps) {
  const items = useInfiniteQuery(agreementsOf(organisationId)).data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel id={`desk-agreements-${organisationId}`} title={title}>
      <div className="stack">
        <ul className="row-list">
          {items.slice(0, SHOWN).map((agreement) => (
            <AgreementRow key={agreement.id} agreement={agreement} />
          ))}
        </ul>
        {children}
      </div>
    </Panel>
  );
}
