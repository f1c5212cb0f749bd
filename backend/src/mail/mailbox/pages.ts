import type { KeptMail } from './kept-mails.js';

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
  h1 { font-size: 1.25rem; }
  ul { list-style: none; padding: 0; }
  li a { display: block; padding: .75rem .5rem; border-top: 1px solid #8884; color: inherit; text-decoration: none; }
  li a:hover, li a:focus { background: #8882; }
  b, small { display: block; overflow-wrap: anywhere; }
  small, p { opacity: .75; }
  nav a { margin-right: 1rem; }
  iframe { width: 100%; height: 75vh; border: 1px solid #8884; background: Canvas; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }`;

/** The newest first; it looks for new ones by itself. */
export function listPage(mails: readonly KeptMail[]): string {
  const items = mails.map(
    ({ number, subject, to, at }) =>
      `<li><a href="/${number}"><b>${escaped(subject)}</b><small>to ${escaped(to)} · ${timeOf(at)}</small></a></li>`,
  );
  const empty = '<p>Nothing yet. What Deskhand sends appears here, and nowhere else.</p>';
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : empty;
  return page('Mailbox', `<h1>Mailbox of development</h1>${list}`, '<meta http-equiv="refresh" content="3">');
}

/** Links of the mail open beside it. */
export function mailPage(mail: KeptMail, form: 'html' | 'text'): string {
  const { number, subject, from, to, at, text, html } = mail;
  const shown =
    form === 'text'
      ? `<pre>${escaped(text)}</pre>`
      : `<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escaped(`<base target="_blank">${html}`)}"></iframe>`;
  return page(
    subject,
    `<nav><a href="/">All mails</a> <a href="/${number}">As HTML</a> <a href="/${number}/text">As text</a>
     <a href="/${number}/source">Source</a></nav><h1>${escaped(subject)}</h1>
     <p>from ${escaped(from)}<br>to ${escaped(to)}<br>${timeOf(at)}</p>${shown}`,
  );
}

export function missingPage(): string {
  return page('Not found', '<h1>There is no such mail any more.</h1><nav><a href="/">All mails</a></nav>');
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
    <meta name="viewport" content="width=device-width">${head}<style>${STYLE}</style></head><body>${body}</body></html>`;
}

function timeOf(at: Date): string {
  return at.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
