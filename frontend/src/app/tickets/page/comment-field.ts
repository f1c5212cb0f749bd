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
import { MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Session } from '../../platform/session';
import { FORM_FIELD } from '../../ui/form-field';
import { applyEdit } from '../../ui/markdown/apply-edit';
import { MarkdownField } from '../../ui/markdown/markdown-field';
import { MarkdownKeys } from '../../ui/markdown/markdown-keys';
import type { TextEdit } from '../../ui/markdown/text-edit';
import { Staff } from '../model/staff';
import { insertingSnippet, insertion, type SnippetQuery, snippetQueryAt, snippetsFor } from '../snippets/snippet-query';
import { TicketSnippets } from '../snippets/ticket-snippets';
import { mentioning, type MentionQuery, mentionQueryAt, offeredFor } from './mention-query';

/** What somebody began to type that a list can end. */
type Begun =
  { readonly of: 'people'; readonly query: MentionQuery } | { readonly of: 'snippets'; readonly query: SnippetQuery };

/** What is offered for it, and what then becomes of the text. */
interface Offer {
  readonly id: string;
  readonly name: string;
  readonly details: string;
  readonly edit: TextEdit;
}

/** Where a reply or a note is written, new or once more; in notes `@` offers the staff, and a `/` begins a snippet. */
@Component({
  selector: 'dh-comment-field',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, MarkdownField, MarkdownKeys, FORM_FIELD, MatInput, MatLabel],
  templateUrl: './comment-field.html',
  styleUrl: './comment-field.scss',
})
export class CommentField {
  private readonly staff = inject(Staff);
  private readonly session = inject(Session);
  private readonly snippets = inject(TicketSnippets);
  private readonly editor = viewChild.required(MarkdownField);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly id = inject(_IdGenerator).getId('dh-offers-');

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
  private readonly begun = signal<Begun | null>(null);
  protected readonly offered = computed((): readonly Offer[] => {
    const begun = this.begun();
    if (begun === null) return [];
    return begun.of === 'people' ? this.peopleFor(begun.query) : this.snippetsFor(begun.query);
  });
  protected readonly hasLists = computed(() => this.mentions() || this.snippets.areUsed());
  protected readonly isOffering = computed(() => this.offered().length > 0);
  /** Which of them the keys choose: the first, whenever others are offered. */
  protected readonly active = linkedSignal({ source: this.offered, computation: () => 0 });
  protected readonly offersPeople = computed(() => this.begun()?.of === 'people');
  protected readonly listLabel = computed(() => (this.offersPeople() ? $localize`Colleagues` : $localize`Snippets`));
  /** For who does not see the list. */
  protected readonly told = computed(() => {
    const count = this.offered().length;
    if (count === 0) return '';
    return this.offersPeople()
      ? $localize`${count}:count: colleagues offered. The arrow keys choose, Enter takes, Escape closes.`
      : $localize`${count}:count: snippets offered. The arrow keys choose, Enter takes, Escape closes.`;
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

  /** Puts a text where the caret stands, in place of what is selected. */
  insert(text: string): void {
    this.editor().write();
    const field = this.field().nativeElement;
    field.focus();
    applyEdit(field, insertion(field.selectionStart, field.selectionEnd, text));
  }

  /** Looks whether something is begun where the caret stands that can be offered. */
  protected look({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): void {
    this.begun.set(selectionStart === selectionEnd ? this.begunIn(value, selectionStart) : null);
    if (this.offersPeople()) this.staff.load();
    else if (this.begun()) this.snippets.need();
  }

  /** Moving the caret may leave it, or come back to it. */
  protected lookAgain({ key }: KeyboardEvent, field: HTMLTextAreaElement): void {
    if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) this.look(field);
  }

  protected close(): void {
    this.begun.set(null);
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
  protected choose(event: Event, field: HTMLTextAreaElement, { edit }: Offer): void {
    event.preventDefault();
    applyEdit(field, edit);
    this.close();
  }

  private begunIn(text: string, caret: number): Begun | null {
    const mention = this.mentions() ? mentionQueryAt(text, caret) : null;
    if (mention) return { of: 'people', query: mention };
    const snippet = this.snippets.areUsed() ? snippetQueryAt(text, caret) : null;
    return snippet && { of: 'snippets', query: snippet };
  }

  private peopleFor(query: MentionQuery): Offer[] {
    const me = this.session.me()?.id;
    const others = this.mentionable().filter(({ id }) => id !== me);
    return offeredFor(query, others).map((person) => ({
      ...{ id: person.id, name: person.name, details: person.email ?? '', edit: mentioning(query, person) },
    }));
  }

  private snippetsFor(query: SnippetQuery): Offer[] {
    return snippetsFor(query, this.snippets.all() ?? []).map((snippet) => ({
      ...{ id: snippet.id, name: snippet.name, details: snippet.text, edit: insertingSnippet(query, snippet) },
    }));
  }

  private pressInList(event: KeyboardEvent, field: HTMLTextAreaElement): void {
    const [offered, active] = [this.offered(), this.active()];
    const chosen = offered[active];
    if (event.key === 'ArrowDown') this.active.set((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') this.active.set((active + offered.length - 1) % offered.length);
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && chosen)
      this.choose(event, field, chosen);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    // The keys are spoken for: nothing around the field hears them.
    event.stopPropagation();
  }
}
