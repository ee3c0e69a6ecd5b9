import { useState } from 'react';
import { stringifySearch } from '../../../lib/search-string';
import type { NeedSearch } from '../need/need-search';

interface Relaxation {
  readonly before: NeedSearch;
  readonly after: string;
  readonly label: string;
}

const addressOf = (need: NeedSearch) => stringifySearch({ ...need });

/** Each relaxation is a new address, so that the browser's own “back” undoes it too; the trail names what was changed. */
export function useRelaxations(need: NeedSearch, goTo: (need: NeedSearch) => void) {
  const [trail, setTrail] = useState<readonly Relaxation[]>([]);
  const last = trail.findLast((step) => step.after === addressOf(need)) ?? null;
  return {
    last,
    relax: (after: NeedSearch, label: string) => {
      setTrail([...trail, { before: need, after: addressOf(after), label }]);
      goTo(after);
    },
    undo: () => {
      if (!last) return;
      setTrail(trail.filter((step) => step !== last));
      goTo(last.before);
    },
  };
}
