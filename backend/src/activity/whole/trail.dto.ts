import { ApiProperty } from '@nestjs/swagger';
import { PageDto } from '../../platform/http/page.dto.js';
import { ActivityDto, SubjectDto } from '../activity.dto.js';

/** What an entry is about, as it is called now. */
export class NamedSubjectDto extends SubjectDto {
  /** Of a ticket; of one that was purged where the entry itself has it. */
  @ApiProperty({ type: 'integer', nullable: true, example: 1042 })
  number!: number | null;

  /** A ticket's subject, the name of a person, of a category or of a shared view; null where there is none any more. */
  @ApiProperty({ type: 'string', nullable: true, example: 'Printer on floor 3 jams' })
  name!: string | null;
}

/** An entry of the whole trail. */
export class TrailEntryDto extends ActivityDto {
  subject!: NamedSubjectDto;

  /** Of the request that changed it; null for what the system did by itself. */
  @ApiProperty({ type: 'string', nullable: true, example: '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55' })
  requestId!: string | null;

  /** Common to all entries of one bulk change. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  bulkId!: string | null;
}

export class TrailPageDto extends PageDto {
  items!: TrailEntryDto[];
}

/** The last entry of a chain: what is compared with a copy that was written down elsewhere. */
export class ChainHeadDto {
  /** There is one chain, and more only while that many changes are written at once. */
  @ApiProperty({ type: 'integer', example: 1 })
  lane!: number;

  /** How many entries it has, with those that were retired. */
  @ApiProperty({ type: 'integer', example: 48213 })
  links!: number;

  /** The beginning of its last entry's hash, in hexadecimal digits. */
  @ApiProperty({ example: '9f2c41d07ab3e586' })
  hash!: string;
}

/** How much of the trail is here. */
export class TrailStateDto {
  /** Entries that can be read. */
  @ApiProperty({ type: 'integer', example: 48213 })
  entries!: number;

  /** The first month with entries, in UTC. */
  @ApiProperty({ type: 'string', nullable: true, example: '2024-03' })
  oldestMonth!: string | null;

  /** Months that were written to files and taken out of the database. */
  @ApiProperty({ type: 'integer', example: 0 })
  retiredMonths!: number;

  @ApiProperty({ type: 'integer', example: 0 })
  retiredEntries!: number;

  heads!: ChainHeadDto[];
}
