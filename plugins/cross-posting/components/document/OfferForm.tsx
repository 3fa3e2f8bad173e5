'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf, textsOf } from '#kit/admin/forms/textsOf.ts'
import type { Receiver } from '../../screens/readDocument.ts'
import { crossPostingWords } from '../crossPostingWords.ts'
import { documentWords } from './documentWords.ts'
import { SiteChoice } from './SiteChoice.tsx'

/** Offers a public document to sites of choice, or proposes it to the city. */
export const OfferForm = (props: {
  collection: string
  id: number
  isProposal: boolean
  receivers: readonly Receiver[]
  onDone: () => void
}) => {
  const { i18n } = useTranslation()
  const words = crossPostingWords(i18n.language)
  const said = documentWords(i18n.language)
  const { isProposal, receivers } = props
  const label = isProposal ? said.propose : said.offer
  return (
    <OpenForm
      ask={(data) => {
        const logs = isProposal ? receivers.map((one) => one.code) : textsOf(data, 'logs')
        if (logs.length === 0) return { missing: said.offerNone }
        const body = {
          collection: props.collection,
          id: props.id,
          logs,
          note: textOf(data, 'note'),
          mode: textOf(data, 'mode'),
        }
        return { path: '/cross-posting/offers', body }
      }}
      doLabel={said.offerDo}
      done={(answer) => {
        const [offered, skipped] = [answer.offered, answer.skipped] as unknown[][] // as the endpoint says
        return fill(skipped?.length ? said.offeredSkipped : said.offered, {
          n: offered?.length ?? 0,
          skipped: skipped?.length ?? 0,
        })
      }}
      effect={isProposal ? said.proposeEffect : said.offerEffect}
      isInside
      onDone={props.onDone}
      openLabel={label}
      title={isProposal ? said.propose : said.offerTitle}
    >
      {isProposal ? null : <SiteChoice receivers={receivers} words={said} />}
      <FormField isOptional kind="long" label={said.offerNote} name="note" />
      <FormField
        label={said.offerMode}
        name="mode"
        options={[
          ['copy', words.modeCopy],
          ['link', words.modeLink],
        ]}
        value="copy"
      />
    </OpenForm>
  )
}
