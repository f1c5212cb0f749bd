import { DOCUMENT } from '@angular/common';
import { effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Organisation } from './organisation';

/**
 * Gives each page its title, and after a navigation says it aloud and moves the focus to the page's beginning: without
 * a page load a screen reader would notice neither. A change of the query alone (a filter, a sort) is no new page.
 */
@Service({ autoProvided: false })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly document = inject(DOCUMENT);
  private readonly organisation = inject(Organisation);
  private readonly page = signal<string | null>(null);
  private readonly spoken = signal('');
  private shownPath: string | null = null;

  /** What a live region of the app says. The CDK's announcer would do, but weighs more than the front page itself. */
  readonly announcement = this.spoken.asReadonly();

  constructor() {
    super();
    // The organisation's name may come after the page.
    effect(() => this.write());
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const title = this.buildTitle(snapshot);
    this.name(title ?? null);
    const path = snapshot.url.replace(/[?#].*$/, '');
    const isFirst = this.shownPath === null;
    if (path === this.shownPath) return;
    this.shownPath = path;
    if (isFirst) return;
    this.document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    this.spoken.set(title ?? '');
  }

  /** For pages whose title is known only once their data is here, such as a ticket. */
  name(title: string | null): void {
    this.page.set(title);
    this.write();
  }

  private write(): void {
    const [page, name] = [this.page(), this.organisation.name()];
    this.title.setTitle(page === null ? name : `${page} · ${name}`);
  }
}
