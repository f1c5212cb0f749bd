import { Component, computed, inject, input, LOCALE_ID, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { sendForm } from '../platform/form-problems';
import { Organisation } from '../platform/organisation';
import { Session } from '../platform/session';
import { homeOf, isOwnAddress } from '../platform/signed-in-guard';
import { FormSummary } from '../ui/form-summary';
import { ProblemForm } from '../ui/problem-form';
import { AccountFields } from './account-fields';
import { emailRules, nameRules, newPasswordRules } from './account-rules';
import { AuthApi } from './auth-api';

@Component({
  selector: 'dh-register',
  imports: [AccountFields, FormSummary, MatButton, ProblemForm, RouterLink],
  templateUrl: './register.html',
  styleUrl: './auth-form.scss',
})
export class Register {
  private readonly api = inject(AuthApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly organisation = inject(Organisation);
  private readonly locale = inject(LOCALE_ID);

  /** The page that was asked for before it turned out that there is no account. */
  readonly returnTo = input<string>();

  /** Where accounts are made by invitation only: who makes them. */
  protected readonly whomToAsk = computed(() => {
    const facts = this.organisation.facts();
    if (facts?.registration !== 'invitation') return null;
    return facts.supportContact
      ? $localize`Accounts are made by invitation here. Ask your IT support for one: ${facts.supportContact}:contact:`
      : $localize`Accounts are made by invitation here. Ask an administrator for one.`;
  });
  /** Where only people of some mail domains may register: which. */
  protected readonly domains = computed(() => {
    const facts = this.organisation.facts();
    if (facts?.registration !== 'domains') return null;
    return new Intl.ListFormat(this.locale, { type: 'disjunction' }).format(facts.registrationDomains);
  });

  private readonly model = signal({ name: '', email: '', password: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      nameRules(path.name);
      emailRules(path.email);
      newPasswordRules(path.password);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send(), { email_taken: 'email' }) } },
  );

  /** Where the address must be confirmed before anything else: it. */
  protected readonly sentTo = signal<string | null>(null);

  private async send(): Promise<void> {
    const me = await this.api.register(this.model());
    if (me === null) {
      this.sentTo.set(this.model().email.trim());
      return;
    }
    this.session.begin(me);
    const returnTo = this.returnTo();
    await this.router.navigateByUrl(isOwnAddress(returnTo) ? returnTo : homeOf(this.session, this.router));
  }
}
