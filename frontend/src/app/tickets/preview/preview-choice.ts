import { computed, inject, Service } from '@angular/core';
import { mediaFits } from '../../platform/media';
import { Notices } from '../../platform/notices';
import { Preferences } from '../../platform/preferences';

/** Whether a ticket is shown beside the list: where there is room for it, and for whoever likes it so. */
@Service({ autoProvided: false })
export class PreviewChoice {
  private readonly preferences = inject(Preferences);
  private readonly notices = inject(Notices);

  readonly hasRoom = mediaFits('(width >= 1280px)');
  readonly isShown = computed(() => this.hasRoom() && this.preferences.preview());

  toggle(): void {
    this.preferences.change({ preview: !this.preferences.preview() }).catch((error: unknown) => {
      this.notices.fail(error);
    });
  }
}
