import { INK, svgOf } from '#kit/admin/svgOf.ts'

/** More bars than this nobody reads; the table has all. */
const MOST_BARS = 24

/** As wide as it is drawn on a screen, so that its letters are as large as those beside it. */
const shapes = {
  wide: { width: 900, mostName: 250, font: 13 },
  narrow: { width: 350, mostName: 110, font: 12 },
} as const

/** Devices to be reached and devices that played, a pair of bars a row; dark and light, so that grey paper tells them apart. */
export const statisticsChart = (options: {
  rows: readonly { label: string; targets: number; played: number }[]
  names: { targets: string; played: string }
  label: string
  /** Of the place it is for. */
  shape: keyof typeof shapes
}): string => {
  const { width, mostName, font } = shapes[options.shape]
  const rows = options.rows.slice(0, MOST_BARS).toReversed()
  const longest = Math.max(...rows.map(({ label }) => label.length))
  const nameWidth = Math.min(mostName, Math.ceil(longest * font * 0.6) + 4)
  const bars = (name: string, color: string, pick: 'targets' | 'played') => ({
    name,
    type: 'bar',
    barGap: '10%',
    itemStyle: { color, borderColor: INK, borderWidth: 0.5 },
    label: { show: true, position: 'right', color: INK, fontSize: font },
    data: rows.map((row) => row[pick]),
  })
  return svgOf({
    width,
    height: 60 + rows.length * 44,
    label: options.label,
    chart: {
      // To the right of the longest bar there is room for its number.
      grid: { top: 10, left: nameWidth + 10, right: 60, bottom: 26 },
      xAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: options.shape === 'narrow' ? 2 : 5,
        axisLabel: { color: INK, fontSize: font },
        splitLine: { lineStyle: { color: '#8d9299', width: 0.5 } },
      },
      yAxis: {
        type: 'category',
        data: rows.map(({ label }) => label),
        axisLabel: { color: INK, width: nameWidth, overflow: 'break', fontSize: font },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: '#8d9299' } },
      },
      series: [
        bars(options.names.played, '#2f6ea8', 'played'),
        bars(options.names.targets, '#d9dee4', 'targets'),
      ],
    },
  })
}
