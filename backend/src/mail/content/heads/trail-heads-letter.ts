import { languageOf } from '@deskhand/shared';
import type { Reader } from '../reader.js';
import type { Letter } from '../layout/letter.js';
import { accountWordsIn } from '../words/account-words.js';
import { timeWords } from '../words/times.js';

/** What `npm run verify -- --against` takes the mail's file with. */
const COMMAND = 'npm run verify -- --against heads.json';

/**
 * The file that `verify` compares the trail with, as a mail.
 *
 * @param at when the trail ended there
 */
export function trailHeadsLetter(reader: Reader, file: object, at: Date, publicUrl: string): Letter {
  const { language, organisation } = reader;
  const { heads: words } = accountWordsIn(language);
  const keep = words.keep(organisation, timeWords(at, reader));
  return {
    ...{ language: languageOf(language), organisation, subject: words.subject(organisation), preview: keep },
    blocks: [
      { kind: 'heading', text: words.heading },
      { kind: 'paragraph', text: keep },
      { kind: 'paragraph', text: words.how },
      { kind: 'code', text: COMMAND },
      { kind: 'code', text: JSON.stringify(file, null, 2) },
    ],
    footer: [{ text: words.because, link: { label: words.change, url: `${publicUrl}/admin/rules` } }],
  };
}
