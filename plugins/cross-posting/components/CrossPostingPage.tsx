import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { theOptions } from '../options.ts'
import { crossPostingWords } from './crossPostingWords.ts'
import './crossPosting.css'

/** The pages of cross-posting in the order of their tabs: address below `/admin/cross-posting`, and the word for it. */
const tabs = [
  ['', 'tabIncoming'],
  ['?tab=sent', 'tabSent'],
  ['?tab=settled', 'tabSettled'],
  ['/consents', 'tabConsents'],
  ['/sites', 'tabSites'],
] as const

/** A page of cross-posting, as its address names it. */
export type CrossPostingTab = (typeof tabs)[number][0]

/** A page of cross-posting in the admin's frame, with the ways to the others. */
export const CrossPostingPage = (props: {
  view: AdminViewServerProps
  tab: CrossPostingTab
  title: string
  /** Whether the page is below its tab rather than what the tab leads to. */
  isBelow?: boolean
  /** What waits, beside the first tab. */
  waiting?: number
  children: ReactNode
}) => {
  const words = crossPostingWords(props.view.initPageResult.req.i18n.language)
  const shown = tabs.filter(([path]) => path !== '/consents' || theOptions().consents)
  return (
    <AdminPage title={props.title} view={props.view}>
      <nav aria-label={words.pages} className="coloa-tabs">
        {shown.map(([path, word]) => (
          <a
            aria-current={path !== props.tab ? undefined : props.isBelow ? 'true' : 'page'}
            href={`/admin/cross-posting${path}`}
            key={path}
          >
            {words[word]}
            {path === '' && props.waiting ? <span>{props.waiting}</span> : null}
          </a>
        ))}
      </nav>
      {props.children}
    </AdminPage>
  )
}
