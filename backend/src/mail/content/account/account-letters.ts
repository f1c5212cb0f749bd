import type { MailKind } from '@deskhand/shared';
import type { Block } from '../layout/letter.js';
import type { AccountWords } from '../words/en-account.js';

/** Everything that a letter about an account says besides its words. */
export interface AccountFacts {
  readonly organisation: string;
  /** Of the product, without a slash at the end. */
  readonly publicUrl: string;
  /** Its own link and until when that is good, in words. */
  readonly link: { readonly url: string; readonly goodUntil: string } | null;
  /** When it happened, in words. */
  readonly at: string;
  /** What happened. */
  readonly happened: string;
  /** Of a changed address: which of the two reads this. */
  readonly to: unknown;
  /** Where somebody signed in. */
  readonly device: { readonly ip: string; readonly words: string } | null;
}

/** What a mail says, before it has a form. */
export interface AccountLetter {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

type Write = (words: AccountWords, facts: AccountFacts) => AccountLetter | null;

/** The letter of each kind of mail about accounts; null where there is nothing to tell any more. Nobody's name is in them, for addresses may be mistyped. */
const LETTERS: Partial<Record<MailKind, Write>> = {
  welcome: (words, facts) => (facts.link ? confirmation(facts, words.confirm) : known(words, facts)),
  confirmation: (words, facts) => {
    if (facts.happened !== 'person.address_change_requested') return confirmedAgain(words, facts);
    return facts.link ? confirmation(facts, { ...words.confirm, ...words.newAddress }) : taken(words, facts);
  },
  invitation: ({ invitation, confirm }, facts) =>
    withLink(facts, {
      ...invitation,
      subject: invitation.subject(facts.organisation),
      why: invitation.why(facts.organisation),
      goodUntil: confirm.goodUntil,
    }),
  password_reset: ({ reset, confirm }, facts) =>
    withLink(facts, { ...reset, subject: reset.subject(facts.organisation), goodUntil: confirm.goodUntil }),
  password_changed: passwordChanged,
  address_changed: addressChanged,
  new_device: newDevice,
};

/** Which kinds of mail are written here. */
export const ACCOUNT_MAILS = Object.keys(LETTERS) as MailKind[];

export function accountLetter(kind: MailKind, words: AccountWords, facts: AccountFacts): AccountLetter | null {
  return LETTERS[kind]?.(words, facts) ?? null;
}

interface LinkWords {
  readonly subject: string;
  readonly heading: string;
  readonly why: string;
  readonly button: string;
  readonly notYou: string;
  goodUntil(time: string): string;
}

function withLink({ link }: AccountFacts, words: LinkWords): AccountLetter | null {
  if (!link) return null;
  return {
    subject: words.subject,
    blocks: [
      heading(words.heading),
      paragraph(words.why),
      { kind: 'button', label: words.button, url: link.url },
      paragraph(words.goodUntil(link.goodUntil)),
      paragraph(words.notYou),
    ],
  };
}

function confirmation(facts: AccountFacts, words: AccountWords['confirm']): AccountLetter | null {
  const { organisation } = facts;
  return withLink(facts, { ...words, subject: words.subject(organisation), why: words.why(organisation) });
}

function confirmedAgain({ confirm, again }: AccountWords, facts: AccountFacts): AccountLetter | null {
  return withLink(facts, { ...confirm, ...again, subject: again.subject(facts.organisation) });
}

function known({ known: words }: AccountWords, { organisation, publicUrl }: AccountFacts): AccountLetter {
  return {
    subject: words.subject(organisation),
    blocks: [
      heading(words.heading),
      paragraph(words.why(organisation)),
      paragraph(words.forgot),
      { kind: 'button', label: words.button, url: `${publicUrl}/sign-in` },
      paragraph(words.notYou),
    ],
  };
}

function taken({ takenAddress: words }: AccountWords, { organisation }: AccountFacts): AccountLetter {
  const blocks = [heading(words.heading), paragraph(words.why(organisation)), paragraph(words.whatNow)];
  return { subject: words.subject(organisation), blocks };
}

function passwordChanged(
  { password: words }: AccountWords,
  { organisation, publicUrl, at }: AccountFacts,
): AccountLetter {
  return {
    subject: words.subject(organisation),
    blocks: [
      heading(words.heading),
      paragraph(words.when(at)),
      paragraph(words.notYou),
      { kind: 'button', label: words.button, url: `${publicUrl}/forgot-password`, quiet: true },
    ],
  };
}

function addressChanged({ address: words }: AccountWords, { organisation, at, to }: AccountFacts): AccountLetter {
  const told = to === 'old' ? words.toOld(at) : words.toNew(at);
  const blocks = [heading(words.heading), paragraph(told), paragraph(words.notYou)];
  return { subject: words.subject(organisation), blocks };
}

function newDevice({ device: words }: AccountWords, facts: AccountFacts): AccountLetter | null {
  const { organisation, publicUrl, at, device } = facts;
  if (!device) return null;
  const { when, where, what } = words.facts;
  const known = [
    { label: when, value: at },
    { label: what, value: device.words },
    { label: where, value: device.ip },
  ];
  return {
    subject: words.subject(organisation),
    blocks: [
      heading(words.heading),
      paragraph(words.why),
      { kind: 'facts', facts: known },
      paragraph(words.notYou),
      { kind: 'button', label: words.button, url: `${publicUrl}/account`, quiet: true },
    ],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
