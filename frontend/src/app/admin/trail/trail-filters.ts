import { httpResource } from '@angular/common/http';
import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Params } from '@angular/router';
import type { components } from '@deskhand/shared/api';
import { textIn, toggledIn } from '../../platform/query-params';
import { PersonPicker } from '../../ui/person-picker';
import { ListFilters } from '../frame/list-filters';
import { KIND_GROUPS, type KindGroup } from './kind-groups';
import { KIND_WORDS } from './kind-words';
import type { TrailEntry } from './trail-api';
import { trailChips } from './trail-chips';
import { kindsIn } from './trail-query';
import { TrailTimes } from './trail-times';

type PersonRef = components['schemas']['PersonRefDto'];

/** What narrows the trail. */
@Component({
  selector: 'dh-trail-filters',
  imports: [
    ...[MatButton, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
    ...[ListFilters, PersonPicker, TrailTimes],
  ],
  templateUrl: './trail-filters.html',
})
export class TrailFilters {
  readonly params = input.required<Params>();
  /** What is shown, where things are named that the address knows by their ids. */
  readonly entries = input.required<readonly TrailEntry[]>();
  readonly narrowed = output<Params>();

  /** A name that the entries do not tell is asked for. */
  private readonly actorId = computed(() => {
    const actor = textIn(this.params(), 'actor');
    return /^[\da-f-]{36}$/i.test(actor) ? actor : undefined;
  });
  private readonly actor = httpResource<PersonRef>(() => {
    const id = this.actorId();
    return id === undefined ? undefined : `/api/v1/users/${id}`;
  });

  protected readonly groups = KIND_GROUPS;
  protected readonly toggled = toggledIn;
  protected readonly kindWords = KIND_WORDS;
  protected readonly kinds = computed<ReadonlySet<string>>(() => new Set(kindsIn(this.params())));
  protected readonly isSystem = computed(() => textIn(this.params(), 'actor') === 'system');
  /** The field stands for a choice to be made: what was chosen is a chip. */
  protected readonly nobody = linkedSignal<unknown, PersonRef | null>({ source: this.params, computation: () => null });
  protected readonly chips = computed(() =>
    trailChips(this.params(), {
      actor: this.actor.hasValue() ? this.actor.value().name : null,
      entries: this.entries(),
    }),
  );

  protected chooseActor(person: PersonRef | null): void {
    if (person) this.narrowed.emit({ actor: person.id });
  }

  protected holdsAll({ kinds }: KindGroup): boolean {
    return kinds.every((kind) => this.kinds().has(kind));
  }

  protected toggleAll(group: KindGroup): void {
    const others = [...this.kinds()].filter((kind) => !group.kinds.some((own) => own === kind));
    const kinds = this.holdsAll(group) ? others : [...others, ...group.kinds];
    this.narrowed.emit({ kind: kinds.join(',') || null });
  }
}
