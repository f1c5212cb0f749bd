import { Component, computed, ElementRef, inject, LOCALE_ID, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { Notices } from '../../platform/notices';
import { onShortcuts } from '../../platform/shortcuts/shortcuts';
import { totalInWords } from '../../ui/keyset-pager';
import { wholeNumber } from '../../ui/whole-number';
import { BackToList } from '../model/back-to-list';
import { TicketWalk } from '../model/ticket-walk';
import { OpenTicket } from './open-ticket';

/** On to the earlier or the later ticket of the list that one came from; the way back stays that list. */
@Component({
  selector: 'dh-ticket-walk',
  imports: [MatIcon, MatIconButton],
  template: `
    @if (place(); as place) {
      <nav [attr.aria-label]="label()">
        <button
          matIconButton
          type="button"
          aria-label="Earlier ticket"
          i18n-aria-label
          [disabled]="!place.hasEarlier || isGoing()"
          disabledInteractive
          (click)="press($event, -1)"
        >
          <mat-icon svgIcon="chevron-left" />
        </button>
        <span class="label">{{ place.label }}</span>
        <span class="dh-figures">{{ position() }}</span>
        <button
          matIconButton
          type="button"
          aria-label="Later ticket"
          i18n-aria-label
          [disabled]="!place.hasLater || isGoing()"
          disabledInteractive
          (click)="press($event, 1)"
        >
          <mat-icon svgIcon="chevron-right" />
        </button>
      </nav>
    }
  `,
  styleUrl: './ticket-walk-bar.scss',
})
export class TicketWalkBar {
  private readonly open = inject(OpenTicket);
  private readonly walk = inject(TicketWalk);
  private readonly back = inject(BackToList);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly locale = inject(LOCALE_ID);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly place = computed(() => this.walk.placeOf(this.open.id()));
  protected readonly label = computed(() => $localize`Tickets of “${this.place()?.label ?? ''}:list:”`);
  /** Such as `3/17`. */
  protected readonly position = computed(() => {
    const place = this.place();
    if (!place) return '';
    const at = wholeNumber(place.at, this.locale);
    return place.total ? `${at}/${totalInWords(place.total, this.locale, place.at)}` : at;
  });
  protected readonly isGoing = signal(false);

  constructor() {
    onShortcuts({
      'ticket.next': { run: () => void this.go(1), isPossible: () => this.place()?.hasLater === true },
      'ticket.previous': { run: () => void this.go(-1), isPossible: () => this.place()?.hasEarlier === true },
    });
  }

  /** The focus stays where it was pressed, though the page around it is another one. */
  protected async press({ currentTarget }: Event, step: -1 | 1): Promise<void> {
    await this.go(step);
    if (currentTarget instanceof HTMLElement && this.host.contains(currentTarget)) currentTarget.focus();
  }

  private async go(step: -1 | 1): Promise<void> {
    if (this.isGoing()) return;
    this.isGoing.set(true);
    try {
      const id = await this.walk.besides(this.open.id(), step);
      if (id !== null)
        await this.router.navigate(['/tickets', id], { ...this.back.inPlace(), queryParamsHandling: 'preserve' });
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isGoing.set(false);
    }
  }
}
