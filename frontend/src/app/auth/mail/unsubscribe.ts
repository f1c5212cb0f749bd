import { NgTemplateOutlet } from '@angular/common';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom, type Observable } from 'rxjs';
import { Attempt } from '../../platform/attempt';
import { asProblem } from '../../platform/problem';
import { Failure } from '../../ui/failure';
import { Skeleton } from '../../ui/skeleton';
import { CHOICE_WORDS } from './choice-words';

type Subscription = components['schemas']['UnsubscriptionDto'];

const UNSUBSCRIBE_URL = '/api/v1/mail/unsubscribe';

/** Where the foot of a mail leads: asks first, then tells, and takes it back. The link itself says who one is. */
@Component({
  selector: 'dh-unsubscribe',
  imports: [Failure, MatButton, NgTemplateOutlet, RouterLink, Skeleton],
  templateUrl: './unsubscribe.html',
  styleUrl: '../auth-form.scss',
})
export class Unsubscribe {
  private readonly http = inject(HttpClient);

  /** From the address. */
  readonly token = input<string>();

  private readonly params = computed(() => ({ token: this.token() ?? '' }));
  protected readonly subscription = httpResource<Subscription>(() => ({ url: UNSUBSCRIBE_URL, params: this.params() }));
  protected readonly labels = computed(() =>
    this.subscription.hasValue() ? this.subscription.value().choices.map((choice) => CHOICE_WORDS[choice].label) : [],
  );
  protected readonly isWorthless = computed(() => {
    const error = this.subscription.error();
    return error !== undefined && !['unavailable', 'unreachable', 'internal'].includes(asProblem(error).code);
  });
  protected readonly attempt = new Attempt();

  /** In the words that mail programs use for the same (RFC 8058). */
  protected stop(): Promise<void> {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }).toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return this.change(this.http.post<Subscription>(UNSUBSCRIBE_URL, body, { params: this.params(), headers }));
  }

  protected takeBack(): Promise<void> {
    return this.change(this.http.delete<Subscription>(UNSUBSCRIBE_URL, { params: this.params() }));
  }

  private change(request: Observable<Subscription>): Promise<void> {
    return this.attempt.make(async () => this.subscription.set(await firstValueFrom(request)));
  }
}
