import { Component, computed, inject, Service, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import { BackToList } from '../model/back-to-list';

const PARTS = ['everything', 'conversation', 'notes', 'changes'] as const;
type TimelinePart = (typeof PARTS)[number];

const LABELS: Readonly<Record<TimelinePart, string>> = {
  everything: $localize`Everything`,
  conversation: $localize`Conversation`,
  notes: $localize`Internal notes`,
  changes: $localize`Changes`,
};

/** What of a ticket's conversation is shown. The address says it, so reload, back and the next ticket show the same. */
@Service({ autoProvided: false })
export class TimelineParts {
  private readonly router = inject(Router);
  private readonly back = inject(BackToList);

  /** As it stands in the address. */
  readonly named = signal<string | undefined>(undefined);
  readonly chosen = computed(() => PARTS.find((part) => part === this.named()) ?? 'everything');

  choose(part: TimelinePart): Promise<boolean> {
    return this.router.navigate([], {
      queryParams: { show: part === 'everything' ? null : part },
      queryParamsHandling: 'merge',
      ...this.back.inPlace(),
    });
  }
}

/** Chooses what of the conversation is shown. */
@Component({
  selector: 'dh-timeline-filter',
  imports: [MatButton, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  template: `
    <button matButton type="button" [matMenuTriggerFor]="menu">
      <mat-icon svgIcon="filter-list" />
      <span class="cdk-visually-hidden" i18n>Show of the conversation: </span>{{ labels[parts.chosen()] }}
      <mat-icon svgIcon="expand-more" iconPositionEnd />
    </button>
    <mat-menu #menu="matMenu">
      <ng-template matMenuContent>
        @for (part of all; track part) {
          <button
            mat-menu-item
            type="button"
            role="menuitemradio"
            [attr.aria-checked]="parts.chosen() === part"
            (click)="parts.choose(part)"
          >
            <mat-icon [svgIcon]="parts.chosen() === part ? 'check' : ''" /><span>{{ labels[part] }}</span>
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    :host {
      display: block;
      justify-self: end;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class TimelineFilter {
  protected readonly parts = inject(TimelineParts);
  protected readonly all = PARTS;
  protected readonly labels = LABELS;
}
