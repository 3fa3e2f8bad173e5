import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { slaTabs } from './slaTabs.ts'
import type { SlaTab } from './slaTabs.ts'
import { slaWords } from './slaWords.ts'
import './sla.css'

/** A page of the clocks in the admin's frame, with the ways to the others. */
export const SlaPage = (props: {
  view: AdminViewServerProps
  tab: SlaTab
  title: string
  /** Whether the page is below its tab rather than what the tab leads to. */
  isBelow?: boolean
  children: ReactNode
}) => {
  const words = slaWords(props.view.initPageResult.req.i18n.language)
  return (
    <AdminPage title={props.title} view={props.view}>
      <nav aria-label={words.pages} className="coloa-tabs">
        {slaTabs.map(([path, word]) => (
          <a
            aria-current={path !== props.tab ? undefined : props.isBelow ? 'true' : 'page'}
            href={`/admin/sla${path}`}
            key={path}
          >
            {words[word]}
          </a>
        ))}
      </nav>
      {props.children}
    </AdminPage>
  )
}
