import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { type StatusFacts, StatusWords } from '../../platform/status-words';
import { Failure } from '../../ui/failure';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { STATUSES_URL } from './status-api';
import { StatusForm } from './status-form';

@Component({
  selector: 'dh-statuses-page',
  imports: [Failure, PageHeader, Skeleton, StatusForm],
  template: `
    <dh-page-header
      heading="Statuses"
      i18n-heading
      lead="Other words for a status, for everybody and everywhere. What a status does stays as it is."
      i18n-lead
    />
    @if (list.error(); as error) {
      <dh-failure [error]="error" (retry)="list.reload()" />
    } @else if (list.hasValue()) {
      <dh-status-form [statuses]="list.value().items" (saved)="take($event)" />
    } @else {
      <dh-skeleton [rows]="7" [height]="56" />
    }
  `,
})
export class StatusesPage {
  private readonly words = inject(StatusWords);
  protected readonly list = httpResource<{ readonly items: readonly StatusFacts[] }>(() => STATUSES_URL);

  protected take(items: readonly StatusFacts[]): void {
    this.list.set({ items });
    this.words.take(items);
  }
}
