import { inject, Service } from '@angular/core';
import { Organisation } from '../../platform/organisation';
import { type Draft, Drafts } from '../model/drafts';
import { UploadApi } from './upload-api';
import { UploadList } from './upload-list';

/** Until the settings are known. */
const DEFAULTS = { megabytes: 10, count: 10 };

/** The files of each draft. They go on uploading while their page is left, and are there when it is back. */
@Service()
export class Uploads {
  private readonly api = inject(UploadApi);
  private readonly drafts = inject(Drafts);
  private readonly organisation = inject(Organisation);
  private readonly opened = new Map<Draft, UploadList>();

  /** The same list wherever it is asked for, by the name of the draft that the files go with. */
  of(draftName: string): UploadList {
    const draft = this.drafts.of(`${draftName}:files`);
    const known = this.opened.get(draft);
    if (known) return known;
    const list = new UploadList(this.api, draft, () => {
      const facts = this.organisation.facts();
      return facts ? { megabytes: facts.attachmentMegabytes, count: facts.attachmentsPerComment } : DEFAULTS;
    });
    this.opened.set(draft, list);
    return list;
  }
}
