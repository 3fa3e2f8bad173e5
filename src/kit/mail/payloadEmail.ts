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
    sendEmail: (mail) => transport.send(mail),
  })
}
