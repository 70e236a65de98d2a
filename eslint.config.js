import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/* Each rule here holds a line of CONTRIBUTING.md's "How code here reads". Layout is prettier's. */

const shapes = [
  { selector: 'TSEnumDeclaration', message: 'Write a union of texts: enums do not erase.' },
  {
    selector: ':matches(ClassDeclaration, ClassExpression):not([superClass.name=/Error$/])',
    message: 'Classes are for errors only. Write a function that returns what is needed.',
  },
  { selector: 'ExportAllDeclaration', message: 'Import from the file that has it: there are no re-exports.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'Import from the file that has it: there are no re-exports.' },
];
const named = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing is called the same everywhere.',
};
const waiting = {
  selector: ':function[async=true]',
  message: 'The core takes data and returns data. Waiting belongs to app, adapters and storage.',
};

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'test/**/golden/']),
  { files: ['**/*.{js,cjs}'], extends: [tseslint.configs.base], languageOptions: { sourceType: 'module' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-else-return': 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      'no-restricted-syntax': ['error', ...shapes, named],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What comes from outside is read by key, and the quotes say so.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Ports are async because some of those who fill them must wait; those who need not are right too.
      '@typescript-eslint/require-await': 'off',
      // Without classes no function of ours reads `this`, so a port's method may be handed on.
      '@typescript-eslint/unbound-method': 'off',
      // A union reads best when each member is written as the next one is.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/{domain,words,messages,commands}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shapes, named, waiting] },
  },
  {
    files: ['src/main.ts', 'src/tools/**/*.ts', 'test/bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shapes] },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // vitest's matchers, such as expect.any(), are typed as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
