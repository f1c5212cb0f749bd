import { ApiProperty } from '@nestjs/swagger';

/** A word that no ticket of this reader has, and one that is written much like it. */
export class ReplacedWordDto {
  @ApiProperty({ example: 'pritner' })
  word!: string;

  @ApiProperty({ example: 'printer' })
  instead!: string;
}

/** What may have been meant, where nothing was found. */
export class SuggestionDto {
  /** To be asked for instead: with the same filters it finds something. */
  @ApiProperty({ example: 'printer floor 3' })
  q!: string;

  @ApiProperty({ type: [ReplacedWordDto] })
  words!: ReplacedWordDto[];
}
