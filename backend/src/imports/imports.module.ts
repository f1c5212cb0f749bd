import { Module } from '@nestjs/common';
import { ImportsController } from './imports.controller.js';
import { Imports } from './imports.service.js';

/** Tickets from elsewhere. */
@Module({
  controllers: [ImportsController],
  providers: [Imports],
  exports: [Imports],
})
export class ImportsModule {}
