import { defineConfig } from 'eslint/config';
import { workspace } from '../eslint.config.mjs';

export default defineConfig(workspace(import.meta.dirname, ['tsconfig.json', 'tsconfig.spec.json']));
