import { z } from 'zod'
import { PortalError } from '#kit/portalError.ts'

const ids = z.array(z.number().int().positive()).max(500).default([])

/** What the panel beside a bulletin sends: the form as it stands on the screen, saved or not. */
const shape = z.object({
  title: z.string().max(300).default(''),
  text: z.string().max(20_000).default(''),
  spokenText: z.string().max(40_000).default(''),
  priority: z.enum(['emergency', 'priority', 'normal']).default('normal'),
  messageKind: z.enum(['alert', 'update', 'cancel', 'exercise']).default('alert'),
  site: z.number().int().positive().nullable().default(null),
  areas: ids,
  deviceGroups: ids,
  audio: z.number().int().positive().nullable().default(null),
  /** Of the board whose screens are asked for. */
  width: z.number().int().min(16).max(7680).optional(),
  height: z.number().int().min(16).max(4320).optional(),
})

/** A bulletin as it is on somebody's screen. */
export type PanelInput = z.infer<typeof shape>

/** @throws PortalError `bad_bulletin` */
export const panelInput = (body: unknown): PanelInput => {
  const parsed = shape.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  throw new PortalError(
    'bad_bulletin',
    400,
    { vi: 'Bản tin gửi lên không đúng dạng.', en: 'The bulletin sent is not of the right form.' },
    { fields: parsed.error.issues.map(({ path: at }) => ({ path: at.join('.') })) },
  )
}
