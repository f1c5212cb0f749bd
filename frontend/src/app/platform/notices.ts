import { inject, Service } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { asProblem } from './problem';

const GLANCE_MS = 5_000;
/** Long enough to read a sentence and reach for the button. */
const ACTION_MS = 10_000;

/** Short words at the foot of the screen after an action, announced politely. */
@Service()
export class Notices {
  private readonly snackBar = inject(MatSnackBar);

  say(message: string): void {
    this.snackBar.open(message, undefined, { duration: GLANCE_MS, politeness: 'polite' });
  }

  /** What can be taken back offers it here instead of asking beforehand. */
  offer(message: string, action: string, react: () => void): void {
    const shown = this.snackBar.open(message, action, { duration: ACTION_MS, politeness: 'polite' });
    shown.onAction().subscribe(react);
  }

  /** A failure that has no field and no page of its own to stand on. */
  fail(error: unknown): void {
    this.snackBar.open(asProblem(error).words, $localize`Close`, { duration: ACTION_MS, politeness: 'assertive' });
  }
}
