import { BarChart, HeatmapChart } from 'echarts/charts'
import { CalendarComponent, GridComponent, VisualMapComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, HeatmapChart, CalendarComponent, GridComponent, VisualMapComponent, SVGRenderer])

/** The colour of text: the page's own, also in the dark and on paper. */
export const INK = '#1f2328'

/**
 * Draws a chart as SVG that scales with its place, needs no script, and prints.
 *
 * @param options.label what the chart shows, for those who do not see it
 * @param options.over drawn on top, for instance links; given the finished chart
 */
export const svgOf = (options: {
  chart: EChartsCoreOption
  width: number
  height: number
  label: string
  /** A picture, or a group of links. @default 'img' */
  role?: 'img' | 'group'
  over?: (chart: EChartsType) => string
}): string => {
  const { width, height } = options
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...options.chart })
    return chart
      .renderToSVGString()
      .replace(/<style[\s\S]*?<\/style>/, '')
      .replaceAll(/ class="zr[^"]*"/g, '')
      .replaceAll(INK, 'currentColor')
      .replace(
        /<svg width="\d+" height="\d+"/,
        `<svg role="${options.role ?? 'img'}" aria-label="${escape(options.label)}"`,
      )
      .replace(/<\/svg>\s*$/, `${options.over?.(chart) ?? ''}</svg>`)
  } finally {
    chart.dispose()
  }
}

/** Text as it may stand in SVG. */
export const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )
