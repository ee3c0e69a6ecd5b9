/** What applicant and owner write to one another about a file. */
export const messages = {
  title: 'Messages',
  none: 'No message yet. What you write here is read by the other side and by your colleagues only.',
  notYet:
    'Messages open once the owner may read the filed dossier. Before a call closes, ask your questions on its page: answers are published there for everyone.',
  closed: 'The owner closed this exchange after its decision. What was written can still be read.',
  readOnly: 'You read this exchange; the editors and administrators of your organisation write in it.',
  you: 'You',
  gone: 'A person whose account is erased',
  earlier: 'See earlier messages',
  text: 'Your message',
  help: 'A message cannot be changed once it is sent.',
  send: 'Send the message',
  sent: 'Message sent.',
  attach: 'Attach a document',
  attaching: 'Sending the document…',
  remove: 'Remove',
  untitled: 'Untitled document',
  checking: 'being checked',
  refused: 'refused by the checks',
  close: 'Close the exchange',
  open: 'Open the exchange again',
};
