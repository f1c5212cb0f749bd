import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { CreateSnippetDto, SnippetDto, SnippetListDto, UpdateSnippetDto } from './snippet.dto.js';
import { Snippets } from './snippets.service.js';

@ApiTags('Snippets')
@Controller('snippets')
export class SnippetsController {
  constructor(private readonly snippets: Snippets) {}

  /** The texts that the reader has for his replies: his own and the shared ones. */
  @Get()
  @Requires('snippet.keep')
  @ApiProblems('not_signed_in', 'not_allowed')
  list(@CurrentUser() actor: Actor): Promise<SnippetListDto> {
    return this.snippets.list(actor);
  }

  /** Keeps a text under a name; admins may share it with all staff. A person keeps at most 100, and at most 200 are shared. */
  @Post()
  @Requires('snippet.keep')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body', 'conflict')
  create(@CurrentUser() actor: Actor, @Body() body: CreateSnippetDto): Promise<SnippetDto> {
    return this.snippets.create(actor, body);
  }

  /** Changes a text: its owner, and admins where it is shared. Of two changes at once the later one stands. */
  @Patch(':id')
  @Requires('snippet.keep')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body', 'not_found', 'conflict')
  change(@CurrentUser() actor: Actor, @Param('id') id: string, @Body() body: UpdateSnippetDto): Promise<SnippetDto> {
    return this.snippets.change(actor, id, body);
  }

  /** Deletes a text: its owner, and admins where it is shared. What was written with it stays. */
  @Delete(':id')
  @Requires('snippet.keep')
  @HttpCode(204)
  @ApiProblems('not_signed_in', 'not_allowed', 'not_found')
  delete(@CurrentUser() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.snippets.delete(actor, id);
  }
}
