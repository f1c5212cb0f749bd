import { isFinal, languageOf } from '@deskhand/shared';
import type { AttachmentDto } from '../../../tickets/attachments/attachment.dto.js';
import type { NewsKind } from '../../audience/audiences.js';
import type { TicketNews } from '../../audience/ticket-news.js';
import type { Block, Fact, FooterLine, Letter, Said } from '../layout/letter.js';
import { timeWords } from '../words/times.js';
import { headlineOf } from './headline.js';
import { relationOf } from './relation.js';
import { closingDay, isRequester, statusLabel, type Telling } from './telling.js';

/** Where the links of a mail lead. */
interface Links {
  /** Of the ticket's page. */
  readonly ticket: string;
  readonly choices: string;
  /** Where one says that one does not want such mails; null for an address that is no person's. */
  readonly unsubscribe: string | null;
}

/** Characters that lists of mails show of the text. */
const PREVIEW = 140;

/** A mail about a ticket: what happened, what was written, what comes next, and why one is told. */
export function ticketLetter(telling: Telling, links: Links): Letter {
  const { scene, reader, words } = telling;
  const headline = headlineOf(telling);
  const said = [...describedIn(telling), ...telling.news.flatMap((news) => commentIn(news, telling))];
  const lead = leadOf(telling).map((text): Block => ({ kind: 'paragraph', text }));
  const heading: Block = { kind: 'heading', above: words.title(scene.number, scene.subject), text: headline };
  return {
    language: languageOf(reader.language),
    organisation: reader.organisation,
    subject: words.subject(scene.number, scene.subject),
    preview: said[0] ? `${headline}: ${snippet(said[0].markdown)}` : headline,
    blocks: [heading, ...said, ...lead, { kind: 'facts', facts: factsOf(telling) }, ...buttonsOf(telling, links)],
    footer: footerOf(telling, links),
  };
}

function tells({ news }: Telling, ...kinds: readonly NewsKind[]): boolean {
  return news.some(({ kind }) => kinds.includes(kind));
}

/** The request itself, for whoever hears of it for the first time, and as it arrived for the one who filed it. */
function describedIn(telling: Telling): Said[] {
  const { scene, reader, words } = telling;
  if (!tells(telling, 'filed', 'categorised', 'assigned')) return [];
  const head = words.wrote(scene.creator_name, timeWords(scene.created_at, reader));
  return [{ kind: 'said', head, markdown: scene.description, ...attached(scene.attachments, telling) }];
}

function commentIn({ kind, commentId }: TicketNews, telling: Telling): Said[] {
  const { scene, reader, words } = telling;
  const comment = kind === 'replied' || kind === 'mentioned' ? scene.comments.get(commentId ?? '') : undefined;
  if (!comment) return [];
  const time = timeWords(comment.created_at, reader);
  const { author_name: author, internal: isNote, body: markdown } = comment;
  const head = isNote ? words.noted(author, time) : words.wrote(author, time);
  return [{ kind: 'said', head, markdown, isNote, ...attached(comment.attachments, telling) }];
}

function attached(files: readonly AttachmentDto[], { words }: Telling): Pick<Said, 'foot'> {
  return files.length === 0 ? {} : { foot: words.attached(files.map(({ name }) => name)) };
}

/** What comes next for this reader. */
function leadOf(telling: Telling): string[] {
  const { scene, words, news } = telling;
  if (!isRequester(telling)) return [];
  const lead: string[] = [];
  if (tells(telling, 'filed') && !tells(telling, 'replied')) lead.push(words.weWillAnswer());
  const asking = news.find(({ to }) => to === 'waiting_requester')?.actorId;
  const name = scene.names.get(asking ?? '');
  if (scene.status === 'waiting_requester' && name !== undefined) lead.push(words.answerNeeded(name));
  if (tells(telling, 'closing')) lead.push(words.stillWorks(closingDay(telling)));
  else if (tells(telling, 'resolved')) lead.push(words.doesItWork(closingDay(telling)));
  if (scene.status === 'closed') lead.push(words.closedTakesNoMore());
  return lead;
}

function factsOf(telling: Telling): Fact[] {
  const { scene, news, words } = telling;
  const { facts } = words;
  const reason = news.map(({ activityId }) => scene.reasons.get(activityId ?? '')).findLast(Boolean);
  const all: readonly (readonly [string, string | null | undefined])[] = [
    [facts.status, statusLabel(telling)],
    [facts.reason, reason],
    [facts.requester, isRequester(telling) ? null : scene.requester_name],
    [facts.assignee, scene.assignee_name],
    [facts.category, scene.category_name === null ? null : words.category(scene.category_name)],
    [facts.priority, scene.priority === 'normal' ? null : words.priority(scene.priority)],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** Opening a link changes nothing: the page asks first, for programs that look for viruses open links too. */
function buttonsOf(telling: Telling, { ticket }: Links): Block[] {
  const { scene, words } = telling;
  const { open, answer, confirm, reopen } = words.buttons;
  if (isRequester(telling) && scene.status === 'resolved' && tells(telling, 'resolved', 'closing')) {
    return [
      { kind: 'button', label: confirm, url: `${ticket}?do=confirm` },
      { kind: 'button', label: reopen, url: `${ticket}?do=reopen`, quiet: true },
    ];
  }
  const isAnswered = tells(telling, 'replied') && !isFinal(scene.status);
  return [{ kind: 'button', label: isAnswered ? answer : open, url: ticket }];
}

function footerOf(telling: Telling, { choices, unsubscribe }: Links): FooterLine[] {
  const { words } = telling;
  const because = words.because[relationOf(telling)];
  if (unsubscribe === null) return [{ text: because }, { text: words.answerThere() }];
  return [
    { text: because, link: { label: words.stop, url: unsubscribe } },
    { text: words.answerThere(), link: { label: words.choose, url: choices } },
  ];
}

function snippet(markdown: string): string {
  const words = markdown.replace(/\s+/g, ' ').trim();
  return words.length <= PREVIEW ? words : `${Array.from(words.slice(0, PREVIEW)).slice(0, -1).join('')}…`;
}
