import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ChainHeadDto, TrailStateDto } from './trail.dto.js';

interface StateRow {
  readonly written: string;
  readonly retired: string;
  readonly retired_months: string;
  readonly oldest: string | null;
  readonly heads: ChainHeadDto[];
}

/** Nothing is counted: the chains know how many entries they have. */
const STATE = `SELECT
  (SELECT coalesce(sum(links), 0) FROM activity_chains) AS written,
  (SELECT coalesce(sum(entries), 0) FROM activity_anchors) AS retired,
  (SELECT count(DISTINCT month) FROM activity_anchors) AS retired_months,
  (SELECT to_char(month, 'YYYY-MM') FROM activity ORDER BY position LIMIT 1) AS oldest,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
     'lane', lane, 'links', links, 'hash', left(encode(hash, 'hex'), 16)) ORDER BY lane), '[]')
   FROM activity_chains WHERE links > 0) AS heads`;

/** How much of the trail is here, and where its chains end. */
@Injectable()
export class TrailState {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<TrailStateDto> {
    const [row]: StateRow[] = await this.dataSource.query(STATE);
    if (!row) throw new Error('a statement without a table gave no row');
    const retiredEntries = Number(row.retired);
    return {
      entries: Number(row.written) - retiredEntries,
      oldestMonth: row.oldest,
      retiredMonths: Number(row.retired_months),
      retiredEntries,
      heads: row.heads,
    };
  }
}
