const BACKEND = '^backend/src';
const OFF_THE_IMAGE = `${BACKEND}/((demo|bench)(/|[.]ts$)|mail/mailbox/)`;
const CLIENT = '^frontend/src/app';
const TESTS = '[.]spec[.]ts$|^backend/test/|^frontend/e2e/|^frontend/src/testing/';

const betweenWorkspaces = [
  {
    name: 'shared-imports-nothing',
    comment: 'The rules of the product depend on nothing, so that both sides can run them.',
    from: { path: '^shared/src', pathNot: TESTS },
    to: { pathNot: '^shared/src' },
  },
  {
    name: 'backend-and-frontend-meet-in-shared',
    comment: 'Neither side reaches into the other.',
    from: { path: '^(backend|frontend)/' },
    to: { path: '^(backend|frontend)/', pathNot: '^$1/' },
  },
  {
    name: 'shared-is-entered-by-its-door',
    comment: 'Import @deskhand/shared, or its api types.',
    from: { path: '^(backend|frontend)/' },
    to: { path: '^shared/', pathNot: '^shared/(dist/index[.](js|d[.]ts)|src/api[.]ts|openapi[.]json)$' },
  },
];

const onTheServer = [
  {
    name: 'server-platform-knows-no-feature',
    comment: 'platform/ is what any Nest app would need.',
    from: { path: `${BACKEND}/platform/`, pathNot: TESTS },
    to: { path: `${BACKEND}/`, pathNot: `${BACKEND}/platform/` },
  },
  {
    name: 'only-the-module-names-the-leaves',
    comment: 'mail, reports and live listen and read; nobody in the image imports them.',
    from: {
      path: `${BACKEND}/`,
      pathNot: `${BACKEND}/(app[.]module[.]ts$|entities[.]ts$|mail/|reports/|live/)|${OFF_THE_IMAGE}`,
    },
    to: { path: `${BACKEND}/(mail|reports|live)/` },
  },
  {
    name: 'leaves-do-not-know-each-other',
    comment: 'mail, reports and live have nothing to say to each other.',
    from: { path: `${BACKEND}/(mail|reports|live)/` },
    to: { path: `${BACKEND}/(mail|reports|live)/`, pathNot: `${BACKEND}/$1/` },
  },
  {
    name: 'nobody-knows-what-is-off-the-image',
    comment: 'Demo, bench and the mailbox are not in the image: nothing that runs for users may need them.',
    from: { path: `${BACKEND}/`, pathNot: `${OFF_THE_IMAGE}|${TESTS}` },
    to: { path: OFF_THE_IMAGE },
  },
  {
    name: 'features-do-not-know-the-app',
    comment: 'app.* and the entry points stand above the features.',
    from: { path: `${BACKEND}/[^/]+/`, pathNot: TESTS },
    to: { path: `${BACKEND}/[^/]+[.]ts$` },
  },
];

const inTheClient = [
  {
    name: 'client-features-meet-by-route',
    comment: 'What two features use lives in ui/ (to look at) or platform/ (plumbing).',
    from: { path: `${CLIENT}/([^/]+)/`, pathNot: TESTS },
    to: { path: `${CLIENT}/[^/]+/`, pathNot: `${CLIENT}/($1|ui|platform)/` },
  },
  {
    name: 'client-platform-knows-no-screen',
    comment: 'platform/ is plumbing.',
    from: { path: `${CLIENT}/platform/`, pathNot: TESTS },
    to: { path: `${CLIENT}/`, pathNot: `${CLIENT}/platform/` },
  },
  {
    name: 'client-features-do-not-know-the-shell',
    comment: 'app.* stands above the features.',
    from: { path: `${CLIENT}/[^/]+/`, pathNot: TESTS },
    to: { path: `${CLIENT}/[^/]+[.]ts$` },
  },
];

const everywhere = [
  {
    name: 'no-cycles',
    comment: 'Only the types of entities may point at each other.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-barrels',
    comment: 'The only index is that of shared.',
    from: {},
    to: { path: '/index[.]ts$', pathNot: 'node_modules|^shared/src/index[.]ts$' },
  },
  {
    name: 'no-rooms-without-a-name',
    comment: 'Say what it is: no utils, helpers, common, base or manager.',
    from: {},
    to: { path: '[/.-](utils?|helpers?|common|base|manager)[/.-]', pathNot: 'node_modules' },
  },
  {
    name: 'sources-do-not-know-their-tests',
    comment: 'What runs for users imports no test and no tool of development.',
    from: { path: '^(backend|frontend|shared)/src/', pathNot: TESTS },
    to: { path: TESTS },
  },
  {
    name: 'sources-need-no-development-package',
    comment: 'What runs for users imports only what is installed for users.',
    from: { path: '^(backend|shared)/src/', pathNot: `${OFF_THE_IMAGE}|${TESTS}` },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages-are-declared',
    comment: 'Every package stands in the package.json of its workspace.',
    from: { path: '^(backend|frontend|shared)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
  },
];

/** The import rules of the house: features → platform → shared. */
export default {
  forbidden: [...betweenWorkspaces, ...onTheServer, ...inTheClient, ...everywhere].map((rule) => ({
    severity: 'error',
    ...rule,
  })),
  options: {
    doNotFollow: { path: 'node_modules|^shared/dist' },
    exclude: { path: '^(backend|frontend)/dist/|/[.]angular/|/e2e/results/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
