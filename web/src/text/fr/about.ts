export const about = {
  title: 'À propos',
  lead: 'Terrain d’entente rapproche des lieux publics qui dorment et des structures de l’économie sociale et solidaire qui cherchent où travailler.',
  whyTitle: 'Pourquoi ce service',
  why: 'Des gares, des friches, des ateliers vides attendent un usage. Des associations, des coopératives, des entreprises d’insertion cherchent deux cents mètres carrés. Les inventaires existent ; il manquait un comptoir où demander, comprendre la réponse et garder la preuve.',
  howTitle: 'Comment il travaille',
  how1: 'Ce qui n’est pas su est montré comme non su. Un blanc ne compte jamais comme un oui ni comme un non.',
  how2: 'Chaque classement s’explique, critère par critère, avec les deux valeurs comparées et la version de la méthode.',
  how3: 'Un lieu repéré dans les données ouvertes reste une piste tant que son propriétaire ne l’a pas proposé.',
  how4: 'Une liste pour chaque carte, un chemin au clavier pour chaque geste.',
  ownersTitle: 'Vous avez un lieu',
  owners:
    'Commune, intercommunalité, région, SNCF, établissement foncier : regardez d’abord si votre lieu est déjà repéré. Une piste devient une offre lorsque son propriétaire la complète et la publie.',
  ownersAction: 'Voir les pistes déjà repérées',
  residentsTitle: 'Vous habitez ici',
  residents: 'Cherchez votre commune : vous verrez ce qui y est proposé, ce qui y est repéré, et ce qu’on en sait.',
  residentsAction: 'Chercher ma commune',
} as const;
