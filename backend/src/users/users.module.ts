import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { Erasure } from './erasure.service.js';
import { Invitations } from './invitations.service.js';
import { PeopleSearch } from './people-search.js';
import { People } from './people.service.js';
import { UsersController } from './users.controller.js';

/** People and their roles. */
@Module({
  imports: [AuthModule],
  controllers: [UsersController],
  providers: [Erasure, Invitations, People, PeopleSearch],
})
export class UsersModule {}
