import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { valueChangesIn } from './field-words';
import { KIND_WORDS } from './kind-words';
import type { TrailEntry } from './trail-api';

const DAY_MS = 86_400_000;

/** Everything that an entry says, with ways to those that belong to it. */
@Component({
  selector: 'dh-trail-details',
  imports: [RouterLink],
  templateUrl: './trail-details.html',
  styleUrl: './trail-details.scss',
})
export class TrailDetails {
  readonly entry = input.required<TrailEntry>();

  protected readonly label = computed(() => KIND_WORDS[this.entry().kind].label);
  protected readonly changes = computed(() =>
    this.entry().kind === 'settings.changed' ? valueChangesIn(this.entry()) : [],
  );
  protected readonly payload = computed(() => {
    const { payload } = this.entry();
    return Object.keys(payload).length === 0 ? null : JSON.stringify(payload, null, 2);
  });
  protected readonly isPerson = computed(() => this.entry().subject.type === 'person');
  protected readonly person = computed(() => ({ q: this.entry().subject.name }));
  protected readonly ofSubject = computed(() => ({ subject: this.entry().subject.id }));
  protected readonly ofActor = computed(() => ({ actor: this.entry().actor?.id ?? 'system' }));
  /** A day around it, for what has no index is looked for in a bounded time. */
  protected readonly ofRequest = computed(() => this.around({ requestId: this.entry().requestId }));
  protected readonly ofBulk = computed(() => this.around({ bulkId: this.entry().bulkId }));

  private around(filter: Params): Params {
    const at = Date.parse(this.entry().at);
    const moment = (days: number): string => new Date(at + days * DAY_MS).toISOString();
    return { ...filter, from: moment(-1), to: moment(1) };
  }
}
