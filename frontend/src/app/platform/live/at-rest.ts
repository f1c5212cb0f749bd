/** Whether neither the pointer nor the focus is on anything of the page's content, so that it may move. */
export function nobodyIsAtThePage({ activeElement, body }: Document): boolean {
  const main = body.querySelector('main');
  const hasFocus = main !== null && activeElement !== main && main.contains(activeElement);
  return !hasFocus && body.querySelector('main :hover') === null;
}
