import { computed, inject, linkedSignal, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Subject } from 'rxjs';
import { currentUrl, pathOf } from '../../platform/current-url';
import { Session } from '../../platform/session';

/** What is typed into the search field, and where it leads. */
@Service({ autoProvided: false })
export class SearchText {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly url = currentUrl();
  /** Where the hits stand: what an employee sees is what is his own. */
  private readonly list = computed(() => (this.session.isStaff() ? '/queue' : '/tickets'));
  private readonly wish = linkedSignal({ source: this.url, computation: () => '' });
  private readonly leaving = new Subject<void>();

  readonly typed = linkedSignal(() => searchedAt(this.url(), this.list()));
  /** What hits are wished for; nothing before somebody types, and on the next page. */
  readonly wanted = this.wish.asReadonly();
  /** On a phone, where it takes the whole bar. */
  readonly isOpen = signal(false);
  readonly left = this.leaving.asObservable();

  type(text: string): void {
    this.typed.set(text);
    this.wish.set(text.trim() === '' ? '' : text);
  }

  close(): void {
    this.isOpen.set(false);
  }

  /** To all hits for this text. */
  leaveFor(text: string): void {
    const q = text.trim();
    this.wish.set('');
    this.leaving.next();
    this.close();
    if (q !== '') void this.router.navigate([this.list()], { queryParams: { q } });
  }
}

function searchedAt(url: string, list: string): string {
  return pathOf(url) === list ? (new URLSearchParams(url.split('?')[1]?.split('#')[0]).get('q') ?? '') : '';
}
