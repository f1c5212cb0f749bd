import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsOptional, IsUUID } from 'class-validator';
import { ListParameter } from './fields.js';

const MOST_IDS = 50;

/** Some of a few words in one parameter of the address. */
export function WordsParameter(name: string, of: readonly string[], enumName: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ enum: of, enumName, isArray: true, required: false }),
    IsOptional(),
    ListParameter(),
    ArrayMaxSize(of.length, { message: `Name each ${name} once.` }),
    IsIn(of, { each: true, message: `${name} takes some of ${of.join(', ')}.` }),
  );
}

/** Some ids in one parameter of the address. */
export function IdsParameter(name: string, what: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      ...{ type: 'string', format: 'uuid', isArray: true, maxItems: MOST_IDS, required: false },
      example: ['0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55'],
    }),
    IsOptional(),
    ListParameter(),
    ArrayMaxSize(MOST_IDS, { message: `Name at most ${MOST_IDS} ${what}.` }),
    IsUUID('all', { each: true, message: `${name} takes ids of ${what}.` }),
  );
}
