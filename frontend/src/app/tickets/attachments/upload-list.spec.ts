import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Subject } from 'rxjs';
import { Problem, type ProblemCode } from '../../platform/problem';
import { Drafts } from '../model/drafts';
import type { Attachment } from './attachment';
import { UploadApi, type UploadStep } from './upload-api';
import { fileFaultIn } from './upload-list';
import { Uploads } from './uploads';

const NAME = 'ticket:1:reply';

function arrived(name: string, createdAt = new Date().toISOString()): Attachment {
  return { id: `id of ${name}`, name, type: 'image/png', size: 5, width: 2, height: 1, createdAt };
}

function problem(code: ProblemCode, status: number): Problem {
  const rest = { requestId: null, errors: [], retryAfter: null, current: undefined };
  return new Problem({ code, status, detail: `It is ${code}.`, ...rest });
}

describe('the files of a draft', () => {
  let underWay: Map<string, Subject<UploadStep>>;

  beforeEach(() => {
    localStorage.clear();
    underWay = new Map();
    const upload = (file: File): Subject<UploadStep> => {
      const steps = new Subject<UploadStep>();
      underWay.set(file.name, steps);
      return steps;
    };
    TestBed.configureTestingModule({ providers: [{ provide: UploadApi, useValue: { upload } }] });
  });

  const list = (): ReturnType<Uploads['of']> => TestBed.inject(Uploads).of(NAME);
  const aFile = (name: string, size = 5): File => new File([new Uint8Array(size)], name);
  const arrive = (name: string): void => underWay.get(name)!.next({ attachment: arrived(name) });
  const states = (): unknown[] =>
    list()
      .uploads()
      .map(({ name, progress, attachment, failure }) => [name, progress, attachment?.id ?? failure]);

  it('are sent at once, tell how far they are, and are announced when they have arrived', () => {
    list().add([aFile('one.png'), aFile('two.png')]);
    underWay.get('one.png')!.next({ progress: 0.5 });
    expect(states()).toEqual([
      ['one.png', 0.5, null],
      ['two.png', 0, null],
    ]);
    arrive('one.png');
    expect(states()[0]).toEqual(['one.png', 1, 'id of one.png']);
    expect(list().said()).toBe('one.png uploaded');
  });

  it('are waited for, and named when the text is sent', async () => {
    list().add([aFile('one.png'), aFile('two.png')]);
    const ready = list().ready();
    arrive('two.png');
    arrive('one.png');
    expect(await ready).toEqual(['id of one.png', 'id of two.png']);
    list().add([aFile('later.png')]);
    list().sent(['id of one.png', 'id of two.png']);
    expect(states()).toEqual([['later.png', 0, null]]);
  });

  it('are refused in words where they are too large or too many, without troubling the others', () => {
    list().add([aFile('large.bin', 10 * 1_048_576 + 1)]);
    list().add(Array.from({ length: 11 }, (_, at) => aFile(`${at}.png`)));
    const failures = list()
      .uploads()
      .flatMap(({ name, failure }) => (failure === null ? [] : [`${name}: ${failure}`]));
    expect(failures).toEqual([
      'large.bin: It has 10 MB, and at most 10 MB are taken.',
      '10.png: At most 10 files go along. Remove one first.',
    ]);
    expect(underWay.size).toBe(10);
  });

  it('hold back the text where one did not arrive, until it is tried again or removed', async () => {
    list().add([aFile('one.png')]);
    underWay.get('one.png')!.error(problem('unreachable', 0));
    expect(states()).toEqual([['one.png', 0, 'The connection was lost.']]);
    await expect(list().ready()).rejects.toThrow('Some files did not arrive');
    list().retry(list().uploads()[0]!);
    arrive('one.png');
    expect(await list().ready()).toEqual(['id of one.png']);
    list().add([aFile('two.png')]);
    underWay.get('two.png')!.error(problem('too_large', 413));
    expect(list().uploads()[1]).toMatchObject({ failure: 'It is too_large.', mayRetry: false });
    list().remove(list().uploads()[1]!);
    expect(await list().ready()).toEqual(['id of one.png']);
  });

  it('stop on their way when they are removed', () => {
    list().add([aFile('one.png')]);
    list().remove(list().uploads()[0]!);
    expect(underWay.get('one.png')!.observed).toBe(false);
    expect(list().isEmpty()).toBe(true);
  });

  it('are back after a reload, as far as they had arrived and the server keeps them', () => {
    const old = arrived('old.png', new Date(Date.now() - 24 * 60 * 60_000).toISOString());
    TestBed.inject(Drafts)
      .of(`${NAME}:files`)
      .write(JSON.stringify([arrived('new.png'), old, 'rubbish', { id: 1 }]));
    expect(states()).toEqual([
      ['new.png', 1, 'id of new.png'],
      ['old.png', 0, 'Deskhand kept this file for a day. Attach it again.'],
    ]);
  });

  it('are kept with the draft and gone with it', () => {
    list().add([aFile('one.png')]);
    arrive('one.png');
    const draft = TestBed.inject(Drafts).of(`${NAME}:files`);
    expect(draft.text()).toContain('one.png');
    list().clear();
    expect(draft.text()).toBe('');
  });

  it('say what the server has against them', () => {
    const errors = [{ pointer: '/attachmentIds', code: 'unknown', detail: 'Upload them again.' }];
    const refused = new Problem({ ...problem('invalid_body', 422).facts, errors });
    expect([fileFaultIn(refused), fileFaultIn(problem('conflict', 409))]).toEqual(['Upload them again.', null]);
  });
});
