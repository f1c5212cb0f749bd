import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LIMITS } from '@deskhand/shared';
import { sendForm } from '../platform/form-problems';
import { atMost } from '../platform/form-rules';
import { Notices } from '../platform/notices';
import { PageLanguage } from '../platform/page-language';
import { Session } from '../platform/session';
import { FORM_FIELD } from '../ui/form-field';
import { FormSummary } from '../ui/form-summary';
import { languageChoices, timeZoneChoices } from '../ui/place-choices';
import { ProblemForm } from '../ui/problem-form';
import { roleLabel } from '../ui/role-label';
import { nameRules } from './account-rules';
import { AuthApi } from './auth-api';

@Component({
  selector: 'dh-profile',
  imports: [FormField, FormSummary, MatButton, MatError, FORM_FIELD, MatHint, MatInput, MatLabel, ProblemForm],
  templateUrl: './profile.html',
  styleUrl: './account-form.scss',
})
export class Profile {
  private readonly api = inject(AuthApi);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly page = inject(PageLanguage);

  protected readonly me = this.session.me;
  protected readonly role = computed(() => {
    const me = this.me();
    return me ? roleLabel(me.role) : '';
  });

  protected readonly languages = computed(() => languageChoices(this.me()?.language ?? null));
  protected readonly timeZones = computed(() => timeZoneChoices(this.me()?.timeZone ?? 'UTC'));

  private readonly model = linkedSignal(() => {
    const me = this.session.me();
    const { name = '', phone, place, language, timeZone } = me ?? {};
    return {
      name,
      phone: phone ?? '',
      place: place ?? '',
      language: language ?? this.page.current,
      timeZone: timeZone ?? '',
    };
  });
  protected readonly form = form(
    this.model,
    (path) => {
      nameRules(path.name);
      atMost(path.phone, LIMITS.phone.max);
      atMost(path.place, LIMITS.place.max);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  private async send(): Promise<void> {
    const { name, phone, place, language, timeZone } = this.model();
    const change = { name, phone: phone.trim() || null, place: place.trim() || null, language };
    this.session.begin(await this.api.changeProfile({ ...change, timeZone: timeZone || null }));
    this.form().reset();
    this.notices.say($localize`Your profile is saved.`);
  }
}
