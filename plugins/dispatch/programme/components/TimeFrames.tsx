import type { AdminViewServerProps } from 'payload'
import { dayOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import type { Frame } from '#domain/dispatch/programme/timeFrames.ts'
import { fill } from '#domain/text/fill.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { poolOf } from '../poolOf.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import { frameWords } from './frameWords.ts'
import type { FrameWords } from './frameWords.ts'
import { dayText } from '../screens/dayText.ts'
import { readFrameVersions } from '../screens/readFrameVersions.ts'
import type { ShownFrames } from '../screens/readFrameVersions.ts'
import { FramesForm } from './FramesForm.tsx'
import { openScreen } from './openScreen.ts'
import { ProgrammePage } from './ProgrammePage.tsx'

/** `/admin/time-frames`: the hours of radio and boards a commune set for itself, now and from a day on. */
export const TimeFrames = async (view: AdminViewServerProps) => {
  const screen = await openScreen(view, '/admin/time-frames')
  const { req, words, now, unit } = screen
  const said = frameWords(screen.language)
  if (!unit)
    return (
      <AdminPage title={words.title} view={view}>
        <p>{screen.problem}</p>
      </AdminPage>
    )
  const today = dayOf(now.getTime())
  const media: Medium[] = ['radio', 'board']
  const shown = await Promise.all(
    media.map((medium) =>
      readFrameVersions(poolOf(req) as never, { unitCode: unit.code, medium, today }),
    ),
  )
  return (
    <ProgrammePage tab="frames" unit={unit} view={view} words={words}>
      <p>{said.framesIntro}</p>
      <div className="coloa-media">
        {shown.map((one) => (
          <section aria-labelledby={`frames-${one.medium}`} key={one.medium}>
            <h2 id={`frames-${one.medium}`}>{words[one.medium]}</h2>
            <InForce said={said} shown={one} words={words} />
            {unit.isOwn ? (
              <FramesForm
                frames={[...one.frames]}
                medium={one.medium}
                today={today}
                unitCode={unit.code}
              />
            ) : null}
          </section>
        ))}
      </div>
    </ProgrammePage>
  )
}

type Said = { words: ProgrammeWords; said: FrameWords }

const InForce = ({ shown, words, said }: Said & { shown: ShownFrames }) => (
  <>
    <h3>{said.framesNow}</h3>
    <FrameLines frames={shown.frames} said={said} words={words} />
    <p>
      {shown.since ? fill(said.framesSince, { day: dayText(shown.since) }) : said.framesDefault}
    </p>
    {shown.coming.map((one) => (
      <div key={one.validFrom}>
        <h3>{fill(said.framesFuture, { day: dayText(one.validFrom) })}</h3>
        <FrameLines frames={one.frames} said={said} words={words} />
      </div>
    ))}
  </>
)

const FrameLines = ({ frames, words, said }: Said & { frames: readonly Frame[] }) => (
  <ul>
    {frames.map((one) => (
      <li key={`${one.days.join('')}${one.from}`}>
        <strong>
          {one.from}–{one.to}
        </strong>{' '}
        {one.days.length === 7
          ? said.everyDay
          : one.days.map((day) => words[`weekday_${day as 1}`]).join(', ')}
      </li>
    ))}
  </ul>
)
