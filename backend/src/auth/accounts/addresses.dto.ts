import { ApiProperty } from '@nestjs/swagger';
import { EmailField, TokenField, TypedPasswordField } from '../../platform/http/fields.js';

export class ForgotPasswordDto {
  @EmailField()
  email!: string;
}

export class VerifyEmailDto {
  @TokenField()
  token!: string;
}

export class VerifiedEmailDto {
  /** The address that is confirmed now. */
  @ApiProperty({ format: 'email', example: 'emma@example.org' })
  email!: string;
}

export class ChangeAddressDto {
  @EmailField()
  email!: string;

  @TypedPasswordField()
  currentPassword!: string;
}
