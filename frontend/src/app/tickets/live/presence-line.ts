import { Component, computed, inject } from '@angular/core';
import { Avatar } from '../../ui/avatar';
import { presenceWords } from './presence-words';
import { TicketPresence } from './ticket-presence';

/** More than that are counted. */
const NAMED = 3;

/** Who else is at the ticket, for staff: those who answer it first. */
@Component({
  selector: 'dh-presence-line',
  imports: [Avatar],
  host: { role: 'status' },
  template: `
    @for (person of named(); track person.id) {
      <span class="person" [class.answering]="person.state === 'answering'" [attr.title]="person.words">
        <dh-avatar [name]="person.name" />
        <span class="words">{{ person.words }}</span>
      </span>
    }
    @if (more() > 0) {
      <span i18n>and {{ more() }} more</span>
    }
  `,
  styleUrl: './presence-line.scss',
})
export class PresenceLine {
  private readonly presence = inject(TicketPresence);
  private readonly people = computed(() =>
    [...this.presence.others()].sort((one, other) => one.state.localeCompare(other.state)),
  );
  protected readonly named = computed(() =>
    this.people()
      .slice(0, NAMED)
      .map((person) => ({ ...person, words: presenceWords(person) })),
  );
  protected readonly more = computed(() => this.people().length - this.named().length);
}
