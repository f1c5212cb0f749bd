import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { filter, map, type Observable } from 'rxjs';
import { type Attachment, ATTACHMENTS_URL } from './attachment';

/** How much has gone, from 0 to 1, and at the end what became of it. */
export type UploadStep = { readonly progress: number } | { readonly attachment: Attachment };

@Service()
export class UploadApi {
  private readonly http = inject(HttpClient);

  /** Ends with the attachment; whoever stops listening stops the upload. */
  upload(file: File): Observable<UploadStep> {
    const form = new FormData();
    form.set('file', file, file.name);
    return this.http.post<Attachment>(ATTACHMENTS_URL, form, { observe: 'events', reportUploadProgress: true }).pipe(
      map((event): UploadStep | null => {
        if (event.type === HttpEventType.UploadProgress) return { progress: event.loaded / (event.total ?? file.size) };
        return event.type === HttpEventType.Response && event.body ? { attachment: event.body } : null;
      }),
      filter((step) => step !== null),
    );
  }
}
