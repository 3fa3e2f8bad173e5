import type { ServerProps } from 'payload'
import '#kit/admin/admin.css'
import { requestOf } from '#kit/admin/requestOf.ts'
import { issuingSitesOf, viewerOf } from '../rights.ts'
import { stormWords } from '../stormWords.ts'

/** The ways to the page for emergencies, to the dispatches and to the drills, in the navigation. */
export const StormLinks = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req || !(await viewerOf(req))) return null
  const words = stormWords(req.i18n.language)
  const mayIssue = (await issuingSitesOf(req)).length > 0
  return (
    <>
      {mayIssue ? (
        <a className="coloa-nav" href="/admin/storm">
          {words.storm}
        </a>
      ) : null}
      <a className="coloa-nav" href="/admin/dispatches">
        {words.dispatches}
      </a>
      <a className="coloa-nav" href="/admin/drills">
        {words.drills}
      </a>
    </>
  )
}
