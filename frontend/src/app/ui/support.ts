import { Component, computed, inject } from '@angular/core';
import { Organisation } from '../platform/organisation';

/** When somebody answers, and how else to reach them; nothing where the organisation says neither. */
@Component({
  selector: 'dh-support',
  template: `
    @if (facts(); as facts) {
      <p class="dh-quiet dh-small">
        @if (facts.supportHours; as hours) {
          <span i18n
            >IT support answers: <bdi>{{ hours }}</bdi></span
          >
        }
        @if (facts.supportContact; as contact) {
          <span i18n
            >You can also reach them at: <bdi>{{ contact }}</bdi></span
          >
        }
      </p>
    }
  `,
  styles: `
    p {
      display: grid;
      gap: 4px;
      max-inline-size: var(--dh-text-width);
      overflow-wrap: anywhere;
    }
  `,
})
export class Support {
  private readonly organisation = inject(Organisation);

  protected readonly facts = computed(() => {
    const facts = this.organisation.facts();
    return facts?.supportHours || facts?.supportContact ? facts : null;
  });
}
