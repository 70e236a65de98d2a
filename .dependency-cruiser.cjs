/*
 * Who may import whom. Each rule's name is the sentence that a person who breaks it reads.
 * Imports of types count too: a type from the wrong layer ties the layers together just as well.
 */

const npm = (...names) => names.map((name) => `node_modules/${name.replace('/', '\\/')}/`);

/** A layer and all that it may import; whatever is not listed is refused, Node's own modules included. */
const only = (name, from, allowed, comment, more = {}) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: [from, ...allowed], couldNotResolve: false, ...more },
});

const core = '^src/(domain|words|messages|commands)/';
const document = '^src/messages/document\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'domain-imports-only-itself-and-temporal',
      '^src/domain/',
      npm('temporal-polyfill'),
      'The rules are pure: whatever else they need comes in as a value.',
    ),
    only('words-import-only-the-domain', '^src/words/', ['^src/domain/'], 'A sentence needs facts, nothing more.'),
    only(
      'messages-import-only-domain-and-words',
      '^src/messages/',
      ['^src/(domain|words)/'],
      'A message is facts and words as data. It knows no platform and no store.',
    ),
    only(
      'commands-import-only-domain-words-and-messages',
      '^src/commands/',
      ['^src/(domain|words|messages)/'],
      'A command turns text into what is wanted. Doing it is for app.',
    ),
    only(
      'ports-import-only-domain-and-document',
      '^src/ports(-(kept|records|guests|outbox|room))?\\.ts$',
      ['^src/ports-(kept|records|guests|outbox|room)\\.ts$', '^src/domain/', document],
      'The edge types say what crosses the edge, and so may name nothing behind it.',
    ),
    only(
      'app-imports-only-the-core-and-ports',
      '^src/app/',
      [core, '^src/ports(-(kept|records|guests|outbox|room))?\\.ts$'],
      'What app needs from the world reaches it through a port.',
    ),
    only(
      'storage-imports-only-ports-domain-and-its-drivers',
      '^storage/',
      [
        '^src/ports(-(kept|records|guests|outbox|room))?\\.ts$',
        '^src/domain/',
        ...npm('kysely', 'better-sqlite3', '@types/better-sqlite3', 'pg', '@types/pg', '@types/node'),
      ],
      'Storage keeps rows. Rules and words are elsewhere.',
      { dependencyTypesNot: ['core'] },
    ),
    {
      name: 'adapters-import-only-ports-documents-words-and-their-sdk',
      severity: 'error',
      comment: 'An adapter turns a platform into interactions and documents into the platform. It decides nothing.',
      from: { path: '^adapters/' },
      to: {
        path: '^(src|storage)/',
        pathNot: ['^src/ports(-(guests|room))?\\.ts$', '^src/messages/(document|plain-text)\\.ts$', '^src/words/'],
      },
    },
    {
      name: 'adapters-never-import-each-other',
      severity: 'error',
      comment: 'What one platform needs from another is handed over by main.',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'only-storage-knows-its-drivers',
      severity: 'error',
      comment: 'Everyone else asks the Store port.',
      from: { path: '^(src|adapters)/' },
      to: { path: npm('kysely', 'better-sqlite3', 'pg') },
    },
    {
      name: 'only-the-slack-adapter-knows-slack',
      severity: 'error',
      comment: 'A second platform must not pay for the first.',
      from: { path: '^(src|storage|adapters)/', pathNot: '^adapters/slack/' },
      to: { path: ['node_modules/@slack/'] },
    },
    {
      name: 'only-the-teams-sdk-file-knows-botbuilder',
      severity: 'error',
      comment: 'botbuilder is archived: a successor shall be the work of one file.',
      from: { path: '^(src|storage|adapters)/', pathNot: '^adapters/teams/sdk\\.ts$' },
      to: { path: ['node_modules/(botbuilder|botframework)'] },
    },
    {
      name: 'only-main-rehearsal-and-tools-put-the-parts-together',
      severity: 'error',
      comment: 'Everyone else is handed what they need.',
      from: { path: '^src/', pathNot: '^src/(main\\.ts$|rehearsal/|tools/)' },
      to: { path: '^(adapters|storage)/|^src/(main\\.ts$|rehearsal/|tools/)' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      comment: 'Main starts the program; importing it would start it again.',
      from: {},
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'what-ships-imports-no-tests',
      severity: 'error',
      comment: 'The program has to run where the tests are not.',
      from: { path: '^(src|adapters|storage)/' },
      to: { path: '^test/' },
    },
    {
      name: 'what-ships-needs-no-development-packages',
      severity: 'error',
      comment:
        'A package used at run time stands under "dependencies" in package.json. Types alone may come from others.',
      from: { path: '^(src|adapters|storage)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved-imports',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
