import { useEffect, useState } from 'react';

const TOKENS = {
  water: '--map-water',
  land: '--map-land',
  abroad: '--map-abroad',
  border: '--map-border',
  label: '--map-label',
  offered: '--enamel',
  onOffered: '--on-enamel',
  living: '--moss',
  lead: '--amber',
  leadInk: '--amber-ink',
  paper: '--paper-raised',
  highlight: '--brick',
} as const;
export type Palette = Record<keyof typeof TOKENS, string>;

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim() || 'gray']);
  return Object.fromEntries(entries) as Palette;
}

/** The map is painted with the design tokens and repainted when the theme changes. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => {
    const observer = new MutationObserver(() => setPalette(readPalette()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return palette;
}
