import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { TakesBody } from '../../platform/http/takes-body.js';
import { AttachmentDto } from './attachment.dto.js';
import { Downloads } from './downloads.service.js';
import { DOWNLOADED, downloadHeaders } from './download-headers.js';
import { SAFE_IMAGES } from './recognise.js';
import { Uploads } from './uploads.service.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;
const FORM: ApiBodyOptions = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

@ApiTags('Attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly downloads: Downloads,
  ) {}

  /** Takes in one file, for a ticket or comment that names it within 24 hours; else it is removed. */
  @Post()
  @Requires('attachment.own')
  @TakesBody('multipart/form-data')
  @ApiBody(FORM)
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body', 'too_large')
  upload(@CurrentUser() actor: Actor, @Req() request: Request): Promise<AttachmentDto> {
    return this.uploads.upload(actor, request);
  }

  /** The file, for whoever sees what it came with. Only pictures are ever shown in place. */
  @Get(':id')
  @Requires('attachment.own')
  @ApiOkResponse({ content: Object.fromEntries([...SAFE_IMAGES, DOWNLOADED].map((type) => [type, BINARY])) })
  @ApiProblems('not_signed_in', 'not_found')
  async download(@CurrentUser() actor: Actor, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const { content, ...file } = await this.downloads.open(actor, id);
    response.set(downloadHeaders(file));
    await pipeline(content, response).catch(() => {
      // Whoever asked went away, or the store did: the length tells him that it is not whole.
      response.destroy();
    });
  }
}
