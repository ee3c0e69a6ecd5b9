/** What a person is told: the list, and how they want to be told. */
export const inbox = {
  title: 'Mes notifications',
  lead: 'Ce qui s’est passé dans vos dossiers et vos appels.',
  none: 'Rien de nouveau',
  noneText: 'Les accusés de réception, les questions, les réponses et les décisions qui vous concernent apparaîtront ici.',
  new: 'Nouveau',
  times_one: '({{count}} fois)',
  times_other: '({{count}} fois)',
  unread_zero: 'Tout est lu.',
  unread_one: '{{count}} notification non lue',
  unread_other: '{{count}} notifications non lues',
  readAll: 'Tout marquer comme lu',
  markRead: 'Marquer comme lu',
  settings: {
    title: 'Réglages des notifications',
    lead: 'Pour chaque sorte de nouvelle, choisissez d’être prévenu sur le site, par courriel, ou pas du tout.',
    onSite: 'Sur le site',
    byEmail: 'Par courriel',
    always: 'Arrive toujours, sur le site et par courriel : un droit ou un délai en dépend.',
    saved: 'Enregistré : {{label}}',
    follows: 'Ce que vous avez demandé à suivre se règle à part :',
    followsLink: 'ce que je suis',
  },
  stop: {
    title: 'Ne plus recevoir ces courriels',
    lead: 'Vous ne recevrez plus par courriel cette sorte de nouvelle. Elle restera visible dans vos notifications.',
    leadAll:
      'Vous ne recevrez plus par courriel que les messages dont un droit ou un délai dépend. Le reste restera visible dans vos notifications.',
    submit: 'Ne plus recevoir',
    doneTitle: 'C’est fait',
    done: 'Ces courriels ne partiront plus. Vous pouvez y revenir dans les réglages.',
  },
};
