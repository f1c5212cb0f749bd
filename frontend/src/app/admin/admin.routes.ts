import type { Routes } from '@angular/router';
import { permissionGuard } from '../platform/signed-in-guard';

/** Each page beside the list has its entry in `frame/sections.ts`. */
export const adminRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Settings`,
    canActivate: [permissionGuard('settings.manage')],
    loadComponent: () => import('./frame/admin-home').then((m) => m.AdminHome),
  },
  {
    path: '',
    canActivate: [permissionGuard('settings.manage')],
    loadComponent: () => import('./frame/admin-frame').then((m) => m.AdminFrame),
    children: [
      {
        path: 'organisation',
        title: $localize`Organisation`,
        loadComponent: () => import('./organisation/organisation-page').then((m) => m.OrganisationPage),
      },
      {
        path: 'rules',
        title: $localize`Registration and limits`,
        loadComponent: () => import('./rules/rules-page').then((m) => m.RulesPage),
      },
      {
        path: 'categories',
        title: $localize`Categories`,
        loadComponent: () => import('./categories/categories-page').then((m) => m.CategoriesPage),
      },
      {
        path: 'statuses',
        title: $localize`Statuses`,
        loadComponent: () => import('./statuses/statuses-page').then((m) => m.StatusesPage),
      },
      {
        path: 'import',
        title: $localize`Import`,
        loadComponent: () => import('./import/import-page').then((m) => m.ImportPage),
      },
      {
        path: 'mail',
        title: $localize`Mail`,
        loadComponent: () => import('./mail/log/mail-log-page').then((m) => m.MailLogPage),
      },
      {
        path: 'mail/:id',
        title: $localize`Mail`,
        loadComponent: () => import('./mail/one/mail-page').then((m) => m.MailPage),
      },
      {
        path: 'trail',
        title: $localize`Trail`,
        loadComponent: () => import('./trail/trail-page').then((m) => m.TrailPage),
      },
    ],
  },
];
