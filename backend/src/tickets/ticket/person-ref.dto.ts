import { ApiProperty } from '@nestjs/swagger';

/** A person as other people see him. */
export class PersonRefDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Emma Thorn' })
  name!: string;

  /** Only for staff. */
  @ApiProperty({ required: false, example: 'emma@example.org' })
  email?: string;
}

export class CategoryRefDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Hardware' })
  name!: string;
}
