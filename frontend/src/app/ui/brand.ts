import { Component, inject } from '@angular/core';
import { Organisation } from '../platform/organisation';
import { Logo } from './logo';

/** The organisation's mark and name; until it has its own, the product's. */
@Component({
  selector: 'dh-brand',
  imports: [Logo],
  template: `
    @if (organisation.logoUrl(); as url) {
      <img [src]="url" alt="" />
    } @else {
      <dh-logo />
    }
    <span class="name" dir="auto">{{ organisation.name() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-inline-size: 0;
    }
    img {
      flex: none;
      max-inline-size: 96px;
      block-size: var(--dh-brand-mark, 28px);
      object-fit: contain;
    }
    dh-logo {
      flex: none;
      inline-size: var(--dh-brand-mark, 28px);
      block-size: var(--dh-brand-mark, 28px);
    }
    .name {
      display: var(--dh-brand-name, inline);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class Brand {
  protected readonly organisation = inject(Organisation);
}
