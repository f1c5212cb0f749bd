import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { NEVER } from 'rxjs';
import { registerIcons } from '../../ui/icons';
import type { Attachment } from './attachment';
import { AttachmentList } from './attachment-list';
import { AttachmentPicker } from './attachment-picker';
import { UploadApi } from './upload-api';
import type { UploadList } from './upload-list';
import { Uploads } from './uploads';

const PICTURE: Attachment = {
  id: '0192f0c1-0000-7000-8000-0000000000f1',
  name: 'screenshot.png',
  type: 'image/png',
  size: 48_213,
  width: 1280,
  height: 720,
  createdAt: '2026-03-02T10:00:00.000Z',
};
const LOG: Attachment = { ...PICTURE, id: '0192f0c1-0000-7000-8000-0000000000f2', name: 'a.html', type: 'text/plain' };

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({ providers: [{ provide: UploadApi, useValue: { upload: () => NEVER } }] });
  TestBed.runInInjectionContext(registerIcons);
});

describe('the list of attachments', () => {
  it('shows pictures with their names and offers all else as downloads', async () => {
    const fixture = TestBed.createComponent(AttachmentList);
    fixture.componentRef.setInput('attachments', [PICTURE, LOG]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const image = page.querySelector('img')!;
    expect([image.alt, image.getAttribute('src')]).toEqual(['screenshot.png', `/api/v1/attachments/${PICTURE.id}`]);
    const link = page.querySelector<HTMLAnchorElement>('.files a')!;
    expect([link.download, link.getAttribute('href')]).toEqual(['a.html', `/api/v1/attachments/${LOG.id}`]);
    expect(link.textContent).toContain('48 kB');
    image.dispatchEvent(new Event('error'));
    await fixture.whenStable();
    expect([page.querySelector('img'), page.querySelectorAll('.files a').length]).toEqual([null, 2]);
  });
});

describe('the picker', () => {
  let fixture: ComponentFixture<AttachmentPicker>;
  let uploads: UploadList;

  beforeEach(async () => {
    uploads = TestBed.inject(Uploads).of('new-ticket');
    fixture = TestBed.createComponent(AttachmentPicker);
    fixture.componentRef.setInput('uploads', uploads);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  });

  /** The events of dragging and pasting carry what jsdom cannot make. */
  function happen(type: string, facts: object): Event {
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), facts);
    document.body.dispatchEvent(event);
    return event;
  }
  const names = (): string[] => uploads.uploads().map(({ name }) => name);
  const dragged = (...files: File[]): object => ({ dataTransfer: { types: ['Files'], files } });
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;

  it('shows where files land while they are dragged over the page, and takes them wherever they are dropped', async () => {
    expect(happen('dragover', dragged()).defaultPrevented).toBe(true);
    await fixture.whenStable();
    expect(page().textContent).toContain('Drop the files anywhere');
    expect(happen('drop', dragged(new File(['x'], 'one.png'))).defaultPrevented).toBe(true);
    await fixture.whenStable();
    expect([names(), page().textContent.includes('Drop the files')]).toEqual([['one.png'], false]);
    expect(happen('dragover', { dataTransfer: { types: ['text/plain'] } }).defaultPrevented).toBe(false);
  });

  it('takes a pasted screenshot, but leaves text with a picture beside it alone', () => {
    const files = [new File(['x'], 'image.png', { type: 'image/png' })];
    happen('paste', { clipboardData: { types: ['text/plain', 'Files'], files } });
    expect(names()).toEqual([]);
    happen('paste', { clipboardData: { types: ['Files'], files } });
    expect(names()).toEqual(['screenshot.png']);
  });

  it('takes nothing that is meant for a dialog above it, nor once it is gone', () => {
    page().setAttribute('aria-hidden', 'true');
    happen('drop', dragged(new File(['x'], 'one.png')));
    page().removeAttribute('aria-hidden');
    fixture.destroy();
    happen('drop', dragged(new File(['x'], 'two.png')));
    expect(names()).toEqual([]);
  });

  it('removes a file and leaves the focus at hand', async () => {
    uploads.add([new File(['x'], 'one.png'), new File(['x'], 'two.png')]);
    await fixture.whenStable();
    page().querySelector<HTMLElement>('[aria-label="Remove one.png"]')!.click();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect([names(), document.activeElement?.getAttribute('aria-label')]).toEqual([['two.png'], 'Remove two.png']);
  });
});
