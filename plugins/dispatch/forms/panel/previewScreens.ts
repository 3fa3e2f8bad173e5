import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { theForms } from '../formsOptions.ts'
import { renderBoard } from '../led/renderBoard.ts'
import type { PanelInput } from './input.ts'
import { formsOff } from './listen.ts'
import { sites } from '../../registers.ts'

/** Larger pictures than anybody sees on a desk are drawn smaller, in the same shape. */
const MOST_WIDTH = 1280

/**
 * The screens of what is being written, in a board's own resolution; the time of issue is left open. They are drawn into
 * the answer: nothing of them is kept.
 *
 * @returns `pages` as data URLs
 * @throws PortalError `forms_off`
 */
export const previewScreens = async (
  req: PayloadRequest,
  input: PanelInput,
): Promise<{ width: number; height: number; pages: string[] }> => {
  const { mediaDir, mostPages } = theForms()
  if (!mediaDir) throw formsOff()
  const asked = { width: input.width ?? 384, height: input.height ?? 192 }
  const scale = Math.min(1, MOST_WIDTH / asked.width)
  const width = Math.round(asked.width * scale)
  const height = Math.round(asked.height * scale)
  const pages = await renderBoard({
    title: input.title,
    text: input.text,
    issuer: await issuerOf(req, input.site),
    issuedAt: undefined,
    priority: input.priority,
    isExercise: input.messageKind === 'exercise',
    width,
    height,
    mostPages,
  })
  const addressOf = (page: Uint8Array) =>
    `data:image/png;base64,${Buffer.from(page).toString('base64')}`
  return { width, height, pages: pages.map(addressOf) }
}

const issuerOf = async (req: PayloadRequest, site: number | null): Promise<string> => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ name: string }>(
    `select s.name from ${sites()} s where s.id = $1::int`,
    [site],
  )
  return rows[0]?.name ?? ''
}
