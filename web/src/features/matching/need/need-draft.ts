import { useState } from 'react';
import { parseSearch, stringifySearch } from '../../../lib/search-string';
import { isBlank, type NeedSearch, readNeed } from './need-search';

const KEY = 'need';

/** Answers are kept in this tab only: nothing leaves the device before “show the places”. */
export function readDraft(): NeedSearch {
  try {
    return readNeed(parseSearch(sessionStorage.getItem(KEY) ?? ''));
  } catch {
    return {};
  }
}

/** True when the tab really keeps it. */
export function saveDraft(need: NeedSearch): boolean {
  try {
    sessionStorage.setItem(KEY, stringifySearch({ ...need }));
    return true;
  } catch {
    return false;
  }
}

interface NeedDraft {
  readonly need: NeedSearch;
  /** When the answers were last kept; null = not since this page opened. */
  readonly savedAt: Date | null;
  readonly change: (part: Partial<NeedSearch>) => void;
  readonly replace: (need: NeedSearch) => void;
}

/** The need being described; an address that already carries one (a shared or bookmarked need) wins over what the tab kept. */
export function useNeedDraft(given: NeedSearch): NeedDraft {
  const [need, setNeed] = useState(() => {
    if (isBlank(given)) return readDraft();
    saveDraft(given);
    return given;
  });
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const replace = (next: NeedSearch) => {
    const clean = readNeed({ ...next });
    setNeed(clean);
    if (saveDraft(clean)) setSavedAt(new Date());
  };
  return { need, savedAt, replace, change: (part) => replace({ ...need, ...part }) };
}
