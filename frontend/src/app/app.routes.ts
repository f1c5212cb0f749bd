import type { Routes } from '@angular/router';
import { permissionGuard, signedInGuard, signedInMatch, signedOutGuard } from './platform/signed-in-guard';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./shell/public-frame').then((m) => m.PublicFrame),
    children: [
      {
        path: '',
        canActivate: [signedOutGuard],
        loadComponent: () => import('./landing/landing').then((m) => m.Landing),
      },
    ],
  },
  {
    path: '',
    loadComponent: () => import('./auth/auth-frame').then((m) => m.AuthFrame),
    children: [
      {
        path: 'sign-in',
        title: $localize`Sign in`,
        canActivate: [signedOutGuard],
        loadComponent: () => import('./auth/sign-in').then((m) => m.SignIn),
      },
      {
        path: 'register',
        title: $localize`Create an account`,
        canActivate: [signedOutGuard],
        loadComponent: () => import('./auth/register').then((m) => m.Register),
      },
      {
        path: 'setup',
        title: $localize`Set up Deskhand`,
        loadComponent: () => import('./auth/setup').then((m) => m.Setup),
      },
      {
        path: 'accept-invitation',
        title: $localize`Accept an invitation`,
        loadComponent: () => import('./auth/accept-invitation').then((m) => m.AcceptInvitation),
      },
      {
        path: 'reset-password',
        title: $localize`Choose a new password`,
        loadComponent: () => import('./auth/reset-password').then((m) => m.ResetPassword),
      },
      {
        path: 'forgot-password',
        title: $localize`Forgot your password?`,
        loadComponent: () => import('./auth/forgot-password').then((m) => m.ForgotPassword),
      },
      {
        path: 'confirm-address',
        title: $localize`Confirm your mail address`,
        loadComponent: () => import('./auth/confirm-address').then((m) => m.ConfirmAddress),
      },
      {
        path: 'unsubscribe',
        title: $localize`Mails that you get`,
        loadComponent: () => import('./auth/mail/unsubscribe').then((m) => m.Unsubscribe),
      },
    ],
  },
  {
    path: '',
    canActivate: [signedInGuard],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      // Here and not in a file of their own, which would be one more round trip before the page that people come for.
      {
        path: 'tickets',
        pathMatch: 'full',
        title: $localize`My tickets`,
        loadComponent: () => import('./tickets/mine/my-tickets').then((m) => m.MyTickets),
      },
      {
        path: 'tickets/new',
        title: $localize`New ticket`,
        loadComponent: () => import('./tickets/filing/new-ticket').then((m) => m.NewTicket),
      },
      {
        path: 'tickets/:id',
        title: $localize`Ticket`,
        loadComponent: () => import('./tickets/page/ticket-page').then((m) => m.TicketPage),
      },
      {
        path: 'queue',
        title: $localize`Queue`,
        canActivate: [permissionGuard('ticket.read-all')],
        loadComponent: () => import('./tickets/queue/queue').then((m) => m.Queue),
      },
      {
        path: 'bin',
        title: $localize`Bin`,
        canActivate: [permissionGuard('ticket.restore')],
        loadComponent: () => import('./tickets/bin/bin-page').then((m) => m.BinPage),
      },
      {
        path: 'snippets',
        title: $localize`Snippets`,
        canActivate: [permissionGuard('snippet.keep')],
        loadComponent: () => import('./tickets/snippets/snippets-page').then((m) => m.SnippetsPage),
      },
      {
        path: 'reports',
        title: $localize`Reports`,
        canActivate: [permissionGuard('report.read')],
        loadComponent: () => import('./reports/reports-page').then((m) => m.ReportsPage),
      },
      {
        path: 'people',
        title: $localize`People`,
        canActivate: [permissionGuard('people.list')],
        loadComponent: () => import('./people/people-page').then((m) => m.PeoplePage),
      },
      { path: 'admin', loadChildren: () => import('./admin/admin.routes').then((m) => m.adminRoutes) },
      {
        path: 'account',
        title: $localize`Account`,
        loadComponent: () => import('./auth/account').then((m) => m.Account),
      },
      {
        path: 'not-allowed',
        title: $localize`Not allowed`,
        loadComponent: () => import('./shell/not-allowed').then((m) => m.NotAllowed),
      },
    ],
  },
  // Whatever is left exists for nobody; the frame is the one that its reader is used to.
  {
    path: '',
    canMatch: [signedInMatch],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      {
        path: '**',
        title: $localize`Page not found`,
        loadComponent: () => import('./shell/not-found').then((m) => m.NotFound),
      },
    ],
  },
  {
    path: '',
    loadComponent: () => import('./shell/public-frame').then((m) => m.PublicFrame),
    children: [
      {
        path: '**',
        title: $localize`Page not found`,
        loadComponent: () => import('./shell/not-found').then((m) => m.NotFound),
      },
    ],
  },
];
