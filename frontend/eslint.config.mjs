import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import { workspace } from '../eslint.config.mjs';

export default defineConfig(
  workspace(import.meta.dirname, ['tsconfig.json', 'e2e/tsconfig.json']),
  {
    files: ['src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/use-lifecycle-interface': 'error',
      '@angular-eslint/component-max-inline-declarations': ['error', { template: 120, styles: 120, animations: 0 }],
      '@angular-eslint/computed-must-return': 'error',
      '@angular-eslint/no-async-lifecycle-method': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/prefer-host-metadata-property': 'error',
      '@angular-eslint/prefer-output-emitter-ref': 'error',
      '@angular-eslint/prefer-signals': 'error',
    },
  },
  { files: ['e2e/**/*.ts'], rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] } },
  {
    files: ['src/app/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      'max-lines': ['error', { max: 120 }],
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/i18n': ['error', { checkId: false, checkAttributes: false }],
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
      '@angular-eslint/template/no-inline-styles': ['error', { allowBindToStyle: true }],
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/prefer-control-flow': 'error',
    },
  },
);
