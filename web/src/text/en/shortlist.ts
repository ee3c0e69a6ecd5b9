import type { SameKeys } from '../same-keys';
import type { shortlist as french } from '../fr/shortlist';

export const shortlist = {
  title: 'Shortlist',
  text: 'For each file, choose whether it goes to the second step, with a reason. Nothing is told to the organisations before the announcement; until then any choice can change.',
  kept_zero: 'none shortlisted',
  kept_one: '{{count}} shortlisted',
  kept_other: '{{count}} shortlisted',
  left_zero: 'none left out',
  left_one: '{{count}} left out',
  left_other: '{{count}} left out',
  undecided_zero: 'all decided',
  undecided_one: '{{count}} to decide',
  undecided_other: '{{count}} to decide',
  correcting_one: '{{count}} correction awaited',
  correcting_other: '{{count}} corrections awaited',
  second: 'The second step closes on {{when}}.',
  announce: 'Announce the shortlist',
  announceTitle: 'Announce the shortlist to all?',
  announceText:
    'Each organisation now receives an e-mail with its outcome and the reason. Those shortlisted can complete their file. This cannot be undone.',
  announced: 'The shortlist was announced to all on {{when}}.',
  sealed: 'Here you read the answers of the first step. The full files open when the call closes, on {{when}}.',
  later: 'The files open when the first step closes, on {{when}}.',
  keep: 'Shortlist',
  leave: 'Leave out',
  keepTitle_one: 'Shortlist {{count}} file?',
  keepTitle_other: 'Shortlist {{count}} files?',
  leaveTitle_one: 'Leave {{count}} file out of the second step?',
  leaveTitle_other: 'Leave {{count}} files out of the second step?',
  chooseText: 'This choice stays among agents until the announcement; it can still change.',
  reason: 'The reason',
  reasonHelp: 'Each organisation chosen here will read it on the day of the announcement.',
  none: 'to decide',
  choice: { keep: 'Shortlisted', leave: 'Left out' },
  why: {
    'shortlist-undecided': 'It is announced when every file has a choice: tick some in the list, then shortlist them or leave them out.',
    'shortlist-empty': 'Shortlist at least one file, or declare the call unsuccessful from its page.',
    'shortlist-closing-too-soon':
      'The second step closes in less than a week: extend it from the page of the call, then announce the shortlist.',
    'correction-under-way': 'A correction is awaited: it is announced once it is filed, or the request taken back.',
  },
} as const satisfies SameKeys<typeof french>;
