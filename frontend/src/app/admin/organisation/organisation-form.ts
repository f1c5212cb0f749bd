import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LIMITS } from '@deskhand/shared';
import { sendForm } from '../../platform/form-problems';
import { atMost } from '../../platform/form-rules';
import { Notices } from '../../platform/notices';
import { FORM_FIELD } from '../../ui/form-field';
import { FormSummary } from '../../ui/form-summary';
import { languageChoices, timeZoneChoices } from '../../ui/place-choices';
import { ProblemForm } from '../../ui/problem-form';
import { SaveBar } from '../settings/save-bar';
import { type Settings, SettingsApi } from '../settings/settings-api';
import { unsaved } from '../settings/unsaved';

const { name: NAME, supportHours: HOURS, supportContact: CONTACT } = LIMITS.organisation;

@Component({
  selector: 'dh-organisation-form',
  imports: [FormField, FormSummary, MatError, FORM_FIELD, MatHint, MatInput, MatLabel, ProblemForm, SaveBar],
  templateUrl: './organisation-form.html',
  styleUrl: '../settings/settings-form.scss',
})
export class OrganisationForm {
  private readonly api = inject(SettingsApi);
  private readonly notices = inject(Notices);

  readonly settings = input.required<Settings>();
  readonly saved = output<Settings>();

  protected readonly edited = unsaved(
    'organisation',
    computed(() => {
      const { organisationName, supportHours, supportContact, language, timeZone } = this.settings();
      return {
        organisationName,
        supportHours: supportHours ?? '',
        supportContact: supportContact ?? '',
        language,
        timeZone,
      };
    }),
  );
  protected readonly languages = computed(() => languageChoices(this.settings().language));
  protected readonly timeZones = computed(() => timeZoneChoices(this.settings().timeZone));
  protected readonly form = form(
    this.edited.model,
    (path) => {
      required(path.organisationName, { message: $localize`Enter a name.` });
      atMost(path.organisationName, NAME.max);
      atMost(path.supportHours, HOURS.max);
      atMost(path.supportContact, CONTACT.max);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  private async send(): Promise<void> {
    const { supportHours, supportContact, ...changes } = this.edited.changes();
    const settings = await this.api.change({
      ...changes,
      ...(supportHours === undefined ? {} : { supportHours: supportHours.trim() || null }),
      ...(supportContact === undefined ? {} : { supportContact: supportContact.trim() || null }),
    });
    this.edited.arrived();
    this.saved.emit(settings);
    this.form().reset();
    this.notices.say($localize`The organisation is saved.`);
  }
}
