import { Component, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { LIMITS } from '@deskhand/shared';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import { Logo } from '../../ui/logo';
import { SettingsApi } from '../settings/settings-api';

const KINDS = ['image/png', 'image/jpeg', 'image/webp'];

/** The organisation's logo: chosen or dropped, it is in use at once, and can be taken away again. */
@Component({
  selector: 'dh-logo-field',
  imports: [Logo, MatButton, MatIcon],
  templateUrl: './logo-field.html',
  styleUrl: './logo-field.scss',
})
export class LogoField {
  private readonly api = inject(SettingsApi);
  private readonly notices = inject(Notices);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');
  private readonly chooseButton = viewChild.required<unknown, ElementRef<HTMLElement>>('choose', { read: ElementRef });

  readonly logoUrl = input.required<string | null>();
  readonly changed = output();

  protected readonly kinds = KINDS.join(',');
  protected readonly isBusy = signal(false);
  protected readonly isOver = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected open(): void {
    this.picker().nativeElement.click();
  }

  protected async pick(): Promise<void> {
    const input = this.picker().nativeElement;
    const file = input.files?.[0];
    // Choosing the same file once more is a choice too.
    input.value = '';
    if (file) await this.use(file);
  }

  protected over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  protected async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.isOver.set(false);
    const file = event.dataTransfer?.files[0];
    if (file) await this.use(file);
  }

  protected async remove(): Promise<void> {
    const url = this.logoUrl();
    // Kept by this page, so that it can be put back.
    const former = url === null ? null : await fetch(url).then((response) => (response.ok ? response.blob() : null));
    if (!(await this.run(() => this.api.removeLogo()))) return;
    // The button that had the focus is gone.
    this.chooseButton().nativeElement.focus();
    const words = $localize`The logo is taken away.`;
    if (former === null) this.notices.say(words);
    else this.notices.offerUndo(words, () => void this.run(() => this.api.replaceLogo(former)));
  }

  private async use(file: File): Promise<void> {
    const fault = faultOf(file);
    this.failure.set(fault);
    if (fault !== null || this.isBusy()) return;
    if (await this.run(() => this.api.replaceLogo(file))) this.notices.say($localize`The logo is in use.`);
  }

  private async run(send: () => Promise<unknown>): Promise<boolean> {
    this.isBusy.set(true);
    this.failure.set(null);
    try {
      await send();
      this.changed.emit();
      return true;
    } catch (error) {
      this.failure.set(asProblem(error).words);
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }
}

/** What can be told without asking the server, which looks at the content. */
function faultOf({ type, size }: File): string | null {
  const { maxBytes } = LIMITS.logo;
  if (!KINDS.includes(type)) return $localize`Choose a PNG, JPEG or WebP picture.`;
  if (size > maxBytes) return $localize`Choose a picture of at most ${maxBytes / 1024}:size: kB.`;
  return null;
}
