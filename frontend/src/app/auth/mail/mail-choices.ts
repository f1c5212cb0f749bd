import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import type { MailChoice } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { InTurn } from '../../platform/in-turn';
import { kept } from '../../platform/kept';
import { Notices } from '../../platform/notices';
import { Failure } from '../../ui/failure';
import { Skeleton } from '../../ui/skeleton';
import { CHOICE_GROUPS, CHOICE_WORDS } from './choice-words';

const CHOICES_URL = '/api/v1/auth/me/mail';

/** What the API has: of each kind that one can get, whether it is wanted. */
interface Choices {
  readonly choices: Readonly<Partial<Record<MailChoice, boolean>>>;
}

/** Which mails one gets. Each box counts at once, for there is nothing to lose. */
@Component({
  selector: 'dh-mail-choices',
  imports: [Failure, MatCheckbox, MatIcon, Skeleton],
  templateUrl: './mail-choices.html',
  styleUrl: './mail-choices.scss',
})
export class MailChoices {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly inTurn = new InTurn();

  protected readonly list = httpResource<Choices>(() => CHOICES_URL);
  private readonly answer = kept(this.list);
  protected readonly choices = computed(() => this.answer()?.choices);
  protected readonly words = CHOICE_WORDS;
  /** Without those that nobody with this role gets. */
  protected readonly groups = computed(() => {
    const choices = this.choices() ?? {};
    return CHOICE_GROUPS.map((group) => ({
      ...group,
      choices: group.choices.filter((choice) => choices[choice] !== undefined),
    })).filter((group) => group.choices.length > 0);
  });

  protected choose(choice: MailChoice, isWanted: boolean): void {
    this.show({ [choice]: isWanted });
    void this.inTurn.do(() => this.send(choice, isWanted));
  }

  private async send(choice: MailChoice, isWanted: boolean): Promise<void> {
    const { label } = CHOICE_WORDS[choice];
    try {
      await firstValueFrom(this.http.put(CHOICES_URL, { choices: { [choice]: isWanted } }));
      this.notices.say(
        isWanted ? $localize`You get mails: ${label}:kind:.` : $localize`No more mails: ${label}:kind:.`,
      );
    } catch (error) {
      this.show({ [choice]: !isWanted });
      this.notices.fail(error);
    }
  }

  private show(change: Choices['choices']): void {
    this.list.update((list) => list && { choices: { ...list.choices, ...change } });
  }
}
