import { ApiProperty } from '@nestjs/swagger';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

/** Readiness, and what is known of the deployment beside it. */
export class ReadinessDto extends HealthDto {
  /** `kept` while there is no mail server: mails wait until there is one, and nothing is lost. */
  @ApiProperty({ enum: ['sent', 'kept'] })
  mail!: 'sent' | 'kept';
}
