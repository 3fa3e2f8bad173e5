import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { fill } from '#domain/text/fill.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { queueMail } from '#kit/mail/queueMail.ts'
import type { TickState } from '../clocks/tickState.ts'
import type { Recount } from '../recount.ts'
import { moment } from './alertText.ts'
import { alertWords } from './alertWords.ts'
import { mailBody } from './mailBody.ts'
import { readRecipients } from './readRecipients.ts'
import { recountWords } from './recountWords.ts'
import { tellingOptions } from './tellingOptions.ts'

const MOST_ROWS = 50

/**
 * Tells operations what the nightly recount found to differ: rows were written past the tick. The same verdicts are told once,
 * not each night.
 */
export const tellRecount = async (
  client: ClientBase,
  context: Pick<JobContext, 'env'>,
  { found, state }: { found: Recount; state: TickState },
): Promise<void> => {
  const { clocks, dues, verdicts } = found
  if (clocks + dues + verdicts.length === 0) return
  const { all } = state.calendars
  const night = clocks + dues > 0 ? all.dayOf(state.now) : ''
  const print = createHash('sha256')
    .update(JSON.stringify([night, verdicts]))
    .digest('base64url')
    .slice(0, 22)
  const recipients = await readRecipients(client, context.env.opsMail)
  for (const { email, language } of recipients.of('', ['ops'])) {
    const words = recountWords(language)
    const shared = alertWords(language)
    const labelOf = (code: string) =>
      state.versions.all.findLast((one) => one.code === code)?.label[language] ?? code
    const body = mailBody({
      language,
      fact: fill(words.fact, {
        at: moment(state.now),
        verdicts: verdicts.length,
        clocks: clocks + dues,
      }),
      action: words.action,
      actionUrl: `${context.env.publicUrl}/admin/sla`,
      actionLink: shared.open,
      tables:
        verdicts.length === 0
          ? []
          : [
              {
                caption: words.caption,
                heads: [shared.site, words.window, words.day, words.stored, words.counted],
                rows: verdicts
                  .slice(0, MOST_ROWS)
                  .map((one) => [
                    one.site,
                    labelOf(one.window),
                    one.day.split('-').toReversed().join('/'),
                    one.stored === null ? words.missing : words[one.stored],
                    words[one.counted],
                  ]),
                more:
                  verdicts.length > MOST_ROWS
                    ? fill(words.more, { n: verdicts.length - MOST_ROWS })
                    : undefined,
              },
            ],
      notes: [words.kept],
      signature: [shared.signature, shared.change],
    })
    await (tellingOptions().queueMail ?? queueMail)(client, {
      key: `sla:recount:${print}:${email}`,
      to: [email],
      subject: fill(words.subject, { verdicts: verdicts.length, clocks: clocks + dues }),
      ...body,
    })
  }
}
