import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { Filters } from '#kit/admin/Filters.tsx'
import { queryOf } from '#kit/admin/query.ts'
import { openStatistics, seesStatistics } from '../openStatistics.ts'
import { statisticsChart } from '../statisticsChart.ts'
import { dimensions, statisticsAddress } from '../statisticsQuery.ts'
import { statisticsWordsOf } from '../statisticsWords.ts'
import { PrintStatistics } from './PrintStatistics.tsx'
import { StatisticsTable } from './StatisticsTable.tsx'
import './statistics.css'

const ADDRESS = '/admin/grassroots-statistics'

/** `/admin/grassroots-statistics`: what went out and how far it came, by month, body, commune, topic, level or form. */
export const Statistics = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, ADDRESS)
  const words = statisticsWordsOf(req.i18n.language)
  if (!(await seesStatistics(req))) {
    return (
      <AdminPage title={words.title} view={view}>
        <p>{words.forbidden}</p>
      </AdminPage>
    )
  }
  const opened = await openStatistics(req, queryOf(view.searchParams), new Date())
  const { asked, rows } = opened
  const address = statisticsAddress(asked)
  return (
    <AdminPage title={words.title} view={view}>
      <p>{fill(words.intro, { from: dayText(asked.from), to: dayText(asked.to) })}</p>
      <Filters
        action={ADDRESS}
        doLabel={words.show}
        fields={[
          {
            name: 'by',
            label: words.by,
            value: asked.by,
            options: dimensions.map((one) => [one, words[`by_${one}`]] as const),
          },
          { name: 'from', label: words.from, value: asked.from, isDay: true },
          { name: 'to', label: words.to, value: asked.to, isDay: true },
        ]}
        mayClear={false}
        words={{ filter: words.show, clear: words.clear }}
      />
      {rows.length === 0 ? (
        <p className="coloa-empty">{words.empty}</p>
      ) : (
        <>
          <figure className="coloa-statistics-chart">
            {(['wide', 'narrow'] as const).map((shape) => (
              <div
                className={`coloa-statistics-${shape}`}
                dangerouslySetInnerHTML={{
                  __html: statisticsChart({
                    rows,
                    names: words,
                    label: `${words.chart}. ${words.chartTable}`,
                    shape,
                  }),
                }}
                key={shape}
              />
            ))}
            <figcaption>
              {words.chart}: <span className="coloa-key-played">{words.played}</span>,{' '}
              <span className="coloa-key-targets">{words.targets}</span>
            </figcaption>
          </figure>
          <StatisticsTable opened={opened} words={words} />
          <p className="coloa-statistics-acts">
            {words.export}:{' '}
            <a download href={`/api/dispatch/statistics/statistics.xlsx?${address}`}>
              Excel
            </a>{' '}
            ·{' '}
            <a download href={`/api/dispatch/statistics/statistics.csv?${address}`}>
              CSV
            </a>
          </p>
          <PrintStatistics label={words.print} />
        </>
      )}
    </AdminPage>
  )
}

const dayText = (day: string): string => day.split('-').toReversed().join('/')
