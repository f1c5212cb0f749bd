import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatError, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LIMITS, phaseOf, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { sendForm } from '../../platform/form-problems';
import { atMost } from '../../platform/form-rules';
import { Notices } from '../../platform/notices';
import type { StatusFacts } from '../../platform/status-words';
import { FORM_FIELD } from '../../ui/form-field';
import { FormSummary } from '../../ui/form-summary';
import { ProblemForm } from '../../ui/problem-form';
import { StatusChip } from '../../ui/status-chip';
import { defaultStatusLabel } from '../../ui/status-label';
import { SaveBar } from '../settings/save-bar';
import { unsaved } from '../settings/unsaved';
import { StatusApi } from './status-api';

type Labels = Readonly<Record<StatusCode, string>>;

/** One row for each status: how it looks, its own words, and the words that stand without them. */
@Component({
  selector: 'dh-status-form',
  imports: [FormField, FormSummary, MatError, FORM_FIELD, MatInput, MatLabel, ProblemForm, SaveBar, StatusChip],
  templateUrl: './status-form.html',
  styleUrl: './status-form.scss',
})
export class StatusForm {
  private readonly api = inject(StatusApi);
  private readonly notices = inject(Notices);

  readonly statuses = input.required<readonly StatusFacts[]>();
  readonly saved = output<readonly StatusFacts[]>();

  protected readonly rows = STATUS_CODES.map((code) => ({
    code,
    phase: phaseOf(code),
    standard: defaultStatusLabel(code),
  }));
  protected readonly edited = unsaved<Labels>(
    'statuses',
    computed(() => {
      const chosen = new Map(this.statuses().map(({ code, label }) => [code, label]));
      return Object.fromEntries(STATUS_CODES.map((code) => [code, chosen.get(code) ?? ''])) as Labels;
    }),
  );
  protected readonly form = form(
    this.edited.model,
    (path) => {
      for (const code of STATUS_CODES) atMost(path[code], LIMITS.statusLabel.max);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  protected wordsOf(code: StatusCode): string {
    return this.edited.model()[code].trim() || defaultStatusLabel(code);
  }

  private async send(): Promise<void> {
    const changes = Object.entries(this.edited.changes()) as [StatusCode, string][];
    const items = changes.map(([code, label]) => ({ code, label: label.trim() || null }));
    const statuses = await this.api.relabel(items);
    this.edited.arrived();
    this.saved.emit(statuses);
    this.form().reset();
    this.notices.say($localize`The words of the statuses are saved.`);
  }
}
