import type { Routes } from '@angular/router';

export const ticketRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`My tickets`,
    loadComponent: () => import('./mine/my-tickets').then((m) => m.MyTickets),
  },
  {
    path: 'new',
    title: $localize`New ticket`,
    loadComponent: () => import('./filing/new-ticket').then((m) => m.NewTicket),
  },
  {
    path: ':id',
    title: $localize`Ticket`,
    loadComponent: () => import('./page/ticket-page').then((m) => m.TicketPage),
  },
];
