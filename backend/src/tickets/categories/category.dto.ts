import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LIMITS, STANDARD_CATEGORY_CODES, type StandardCategory } from '@deskhand/shared';
import { IsBoolean, IsInt, Max, Min, ValidateIf } from 'class-validator';
import { EmailField, IfGiven, TextField } from '../../platform/http/fields.js';
import type { Category } from './category.entity.js';

const { name: NAME, description: DESCRIPTION, max: MOST } = LIMITS.category;
const PLACE = `Enter a place from 1 to ${MOST}.`;

export class CategoryDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** That of a standard category is English; show it in your reader's language. */
  @ApiProperty({ example: 'Hardware' })
  name!: string;

  /** Which of those that a first install has, also where it was given another name; null for all others. */
  @ApiProperty({ enum: STANDARD_CATEGORY_CODES, enumName: 'StandardCategory', nullable: true })
  standard!: StandardCategory | null;

  @ApiProperty({ example: 'Computers, screens, printers, phones' })
  description!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  position!: number;

  /** Only active ones can be chosen. */
  @ApiProperty({ example: true })
  active!: boolean;

  /** Who is told of new tickets; only admins see it. */
  @ApiProperty({ type: 'string', nullable: true, required: false, example: 'hardware@example.org' })
  notifyEmail?: string | null;

  /** @param isForAdmin whether the reader may change it, and so see who is told */
  static of(category: Category, isForAdmin: boolean): CategoryDto {
    const { id, name, standard, description, position, active, notifyEmail } = category;
    return { id, name, standard, description, position, active, ...(isForAdmin ? { notifyEmail } : {}) };
  }
}

export class CategoryListDto {
  items!: CategoryDto[];
}

export class CreateCategoryDto {
  @TextField({ name: 'a name', ...NAME, example: 'Meeting rooms' })
  name!: string;

  @TextField({ name: 'a description', min: 0, ...DESCRIPTION, optional: true, example: 'Screens, cameras, cables' })
  description?: string;

  /** Who is told of new tickets. */
  @ApiPropertyOptional({ nullable: true })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @EmailField()
  notifyEmail?: string | null;
}

/** Any of them; what is left out stays as it is. */
export class UpdateCategoryDto {
  /** Null for that of the standard category. */
  @TextField({ name: 'a name', ...NAME, optional: true, nullable: true, example: 'Meeting rooms' })
  name?: string | null;

  /** Null for that of the standard category; empty for none. */
  @TextField({
    name: 'a description',
    min: 0,
    ...DESCRIPTION,
    optional: true,
    nullable: true,
    example: 'Screens, cameras, cables',
  })
  description?: string | null;

  /** Who is told of new tickets, or null. */
  @ApiPropertyOptional({ nullable: true })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @EmailField()
  notifyEmail?: string | null;

  /** Tickets keep a category that is not active; it cannot be chosen any more. */
  @IfGiven()
  @IsBoolean({ message: 'active takes true or false.' })
  active?: boolean;

  /** Its new place, counted from 1; the others make room. Beyond the end is the end. */
  @IfGiven()
  @IsInt({ message: PLACE })
  @Min(1, { message: PLACE })
  @Max(MOST, { message: PLACE })
  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST, required: false, example: 2 })
  position?: number;
}
