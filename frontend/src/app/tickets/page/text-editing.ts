import { computed, ElementRef, inject, signal } from '@angular/core';
import { LIMITS } from '@deskhand/shared';
import { asProblem } from '../../platform/problem';
import { isFocusWithin } from '../../ui/where-the-focus-is';
import { Drafts } from '../model/drafts';
import { OpenTicket } from './open-ticket';

/**
 * One text of a ticket while it is edited. What was typed is kept until it is saved, or given up in so many words.
 * Made by the component that holds its field and the pencil that opens it, between which the focus goes to and fro.
 */
export class TextEditing {
  private readonly open = inject(OpenTicket);
  private readonly drafts = inject(Drafts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly draft = computed(() => this.drafts.of(`ticket:${this.open.id()}:${this.field}`));
  private readonly present = computed(() => this.open.ticket()?.[this.field] ?? '');
  /** Another ticket on the same page is not what was being edited. */
  private readonly openFor = signal<string | null>(null);
  /** How it stood when the editing began. */
  private readonly base = signal('');

  readonly isOpen = computed(() => this.openFor() !== null && this.openFor() === this.open.id());
  readonly text = signal('');
  readonly isSaving = signal(false);
  readonly failure = signal<string | null>(null);
  /** Begun before, left, and now back. */
  readonly isRestored = signal(false);
  /** What somebody else made of it since, or null. */
  readonly theirs = computed(() => {
    const present = this.present();
    return this.isOpen() && present !== this.base() && present !== this.text() ? present : null;
  });

  /** Which words of somebody else the writer was told of before he replaces them. */
  private told: string | null = null;

  constructor(
    private readonly field: 'subject' | 'description',
    private readonly said: (number: number) => string,
  ) {}

  begin(): void {
    const kept = this.draft().text();
    this.base.set(this.present());
    this.isRestored.set(kept !== '' && kept !== this.present());
    this.text.set(this.isRestored() ? kept : this.present());
    this.failure.set(null);
    this.openFor.set(this.open.id());
    setTimeout(() => {
      const field = this.fieldElement();
      if (field instanceof HTMLInputElement) field.select();
      else field?.focus();
    });
  }

  type(text: string): void {
    this.text.set(text);
    this.failure.set(null);
    this.draft().write(text === this.base() ? '' : text);
  }

  /** Back to how it stands now. */
  discard(): void {
    this.draft().clear();
    this.isRestored.set(false);
    this.failure.set(null);
    this.base.set(this.present());
    this.text.set(this.present());
  }

  /** Closes it; changes are kept. */
  leave(): void {
    this.openFor.set(null);
    if (!isFocusWithin(this.host)) return;
    setTimeout(() => {
      this.host.querySelector<HTMLElement>('.pencil')?.focus();
    });
  }

  /** Closes it as well; typing goes on where that failed. */
  async save(): Promise<void> {
    if (!(await this.isSaved()) && isFocusWithin(this.host)) this.fieldElement()?.focus();
  }

  private async isSaved(): Promise<boolean> {
    if (this.isSaving()) return false;
    this.failure.set(wrongIn(this.text().trim(), LIMITS[this.field]));
    if (this.failure() === null && this.theirs() !== null && this.theirs() !== this.told) {
      this.told = this.theirs();
      this.failure.set($localize`Somebody edited this while you did. Look at both; saving again replaces theirs.`);
    }
    if (this.failure() !== null) return false;
    this.isSaving.set(true);
    try {
      return await this.send();
    } catch (error) {
      const problem = asProblem(error);
      this.failure.set(problem.facts.errors[0]?.detail ?? problem.words);
      return false;
    } finally {
      this.isSaving.set(false);
    }
  }

  private async send(): Promise<boolean> {
    const isChanged = this.text().trim() !== this.present();
    const said = this.said(this.open.ticket()?.number ?? 0);
    if (isChanged && (await this.open.edit({ [this.field]: this.text() }, { said })) !== 'done') {
      this.told = this.theirs();
      return false;
    }
    this.discard();
    this.leave();
    return true;
  }

  private fieldElement(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.host.querySelector('input, textarea');
  }
}

function wrongIn(text: string, { min, max }: { readonly min: number; readonly max: number }): string | null {
  if (text === '') return $localize`Write something first.`;
  if (Array.from(text).length < min) return $localize`Use at least ${min}:count: characters.`;
  return text.length > max ? $localize`Shorten this to ${max}:count: characters.` : null;
}
