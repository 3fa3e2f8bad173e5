import type { SlaWords } from './slaWords.ts'

/** The ways to take a list along, filtered as it is shown. */
export const ExportLinks = (props: {
  what: 'clocks' | 'windows' | 'league'
  query: string
  /** @default "Download" */
  label?: string
  words: SlaWords
}) => {
  const { what, query, words } = props
  const address = (kind: string) =>
    `/api/update-sla/exports/${what}.${kind}${query === '' ? '' : `?${query}`}`
  return (
    <p className="coloa-export">
      {props.label ?? words.export}:{' '}
      <a download href={address('xlsx')}>
        {words.exportXlsx}
      </a>{' '}
      ·{' '}
      <a download href={address('csv')}>
        {words.exportCsv}
      </a>
    </p>
  )
}
