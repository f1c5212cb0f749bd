import { afterRenderEffect, Component, DestroyRef, ElementRef, inject, input, output, viewChild } from '@angular/core';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { ColorSchemeChoice } from '../../platform/color-scheme';
import { mediaFits } from '../../platform/media';
import { chartColors } from './chart-colors';
import type { ChartModel } from './chart-model';
import { chartConfiguration } from './chart-options';

Chart.register(
  ...[BarController, BarElement, CategoryScale, LinearScale],
  ...[LineController, LineElement, PointElement, Tooltip],
);

/** Pixels of one bar with its name, and of a course. */
const BAR_HEIGHT = 30;
const COURSE_HEIGHT = 240;

/** The picture of a chart, for eyes only: whoever does not see it has its summary and its table. */
@Component({
  selector: 'dh-chart-canvas',
  host: { 'aria-hidden': 'true', '[style.block-size.px]': 'height()' },
  template: '<canvas #canvas></canvas>',
  styles: `
    :host {
      display: block;
      position: relative;
      min-inline-size: 0;
    }
    canvas {
      position: absolute;
      inset: 0;
    }
  `,
})
export class ChartCanvas {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly scheme = inject(ColorSchemeChoice).chosen;
  private readonly isDark = mediaFits('(prefers-color-scheme: dark)');
  private chart: Chart<'line' | 'bar', (number | null)[]> | null = null;

  readonly model = input.required<ChartModel>();
  /** The place of the row that was clicked on. */
  readonly chosen = output<number>();

  constructor() {
    // After the scheme has reached the page, whose colours are read.
    afterRenderEffect(() => {
      this.scheme();
      this.isDark();
      this.draw(this.model());
    });
    inject(DestroyRef).onDestroy(() => this.chart?.destroy());
  }

  protected height(): number {
    const { kind, rows } = this.model();
    return kind === 'bars' ? Math.max(rows.length, 1) * BAR_HEIGHT : COURSE_HEIGHT;
  }

  private draw(model: ChartModel): void {
    this.chart?.destroy();
    const canvas = this.canvas().nativeElement;
    // A browser that cannot draw has the table.
    if (canvas.getContext('2d') === null) return;
    const configuration = chartConfiguration(model, chartColors(this.host.nativeElement), (row) => {
      this.chosen.emit(row);
    });
    this.chart = new Chart(canvas, configuration);
  }
}
