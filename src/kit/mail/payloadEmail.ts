import type { EmailAdapter } from 'payload'
import type { RuntimeEnv } from '../runtimeEnv.ts'
import { createTransport } from './createTransport.ts'

/** Payload's own mails, such as a forgotten password, over the same transport as all others. */
export const payloadEmail = (env: RuntimeEnv): EmailAdapter => {
  const transport = createTransport(env)
  const [, name = 'Cổ Loa', address = env.mailFrom] = /^(.*)<(.+)>$/.exec(env.mailFrom) ?? []
  return () => ({
    name: 'nodemailer',
    defaultFromName: name.trim(),
    defaultFromAddress: address.trim(),
    sendEmail: async (mail) => {
      const [refused] = await transport.send(
        typeof mail.html === 'string' ? { text: plainOf(mail.html), ...mail } : mail,
      )
      if (refused) throw new Error(`mail: refused (${refused.reason})`)
    },
  })
}

/** A mail is complete as plain text too. */
const plainOf = (html: string): string =>
  html
    .replaceAll(/<br>\s*|<\/p>\s*/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .trim()
