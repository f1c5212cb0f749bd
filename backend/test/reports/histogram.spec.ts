import { describe, expect, it } from '@jest/globals';
import { durationsOf, RELATIVE_ERROR } from '../../src/reports/figures/histogram.js';
import { BIN_RATIO } from '../../src/reports/rollups/measures.js';

describe('percentiles out of a histogram', () => {
  it('are as near as it says to whatever lies in the bin, be it seconds or years', () => {
    for (let bin = 0; bin < 256; bin += 1) {
      const told = durationsOf(new Map([[bin, 1]])).median!;
      for (const real of [BIN_RATIO ** bin, BIN_RATIO ** (bin + 1)])
        expect(Math.abs(told / real - 1)).toBeLessThanOrEqual(RELATIVE_ERROR);
    }
  });
});
