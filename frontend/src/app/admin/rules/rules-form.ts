import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { sendForm } from '../../platform/form-problems';
import { Notices } from '../../platform/notices';
import { FORM_FIELD } from '../../ui/form-field';
import { FormSummary } from '../../ui/form-summary';
import { ProblemForm } from '../../ui/problem-form';
import { SaveBar } from '../settings/save-bar';
import { type Settings, SettingsApi } from '../settings/settings-api';
import { unsaved } from '../settings/unsaved';
import { NumberField } from './number-field';
import { UnconfirmedChoice } from './unconfirmed-choice';
import { rulesModelOf, rulesOfRules, settingsChangeOf } from './rules-model';

@Component({
  selector: 'dh-rules-form',
  imports: [
    ...[FormField, FormSummary, MatCheckbox, MatError, FORM_FIELD, MatHint, MatInput, MatLabel],
    ...[MatRadioButton, MatRadioGroup, NumberField, ProblemForm, SaveBar, UnconfirmedChoice],
  ],
  templateUrl: './rules-form.html',
  styleUrl: '../settings/settings-form.scss',
})
export class RulesForm {
  private readonly api = inject(SettingsApi);
  private readonly notices = inject(Notices);

  readonly settings = input.required<Settings>();
  readonly saved = output<Settings>();

  protected readonly edited = unsaved(
    'rules',
    computed(() => rulesModelOf(this.settings())),
  );
  protected readonly form = form(this.edited.model, rulesOfRules, {
    submission: { action: (fields) => sendForm(fields, () => this.send()) },
  });

  private async send(): Promise<void> {
    const settings = await this.api.change(settingsChangeOf(this.edited.changes()));
    this.edited.arrived();
    this.saved.emit(settings);
    this.form().reset();
    this.notices.say($localize`The settings are saved and in effect.`);
  }
}
