import { Component, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';

/** Takes one file, dropped or chosen. */
@Component({
  selector: 'dh-file-choice',
  imports: [MatButton, MatIcon],
  template: `
    <div
      class="zone"
      [class.over]="isOver()"
      (dragover)="over($event)"
      (dragleave)="isOver.set(false)"
      (drop)="drop($event)"
    >
      <mat-icon svgIcon="upload" />
      <p>
        @if (name(); as chosen) {
          <strong>{{ chosen }}</strong>
        } @else {
          <ng-container i18n>Drop a CSV file here: .csv or .csv.gz, up to 200 MB</ng-container>
        }
      </p>
      <button [matButton]="name() ? 'text' : 'filled'" type="button" [disabled]="disabled()" (click)="field.click()">
        @if (name()) {
          <ng-container i18n>Choose another file</ng-container>
        } @else {
          <ng-container i18n>Choose a file</ng-container>
        }
      </button>
      <input
        #field
        type="file"
        class="cdk-visually-hidden"
        tabindex="-1"
        aria-label="CSV file"
        i18n-aria-label
        accept=".csv,.tsv,.txt,.gz,text/csv,application/gzip"
        (change)="choose(field)"
      />
    </div>
  `,
  styles: `
    .zone {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      padding: 16px;
      border: 1px dashed var(--mat-sys-outline);
      border-radius: 12px;
    }
    .over {
      background: var(--mat-sys-surface-container-high);
    }
    mat-icon {
      color: var(--mat-sys-on-surface-variant);
    }
    p {
      flex: 1 1 200px;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class FileChoice {
  readonly name = input<string>();
  readonly disabled = input(false);
  readonly chosen = output<File>();

  protected readonly isOver = signal(false);

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(!this.disabled());
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    const file = event.dataTransfer?.files.item(0);
    if (file && !this.disabled()) this.chosen.emit(file);
  }

  protected choose(field: HTMLInputElement): void {
    const file = field.files?.item(0);
    // Emptied, so that the same file can be chosen again after it was changed.
    field.value = '';
    if (file) this.chosen.emit(file);
  }
}
