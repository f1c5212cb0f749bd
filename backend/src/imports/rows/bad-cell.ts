/** Why a row cannot be taken, in one sentence that says what to do. */
export class BadCell extends Error {
  constructor(
    readonly detail: string,
    /** As the file calls it. */
    readonly column?: string,
  ) {
    super(detail);
  }
}
