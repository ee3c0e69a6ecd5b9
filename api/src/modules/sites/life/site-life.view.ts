import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { scopeOf } from '../editing/kept-site.view.js';
import type { KeptSite } from '../editing/kept-site.schemas.js';
import type { KeptRecord } from '../editing/kept-sites.queries.js';
import { siteLifePolicy } from './site-life.policy.js';
import { type LifeAction, whyNotMoveSite } from './site-life.rules.js';

export const LIFE_LINES = {
  submit: siteLifePolicy.submitSite,
  takeBack: siteLifePolicy.takeBackSite,
  publish: siteLifePolicy.publishSite,
  pause: siteLifePolicy.pauseSite,
  resume: siteLifePolicy.resumeSite,
  close: siteLifePolicy.closeSite,
  accept: siteLifePolicy.acceptSite,
  sendBack: siteLifePolicy.sendBackSite,
} as const satisfies Record<LifeAction, Permission>;

export const isOwn = (actor: Actor, { organisation }: Pick<KeptRecord, 'organisation'>): boolean =>
  actor.memberships.some(({ organisationId }) => organisationId === organisation?.id);

const DECIDED: readonly LifeAction[] = ['accept', 'sendBack'];

/** What the service answers for a move: not allowed, else against a rule, else null. Nobody decides on their own place. */
export function whyNot(actor: Actor, site: KeptRecord, action: LifeAction): string | null {
  const own = DECIDED.includes(action) && isOwn(actor, site) ? 'own-organisation' : null;
  return whyNotAllowed(LIFE_LINES[action], actor, scopeOf(site)) ?? own ?? whyNotMoveSite(action, site);
}

export function lifeActionsOn(actor: Actor, site: KeptRecord): Omit<KeptSite['actions'], 'updateSite'> {
  const why = (action: LifeAction) => whyNot(actor, site, action);
  return {
    submitSite: why('submit'),
    takeBackSite: why('takeBack'),
    publishSite: why('publish'),
    pauseSite: why('pause'),
    resumeSite: why('resume'),
    closeSite: why('close'),
    acceptSite: why('accept'),
    sendBackSite: why('sendBack'),
  };
}
