'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { proposalWords } from './proposalWords.ts'

/** Gives an adapted copy the newest text of its original again; leads on to the review desk. */
export const ReattachForm = (props: {
  collection: string
  docId: number
  /** Name of the copy's own site. */
  site: string
  /** On a document's page, which is a form itself. */
  isInside?: boolean
}) => {
  const { i18n } = useTranslation()
  const words = proposalWords(i18n.language)
  return (
    <OpenForm
      ask={() => ({
        path: `/cross-posting/copies/${props.collection}/${props.docId}/reattach`,
        body: {},
      })}
      doLabel={words.reattach}
      done={() => words.reattached}
      effect={fill(words.reattachEffect, { site: props.site })}
      goTo={(answer) => `/admin/review/${String(answer.submissionId)}`}
      isInside={props.isInside === true}
      openLabel={words.reattach}
      title={words.reattach}
    />
  )
}
