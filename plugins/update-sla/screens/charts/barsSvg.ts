import { INK, svgOf } from '#kit/admin/svgOf.ts'

/** Rates as bars, the first on top, each with its figure. */
export const barsSvg = (options: {
  bars: readonly { name: string; rate: number; text: string }[]
  label: string
}): string => {
  const bars = options.bars.toReversed()
  return svgOf({
    width: 900,
    height: 34 + bars.length * 26,
    label: options.label,
    chart: {
      grid: { top: 6, left: 300, right: 60, bottom: 26 },
      xAxis: {
        type: 'value',
        min: 0,
        max: 100,
        axisLabel: { formatter: '{value} %', color: INK },
        splitLine: { lineStyle: { color: '#8d9299', width: 0.5 } },
      },
      yAxis: {
        type: 'category',
        data: bars.map(({ name }) => name),
        axisLabel: { color: INK, width: 280, overflow: 'truncate', fontSize: 13 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: '#8d9299' } },
      },
      series: [
        {
          type: 'bar',
          barWidth: 14,
          itemStyle: { color: '#2f6ea8' },
          label: { show: true, position: 'right', color: INK, fontSize: 13 },
          data: bars.map(({ rate, text }) => ({
            value: Math.round(rate * 1000) / 10,
            label: { formatter: text },
          })),
        },
      ],
    },
  })
}
