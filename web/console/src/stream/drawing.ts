import uPlot from 'uplot';

/** What a drawing is made of, apart from its values. */
export interface DrawingOptions {
  /** How many lines there are; the second is dashed, so that it is told apart without colours. */
  readonly lines: number;
  /** The top of the scale is not below this. */
  readonly least: number;
  readonly format: (value: number) => string;
  readonly clock: (ms: number) => string;
}

const HEIGHT_PX = 160;
const LINE_COLOURS = ['--accent', '--warn'] as const;
const MS_PER_S = 1000;
/** A stream that has just begun has one value, or few: they stand at the end of this much time. */
const LEAST_TIME_S = 60;
/** Of room for the numbers beside the scale. */
const SCALE_PX = 76;
/** Of room for the times below. */
const TIMES_PX = 32;

/** A colour of the page as a canvas understands it: in the scheme of now. */
function colour(element: HTMLElement, name: string): string {
  const probe = element.ownerDocument.createElement('span');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

/** Draws lines over time into an element. */
export function draw(
  element: HTMLElement,
  { lines, least, format, clock }: DrawingOptions,
  data: uPlot.AlignedData,
): uPlot {
  const faint = colour(element, '--faint');
  const grid = { stroke: colour(element, '--line'), width: 1 };
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  const axis = { stroke: faint, grid, ticks: grid, font };
  return new uPlot(
    {
      width: element.clientWidth,
      height: HEIGHT_PX,
      legend: { show: false },
      cursor: { drag: { x: false, y: false } },
      scales: {
        x: { range: (_plot, from, to) => [Math.min(from, to - LEAST_TIME_S), to] },
        y: { range: (_plot, _low, high) => [0, Math.max(least, high * 1.1)] },
      },
      axes: [
        { ...axis, size: TIMES_PX, space: 90, values: (_plot, splits) => splits.map((at) => clock(at * MS_PER_S)) },
        { ...axis, size: SCALE_PX, values: (_plot, splits) => splits.map(format) },
      ],
      series: [
        {},
        ...LINE_COLOURS.slice(0, lines).map((name, index) => ({
          stroke: colour(element, name),
          width: 2,
          // A single value is no line.
          points: { show: (plot: uPlot) => plot.data[0].length === 1 },
          ...(index === 0 ? {} : { dash: [6, 4] }),
        })),
      ],
    },
    data,
    element,
  );
}

/** The values of lines as uPlot wants them: times in seconds, then a list a line. */
export function aligned<Point extends { readonly atMs: number }>(
  points: readonly Point[],
  lines: readonly { value(point: Point): number | null }[],
): uPlot.AlignedData {
  return [points.map(({ atMs }) => atMs / MS_PER_S), ...lines.map((line) => points.map((point) => line.value(point)))];
}
