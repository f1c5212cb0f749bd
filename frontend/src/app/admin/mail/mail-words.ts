import type { MailKind, MailState } from '@deskhand/shared';
import type { IconName } from '../../ui/icons';

/** What a mail is for. */
export const KIND_LABELS: Readonly<Record<MailKind, string>> = {
  welcome: $localize`Welcome`,
  confirmation: $localize`Confirm an address`,
  invitation: $localize`Invitation`,
  password_reset: $localize`Link for a new password`,
  password_changed: $localize`Password was changed`,
  address_changed: $localize`Address was changed`,
  new_device: $localize`Sign-in on a new device`,
  ticket: $localize`About a ticket`,
  trail_heads: $localize`Ends of the trail`,
};

interface StateWords {
  readonly label: string;
  readonly icon: IconName;
  /** Needs somebody to look. */
  readonly isBad: boolean;
  /** What it means, for whoever opened the mail. */
  readonly meaning: string;
}

/** What has become of a mail. */
export const STATE_WORDS: Readonly<Record<MailState, StateWords>> = {
  queued: {
    label: $localize`Waiting`,
    icon: 'hourglass',
    isBad: false,
    meaning: $localize`It is sent by itself as soon as its time has come.`,
  },
  sending: {
    label: $localize`Being sent`,
    icon: 'send',
    isBad: false,
    meaning: $localize`It is being handed to the mail server right now.`,
  },
  sent: {
    label: $localize`Sent`,
    icon: 'check',
    isBad: false,
    meaning: $localize`The mail server took it. What happens from there on only that server knows.`,
  },
  failed: {
    label: $localize`Refused`,
    icon: 'block',
    isBad: true,
    meaning: $localize`The mail server refused it for good, most often because there is no such mailbox. It is not tried again by itself.`,
  },
  dead: {
    label: $localize`Given up`,
    icon: 'error',
    isBad: true,
    meaning: $localize`It could not be handed over for four days. It is not tried again by itself.`,
  },
  cancelled: {
    label: $localize`Not needed`,
    icon: 'cancel',
    isBad: false,
    meaning: $localize`When it was to be sent there was nothing left to tell, or nobody who may read it.`,
  },
};
