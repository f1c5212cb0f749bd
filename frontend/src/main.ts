import { bootstrapApplication } from '@angular/platform-browser';

// From a function: where a script asks for another one V8 looks up the place, and at the top level of this one it would
// read all of Angular a second time for it, which takes a slow phone some sixty milliseconds.
queueMicrotask(() => {
  void import('./app/start').then(({ App, appConfig }) => bootstrapApplication(App, appConfig));
});
