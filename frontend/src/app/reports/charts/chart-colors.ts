/** The colours of a chart, as the scheme has them now. */
export interface ChartColors {
  readonly main: string;
  readonly second: string;
  readonly text: string;
  readonly line: string;
  readonly hint: string;
  readonly hintText: string;
}

/** A canvas knows no tokens: each is read off an element that wears it, a new one, whose colour is in no transition. */
export function chartColors(host: HTMLElement): ChartColors {
  const color = (token: string): string => {
    const probe = host.ownerDocument.createElement('span');
    probe.style.color = `var(--${token})`;
    host.append(probe);
    const { color: worn } = getComputedStyle(probe);
    probe.remove();
    return worn;
  };
  return {
    main: color('mat-sys-primary'),
    second: color('mat-sys-outline'),
    text: color('mat-sys-on-surface-variant'),
    line: color('mat-sys-outline-variant'),
    hint: color('mat-sys-inverse-surface'),
    hintText: color('mat-sys-inverse-on-surface'),
  };
}
