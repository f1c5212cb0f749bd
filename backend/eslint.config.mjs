import { defineConfig } from 'eslint/config';
import { NO_SKIPPED_TESTS, workspace } from '../eslint.config.mjs';

const LAWS = [
  {
    selector: 'CallExpression[callee.property.name="save"]',
    message: 'save() does not stop a lost update: UPDATE … WHERE id AND version, and check that one row changed.',
  },
  {
    selector: 'Property[key.name=/^(eager|lazy|synchronize)$/][value.value=true], Property[key.name="cascade"]',
    message: 'Nothing is loaded, saved or altered behind the back of the one who reads the code.',
  },
];

const CLOCK = [
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Time comes from the injected clock, which tests move.',
  },
];

const ENVIRONMENT = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Only platform/config reads the environment.',
  },
];

/** See `test/together`. */
const HOOKS = [
  {
    selector: 'Program > ExpressionStatement > CallExpression[callee.name=/^(before|after)(All|Each)$/]',
    message: 'Put it into a describe: outside of one it would run for other files too.',
  },
];

const HIDDEN_BEHAVIOUR = {
  name: 'typeorm',
  importNames: [
    'EventSubscriber',
    'AfterLoad',
    'BeforeInsert',
    'AfterInsert',
    'BeforeUpdate',
    'AfterUpdate',
    'BeforeRemove',
    'AfterRemove',
  ],
  message: 'No entity listeners and no subscribers: what happens is written in the service.',
};

const HTTP_ERRORS = {
  group: ['@nestjs/common'],
  importNamePattern: 'Exception$',
  message: 'Throw a problem of platform/: one filter turns it into HTTP.',
};

const syntax = (...rules) => ({ 'no-restricted-syntax': ['error', ...NO_SKIPPED_TESTS, ...rules] });

export default defineConfig(
  workspace(import.meta.dirname, ['tsconfig.json']),
  {
    files: ['src/**/*.ts'],
    rules: {
      // DTOs are classes for the sake of their documentation, and plain objects in all else.
      '@typescript-eslint/no-misused-spread': 'off',
      ...syntax(...LAWS, ...CLOCK, ...ENVIRONMENT),
      'no-restricted-imports': ['error', { paths: [HIDDEN_BEHAVIOUR], patterns: [HTTP_ERRORS] }],
    },
  },
  { files: ['src/platform/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: [HIDDEN_BEHAVIOUR] }] } },
  { files: ['src/platform/config/**/*.ts'], rules: syntax(...LAWS, ...CLOCK) },
  { files: ['src/platform/clock.ts'], rules: syntax(...LAWS, ...ENVIRONMENT) },
  { files: ['test/**/*spec.ts'], ignores: ['test/lifecycle/**'], rules: syntax(...HOOKS) },
);
