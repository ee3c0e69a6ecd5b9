import type { SameKeys } from '../same-keys';
import type { callSteps as french } from '../fr/call-steps';

export const callSteps = {
  first: 'This call has two steps. Answer briefly first; only the organisations that are shortlisted then write the full file.',
  between: 'The first step is closed. The owner reads the answers and will announce the shortlist to all organisations at the same time.',
  second: 'Shortlisted organisations complete their file until {{when}}. No new file can be begun.',
  announced: 'Shortlist announced on {{when}}.',
  kept_zero: 'No file shortlisted out of {{files}}.',
  kept_one: '{{count}} file shortlisted out of {{files}}.',
  kept_other: '{{count}} files shortlisted out of {{files}}.',
  firstCloses: 'Closing of the first step',
  secondCloses: 'Closing of the second step',
  extendedFirst: 'First step extended; it was to close on {{from}}',
  extendedSecond: 'Second step extended; it was to close on {{from}}',
  asked: 'What is marked “first step” is asked first. All the rest is asked only of the organisations that are shortlisted.',
  fromFirst: 'first step',
  legend: 'In how many steps?',
  help: 'The number of steps and what each one asks no longer change after publication.',
  one: 'In one step',
  oneHint: 'Everyone files a full dossier.',
  two: 'In two steps',
  twoHint: 'A short answer first, two pages for instance; the full dossier only from the organisations that are shortlisted.',
  firstClosesHelp: 'At least a week after the opening. Without a time: 23:59.',
  secondClosesHelp:
    'At least a week after the closing of the first step, not counting the time to read the answers. Without a time: 23:59.',
  chooseText:
    'Tick what is asked from the first step on. The second step asks for everything: the answers of the first are carried over and can be completed.',
  extendText: 'The new closing and its reason will be sent to all. At least a week separates the two closings.',
  which: 'Which closing?',
  firstOn: 'First step, due on {{when}}',
  secondOn: 'Second step, due on {{when}}',
} as const satisfies SameKeys<typeof french>;
