import { createParser, mentionsOf } from './parser';

/** Beyond this nobody reads it as formatted, and the browser would be busy with it for long. */
const MOST_ELEMENTS = 2500;
/** Texts that are kept as they were rendered: more than a conversation shows at once. */
const KEPT = 300;

const parser = createParser();
const rendered = new Map<string, string>();

/**
 * The HTML of a text in Markdown, with nothing in it that its writer put there as HTML. It is made for `[innerHTML]`,
 * whose sanitizer is the second lock.
 *
 * @param names of people whose mention is shown as one
 * @param origin of the app
 */
export function renderMarkdown(text: string, names: readonly string[], origin: string): string {
  const key = JSON.stringify([text, names]);
  const html = rendered.get(key) ?? render(text, names, origin);
  rendered.delete(key);
  rendered.set(key, html);
  if (rendered.size > KEPT) rendered.delete(rendered.keys().next().value ?? '');
  return html;
}

function render(text: string, names: readonly string[], origin: string): string {
  const html = parser.render(text, { mentions: mentionsOf(names), origin });
  const elements = html.split(/<[a-z]/).length - 1;
  return elements > MOST_ELEMENTS ? `<p class="as-typed">${parser.utils.escapeHtml(text)}</p>` : html;
}
