import { Component, computed, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type Attachment, attachmentUrl, fileIcon, isPicture, sizeWords } from './attachment';

/** The files that came with something: pictures to be seen, all else to be downloaded. */
@Component({
  selector: 'dh-attachment-list',
  imports: [MatIcon],
  templateUrl: './attachment-list.html',
  styleUrl: './attachment-list.scss',
})
export class AttachmentList {
  readonly attachments = input.required<readonly Attachment[]>();

  /** Pictures that cannot be shown are files like others. */
  private readonly unseen = signal<ReadonlySet<string>>(new Set());
  protected readonly pictures = computed(() => this.attachments().filter((each) => this.isSeen(each)));
  protected readonly others = computed(() => this.attachments().filter((each) => !this.isSeen(each)));

  protected readonly url = attachmentUrl;
  protected readonly icon = fileIcon;
  protected readonly size = sizeWords;

  protected giveUp({ id }: Attachment): void {
    this.unseen.update((unseen) => new Set([...unseen, id]));
  }

  private isSeen(attachment: Attachment): boolean {
    return isPicture(attachment) && !this.unseen().has(attachment.id);
  }
}
