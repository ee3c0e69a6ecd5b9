import { z } from 'zod';
import { id, instant } from '../../platform/http/fields.js';
import { said } from '../../platform/http/request-context.js';
import { mailAddress } from '../../platform/mail/mail-address.js';
import { FOLLOWED, FOLLOWED_THINGS, FREQUENCIES } from './follow.vocabulary.js';
import { canonicalSearch, readSearch } from './search-subject.js';

const frequency = z
  .enum(FREQUENCIES)
  .meta({ id: 'FollowFrequency', description: 'daily and weekly leave at seven in the morning in France' });
const MOST_BYTES = 1_000;

/** UUID of the place, project or organisation; id of the commune. */
const THING = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|commune:[0-9AB]{5})$/;
const MESSAGES = {
  unknown: said('ne désigne pas une telle chose', 'does not name such a thing'),
  long: said('recherche trop longue', 'the search is too long'),
  empty: said('choisissez au moins un critère', 'choose at least one condition'),
  text: said('contient un caractère interdit', 'contains a forbidden character'),
};

type Refuse = (message: string) => void;

function checkThing({ about, subject }: { readonly about: string; readonly subject: string }, refuse: Refuse): string {
  if (!THING.test(subject) || (about === 'commune') !== subject.startsWith('commune:')) refuse(MESSAGES.unknown.error());
  return subject;
}

/** Judged by the schema of the search itself; kept as it is always written. */
function checkSearch(subject: string, refuse: Refuse): string {
  const canonical = canonicalSearch(subject.replace(/^\?/, ''));
  for (const { message, path } of readSearch(canonical).error?.issues ?? []) refuse(`${path.join('.')} ${message}`.trim());
  if (canonical.length > MOST_BYTES) refuse(MESSAGES.long.error());
  if (canonical === '') refuse(MESSAGES.empty.error());
  // Hidden in percent signs, it has passed the check of the body.
  if (canonical.includes('%00')) refuse(MESSAGES.text.error());
  return canonical;
}

const subjectText = z
  .string()
  .max(4_000)
  .meta({
    description: 'UUID of the place, project or organisation; id of the commune; query string of GET /api/sites for a search',
    examples: ['commune:52269', 'kind=workshop&territory=department:52'],
  });
const followFields = z.object({ about: z.enum(FOLLOWED), subject: subjectText, frequency });

function checked<T extends z.infer<typeof followFields>>(input: T, context: z.RefinementCtx): T {
  const refuse: Refuse = (message) => context.addIssue({ code: 'custom', path: ['subject'], message });
  return { ...input, subject: input.about === 'search' ? checkSearch(input.subject, refuse) : checkThing(input, refuse) };
}

export const followInput = followFields.transform(checked).meta({ id: 'Follow' });
export type FollowInput = z.output<typeof followInput>;
export const followRequest = followFields.extend({ email: mailAddress }).transform(checked).meta({ id: 'FollowRequest' });
export type FollowRequest = z.output<typeof followRequest>;

export const feedParams = z.object({ about: z.enum(FOLLOWED_THINGS), subject: z.string().max(60) }).superRefine((input, context) => {
  checkThing(input, (message) => context.addIssue({ code: 'custom', path: ['subject'], message }));
});
export type FeedParams = z.output<typeof feedParams>;

const token = z.string().min(20).max(100).meta({ description: 'What follows the # in the address of the link' });
export const linkInput = z.object({ token }).meta({ id: 'FollowLink' });
export type LinkInput = z.output<typeof linkInput>;
export const linkedFollow = z.object({ token, id }).meta({ id: 'FollowByLink' });
export type LinkedFollow = z.output<typeof linkedFollow>;
export const linkedChange = z.object({ token, id, frequency }).meta({ id: 'FollowChangeByLink' });
export type LinkedChange = z.output<typeof linkedChange>;
export const frequencyInput = z.object({ frequency }).meta({ id: 'FollowChange' });
export type FrequencyInput = z.output<typeof frequencyInput>;
export const followParams = z.object({ id });
export const tokenParams = z.object({ token });

export const followAccepted = z
  .object({ accepted: z.literal(true) })
  .meta({ id: 'FollowAccepted', description: 'The same answer whether the address is known or not; a message asks whoever reads it' });
export type FollowAccepted = z.input<typeof followAccepted>;

export const followView = z
  .object({
    id,
    about: z.enum(FOLLOWED),
    subject: z.string(),
    title: z.string(),
    page: z.string().nullable().meta({ description: 'Path of its page; null = not shown any more' }),
    frequency,
    since: instant,
  })
  .meta({ id: 'FollowView' });
export type FollowView = z.input<typeof followView>;

export const followList = z
  .object({
    address: z.string().nullable().meta({ description: 'Masked where a link opened the list; null when nothing is followed' }),
    items: z.array(followView),
    next: z.null(),
  })
  .meta({ id: 'FollowList' });
export type FollowList = z.input<typeof followList>;

export const followConfirmed = z
  .object({ follow: followView, manageToken: z.string().meta({ description: 'Opens the list of everything the address follows' }) })
  .meta({ id: 'FollowConfirmed' });
export type FollowConfirmed = z.input<typeof followConfirmed>;

export const followsStopped = z
  .object({ stopped: z.int().meta({ description: 'How many were stopped now; 0 when there was nothing left to stop' }) })
  .meta({ id: 'FollowsStopped' });
export type FollowsStopped = z.input<typeof followsStopped>;
