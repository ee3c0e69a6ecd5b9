import { useState } from 'react';
import type { Match, MatchResults } from '../match-types';
import { allMatches } from './sections';

const MOST = 3;

/** Up to three places to look at side by side. */
export function useCompared(results: MatchResults | undefined) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  const known = results ? allMatches(results) : [];
  const matches = chosen.flatMap((id): Match[] => known.filter((match) => match.site.id === id));
  return {
    ids: matches.map((match) => match.site.id),
    matches,
    open: open && matches.length > 1,
    toggle: (id: string) => setChosen(chosen.includes(id) ? chosen.filter((kept) => kept !== id) : [...chosen, id].slice(-MOST)),
    show: () => setOpen(true),
    close: () => setOpen(false),
    clear: () => {
      setChosen([]);
      setOpen(false);
    },
  };
}
