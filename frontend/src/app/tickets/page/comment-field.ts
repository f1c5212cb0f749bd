import { _IdGenerator } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Session } from '../../platform/session';
import { applyEdit } from '../../ui/markdown/apply-edit';
import { MarkdownField } from '../../ui/markdown/markdown-field';
import { MarkdownKeys } from '../../ui/markdown/markdown-keys';
import { Staff } from '../model/staff';
import type { PersonRef } from '../model/ticket';
import { mentioning, type MentionQuery, mentionQueryAt, offeredFor } from './mention-query';

/** Where a reply or a note is written, new or once more; in notes `@` offers the staff. */
@Component({
  selector: 'dh-comment-field',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, MarkdownField, MarkdownKeys, MatFormField, MatInput, MatLabel],
  templateUrl: './comment-field.html',
  styleUrl: './comment-field.scss',
})
export class CommentField {
  private readonly staff = inject(Staff);
  private readonly session = inject(Session);
  private readonly editor = viewChild.required(MarkdownField);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly id = inject(_IdGenerator).getId('dh-mentions-');

  readonly label = input.required<string>();
  readonly text = input.required<string>();
  /** What is wrong with it. */
  readonly problem = input<string | null>(null);
  readonly readonly = input(false);
  /** Whether staff can be mentioned in it. */
  readonly mentions = input(false);
  readonly typed = output<string>();
  /** Ctrl or ⌘ with Enter. */
  readonly sent = output();

  protected readonly mentionable = computed(() => (this.mentions() ? this.staff.people() : []));
  private readonly query = signal<MentionQuery | null>(null);
  protected readonly offered = computed(() => {
    const query = this.query();
    const me = this.session.me()?.id;
    return query === null
      ? []
      : offeredFor(
          query,
          this.mentionable().filter(({ id }) => id !== me),
        );
  });
  protected readonly isOffering = computed(() => this.offered().length > 0);
  /** Which of them the keys choose: the first, whenever others are offered. */
  protected readonly active = linkedSignal({ source: this.offered, computation: () => 0 });
  /** For who does not see the list. */
  protected readonly told = computed(() => {
    const count = this.offered().length;
    return count === 0
      ? ''
      : $localize`${count}:count: colleagues offered. The arrow keys choose, Enter takes, Escape closes.`;
  });

  protected readonly positions: ConnectedPosition[] = [
    { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 8 },
    { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -8 },
  ];

  focus(): void {
    this.editor().write();
    // It may have been hidden until now.
    setTimeout(() => {
      this.field().nativeElement.focus();
    });
  }

  protected type(field: HTMLTextAreaElement): void {
    this.typed.emit(field.value);
    this.look(field);
  }

  /** Looks whether a mention is begun where the caret stands. */
  protected look({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): void {
    const query = this.mentions() && selectionStart === selectionEnd ? mentionQueryAt(value, selectionStart) : null;
    if (query) this.staff.load();
    this.query.set(query);
  }

  /** Moving the caret may leave the mention, or come back to it. */
  protected lookAgain({ key }: KeyboardEvent, field: HTMLTextAreaElement): void {
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) this.look(field);
  }

  protected close(): void {
    this.query.set(null);
  }

  protected press(event: KeyboardEvent, field: HTMLTextAreaElement): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      this.close();
      this.sent.emit();
    } else if (this.isOffering() && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing) {
      this.pressInList(event, field);
    }
  }

  /** The field keeps the focus, so nothing is blurred, nor clicked a second time. */
  protected choose(event: Event, field: HTMLTextAreaElement, person: PersonRef): void {
    event.preventDefault();
    const query = this.query();
    if (query) applyEdit(field, mentioning(query, person));
    this.close();
  }

  private pressInList(event: KeyboardEvent, field: HTMLTextAreaElement): void {
    const [people, active] = [this.offered(), this.active()];
    const chosen = people[active];
    if (event.key === 'ArrowDown') this.active.set((active + 1) % people.length);
    else if (event.key === 'ArrowUp') this.active.set((active + people.length - 1) % people.length);
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && chosen)
      this.choose(event, field, chosen);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    // The keys are spoken for: nothing around the field hears them.
    event.stopPropagation();
  }
}
