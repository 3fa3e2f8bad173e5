'use client'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { ScheduleForm } from './ScheduleForm.tsx'
import { useAct } from './useAct.ts'

/** What can be done with an offer: schedule, accept, decline, reconsider. */
export const OfferActs = (props: {
  id: string
  title: string
  version: number
  priority: 'priority' | 'normal'
  state: string
  /** A coming time its supplier asks for, ISO 8601. */
  proposedAt: string | null
  may: { arrange: boolean; refuse: boolean }
}) => {
  const { act, isBusy, words } = useAct()
  const { id, title, version, state, may } = props
  const isOpen = state === 'offered' || state === 'accepted'
  const quick = (verb: 'accept' | 'reopen', label: string, done: string) => (
    <LiveButton
      buttonStyle="secondary"
      disabled={isBusy}
      onClick={() => void act(`/dispatch/offers/${id}/${verb}`, { version }, fill(done, { title }))}
      size="small"
      type="button"
    >
      {label}
    </LiveButton>
  )
  return (
    <div className="coloa-offer-acts">
      {isOpen && may.arrange ? <ScheduleForm {...props} /> : null}
      {state === 'offered' && may.arrange ? quick('accept', words.accept, words.accepted) : null}
      {isOpen && may.refuse ? (
        <OpenForm
          ask={(data) => ({
            path: `/dispatch/offers/${id}/decline`,
            body: { version, reason: textOf(data, 'reason') },
          })}
          doLabel={words.decline}
          done={() => fill(words.declined, { title })}
          effect={words.declineEffect}
          openLabel={words.decline}
          title={fill(words.declineTitle, { title })}
        >
          <FormField kind="long" label={words.reason} name="reason" />
        </OpenForm>
      ) : null}
      {state === 'declined' && may.arrange ? quick('reopen', words.reopen, words.reopened) : null}
    </div>
  )
}
