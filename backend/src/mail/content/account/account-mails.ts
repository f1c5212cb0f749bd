import { languageOf } from '@deskhand/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OneTimeTokens } from '../../../auth/accounts/one-time-tokens.service.js';
import { Session } from '../../../auth/sessions/session.entity.js';
import { Settings } from '../../../platform/config/settings.js';
import type { MailNews } from '../../queue/mail-news.js';
import type { ClaimedMail } from '../../queue/mail-queue.js';
import { MailSecrets } from '../../queue/mail-secrets.js';
import { layOut } from '../layout/lay-out.js';
import type { FooterLine } from '../layout/letter.js';
import type { MailContent } from '../mail-content.js';
import { MailComposer } from '../mail-composer.js';
import { accountWordsIn } from '../words/account-words.js';
import type { AccountWords } from '../words/en-account.js';
import { timeWords } from '../words/times.js';
import { ACCOUNT_MAILS, type AccountFacts, accountLetter } from './account-letters.js';
import { type AccountPerson, readAccountPerson } from './account-person.js';
import { deviceWords } from './device-words.js';
import type { MailedPurpose } from './planned-mails.js';

const PAGES: Readonly<Record<MailedPurpose, string>> = {
  confirmation: 'confirm-address',
  address: 'confirm-address',
  invitation: 'accept-invitation',
  reset: 'reset-password',
};

/** Composes the mails about accounts. A link that was used, or is too old, has nothing to tell any more. */
@Injectable()
export class AccountMails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly secrets: MailSecrets,
    private readonly tokens: OneTimeTokens,
    composer: MailComposer,
  ) {
    composer.composeWith(ACCOUNT_MAILS, (mail) => this.compose(mail));
  }

  private async compose(mail: ClaimedMail): Promise<MailContent | null> {
    const [news] = mail.news;
    const person = mail.recipient_id && (await readAccountPerson(this.dataSource.manager, mail.recipient_id));
    if (!news || !person || person.isDisabled) return null;
    const purpose = news.link as MailedPurpose | undefined;
    const link = purpose ? await this.linkOf(mail, purpose, person) : null;
    if (purpose && !link) return null;
    const words = accountWordsIn(person.language);
    const letter = accountLetter(mail.kind, words, { ...(await this.factsOf(mail, news, person)), link });
    if (!letter) return null;
    const { organisation } = person;
    const preview = letter.blocks.find((block) => block.kind === 'paragraph')?.text ?? '';
    const footer = this.footerOf(mail, words);
    const laidOut = layOut({ ...letter, language: languageOf(person.language), organisation, preview, footer });
    return { ...laidOut, secrets: purpose ? [this.secrets.of(mail)] : [] };
  }

  /** The token is in the fragment, which browsers send to nobody. */
  private async linkOf(
    mail: ClaimedMail,
    purpose: MailedPurpose,
    person: AccountPerson,
  ): Promise<AccountFacts['link']> {
    const secret = this.secrets.of(mail);
    const goodUntil = await this.tokens.goodUntil(purpose, secret);
    if (!goodUntil) return null;
    const url = `${this.settings.publicUrl}/${PAGES[purpose]}#token=${secret}`;
    return { url, goodUntil: timeWords(goodUntil, person) };
  }

  private async factsOf(mail: ClaimedMail, news: MailNews, person: AccountPerson): Promise<Omit<AccountFacts, 'link'>> {
    const { organisation } = person;
    const { publicUrl } = this.settings;
    const device = await this.deviceOf(news, person);
    return {
      organisation,
      publicUrl,
      at: timeWords(mail.created_at, person),
      happened: news.kind,
      to: news.to,
      device,
    };
  }

  private async deviceOf({ sessionId }: MailNews, { id }: AccountPerson): Promise<AccountFacts['device']> {
    if (typeof sessionId !== 'string') return null;
    const session = await this.dataSource.manager.findOneBy(Session, { id: sessionId, userId: id });
    return session && { ip: session.ip, words: deviceWords(session.userAgent) };
  }

  private footerOf({ address, kind }: ClaimedMail, words: AccountWords): FooterLine[] {
    const choose = {
      text: words.switchOff,
      link: { label: words.choose, url: `${this.settings.publicUrl}/account#mail` },
    };
    return [{ text: words.because(address) }, { text: words.unanswered }, ...(kind === 'new_device' ? [choose] : [])];
  }
}
