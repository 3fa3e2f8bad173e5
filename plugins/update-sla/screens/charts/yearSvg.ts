import type { EChartsType } from 'echarts/core'
import type { DayOfWindows } from '../readSiteYear.ts'
import { escape, INK, svgOf } from '#kit/admin/svgOf.ts'

/** How a day stands: 0 kept, 1 partly missed, 2 all missed. */
export const gradeOf = ({ owed, missed }: DayOfWindows): 0 | 1 | 2 =>
  missed === 0 ? 0 : missed < owed ? 1 : 2

/** Colour of each grade; light to dark, so that grey paper tells them apart. */
export const gradeColours = ['#bfe3ca', '#f3b53f', '#a3201f'] as const

/**
 * The calendar of a site's year: a cell for each day something was owed, with the number of missed windows in it.
 *
 * @param options.hrefOf where a day leads
 * @param options.titleOf what a pointer over a day tells
 */
export const yearSvg = (options: {
  days: readonly DayOfWindows[]
  year: number
  label: string
  /** Monday first. */
  weekdays: readonly string[]
  months: readonly string[]
  hrefOf: (day: string) => string
  titleOf: (day: DayOfWindows) => string
}): string => {
  const { days, weekdays } = options
  return svgOf({
    width: 1120,
    height: 186,
    label: options.label,
    role: 'group',
    chart: {
      calendar: {
        top: 26,
        left: 44,
        right: 4,
        cellSize: ['auto', 22],
        range: String(options.year),
        itemStyle: { color: 'transparent', borderColor: '#8d9299', borderWidth: 0.5 },
        splitLine: { lineStyle: { color: INK, width: 1.2 } },
        dayLabel: {
          firstDay: 1,
          nameMap: [weekdays[6], ...weekdays.slice(0, 6)],
          color: INK,
          fontSize: 12,
        },
        monthLabel: { nameMap: [...options.months], color: INK, fontSize: 12 },
        yearLabel: { show: false },
      },
      visualMap: {
        show: false,
        type: 'piecewise',
        dimension: 1,
        pieces: gradeColours.map((color, value) => ({ value, color })),
      },
      series: [
        {
          type: 'heatmap',
          coordinateSystem: 'calendar',
          data: days.map((day) => ({
            value: [day.day, gradeOf(day), day.missed],
            label: {
              show: day.missed > 0,
              formatter: String(day.missed),
              color: gradeOf(day) === 2 ? '#ffffff' : '#000000',
              fontSize: 12,
            },
          })),
        },
      ],
    },
    over: (chart) =>
      days
        .map((day) => {
          const [x = 0, y = 0] = placeOf(chart, day.day)
          // The table below leads to the same days by keyboard.
          return `<a href="${escape(options.hrefOf(day.day))}" tabindex="-1" aria-hidden="true"><title>${escape(options.titleOf(day))}</title><rect x="${(x - 10).toFixed(1)}" y="${(y - 11).toFixed(1)}" width="20" height="22" fill="transparent"/></a>`
        })
        .join(''),
  })
}

/** The middle of a day's cell. */
const placeOf = (chart: EChartsType, day: string): number[] =>
  chart.convertToPixel('calendar', [day])
