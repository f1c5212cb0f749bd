import { ApiProperty } from '@nestjs/swagger';
import { type ColumnMap, LIMITS } from '@deskhand/shared';
import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsObject, IsOptional, MaxLength } from 'class-validator';
import { Flag } from '../platform/http/fields.js';
import { readColumnMap } from './file/columns.js';

const BAD_MAP = 'map takes entries such as description=Document, each field once.';

export class ImportQueryDto {
  /**
   * Which column is which field: `description=Document,category=Topic`, or the parameter several times. Without it the
   * columns count that are called like the fields, as in an export.
   */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === undefined ? value : toColumnMap(value)))
  @IsObject({ message: BAD_MAP })
  @ApiProperty({ type: [String], required: false, example: ['description=Document', 'category=Topic'] })
  map?: ColumnMap;

  /** `true` to hear what an import would do, without doing it. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @Flag()
  @IsBoolean({ message: 'dryRun takes true or false.' })
  dryRun = false;

  /** The mail address of the requester of rows that name none; without it whoever imports. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @MaxLength(LIMITS.email.max, { message: 'requester takes a mail address.' })
  @IsEmail({}, { message: 'requester takes a mail address.' })
  @ApiProperty({ required: false, example: 'emma@example.org' })
  requester?: string;
}

/** What is no map is refused; null would count as nothing at all. */
function toColumnMap(value: unknown): unknown {
  const texts: unknown[] = [value].flat();
  return texts.every((text) => typeof text === 'string') ? (readColumnMap(texts) ?? false) : false;
}

/** Why a row was not taken. */
export class ImportProblemDto {
  /** Of the file, from 1 on; the first line names the columns. */
  @ApiProperty({ type: 'integer', example: 17 })
  line!: number;

  /** As the file calls it, where one cell is at fault. */
  @ApiProperty({ required: false, example: 'Status' })
  column?: string;

  @ApiProperty({ example: '"fixed" is not known. Known are: submitted, in_progress, resolved.' })
  detail!: string;
}

export class ImportReportDto {
  @ApiProperty({ format: 'uuid' })
  importId!: string;

  /** Nothing was changed; the figures tell what would have been. */
  @ApiProperty({ example: false })
  dryRun!: boolean;

  /** All of the file, without the one that names the columns. */
  @ApiProperty({ type: 'integer', example: 20000 })
  rows!: number;

  @ApiProperty({ type: 'integer', example: 19990 })
  created!: number;

  /** Rows that became tickets earlier. */
  @ApiProperty({ type: 'integer', example: 9 })
  skipped!: number;

  /** Rows that were not taken. */
  @ApiProperty({ type: 'integer', example: 1 })
  failed!: number;

  /** Names of categories that were missing. */
  @ApiProperty({ type: [String], example: ['Storage'] })
  categoriesCreated!: string[];

  /** Accounts without a password, for addresses that had none. */
  @ApiProperty({ type: 'integer', example: 12 })
  peopleCreated!: number;

  /** The first thousand of the rows that were not taken. */
  @ApiProperty({ type: [ImportProblemDto] })
  problems!: ImportProblemDto[];
}
