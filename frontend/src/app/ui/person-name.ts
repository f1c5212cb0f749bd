import { Component, input } from '@angular/core';
import { Avatar } from './avatar';

/** A person in a list: initials and name. */
@Component({
  selector: 'dh-person-name',
  imports: [Avatar],
  template: `<dh-avatar [name]="name()" /><span class="name" dir="auto">{{ name() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-inline-size: 0;
      max-inline-size: 100%;
      --dh-avatar-size: 24px;
    }
    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class PersonName {
  readonly name = input.required<string>();
}
