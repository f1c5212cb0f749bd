import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import { isFocusWithin } from '../../ui/where-the-focus-is';
import { commentEditDraftName } from '../model/draft-names';
import { Drafts } from '../model/drafts';
import type { Comment } from '../model/ticket';
import { CommentField } from './comment-field';
import { wrongIn } from './comment-rules';
import { OpenTicket } from './open-ticket';

/** A reply or a note while its author changes it, in its place. What he types is kept until it is saved or given up. */
@Component({
  selector: 'dh-comment-editor',
  imports: [CommentField, MatButton, MatIcon],
  host: { '[class.note]': 'comment().internal' },
  templateUrl: './comment-editor.html',
  styleUrls: ['./writing-box.scss', './comment-editor.scss'],
})
export class CommentEditor {
  private readonly open = inject(OpenTicket);
  private readonly drafts = inject(Drafts);
  private readonly notices = inject(Notices);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild.required(CommentField);

  readonly comment = input.required<Comment>();
  /** Saved, or given up. */
  readonly left = output();

  private readonly draft = computed(() => this.drafts.of(commentEditDraftName(this.comment().id)));
  private readonly isTouched = signal(false);
  /** An emptied field is what somebody typed as well. */
  protected readonly text = computed(() => {
    const typed = this.draft().text();
    return typed === '' && !this.isTouched() ? this.comment().body : typed;
  });
  /** How it stood when the editing began. */
  private readonly base = linkedSignal({
    source: () => this.comment().id,
    computation: () => untracked(() => this.comment().body),
  });
  /** What became of it since, in another tab or under a colleague's hands on the same screen; or null. */
  protected readonly theirs = computed(() => {
    const { body } = this.comment();
    return body !== '' && body !== this.base() && body !== this.text() ? body : null;
  });
  /** Which of that its writer was told of before he replaces it. */
  private told: string | null = null;
  protected readonly label = computed(() =>
    this.comment().internal ? $localize`Edit the internal note` : $localize`Edit the reply`,
  );
  protected readonly isSaving = signal(false);
  protected readonly failure = signal<string | null>(null);

  constructor() {
    afterNextRender(() => {
      this.field().focus();
    });
  }

  protected type(text: string): void {
    this.isTouched.set(true);
    this.draft().write(text);
    this.failure.set(null);
  }

  /** What is as it was can be left by a mere Escape. */
  protected escape(): void {
    if (this.text() === this.comment().body) this.leave();
  }

  protected leave(): void {
    this.draft().clear();
    this.left.emit();
  }

  protected async save(): Promise<void> {
    if (this.isSaving()) return;
    const [text, { id, internal }] = [this.text(), this.comment()];
    this.failure.set(wrongIn(text) ?? this.newsOf(this.theirs()));
    if (this.failure() !== null) {
      this.field().focus();
      return;
    }
    this.isSaving.set(true);
    try {
      await this.open.changeComment((api, ticketId) => api.editComment(ticketId, id, text));
      this.notices.say(internal ? $localize`Your internal note is changed.` : $localize`Your reply is changed.`);
      this.leave();
    } catch (error) {
      this.failure.set(asProblem(error).words);
      if (isFocusWithin(this.host)) this.field().focus();
    } finally {
      this.isSaving.set(false);
    }
  }

  /** Said once; whoever saves again knows what he replaces. */
  private newsOf(theirs: string | null): string | null {
    if (theirs === null || theirs === this.told) return null;
    this.told = theirs;
    return $localize`It was changed while you wrote. Look at both; saving again replaces what is there.`;
  }
}
