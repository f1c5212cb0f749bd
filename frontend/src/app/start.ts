export { App } from './app';
export { appConfig } from './app.config';
