import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { CategoryListDto } from './category.dto.js';
import { Category } from './category.entity.js';

@ApiTags('Categories and statuses')
@Controller('categories')
export class CategoriesController {
  constructor(private readonly dataSource: DataSource) {}

  /** The categories in their order. */
  @Get()
  @Requires('category.read')
  @ApiProblems('not_signed_in')
  async list(): Promise<CategoryListDto> {
    const categories = await this.dataSource.manager.find(Category, { order: { position: 'ASC', name: 'ASC' } });
    return {
      items: categories.map(({ id, name, description, position, active }) => ({
        id,
        name,
        description,
        position,
        active,
      })),
    };
  }
}
