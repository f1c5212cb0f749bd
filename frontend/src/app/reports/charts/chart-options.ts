import type { ChartConfiguration, ChartDataset, ChartOptions, TooltipItem } from 'chart.js';
import type { ChartColors } from './chart-colors';
import type { ChartModel, ChartRow } from './chart-model';

type Kind = 'line' | 'bar';
type Values = (number | null)[];

/** Pixels of a letter beside a bar: names that would take more than half the width are cut there, and whole in the table. */
const LETTER = 7;
const FONT = "'Inter Variable', system-ui, sans-serif";
/** Most labels on the axis of time. */
const TIME_LABELS = 8;

/** Nothing moves: a picture that is redrawn with each filter should not dance. */
export function chartConfiguration(
  model: ChartModel,
  colors: ChartColors,
  choose: (row: number) => void,
): ChartConfiguration<Kind, Values> {
  const isBars = model.kind === 'bars';
  return {
    type: isBars ? 'bar' : 'line',
    data: {
      labels: model.rows.map(({ label }) => label),
      datasets: model.series.map((label, at) => datasetOf(model, colors, label, at)),
    },
    options: {
      ...{ animation: false, responsive: true, maintainAspectRatio: false, indexAxis: isBars ? 'y' : 'x' },
      interaction: { mode: 'index', intersect: false, axis: isBars ? 'y' : 'x' },
      onClick: (_, [element]) => {
        if (element) choose(element.index);
      },
      onHover: ({ native }, [element]) => {
        const target = native?.target;
        const leads = element !== undefined && model.rows[element.index]?.link !== null;
        if (target instanceof HTMLElement) target.style.cursor = leads ? 'pointer' : '';
      },
      scales: isBars ? barScales(model, colors) : courseScales(model, colors),
      plugins: { legend: { display: false }, tooltip: tooltipOf(model, colors) },
    },
  };
}

function datasetOf(model: ChartModel, colors: ChartColors, label: string, at: number): ChartDataset<Kind, Values> {
  const data = model.rows.map(({ values }) => values[at] ?? null);
  const color = at === 0 ? colors.main : colors.second;
  if (model.kind === 'bars') {
    return { type: 'bar', label, data, backgroundColor: color, hoverBackgroundColor: color, ...BAR };
  }
  const isFew = data.length <= 2;
  return {
    type: 'line',
    label,
    data,
    borderColor: color,
    backgroundColor: color,
    hoverBackgroundColor: color,
    hoverBorderColor: color,
    borderWidth: 2,
    borderDash: at === 0 ? [] : [5, 4],
    pointRadius: isFew ? 4 : 0,
    pointHoverRadius: 5,
    spanGaps: true,
  };
}

const BAR = { borderRadius: 4, maxBarThickness: 16 };

function barScales(model: ChartModel, colors: ChartColors): ChartOptions<Kind>['scales'] {
  const short = (label: string, most: number): string => (label.length > most ? `${label.slice(0, most - 1)}…` : label);
  const name = ({ label = '', cells = [] }: Partial<ChartRow>, width: number): string => {
    const count = cells[0] ?? '';
    return `${short(label, Math.floor(width / 2 / LETTER) - count.length - 2)}  ${count}`;
  };
  const ticks = { color: colors.text, font: { family: FONT, size: 12 }, autoSkip: false };
  return {
    x: { display: false, beginAtZero: true },
    y: {
      grid: { display: false },
      border: { display: false },
      ticks: {
        ...ticks,
        callback(_, at) {
          return name(model.rows[at] ?? {}, this.chart.width);
        },
      },
    },
  };
}

function courseScales(model: ChartModel, colors: ChartColors): ChartOptions<Kind>['scales'] {
  const ticks = { color: colors.text, font: { family: FONT, size: 12 } };
  const most = Math.max(0, ...model.rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const step = model.stepFor ? { stepSize: model.stepFor(most) } : { precision: 0 };
  return {
    x: {
      grid: { display: false },
      border: { color: colors.line },
      ticks: { ...ticks, maxTicksLimit: TIME_LABELS, maxRotation: 0, autoSkipPadding: 12 },
    },
    y: {
      beginAtZero: true,
      grid: { color: colors.line },
      border: { display: false },
      ticks: { ...ticks, ...step, maxTicksLimit: 7, callback: (value) => model.format(Number(value)) },
    },
  };
}

function tooltipOf(model: ChartModel, colors: ChartColors): object {
  return {
    backgroundColor: colors.hint,
    titleColor: colors.hintText,
    bodyColor: colors.hintText,
    titleFont: { family: FONT },
    bodyFont: { family: FONT },
    displayColors: false,
    animation: false,
    callbacks: {
      title: ([item]: TooltipItem<Kind>[]) => model.rows[item?.dataIndex ?? 0]?.label ?? '',
      label: ({ dataset, raw }: TooltipItem<Kind>) =>
        `${dataset.label ?? ''}: ${raw === null ? '–' : model.format(Number(raw))}`,
    },
  };
}
