/** To make a format of `Intl` takes as long as to use it a hundred times, and a page of the queue has fifty times on it. */
export function remembered<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}
