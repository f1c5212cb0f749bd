import { Component, computed, DestroyRef, ElementRef, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { attachmentUrl, fileIcon, isPicture, sizeWords } from './attachment';
import { FileDrops } from './file-drops';
import type { Upload, UploadList } from './upload-list';

/** Files to go with a text: chosen, dropped anywhere on the page, or pasted. */
@Component({
  selector: 'dh-attachment-picker',
  imports: [MatButton, MatIcon, MatIconButton],
  templateUrl: './attachment-picker.html',
  styleUrl: './attachment-picker.scss',
})
export class AttachmentPicker {
  private readonly drops = inject(FileDrops);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly uploads = input.required<UploadList>();

  private readonly taker = {
    element: this.element,
    take: (files: readonly File[]): void => {
      this.uploads().add(files);
    },
  };
  protected readonly isTarget = computed(() => this.drops.target() === this.taker);

  constructor() {
    inject(DestroyRef).onDestroy(this.drops.join(this.taker));
  }

  protected choose(field: HTMLInputElement): void {
    this.uploads().add([...(field.files ?? [])]);
    // The same file may be chosen again after it was removed.
    field.value = '';
  }

  /** The next one takes the focus, or the button where there is none. */
  protected remove(upload: Upload): void {
    const at = this.uploads().uploads().indexOf(upload);
    this.uploads().remove(upload);
    setTimeout(() => {
      const buttons = this.element.querySelectorAll<HTMLElement>('.remove');
      (buttons[Math.min(at, buttons.length - 1)] ?? this.element.querySelector<HTMLElement>('.attach'))?.focus();
    });
  }

  protected iconOf({ attachment }: Upload): string {
    return fileIcon(attachment?.type ?? '');
  }

  protected thumbnailOf({ attachment }: Upload): string | null {
    return attachment && isPicture(attachment) ? attachmentUrl(attachment) : null;
  }

  protected stateOf({ attachment, failure, progress, size }: Upload): string {
    if (failure !== null) return failure;
    return attachment
      ? sizeWords(size)
      : $localize`${Math.round(progress * 100)}:percent: % of ${sizeWords(size)}:size:`;
  }

  protected removeLabel({ name }: Upload): string {
    return $localize`Remove ${name}:name:`;
  }

  protected retryLabel({ name }: Upload): string {
    return $localize`Try ${name}:name: again`;
  }

  protected progressLabel({ name }: Upload): string {
    return $localize`Upload of ${name}:name:`;
  }
}
