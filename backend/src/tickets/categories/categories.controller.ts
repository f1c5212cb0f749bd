import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Categories } from './categories.service.js';
import { CategoryDto, CategoryListDto, CreateCategoryDto, UpdateCategoryDto } from './category.dto.js';

@ApiTags('Categories and statuses')
@Controller('categories')
export class CategoriesController {
  constructor(private readonly categories: Categories) {}

  /** The categories in their order. */
  @Get()
  @Requires('category.read')
  @ApiProblems('not_signed_in')
  async list(@CurrentUser() actor: Actor): Promise<CategoryListDto> {
    return { items: await this.categories.list(actor) };
  }

  /** Adds a category at the end: for admins. There are at most 100. */
  @Post()
  @Requires('category.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body', 'conflict')
  create(@CurrentUser() actor: Actor, @Body() body: CreateCategoryDto): Promise<CategoryDto> {
    return this.categories.create(actor, body);
  }

  /** Renames, describes, activates, deactivates or moves a category: for admins. Tickets keep theirs. */
  @Patch(':id')
  @Requires('category.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body', 'not_found')
  change(@CurrentUser() actor: Actor, @Param('id') id: string, @Body() body: UpdateCategoryDto): Promise<CategoryDto> {
    return this.categories.change(actor, id, body);
  }
}
