/** Works one after the other, each once the one before it is over, so that the last word is the last one said. */
export class InTurn {
  private underWay: Promise<unknown> = Promise.resolve();

  /** @throws what the work throws; those after it are made all the same */
  do<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.underWay.then(work);
    this.underWay = turn.catch(() => undefined);
    return turn;
  }
}
