import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { filter, map, type Observable } from 'rxjs';

export type ImportReport = components['schemas']['ImportReportDto'];

/** How much has gone, from 0 to 1, and at the end what came of it. */
export type ImportStep = { readonly progress: number } | { readonly report: ImportReport };

export interface ImportOrder {
  readonly file: File;
  readonly isPacked: boolean;
  /** Such as `description=Document`. */
  readonly map: readonly string[];
  readonly dryRun: boolean;
}

@Service()
export class ImportApi {
  private readonly http = inject(HttpClient);

  /** Whoever stops listening stops the import; what was committed stays. */
  send({ file, isPacked, map: columns, dryRun }: ImportOrder): Observable<ImportStep> {
    const options = {
      observe: 'events',
      reportUploadProgress: true,
      params: { map: columns, dryRun },
      headers: { 'Content-Type': isPacked ? 'application/gzip' : 'text/csv' },
    } as const;
    return this.http.post<ImportReport>('/api/v1/imports', file, options).pipe(
      map((event): ImportStep | null => {
        if (event.type === HttpEventType.UploadProgress) return { progress: event.loaded / (event.total ?? file.size) };
        return event.type === HttpEventType.Response && event.body ? { report: event.body } : null;
      }),
      filter((step) => step !== null),
    );
  }
}
