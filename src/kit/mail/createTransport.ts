import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import type { SendMailOptions } from 'nodemailer'
import type { RuntimeEnv } from '../runtimeEnv.ts'
import { refusalsOf } from './refusalsOf.ts'
import type { Refused } from './refusalsOf.ts'

/** Sends one mail; throws when the server refuses it or cannot be reached. */
export type MailTransport = {
  /** @returns whom the server refused while it took the mail for others, or refused for all */
  send: (mail: SendMailOptions) => Promise<readonly Refused[]>
  close: () => void
}

/**
 * Mail over the SMTP server of SMTP_URL; without one, each mail becomes a file that any mail program opens, under
 * COLOA_DATA_DIR/mail.
 */
export const createTransport = (env: RuntimeEnv): MailTransport => {
  if (env.smtpUrl) {
    const smtp = nodemailer.createTransport({
      url: env.smtpUrl,
      pool: true,
      maxConnections: 3,
    } as never) // url with pool: documented, missing in the types
    return {
      send: async (mail) => {
        try {
          return refusalsOf(await smtp.sendMail({ from: env.mailFrom, ...mail }))
        } catch (error) {
          const refused = refusalsOf(error)
          if (refused.length > 0) return refused
          throw error
        }
      },
      close: () => smtp.close(),
    }
  }
  const folder = path.join(env.dataDir, 'mail')
  const stream = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    send: async (mail) => {
      const { message } = await stream.sendMail({ from: env.mailFrom, ...mail })
      await mkdir(folder, { recursive: true })
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`
      await writeFile(path.join(folder, name), message as Buffer, { mode: 0o600 })
      return []
    },
    close: () => undefined,
  }
}
