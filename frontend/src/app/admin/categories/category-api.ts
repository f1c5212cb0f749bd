import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom, type Observable } from 'rxjs';
import { categoriesChanged } from '../../platform/category-changes';

export type Category = components['schemas']['CategoryDto'];
export type CategoryChange = components['schemas']['UpdateCategoryDto'];
export type NewCategory = components['schemas']['CreateCategoryDto'];

export const CATEGORIES_URL = '/api/v1/categories';

@Service()
export class CategoryApi {
  private readonly http = inject(HttpClient);

  create(category: NewCategory): Promise<Category> {
    return this.send(this.http.post<Category>(CATEGORIES_URL, category));
  }

  change(id: string, change: CategoryChange): Promise<Category> {
    return this.send(this.http.patch<Category>(`${CATEGORIES_URL}/${encodeURIComponent(id)}`, change));
  }

  private async send(request: Observable<Category>): Promise<Category> {
    const category = await firstValueFrom(request);
    categoriesChanged();
    return category;
  }
}
