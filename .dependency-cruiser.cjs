/** Who may import whom, as data. The picture is in ARCHITECTURE.md; `npm run check` refuses any other arrow. */

/** Modules from the ground up: a layer may import the layers below it, never its own neighbours unless said, never above. */
const LAYERS = [
  ['accounts'],
  ['territories'],
  ['organisations', 'inbox'],
  ['sites', 'projects', 'legal'],
  ['matching', 'calls', 'imports'],
  ['applications', 'participation'],
  ['instruction', 'messages', 'interests', 'review'],
  ['decisions', 'desk'],
  ['agreements'],
  ['notifications', 'reporting', 'geodata'],
];

/** Closed lists of words (kinds, tenures, features …) that places and needs have in common. */
const SHARED_WORDS = '^api/src/modules/sites/site\\.vocabulary\\.ts$';

const layerRules = LAYERS.flatMap((layer, level) => {
  const allowedBelow = LAYERS.slice(0, level).flat();
  return layer.map((module) => ({
    name: `${module}-imports-lower-modules-only`,
    severity: 'error',
    comment: `“${module}” may import: ${[...allowedBelow, 'platform'].join(', ')}. Upward talk is by announcement (a task).`,
    from: { path: `^api/src/modules/${module}/` },
    to: { path: '^api/src/modules/', pathNot: [`^api/src/modules/(${[module, ...allowedBelow].join('|')})/`, SHARED_WORDS] },
  }));
});

const PRIVATE_FILES = '\\.(controller|queries|entity|policy|jobs|commands)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Compiled ESM crashes on some cycles.',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-has-no-business-word',
      severity: 'error',
      from: { path: '^api/src/platform/' },
      to: { path: '^api/src/(modules/|app\\.|cli|main|worker)' },
    },
    {
      name: 'database-knows-no-module',
      severity: 'error',
      from: { path: '^api/src/database/', pathNot: '^api/src/database/demo/' },
      to: { path: '^api/src/modules/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment:
        'Rules, policies and the matching engine import no framework, no database and no clock; what a permission is made of, and the fields of a thing, are pure too.',
      from: { path: '^api/src/modules/.*\\.(rules|policy)\\.ts$' },
      to: {
        path: '(node_modules/(@nestjs|typeorm|pg|pg-boss|express)|^api/src/platform/(?!state-machine|access/permission|paris-time|field-changes)|^api/src/database/|\\.(service|queries|entity|controller)\\.ts$|^(fs|net|http|https|child_process)$)',
      },
    },
    ...LAYERS.flat().map((module) => ({
      name: `${module}-keeps-its-private-files`,
      severity: 'error',
      comment: 'Other modules use the module, schemas, service, rules and events of a module: never its tables or queries.',
      from: { path: '^api/src/modules/', pathNot: `^api/src/modules/${module}/` },
      to: { path: `^api/src/modules/${module}/.*${PRIVATE_FILES}` },
    })),
    {
      name: 'only-one-way-out',
      severity: 'error',
      comment:
        'The network is reached through platform/outbound-http.ts only; files also go to the antivirus and to the object store that the operator names.',
      from: { path: '^api/src/', pathNot: '^api/src/platform/(outbound-http|files/clamd|files/s3-store)\\.ts$' },
      to: {
        path: '(^(http|https|net|tls|dgram)$|node_modules/(undici|axios|got|node-fetch|@aws-sdk|@smithy)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'mails-leave-by-the-outbox-only',
      severity: 'error',
      comment: 'A message is announced in a transaction, by MailOutbox (docs/adr/0040).',
      from: { path: '^api/src/', pathNot: '^api/src/platform/mail/' },
      to: { path: 'node_modules/nodemailer/' },
    },
    {
      name: 'web-features-do-not-see-each-other',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'web-ground-knows-nothing-above',
      severity: 'error',
      from: { path: '^web/src/(ui|map|lib|api|text|session)/' },
      to: { path: '^web/src/(features|pages|app)/' },
    },
    { name: 'web-features-below-pages', severity: 'error', from: { path: '^web/src/features/' }, to: { path: '^web/src/(pages|app)/' } },
    { name: 'web-pages-below-app', severity: 'error', from: { path: '^web/src/pages/' }, to: { path: '^web/src/app/' } },
    { name: 'web-takes-nothing-from-the-server', severity: 'error', from: { path: '^web/' }, to: { path: '^(api|tests)/' } },
    {
      name: 'server-takes-nothing-from-the-web',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^(web|tests)/', pathNot: '^api/' },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: { pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|schema\\.gen\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
};
