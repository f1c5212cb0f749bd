import { httpResource } from '@angular/common/http';
import { Component, computed, effect, input, linkedSignal, model, signal } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { MatAutocomplete, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatOption } from '@angular/material/core';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { components } from '@deskhand/shared/api';
import { kept } from '../platform/kept';
import type { PageOf } from '../platform/page-of';
import { FORM_FIELD } from './form-field';

type PersonRef = components['schemas']['PersonRefDto'];

const PAUSE_MS = 200;
const OFFERED = 8;

/** Finds a person by a part of the name or mail address. What was typed without choosing names nobody. */
@Component({
  selector: 'dh-person-picker',
  imports: [MatAutocomplete, MatAutocompleteTrigger, MatError, FORM_FIELD, MatHint, MatInput, MatLabel, MatOption],
  templateUrl: './person-picker.html',
  styles: `
    mat-form-field {
      inline-size: 100%;
    }
    .mail {
      display: block;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      overflow-wrap: anywhere;
    }
  `,
})
export class PersonPicker implements FormValueControl<PersonRef | null> {
  readonly value = model<PersonRef | null>(null);
  readonly touched = model(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly disabled = input(false);
  readonly label = input.required<string>();
  readonly hint = input('');
  /** What to do where nobody is found. */
  readonly whenNobody = input('');
  /** Comma-separated; empty offers everybody. */
  readonly roles = input('');
  /** Whether people whose account is disabled are offered too. */
  readonly withDisabled = input(false);

  protected readonly typed = linkedSignal(() => this.value()?.name ?? '');
  private readonly query = signal('');
  private readonly isOpened = signal(false);
  /** Something was typed, and nobody chosen for it. */
  protected readonly isDropped = signal(false);
  private readonly list = httpResource<PageOf<PersonRef>>(() =>
    this.isOpened()
      ? {
          url: '/api/v1/users',
          params: {
            limit: OFFERED,
            ...(this.withDisabled() ? {} : { disabled: 'false' }),
            ...(this.query() === '' ? {} : { q: this.query() }),
            ...(this.roles() === '' ? {} : { role: this.roles() }),
          },
        }
      : undefined,
  );
  private readonly page = kept(this.list);
  protected readonly people = computed(() => this.page()?.items ?? []);
  protected readonly findsNobody = computed(
    () => this.isOpened() && this.page()?.items.length === 0 && !this.list.isLoading(),
  );
  protected readonly hasFailed = computed(() => this.list.error() !== undefined);

  constructor() {
    effect((onCleanup) => {
      const wanted = this.typed().trim();
      const timer = setTimeout(() => {
        this.query.set(wanted === this.value()?.name ? '' : wanted);
      }, PAUSE_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  protected open(): void {
    this.isOpened.set(true);
  }

  protected type(text: string): void {
    this.isDropped.set(false);
    this.typed.set(text);
    if (this.value() !== null && text !== this.value()?.name) {
      this.value.set(null);
      // The value's change would put its empty name over what is being typed.
      this.typed.set(text);
    }
  }

  /** Leaving without a choice: the field goes back to what it stands for, and says so. */
  protected settle(): void {
    this.touched.set(true);
    const name = this.value()?.name ?? '';
    if (this.typed().trim() === name) return;
    this.isDropped.set(true);
    this.typed.set(name);
  }

  protected choose(person: PersonRef): void {
    this.isDropped.set(false);
    this.value.set(person);
  }

  protected readonly nameOf = (person: PersonRef | string | null): string =>
    typeof person === 'string' ? person : (person?.name ?? '');
}
