import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeApi, refusal } from '../../../testing/fake-api';
import { settled } from '../../../testing/settled';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { registerIcons } from '../../ui/icons';
import { CategoriesPage } from './categories-page';
import type { Category } from './category-api';

function aCategory(name: string, position: number, facts: Partial<Category> = {}): Category {
  const { standard = null, ...others } = facts;
  return {
    id: name.toLowerCase(),
    name,
    standard,
    description: '',
    position,
    active: true,
    notifyEmail: null,
    ...others,
  };
}

describe('the page of categories', () => {
  let fixture: ComponentFixture<CategoriesPage>;
  let page: HTMLElement;
  let overlays: HarnessLoader;
  let api: FakeApi;
  let categories: Category[];

  beforeEach(() => {
    categories = [aCategory('Email', 1), aCategory('Hardware', 2), aCategory('Fax', 3, { active: false })];
    api = new FakeApi().on('GET /api/v1/categories', () => ({ items: categories }));
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor, api.interceptor]))],
    });
    TestBed.runInInjectionContext(registerIcons);
  });

  async function open(): Promise<void> {
    fixture = TestBed.createComponent(CategoriesPage);
    page = fixture.nativeElement as HTMLElement;
    overlays = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await settled(fixture);
  }

  function names(): string[] {
    return [...page.querySelectorAll('.name')].map((name) =>
      [...name.children].map((part) => part.textContent.trim()).join(' '),
    );
  }

  async function choose(category: string, item: string): Promise<void> {
    const menu = await overlays.getHarness(MatMenuHarness.with({ selector: `[aria-label="Actions for ${category}"]` }));
    await menu.open();
    await menu.clickItem({ text: item });
    await settled(fixture);
  }

  it('lists them in their order, and says which cannot be chosen', async () => {
    await open();
    expect(names()).toEqual(['Email', 'Hardware', 'Fax Not active']);
  });

  async function press(label: string): Promise<void> {
    const button = await overlays.getHarness(MatButtonHarness.with({ selector: `[aria-label="${label}"]` }));
    await button.click();
    await settled(fixture);
  }

  it('moves one by its buttons, and back', async () => {
    api.on('PATCH /api/v1/categories/hardware', () => {
      categories = [categories[1]!, categories[0]!, categories[2]!];
      return categories[0];
    });
    await open();
    await press('Move Hardware up');
    expect(names()).toEqual(['Hardware', 'Email', 'Fax Not active']);
    await (await overlays.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();
    await settled(fixture);
    expect(api.bodies('PATCH /api/v1/categories/hardware')).toEqual([{ position: 1 }, { position: 2 }]);
  });

  it('puts one back where the move failed', async () => {
    api.on('PATCH /api/v1/categories/email', () => refusal('unavailable', 'Away.'));
    await open();
    await press('Move Email down');
    expect(names()).toEqual(['Email', 'Hardware', 'Fax Not active']);
    expect(document.body.textContent).toContain('Away.');
  });

  it('does not ask before one is deactivated, but takes it back', async () => {
    api.on('PATCH /api/v1/categories/email', () => categories[0]);
    await open();
    await choose('Email', 'Deactivate');
    await (await overlays.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();
    await settled(fixture);
    expect(api.bodies('PATCH /api/v1/categories/email')).toEqual([{ active: false }, { active: true }]);
  });

  it('says next to the name that it is taken', async () => {
    const errors = [{ pointer: '/name', code: 'taken', detail: 'There is a category of this name already.' }];
    api.on('POST /api/v1/categories', () => refusal('invalid_body', 'Some fields need your attention.', errors));
    await open();
    await (await overlays.getHarness(MatButtonHarness.with({ text: /Add a category/ }))).click();
    const dialog = await overlays.getHarness(MatDialogHarness);
    const [name] = await dialog.getAllHarnesses(MatInputHarness);
    await name!.setValue('email');
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Save' }))).click();
    await settled(fixture);
    expect(await dialog.getText()).toContain('There is a category of this name already.');
    expect(api.bodies('POST /api/v1/categories')).toEqual([{ name: 'email', description: '', notifyEmail: null }]);
  });

  it('says why there is nothing, and offers the next step', async () => {
    categories = [];
    await open();
    expect(page.querySelector('dh-empty-state')?.textContent).toContain('No categories yet');
    expect(page.querySelectorAll('button')).toHaveLength(1);
  });
});
