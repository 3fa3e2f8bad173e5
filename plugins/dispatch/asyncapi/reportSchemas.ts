import { z } from 'zod'
import { reportBodyShape, reportEnvelopeShape } from '../reports/envelope.ts'
import { envelopeSchema } from './messageSchemas.ts'

/** What stands in a report, as the hub takes it. */
export const reportSchema = reportBodyShape.meta({ title: 'Report' })

/** A signed report. */
export const signedReportSchema = reportEnvelopeShape.meta({ title: 'Signed report' })

/** What the hub answers to a report over HTTP. */
export const answerSchema = z
  .object({
    recent: envelopeSchema.optional(),
    setup: envelopeSchema.optional(),
    clock: envelopeSchema.optional(),
    messages: z.array(envelopeSchema),
  })
  .meta({ title: 'Answer' })
