import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, LOCALE_ID, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { kept } from '../../../platform/kept';
import { Notices } from '../../../platform/notices';
import { PageTitle } from '../../../platform/page-title';
import { asProblem } from '../../../platform/problem';
import { EmptyState } from '../../../ui/empty-state';
import { Failure } from '../../../ui/failure';
import { PageHeader } from '../../../ui/page-header';
import { Skeleton } from '../../../ui/skeleton';
import { isRetryable, MailApi, type MailDetail, mailUrl } from '../mail-api';
import { MailStateLabel } from '../mail-state-label';
import { KIND_LABELS, STATE_WORDS } from '../mail-words';

/** One mail: to whom, what became of it, what the server said, and what was sent. */
@Component({
  selector: 'dh-mail-page',
  imports: [EmptyState, Failure, MailStateLabel, MatButton, MatIcon, PageHeader, RouterLink, Skeleton],
  templateUrl: './mail-page.html',
  styleUrl: './mail-page.scss',
})
export class MailPage {
  private readonly api = inject(MailApi);
  private readonly notices = inject(Notices);
  private readonly title = inject(PageTitle);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly format = new Intl.DateTimeFormat(inject(LOCALE_ID), { dateStyle: 'medium', timeStyle: 'long' });

  /** From the address. */
  readonly id = input.required<string>();

  protected readonly mail = httpResource<MailDetail>(() => mailUrl(this.id()));
  protected readonly shown = kept(this.mail);
  protected readonly kindLabels = KIND_LABELS;
  protected readonly stateWords = STATE_WORDS;
  protected readonly isBusy = signal(false);
  protected readonly isMissing = computed(() => asProblem(this.mail.error()).code === 'not_found');
  protected readonly isRetryable = computed(() => {
    const mail = this.shown();
    return mail !== undefined && isRetryable(mail);
  });
  protected readonly next = computed(() => {
    const { state, nextAttemptAt = null } = this.shown() ?? {};
    return state === 'queued' && nextAttemptAt !== null ? this.exact(nextAttemptAt) : null;
  });
  private readonly html = computed(() => this.shown()?.html ?? null);
  /** Into a frame that runs nothing, opens nothing and leads nowhere: there it may be as it was sent. */
  protected readonly page = computed(() => {
    // Of the text alone: whatever else changes must not load the frame anew.
    const html = this.html();
    return html === null ? null : this.sanitizer.bypassSecurityTrustHtml(leadingNowhere(html));
  });

  constructor() {
    effect(() => {
      const mail = this.shown();
      if (mail) this.title.name(mail.subject ?? KIND_LABELS[mail.kind]);
    });
  }

  protected exact(at: string): string {
    return this.format.format(Date.parse(at));
  }

  protected async sendAgain(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      this.mail.set(await this.api.retry(this.id()));
      this.notices.say($localize`It is in the queue again.`);
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}

/** Links would open inside the frame; a new window, which they ask for now, is refused to it. */
function leadingNowhere(html: string): string {
  return html.replace(/<head[^>]*>/i, '$&<base target="_blank">');
}
