import { ApiProperty } from '@nestjs/swagger';

export class CategoryDto {
  id!: string;

  @ApiProperty({ example: 'Hardware' })
  name!: string;

  @ApiProperty({ example: 'Computers, screens, printers, phones' })
  description!: string;

  @ApiProperty({ type: 'integer' })
  position!: number;

  /** Only active ones can be chosen. */
  active!: boolean;
}

export class CategoryListDto {
  items!: CategoryDto[];
}
