import { Component } from '@angular/core';
import { Avatar } from '../ui/avatar';
import { StatusChip } from '../ui/status-chip';

/** A ticket in small, drawn with the product's own pieces. A picture, so hidden from screen readers. */
@Component({
  selector: 'dh-ticket-sketch',
  imports: [Avatar, StatusChip],
  host: { 'aria-hidden': 'true' },
  templateUrl: './ticket-sketch.html',
  styleUrl: './ticket-sketch.scss',
})
export class TicketSketch {}
