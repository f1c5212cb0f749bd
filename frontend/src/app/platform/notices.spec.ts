import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Notices } from './notices';

const react = jest.fn();

async function drawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  TestBed.tick();
}

function press(init: KeyboardEventInit, target: EventTarget = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

function button(): HTMLButtonElement | null {
  return document.querySelector('dh-action-notice button');
}

describe('an offer to undo', () => {
  beforeEach(async () => {
    react.mockReset();
    TestBed.inject(Notices).offerUndo('Ticket #1042 deleted', react);
    await drawn();
  });

  afterEach(() => {
    document.querySelectorAll('.of-the-test').forEach((element) => {
      element.remove();
    });
  });

  it('is taken by its button, which gives the focus back', () => {
    const former = document.createElement('button');
    former.className = 'of-the-test';
    document.body.append(former);
    former.focus();
    button()?.focus();
    button()?.click();
    expect(react).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(former);
  });

  it('is taken by Ctrl + Z, once', async () => {
    press({ key: 'z', ctrlKey: true });
    await drawn();
    press({ key: 'z', ctrlKey: true });
    expect(react).toHaveBeenCalledTimes(1);
  });

  it('leaves Ctrl + Z in a field to the letters', () => {
    const field = document.createElement('textarea');
    field.className = 'of-the-test';
    document.body.append(field);
    field.focus();
    press({ key: 'z', ctrlKey: true }, field);
    expect(react).not.toHaveBeenCalled();
  });

  it('leaves other keys alone', () => {
    press({ key: 'z' });
    press({ key: 'z', ctrlKey: true, shiftKey: true });
    expect(react).not.toHaveBeenCalled();
  });
});

describe('another offer', () => {
  it('has no key of its own', async () => {
    react.mockReset();
    TestBed.inject(Notices).offer('Ticket #1042 is filed', 'Open', react);
    await drawn();
    press({ key: 'z', ctrlKey: true });
    expect(react).not.toHaveBeenCalled();
    button()?.click();
    expect(react).toHaveBeenCalledTimes(1);
  });
});
