import type { media as french } from '../fr/media';
import type { SameKeys } from '../same-keys';

export const media: SameKeys<typeof french> = {
  title: 'Photos and documents',
  lead: '{{name}}: show the place as it is. The first public photo stands for it everywhere.',
  seePage: 'See the page of the place',
  zone: {
    drop: 'Drop photos or PDF plans here',
    choose: 'Choose files',
    limits: 'JPEG, PNG, WebP, AVIF or PDF, {{megabytes}} MB at most per file. The position and device recorded in photos are erased.',
  },
  sending: {
    status_one: '{{count}} file being sent',
    status_other: '{{count}} files being sent',
    waiting: 'waits for its turn',
    share: '{{percent}}%',
    refused: '{{name}} — {{why}}',
    forget: 'Clear this message',
  },
  undescribed: {
    title_one: '{{count}} photo without a description',
    title_other: '{{count}} photos without a description',
    text: 'People who do not see the picture will not know what it shows, and the sheet of the place stays incomplete. One sentence is enough.',
  },
  kind: { photo: 'Photo', document: 'Document', photos: 'Photos', documents: 'Plans and documents' },
  none: {
    photos: 'No photo yet: a drawing stands in its place.',
    documents: 'No document yet.',
  },
  name: { photo: 'Photo {{number}}', document: 'Document {{number}}' },
  moved: 'Now in position {{number}}',
  state: {
    checking: 'being checked',
    cover: 'stands for the place',
    undescribed: 'to be described',
  },
  visibility: { public: 'seen by everyone', private: 'for your members only' },
  refusal: {
    virus: 'Refused: a virus was found in this file. It was not kept.',
    unreadable: 'Refused: the file is damaged. Save it again on your computer, then send it again.',
    encrypted: 'Refused: the document is protected by a password or by rights. Save a copy without protection.',
    active_content: 'Refused: the document holds a script, a program or an attached file. Print it to PDF, then send that copy.',
  },
  card: {
    undescribed: 'Photo without a description',
    edit: 'Edit',
    describe: 'Describe',
    earlier: 'Move earlier',
    later: 'Move later',
    download: 'Download',
    remove: 'Remove',
  },
  remove: {
    title: 'Remove “{{name}}”?',
    text: 'Nobody will see it any more. You can bring it back for thirty days; then the file is erased. The removal stays in the journal.',
  },
  removed: {
    title: 'Removed',
    text: 'Erased thirty days after their removal. Until then they can come back.',
    restore: 'Bring back',
  },
  form: {
    label: 'Describe {{name}}',
    save: 'Save',
    title: 'Title',
    alt: 'What the photo shows',
    altHelp: 'For people who do not see it. Example: “The shed seen from the yard, three wooden doors, new roof”.',
    decorative: 'Decorative photo',
    decorativeHint: 'It says nothing more than the rest of the page: no description.',
    caption: 'Caption',
    credit: 'Credit',
    creditHelp: 'Who took or drew it, and under which licence. Example: “Ville de Langres, Licence Ouverte 2.0”.',
    visibility: 'Who can see it',
    photoHelp: 'Avoid faces, number plates, and whatever would help to get in without permission.',
    documentHelp: 'Do not make public the inside plan of an empty building: it would help to get in without permission.',
  },
  space: {
    label: 'Space used by {{organisation}}',
    text: '{{used}} MB of {{quota}} MB',
  },
};
