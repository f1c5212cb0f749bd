import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HttpErrorResponse } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialog } from '@angular/material/dialog';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { settled } from '../../testing/settled';
import { problemFrom } from '../platform/problem';
import { type Confirmation, isConfirmed } from './confirm-dialog';

@Component({ template: '' })
class Page {
  readonly dialog = inject(MatDialog);
}

const WORDS = { heading: 'Empty the bin?', text: 'Nobody can bring it back.', no: 'Keep it', yes: 'Empty it' };
const UNREACHABLE = problemFrom(new HttpErrorResponse({ status: 0 }));

let fixture: ComponentFixture<Page>;
let loader: HarnessLoader;

beforeEach(() => {
  fixture = TestBed.createComponent(Page);
  loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
});

async function press(text: string): Promise<void> {
  await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
}

function ask(act?: Confirmation['act']): Promise<boolean> {
  return isConfirmed(fixture.componentInstance.dialog, { ...WORDS, act });
}

describe('the question before what nothing brings back', () => {
  it('says what is to be done, and does nothing where the answer is no', async () => {
    let acts = 0;
    const answer = ask(() => {
      acts++;
      return Promise.resolve();
    });
    const dialog = await loader.getHarness(MatDialogHarness);
    expect(await dialog.getTitleText()).toBe(WORDS.heading);
    expect(await dialog.getContentText()).toBe(WORDS.text);
    await press('Keep it');
    expect([await answer, acts]).toEqual([false, 0]);
  });

  it('is answered no by Escape', async () => {
    const answer = ask();
    await (await loader.getHarness(MatDialogHarness)).close();
    expect(await answer).toBe(false);
  });

  it('is merely answered where there is nothing to do', async () => {
    const answer = ask();
    await press('Empty it');
    expect(await answer).toBe(true);
  });

  it('stands until it is done, once however often it is pressed', async () => {
    let acts = 0;
    let finish = (): void => undefined;
    const answer = ask(() => {
      acts++;
      return new Promise((resolve) => (finish = resolve));
    });
    await press('Empty it');
    await press('Empty it');
    expect([acts, (await loader.getAllHarnesses(MatDialogHarness)).length]).toEqual([1, 1]);
    finish();
    await settled(fixture);
    expect(await answer).toBe(true);
  });

  it('shows what went wrong, and takes another try', async () => {
    let acts = 0;
    const answer = ask(() => (acts++ === 0 ? Promise.reject(UNREACHABLE) : Promise.resolve()));
    await press('Empty it');
    await settled(fixture);
    const dialog = await loader.getHarness(MatDialogHarness);
    expect(await dialog.getContentText()).toContain(UNREACHABLE.words);
    await press('Empty it');
    expect([await answer, acts]).toEqual([true, 2]);
  });
});
