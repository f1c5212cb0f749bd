import type { PresentPerson } from '../../platform/live/live-event';

export function presenceWords({ name, state }: PresentPerson): string {
  return state === 'answering' ? $localize`${name}:name: is answering` : $localize`${name}:name: is looking`;
}

/** "Adam is answering this right now", "Adam and Nora are answering this right now". */
export function answeringWords(people: readonly PresentPerson[]): string {
  const [first, second] = people;
  if (!first) return '';
  if (people.length === 1) return $localize`${first.name}:name: is answering this right now.`;
  if (people.length === 2 && second)
    return $localize`${first.name}:name: and ${second.name}:other: are answering this right now.`;
  return $localize`${first.name}:name: and ${people.length - 1}:count: others are answering this right now.`;
}
