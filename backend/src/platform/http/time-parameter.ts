import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsDate, IsOptional } from 'class-validator';
import { DAY } from '../clock.js';

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * A moment in a parameter of the address: RFC 3339, or a date, which is a whole day in UTC. A `from` includes it; a `to`
 * excludes a moment, and includes a date's day.
 */
export function TimeParameter(name: string, bound: 'from' | 'to'): PropertyDecorator {
  const message = `${name} takes a time such as 2026-03-31T12:00:00Z, or a date such as 2026-03-31.`;
  return applyDecorators(
    ApiProperty({ type: 'string', required: false, example: '2026-03-31T12:00:00Z' }),
    Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : moment(value, bound))),
    IsOptional(),
    IsDate({ message }),
  );
}

/** What is no such moment stays as it is, and is refused. */
function moment(value: unknown, bound: 'from' | 'to'): unknown {
  if (typeof value !== 'string' || !(DATE.test(value) || TIME.test(value))) return value;
  const day = value.slice(0, 10);
  // A date such as the 30th of February would be read as another one.
  const midnight = new Date(day);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day || day < '0001') return value;
  if (DATE.test(value)) return bound === 'from' ? midnight : new Date(midnight.getTime() + DAY);
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? value : time;
}
