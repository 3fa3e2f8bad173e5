import { ownersFor } from '../clocks/ownersFor.ts'
import { localMoment } from '../screens/localMoment.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { ClockRow } from '../screens/readClocks.ts'
import { ActForm } from './ActForm.tsx'
import { clockWords } from './clockWords.ts'

/** What the signed-in person may do to a clock that runs. */
export const ClockActs = async ({ clock, screen }: { clock: ClockRow; screen: Screen }) => {
  const { req, now } = screen
  const words = clockWords(screen.language)
  if (clock.endedAt || !(await ownersFor(req, 'act')).has(clock.owner)) return null
  const mayAdjust = (await ownersFor(req, 'adjust')).has(clock.owner)
  const path = (act: string) => `/clocks/${clock.id}/${act}`
  const reason = { kind: 'text', name: 'reason', label: words.reason } as const
  return (
    <section aria-labelledby="viec-co-the-lam" className="coloa-acts">
      <h2 id="viec-co-the-lam">{words.acts}</h2>
      <ActForm
        effect={words.actDoneEffect}
        fields={[
          { kind: 'text', name: 'note', label: words.fieldNote },
          {
            kind: 'moment',
            name: 'at',
            label: words.fieldAt,
            hint: words.fieldAtHint,
            isOptional: true,
            offset: localMoment(now).offset,
          },
          {
            kind: 'line',
            name: 'lateReason',
            label: words.fieldLateReason,
            hint: words.fieldLateReasonHint,
            isOptional: true,
          },
          { kind: 'line', name: 'document', label: words.fieldDocument, isOptional: true },
        ]}
        label={words.actDone}
        path={path('done')}
      />
      {!mayAdjust ? null : clock.pausedAt ? (
        <ActForm
          effect={words.actResumeEffect}
          fields={[reason]}
          label={words.actResume}
          path={path('resume')}
        />
      ) : (
        <ActForm
          effect={words.actPauseEffect}
          fields={[reason]}
          label={words.actPause}
          path={path('pause')}
        />
      )}
      {mayAdjust ? (
        <ActForm
          effect={words.actExtendEffect}
          fields={[
            { kind: 'moment', name: 'until', label: words.fieldUntil, ...localMoment(clock.dueAt) },
            reason,
          ]}
          label={words.actExtend}
          path={path('extend')}
        />
      ) : null}
    </section>
  )
}
