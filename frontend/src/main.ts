import { bootstrapApplication } from '@angular/platform-browser';

void import('./app/start').then(({ App, appConfig }) => bootstrapApplication(App, appConfig));
