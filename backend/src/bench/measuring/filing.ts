import { fileTickets } from './create-rate.js';
import type { Stage } from './stage.js';

/** So often tickets are filed by turns in one way and in the other. */
const ROUNDS = 3;

/** How fast tickets were filed. */
export interface Filing {
  readonly perSecond: number;
  /** Milliseconds of processor time of app and database for a ticket. */
  readonly processorTime: number | null;
}

/** Files tickets, a few times by turns in each way, so that both have the same machine. */
export async function byTurns(ways: readonly (() => Promise<Filing>)[]): Promise<Filing[]> {
  const turns = ways.map((): Filing[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, way] of ways.entries()) turns[at]?.push(await way());
  }
  return turns.map(mean);
}

export async function file(stage: Stage, seconds: number): Promise<Filing> {
  const { perSecond, ownTime, databaseTime } = await fileTickets(stage, seconds);
  return { perSecond, processorTime: ownTime === null || databaseTime === null ? null : ownTime + databaseTime };
}

function mean(turns: readonly Filing[]): Filing {
  const of = (value: (turn: Filing) => number): number =>
    turns.reduce((sum, turn) => sum + value(turn), 0) / turns.length;
  const isTold = turns.every((turn) => turn.processorTime !== null);
  return {
    perSecond: of((turn) => turn.perSecond),
    processorTime: isTold ? of((turn) => turn.processorTime ?? 0) : null,
  };
}
