import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { PortalError } from '#kit/portalError.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import { spokenOfDraft } from '../content/spokenOf.ts'
import { wantedSpeech } from '../content/wantedForms.ts'
import { theForms } from '../formsOptions.ts'
import { makeOfDraft } from '../makeForm.ts'
import { readMade } from '../store/madeForms.ts'

type Draft = { text?: string | null; spokenText?: string | null; audio?: unknown }

/** Has the speech of a draft ready before anybody releases it, so that an emergency goes out with its sound at once. */
export const createMakeSpeech =
  (context: JobContext): Task =>
  async (payload) => {
    const { bulletin: id } = payload as { bulletin: number }
    if (!theForms().mediaDir || (await theForms().voice.version()) === null) return
    const draft = (await context.payload.findByID({
      collection: 'bulletins',
      id,
      draft: true,
      depth: 0,
      locale: 'vi',
      overrideAccess: true, // a job acts for nobody
      disableErrors: true,
    })) as Draft | null
    if (!draft?.text || draft.audio) return
    const text = spokenOfDraft({ text: draft.text, spokenText: draft.spokenText })
    const wanted = wantedSpeech(text, 'vi')
    const sql = sqlOn(context.pool)
    if ((await readMade(sql, [wanted.key])).size > 0) return
    try {
      await makeOfDraft(wanted)
    } catch (error) {
      // Whoever listens is told; a text that no voice can read stays a text.
      if (!(error instanceof PortalError)) throw error
      context.logger.warn({ bulletin: id, code: error.code }, 'dispatch: a draft was not spoken')
    }
  }
