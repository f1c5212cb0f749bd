import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, fromEvent, map, merge, throttleTime } from 'rxjs';
import { categoriesChanged } from '../platform/category-changes';
import { Live } from '../platform/live/live';
import type { LiveEvent } from '../platform/live/live-event';
import { Organisation } from '../platform/organisation';
import { Session } from '../platform/session';
import { StatusWords } from '../platform/status-words';

const KEEP_UP_MS = 30_000;

/**
 * An admin may change what everybody's screen shows, and what somebody may do: it is read again as soon as the stream
 * tells of it, and where there is none, when somebody comes back to the tab.
 */
export function keepUpWithTheServer(): void {
  const [live, session, organisation, words] = [
    inject(Live),
    inject(Session),
    inject(Organisation),
    inject(StatusWords),
  ];
  const document = inject(DOCUMENT);
  const returns = fromEvent(document, 'visibilitychange').pipe(
    filter(() => document.visibilityState === 'visible'),
    throttleTime(KEEP_UP_MS),
  );
  const aboutMe = live.events.pipe(filter((event) => isAbout(event, session.me()?.id)));
  merge(returns, aboutMe)
    .pipe(takeUntilDestroyed())
    .subscribe(() => void session.load());
  live.events
    .pipe(
      map(({ kind }) => kind),
      takeUntilDestroyed(),
    )
    .subscribe((kind) => {
      if (kind === 'status.relabelled') void words.load();
      else if (kind === 'settings.changed') void organisation.load();
      else if (kind === 'category.created' || kind === 'category.changed') categoriesChanged();
    });
}

function isAbout({ kind, subject }: LiveEvent, personId: string | undefined): boolean {
  return kind.startsWith('person.') && subject.id === personId;
}
