import { LIGHT, MONOSPACE, STYLE_SHEETS } from './colours.js';
import type { Block, Fact, FooterLine, Letter, Said } from './letter.js';
import { renderMarkdown } from './markdown.js';
import { escapeHtml } from './plain-words.js';

const FONT = "font-family:Inter,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const BODY = `font-size:15px;line-height:24px;color:${LIGHT.text};overflow-wrap:anywhere`;
const SMALL = `font-size:13px;line-height:20px;color:${LIGHT.muted};overflow-wrap:anywhere`;
/** Pixels. */
const WIDTH = 600;

/** After the preview, so that programs do not fill it up with what comes next. */
const SILENCE = '&#8199;&#65279;&#847; '.repeat(60);

/** The mail as one page of HTML: tables and styles in the elements, as mail programs need it, and nothing from elsewhere. */
export function htmlOf(letter: Letter): string {
  const { language, organisation, subject, preview, blocks, footer } = letter;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escapeHtml(subject)}</title>
${STYLE_SHEETS.map((sheet) => `<style>\n${sheet}\n</style>`).join('\n')}
</head>
<body class="page" style="margin:0;padding:0;background:${LIGHT.page};${FONT}">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escapeHtml(preview)} ${SILENCE}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td class="page" align="center" style="padding:16px 12px;background:${LIGHT.page}">
<!--[if mso]><table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:${WIDTH}px;text-align:left">
<tr><td class="brand muted" dir="auto" style="padding:8px 24px 12px;${SMALL};font-weight:600">${escapeHtml(organisation)}</td></tr>
<tr><td class="sheet" style="padding:24px 24px 28px;background:${LIGHT.sheet};border:1px solid ${LIGHT.line};border-radius:12px">
${blocks.map(blockOf).join('\n')}
</td></tr>
<tr><td class="foot" style="padding:16px 24px">
${footer.map(footerLineOf).join('\n')}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return headingOf(block.text, block.above);
    case 'paragraph':
      return `<p class="text" dir="auto" style="margin:0 0 16px;${BODY}">${escapeHtml(block.text)}</p>`;
    case 'said':
      return saidOf(block);
    case 'facts':
      return factsOf(block.facts);
    case 'code':
      return `<pre class="text code" style="margin:0 0 20px;padding:12px 16px;border-radius:8px;background:${LIGHT.code};${BODY};font:13px/20px ${MONOSPACE};white-space:pre-wrap">${escapeHtml(block.text)}</pre>`;
    case 'button':
      return buttonOf(block.label, block.url, block.quiet ?? false);
  }
}

function headingOf(text: string, above: string | undefined): string {
  const heading = `<h1 class="text" dir="auto" style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:650;color:${LIGHT.text};overflow-wrap:anywhere">${escapeHtml(text)}</h1>`;
  if (above === undefined) return heading;
  return `<p class="muted" dir="auto" style="margin:0 0 4px;${SMALL}">${escapeHtml(above)}</p>\n${heading}`;
}

/** The words turn nothing around them, whatever their direction. */
function saidOf({ head, markdown, foot, isNote = false }: Said): string {
  const box = isNote
    ? `padding:12px 16px 4px;background:${LIGHT.note};border-left:4px solid ${LIGHT.noteLine}`
    : `padding:2px 0 0 16px;border-left:4px solid ${LIGHT.button}`;
  const small = (text: string, margin: string): string =>
    `<p class="muted" dir="auto" style="margin:${margin};${SMALL}">${escapeHtml(text)}</p>`;
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;table-layout:fixed">
<tr><td class="${isNote ? 'note' : 'mark'}" style="${box}">
${small(head, '0 0 8px')}
<div class="said" dir="auto" style="${BODY}">${renderMarkdown(markdown)}</div>
${foot === undefined ? '' : small(foot, '0 0 8px')}
</td></tr>
</table>`;
}

function factsOf(facts: readonly Fact[]): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td class="muted line" style="padding:6px 16px 6px 0;${SMALL};vertical-align:top;white-space:nowrap">${escapeHtml(label)}</td>` +
      `<td class="text" dir="auto" width="100%" style="padding:6px 0;${BODY};font-size:14px;line-height:20px;vertical-align:top">${escapeHtml(value)}</td></tr>`,
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">${rows.join('\n')}</table>`;
}

/** A cell with a colour is the one button that every program draws. */
function buttonOf(label: string, url: string, isQuiet: boolean): string {
  const { button, onButton, line, link } = LIGHT;
  const cell = isQuiet ? `border:1px solid ${line}` : `background:${button};border:1px solid ${button}`;
  const words = `display:inline-block;padding:11px 20px;font-size:15px;line-height:20px;font-weight:600;text-decoration:none;color:${isQuiet ? link : onButton}`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px">
<tr><td class="${isQuiet ? 'quiet' : 'button'}" style="${cell};border-radius:8px"><a class="${isQuiet ? 'link' : 'on-button'}" href="${escapeHtml(url)}" style="${words}">${escapeHtml(label)}</a></td></tr>
</table>`;
}

function footerLineOf({ text, link }: FooterLine): string {
  const anchor = link
    ? ` <a class="muted" href="${escapeHtml(link.url)}" style="color:${LIGHT.muted}">${escapeHtml(link.label)}</a>`
    : '';
  return `<p class="muted" dir="auto" style="margin:0 0 4px;${SMALL}">${escapeHtml(text)}${anchor}</p>`;
}
