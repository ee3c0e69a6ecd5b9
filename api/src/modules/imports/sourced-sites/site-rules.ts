import { FRICHES_RULES } from '../friches/friches.lead.js';
import { TIERS_LIEUX_RULES } from '../tiers-lieux/tiers-lieux.lead.js';
import { STATION_RULES } from '../stations/stations.lead.js';
import type { SourcedSiteRules, SourcedValues } from './sourced-site.types.js';

/** All that read places, in the order in which they say what kind a place is: fixed, so that the order of imports takes no part. */
const EVERY_RULES: readonly SourcedSiteRules[] = [STATION_RULES, FRICHES_RULES, TIERS_LIEUX_RULES];

/** The rules of a place that datasets of several kinds speak of, once its sheets were merged; those of one kind are that kind's own. */
export function rulesTogether(datasets: ReadonlySet<string>): Pick<SourcedSiteRules, 'datasetOrder' | 'whyNotLead'> & {
  kindOf(values: SourcedValues): SourcedSiteRules['kind'] | null;
} {
  const concerned = EVERY_RULES.filter(({ datasetOrder }) => datasetOrder.some((dataset) => datasets.has(dataset)));
  return {
    datasetOrder: concerned.flatMap(({ datasetOrder }) => datasetOrder),
    kindOf: (values) => {
      const [first] = concerned;
      return first ? (first.kindOf?.(values) ?? first.kind) : null;
    },
    /** Shown as a lead only when none of them objects. */
    whyNotLead: (values) => {
      for (const rules of concerned) {
        const reason = rules.whyNotLead(values);
        if (reason !== null) return reason;
      }
      return null;
    },
  };
}
