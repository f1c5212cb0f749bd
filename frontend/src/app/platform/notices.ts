import { inject, Service } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ActionNotice, type ActionNoticeData } from './action-notice';
import { asProblem } from './problem';

const GLANCE_MS = 5_000;
/** Long enough to read a sentence and reach for the button. */
const ACTION_MS = 10_000;
/** Long enough to notice a mistake as well. */
const UNDO_MS = 15_000;

/** Short words at the foot of the screen after an action, announced politely. */
@Service()
export class Notices {
  private readonly snackBar = inject(MatSnackBar);

  say(message: string): void {
    this.snackBar.open(message, undefined, { duration: GLANCE_MS, politeness: 'polite' });
  }

  /** A next step, beside the words that tell what was done. */
  offer(message: string, action: string, react: () => void): void {
    this.show({ message, action, lastsMs: ACTION_MS, isUndo: false }, react);
  }

  /** What can be taken back offers it here instead of asking beforehand. */
  offerUndo(message: string, react: () => void): void {
    this.show({ message, action: $localize`Undo`, lastsMs: UNDO_MS, isUndo: true }, react);
  }

  /** A failure that has no field and no page of its own to stand on. */
  fail(error: unknown): void {
    this.snackBar.open(asProblem(error).words, $localize`Close`, { duration: ACTION_MS, politeness: 'assertive' });
  }

  private show(data: ActionNoticeData, react: () => void): void {
    const shown = this.snackBar.openFromComponent<ActionNotice, ActionNoticeData>(ActionNotice, {
      data,
      politeness: 'polite',
    });
    shown.onAction().subscribe(react);
  }
}
