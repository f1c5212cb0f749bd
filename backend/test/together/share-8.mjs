import { runShare } from './share.mjs';

await runShare(import.meta.filename);
