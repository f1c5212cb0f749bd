import { ApiProperty } from '@nestjs/swagger';
import { DEFAULT_COLUMNS, DENSITIES, type Density, type Preferences, preferencesOf } from '@deskhand/shared';
import { VIEW_COLUMNS, type ViewColumn } from '@deskhand/shared';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { ChoiceField, IfGiven } from '../../platform/http/fields.js';
import type { User } from '../../users/user.entity.js';

const COLUMNS = { enum: VIEW_COLUMNS, enumName: 'ViewColumn', isArray: true, example: [...DEFAULT_COLUMNS] };
const COLUMNS_MESSAGE = `columns takes some of ${VIEW_COLUMNS.join(', ')}.`;

/** How a person likes to work, wherever he signs in. */
export class PreferencesDto implements Preferences {
  /** Whether single keys do something. */
  shortcuts!: boolean;

  /** How high the rows of tables are. */
  @ApiProperty({ enum: DENSITIES, enumName: 'Density' })
  density!: Density;

  /** What the table of the queue shows, where its view does not say. */
  @ApiProperty(COLUMNS)
  columns!: ViewColumn[];

  /** Whether the queue shows a ticket beside the list. */
  preview!: boolean;

  static of({ preferences }: Pick<User, 'preferences'>): PreferencesDto {
    const { shortcuts, density, columns, preview } = preferencesOf(preferences);
    return { shortcuts, density, columns: [...columns], preview };
  }
}

/** Any of them; what is left out stays as it is. */
export class UpdatePreferencesDto {
  @IfGiven()
  @IsBoolean({ message: 'shortcuts takes true or false.' })
  shortcuts?: boolean;

  @ChoiceField({ of: DENSITIES, enumName: 'Density', optional: true })
  density?: Density;

  @ApiProperty({ ...COLUMNS, required: false })
  @IfGiven()
  @IsArray({ message: COLUMNS_MESSAGE })
  @ArrayMaxSize(VIEW_COLUMNS.length, { message: 'Name each column once.' })
  @IsIn(VIEW_COLUMNS, { each: true, message: COLUMNS_MESSAGE })
  columns?: ViewColumn[];

  @IfGiven()
  @IsBoolean({ message: 'preview takes true or false.' })
  preview?: boolean;
}
