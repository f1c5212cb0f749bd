import { Pipe, type PipeTransform } from '@angular/core';
import { categoryLabel } from './category-label';

/** `{{ category.name | categoryName }}`: what it is called for this reader. */
@Pipe({ name: 'categoryName' })
export class CategoryName implements PipeTransform {
  transform(name: string): string {
    return categoryLabel(name);
  }
}
