import type { MailContent } from '../mail-content.js';

/** The file that `npm run verify -- --against` takes, as the text of a mail. */
export function trailHeadsLetter(organisation: string, file: unknown): MailContent {
  const heads = JSON.stringify(file, null, 2);
  const lines = [
    `This is where the trail of ${organisation} ended.`,
    'Keep this mail. To find out later whether the trail was changed, save the lines between the braces, braces included, as heads.json, and run',
    'npm run verify -- --against heads.json',
  ];
  return {
    subject: `The trail of ${organisation}: its heads`,
    text: `${[...lines, heads].join('\n\n')}\n`,
    html: `${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}\n<pre>${escaped(heads)}</pre>\n`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
