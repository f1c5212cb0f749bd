/**
 * How the table names what is pressed: `j`, `Shift+X`, `?`, `Escape`, `Mod+k`. Null for what no shortcut is made of, and
 * while characters are composed.
 */
export function keysOf(event: KeyboardEvent): string | null {
  if (event.isComposing || event.altKey || event.getModifierState('AltGraph')) return null;
  const key = latin(event);
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  if (event.ctrlKey || event.metaKey) return isLetter && !event.shiftKey ? `Mod+${key.toLowerCase()}` : null;
  if (!isLetter) return key;
  return event.shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
}

/** On a keyboard of another script the letter that stands in the same place. */
function latin({ key, code }: KeyboardEvent): string {
  const [, place] = /^Key([A-Z])$/.exec(code) ?? [];
  return place && key.length === 1 && key.charCodeAt(0) > 127 ? place : key;
}

const WRITTEN_IN =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false])';

/** Whether plain keys are characters there, or choose among what is offered. */
export function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${WRITTEN_IN}, [role=combobox], [role=textbox]`) !== null;
}

/** A key as it stands on the keyboard, for whoever reads it. */
export function keyWords(keys: string, isApple: boolean): string[] {
  return keys.split(' ').flatMap((stroke) => stroke.split('+').map((key) => keyWord(key, isApple)));
}

function keyWord(key: string, isApple: boolean): string {
  switch (key) {
    case 'Mod':
      return isApple ? '⌘' : $localize`Ctrl`;
    case 'Shift':
      return isApple ? '⇧' : $localize`Shift`;
    case 'Escape':
      return $localize`Esc`;
    default:
      return key.length === 1 && key !== key.toUpperCase() ? key.toUpperCase() : key;
  }
}
