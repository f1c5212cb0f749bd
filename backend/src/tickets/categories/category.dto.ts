import { ApiProperty } from '@nestjs/swagger';

export class CategoryDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Hardware' })
  name!: string;

  @ApiProperty({ example: 'Computers, screens, printers, phones' })
  description!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  position!: number;

  /** Only active ones can be chosen. */
  @ApiProperty({ example: true })
  active!: boolean;
}

export class CategoryListDto {
  items!: CategoryDto[];
}
